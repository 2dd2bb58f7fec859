// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/language_table.h"

#include <iterator>

#include "pharos/text/fold.h"
#include "text/rank_profiles.h"

namespace pharos::text {
namespace {

// Postings: few and cheap, enough that the right answer is among the first hundred. A word as it is typed is none
// beside its stem.
//                              word stem bare pair bare2 unit two three content gram3 gram4 sound
constexpr ClassWeights kFindStems = {0.F, 1.F, .3F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F};
constexpr ClassWeights kFindInflected = {0.F, .8F, .6F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F};
// Marks that make another letter: no class without them.
constexpr ClassWeights kFindCyrillic = {0.F, 1.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F};
constexpr ClassWeights kFindWords = {1.F, 0.F, .3F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F};
// Syllables are words. Pairs of them would be what other languages call a word, and three fifths of the index: the
// right article is among the first sixty without them.
constexpr ClassWeights kFindSyllables = {1.F, 0.F, .3F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F};
constexpr ClassWeights kFindChinese = {1.F, 0.F, 0.F, 0.F, 0.F, 1.F, .75F, 0.F, 0.F, 0.F, 0.F, 0.F};
constexpr ClassWeights kFindJapanese = {.15F, 0.F, 0.F, 0.F, 0.F, .3F, .15F, 0.F, 1.F, 0.F, 0.F, 0.F};
constexpr ClassWeights kFindKorean = {0.F, 1.F, 0.F, 0.F, 0.F, 1.5F, 1.5F, 0.F, 0.F, 0.F, 0.F, 0.F};
// A single letter of Thai says nothing.
constexpr ClassWeights kFindThai = {1.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.F};

constexpr LanguageRow kRows[] = {
    {"ar", "ar", "arabic", kFoldArabicLetters, kWordPlain, kFindInflected, kRankAr.weights, kRankAr.settings, 180},
    {"az", "az", "turkish", kFoldTurkishCase, kWordApostropheSuffix, kFindInflected, kRankTr.weights, kRankTr.settings,
     180},
    {"be", "be", "", kFoldNone, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"bg", "bg", "", kFoldNone, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"ca", "ca", "catalan", kFoldNone, kWordElision, kFindStems, kRankEs.weights, kRankEs.settings, 180},
    {"da", "da", "danish", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"de", "de", "german", kFoldNone, kWordPlain, kFindStems, kRankEs.weights, kRankEs.settings, 180},
    {"el", "el", "", kFoldNone, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"en", "en", "english", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"es", "es", "spanish", kFoldNone, kWordPlain, kFindStems, kRankEs.weights, kRankEs.settings, 180},
    {"eu", "eu", "basque", kFoldNone, kWordPlain, kFindStems, kRankEs.weights, kRankEs.settings, 180},
    {"fa", "fa", "", kFoldArabicLetters, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"fi", "fi", "finnish", kFoldNone, kWordPlain, kFindInflected, kRankTr.weights, kRankTr.settings, 180},
    {"fr", "fr", "french", kFoldNone, kWordElision, kFindStems, kRankEs.weights, kRankEs.settings, 180},
    {"ga", "ga", "irish", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"he", "he", "", kFoldHebrewPoints, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"hu", "hu", "hungarian", kFoldNone, kWordPlain, kFindInflected, kRankTr.weights, kRankTr.settings, 180},
    {"hy", "hy", "armenian", kFoldNone, kWordPlain, kFindCyrillic, kRankRu.weights, kRankRu.settings, 180},
    {"id", "id", "indonesian", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"it", "it", "italian", kFoldNone, kWordElision, kFindStems, kRankEs.weights, kRankEs.settings, 180},
    {"ja", "ja", "", kFoldNone, kWordPlain, kFindJapanese, kRankJa.weights, kRankJa.settings, 90},
    {"km", "km", "", kFoldNone, kWordPlain, kFindThai, kRankTh.weights, kRankTh.settings, 140},
    {"ko", "ko", "", kFoldNone, kWordParticles, kFindKorean, kRankKo.weights, kRankKo.settings, 110},
    {"lo", "lo", "", kFoldNone, kWordPlain, kFindThai, kRankTh.weights, kRankTh.settings, 140},
    {"lt", "lt", "lithuanian", kFoldNone, kWordPlain, kFindInflected, kRankTr.weights, kRankTr.settings, 180},
    {"my", "my", "", kFoldNone, kWordPlain, kFindThai, kRankTh.weights, kRankTh.settings, 140},
    {"nb", "nb", "norwegian", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"ne", "ne", "nepali", kFoldNone, kWordPlain, kFindCyrillic, kRankRu.weights, kRankRu.settings, 180},
    {"nl", "nl", "dutch", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"nn", "nn", "norwegian", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"no", "no", "norwegian", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"pl", "pl", "", kFoldNone, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"pt", "pt", "portuguese", kFoldNone, kWordPlain, kFindStems, kRankPt.weights, kRankPt.settings, 180},
    {"ro", "ro", "romanian", kFoldNone, kWordPlain, kFindStems, kRankEs.weights, kRankEs.settings, 180},
    {"ru", "ru", "russian", kFoldYo, kWordPlain, kFindCyrillic, kRankRu.weights, kRankRu.settings, 180},
    {"sv", "sv", "swedish", kFoldNone, kWordPlain, kFindStems, kRankEn.weights, kRankEn.settings, 180},
    {"ta", "ta", "tamil", kFoldNone, kWordPlain, kFindCyrillic, kRankRu.weights, kRankRu.settings, 180},
    {"th", "th", "", kFoldNone, kWordPlain, kFindThai, kRankTh.weights, kRankTh.settings, 140},
    {"tr", "tr", "turkish", kFoldTurkishCase, kWordApostropheSuffix, kFindInflected, kRankTr.weights, kRankTr.settings,
     180},
    {"uk", "uk", "", kFoldNone, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"ur", "ur", "", kFoldArabicLetters, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
    {"vi", "vi", "", kFoldNone, kWordPlain, kFindSyllables, kRankVi.weights, kRankVi.settings, 180},
    {"yue", "zh", "", kFoldHanSimplified, kWordPlain, kFindChinese, kRankZh.weights, kRankZh.settings, 90},
    {"zh", "zh", "", kFoldHanSimplified, kWordPlain, kFindChinese, kRankZh.weights, kRankZh.settings, 90},
    {"", "root", "", kFoldNone, kWordPlain, kFindWords, kRankWords.weights, kRankWords.settings, 180},
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
