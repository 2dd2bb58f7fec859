// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/language_table.h"

#include <iterator>

#include "pharos/text/fold.h"

namespace pharos::text {
namespace {

//                            word  stem  bare  pair  bare2 unit  two   three content
constexpr ClassWeights kEuropean = {.3F, 1.F, .3F, .5F, 0.F, 0.F, 0.F, 0.F, 0.F};
// Rich endings: the word as typed says little, its stem nearly all.
constexpr ClassWeights kInflected = {.1F, .8F, .6F, .4F, 0.F, 0.F, 0.F, 0.F, 0.F};
// Marks that make another letter: no class without them.
constexpr ClassWeights kCyrillic = {.15F, 1.F, 0.F, .4F, 0.F, 0.F, 0.F, 0.F, 0.F};
constexpr ClassWeights kNoStemmer = {1.F, 0.F, .3F, .4F, 0.F, 0.F, 0.F, 0.F, 0.F};
// Syllables are words: pairs of them are what other languages call a word.
constexpr ClassWeights kVietnamese = {1.F, 0.F, .1F, .3F, .2F, 0.F, 0.F, 0.F, 0.F};
constexpr ClassWeights kChinese = {1.F, 0.F, 0.F, 0.F, 0.F, 1.F, .75F, 0.F, 0.F};
constexpr ClassWeights kJapanese = {.15F, 0.F, 0.F, .1F, 0.F, .3F, .15F, 0.F, 1.F};
constexpr ClassWeights kKorean = {0.F, 1.F, 0.F, 1.5F, 0.F, 1.5F, 1.5F, 0.F, 0.F};
constexpr ClassWeights kThai = {1.F, 0.F, 0.F, .1F, 0.F, 1.5F, .1F, .5F, 0.F};

constexpr float kK1 = .8F;
constexpr float kB = .7F;

constexpr LanguageRow kRows[] = {
    {"ar", "ar", "arabic", kFoldArabicLetters, kWordPlain, kInflected, kK1, kB, 180},
    {"az", "az", "turkish", kFoldTurkishCase, kWordApostropheSuffix, kInflected, kK1, kB, 180},
    {"be", "be", "", kFoldNone, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"bg", "bg", "", kFoldNone, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"ca", "ca", "catalan", kFoldNone, kWordElision, kEuropean, kK1, kB, 180},
    {"da", "da", "danish", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"de", "de", "german", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"el", "el", "", kFoldNone, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"en", "en", "english", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"es", "es", "spanish", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"eu", "eu", "basque", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"fa", "fa", "", kFoldArabicLetters, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"fi", "fi", "finnish", kFoldNone, kWordPlain, kInflected, kK1, kB, 180},
    {"fr", "fr", "french", kFoldNone, kWordElision, kEuropean, kK1, kB, 180},
    {"ga", "ga", "irish", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"he", "he", "", kFoldHebrewPoints, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"hu", "hu", "hungarian", kFoldNone, kWordPlain, kInflected, kK1, kB, 180},
    {"hy", "hy", "armenian", kFoldNone, kWordPlain, kCyrillic, kK1, kB, 180},
    {"id", "id", "indonesian", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"it", "it", "italian", kFoldNone, kWordElision, kEuropean, kK1, kB, 180},
    {"ja", "ja", "", kFoldNone, kWordPlain, kJapanese, .8F, .5F, 90},
    {"km", "km", "", kFoldNone, kWordPlain, kThai, .5F, .75F, 140},
    {"ko", "ko", "", kFoldNone, kWordParticles, kKorean, .5F, .75F, 110},
    {"lo", "lo", "", kFoldNone, kWordPlain, kThai, .5F, .75F, 140},
    {"lt", "lt", "lithuanian", kFoldNone, kWordPlain, kInflected, kK1, kB, 180},
    {"my", "my", "", kFoldNone, kWordPlain, kThai, .5F, .75F, 140},
    {"nb", "nb", "norwegian", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"ne", "ne", "nepali", kFoldNone, kWordPlain, kCyrillic, kK1, kB, 180},
    {"nl", "nl", "dutch", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"nn", "nn", "norwegian", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"no", "no", "norwegian", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"pl", "pl", "", kFoldNone, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"pt", "pt", "portuguese", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"ro", "ro", "romanian", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"ru", "ru", "russian", kFoldYo, kWordPlain, kCyrillic, kK1, kB, 180},
    {"sv", "sv", "swedish", kFoldNone, kWordPlain, kEuropean, kK1, kB, 180},
    {"ta", "ta", "tamil", kFoldNone, kWordPlain, kCyrillic, kK1, kB, 180},
    {"th", "th", "", kFoldNone, kWordPlain, kThai, .5F, .75F, 140},
    {"tr", "tr", "turkish", kFoldTurkishCase, kWordApostropheSuffix, kInflected, kK1, kB, 180},
    {"uk", "uk", "", kFoldNone, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"ur", "ur", "", kFoldArabicLetters, kWordPlain, kNoStemmer, kK1, kB, 180},
    {"vi", "vi", "", kFoldNone, kWordPlain, kVietnamese, kK1, kB, 180},
    {"yue", "zh", "", kFoldHanSimplified, kWordPlain, kChinese, kK1, kB, 90},
    {"zh", "zh", "", kFoldHanSimplified, kWordPlain, kChinese, kK1, kB, 90},
    {"", "root", "", kFoldNone, kWordPlain, kNoStemmer, kK1, kB, 180},
};

}  // namespace

const LanguageRow& language_row(const Language& language) {
  for (const LanguageRow& row : kRows) {
    if (row.primary == language.primary()) return row;
  }
  return *std::prev(std::end(kRows));
}

const LanguageRow* language_rows_begin() { return std::begin(kRows); }
const LanguageRow* language_rows_end() { return std::end(kRows); }

}  // namespace pharos::text
