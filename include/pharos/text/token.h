// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::text {

/// The kinds of terms that one text gives. Each kind is scored by itself, with a weight a language.
enum class TermClass : std::uint8_t {
  kWord,      ///< a word, folded
  kStem,      ///< its Snowball stem; Korean: the eojeol less its particle
  kBare,      ///< the stem of the word without marks: accents, tones, đ, ı
  kPair,      ///< two neighbouring stems
  kBarePair,  ///< two neighbouring words without marks
  kUnit,      ///< one character of an unspaced script (Han, kana, Hangul, Thai...); other words whole
  kBigram,    ///< two neighbouring characters of an unspaced script; other words whole
  kTriple,    ///< three of them
  kContent,   ///< Japanese: a word or pair of characters with a kanji or katakana in it, katakana as hiragana
  kGram3,     ///< three neighbouring letters of a word, its ends marked; in ranking only
  kGram4,     ///< four of them; Korean: letters are jamo
  kSound,     ///< Chinese: how two neighbouring characters sound; in ranking only
};
inline constexpr std::size_t kTermClasses = 12;

/// A row for each class, in the order of the enum: how it is written in prints.
struct TermClassRow {
  std::string_view name;
};
inline constexpr std::array<TermClassRow, kTermClasses> kTermClassTable = {{
    {"word"},
    {"stem"},
    {"bare"},
    {"pair"},
    {"bare-pair"},
    {"unit"},
    {"bigram"},
    {"triple"},
    {"content"},
    {"gram3"},
    {"gram4"},
    {"sound"},
}};

/// One term of a text and where it stands. A value type.
struct Token {
  TermClass term_class = TermClass::kWord;
  std::string term;         ///< UTF-8, folded, without prefix, at most kMaxTermBytes
  std::uint32_t begin = 0;  ///< bytes in the original text; always at character boundaries
  std::uint32_t end = 0;
};

/// Longer terms are cut at a character and get a digest of the whole, so that they stay distinct (Xapian allows 245
/// with prefixes, where a zero byte counts twice).
inline constexpr std::size_t kMaxTermBytes = 200;

/// "word:deposit@0-7 stem:deposit@0-7", one line, for tests and explain.
std::string print(const std::vector<Token>& tokens);

}  // namespace pharos::text
