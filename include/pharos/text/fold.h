// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::text {

/// Folds that a language's writers take for granted, beside NFKC_Casefold (UTS #15, UAX #31), which all get. Bits.
enum Fold : std::uint32_t {
  kFoldNone = 0,
  kFoldTurkishCase = 1,    ///< I is the capital of ı, İ of i
  kFoldHanSimplified = 2,  ///< traditional characters to simplified, one by one
  kFoldArabicLetters = 4,  ///< kaf and yeh of other keyboards, digits; harakat and tatweel dropped
  kFoldYo = 8,             ///< Russian ё to е
  kFoldHebrewPoints = 16,  ///< niqqud dropped
};

/// A text as it is compared, with the way back to the original. A value type.
struct FoldedText {
  std::u16string text;
  /// For each UTF-16 unit of `text` the byte of the original its character begins at; one more entry at the end holds
  /// the original's size. Never decreases.
  std::vector<std::uint32_t> origin;
  /// For each unit, the byte of the original after its character.
  std::vector<std::uint32_t> origin_end;
};

/// Folds UTF-8 (ill-formed bytes become U+FFFD). A fold never crosses a letter of a language: й stays й, が stays が,
/// Thai vowels and tone marks stay as they are. Pure and thread-safe. Linear but for runs of combining marks, which
/// callers bound (QueryLimits::max_mark_run).
FoldedText fold(std::string_view utf8, std::uint32_t folds);

/// The word without marks, for the classes that forgive missing ones: letters of Latin, Greek, Arabic and Hebrew lose
/// them (é e, ş s, đ d, ı i, ø o, æ ae, أ ا, ة ه); other scripts are left alone, where a mark makes another letter.
std::u16string without_marks(std::u16string_view folded_word);

/// NFC, white space runs as one space, ends trimmed, invisible format characters dropped: how a query is shown back.
std::string normalize_query(std::string_view utf8);

/// The longest run of combining marks (general category M) in the text.
std::size_t longest_mark_run(std::string_view utf8);

std::string to_utf8(std::u16string_view text);
std::u16string to_utf16(std::string_view utf8);

}  // namespace pharos::text
