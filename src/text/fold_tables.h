// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/normalizer2.h>

#include <string_view>

// Tables made once from ICU's slow answers: normalizing character by character costs a hundred times a look-up.
namespace pharos::text {

inline constexpr char16_t kNotSimple = 0xFFFF;  ///< a noncharacter: never a fold's result
inline constexpr char16_t kDropped = 0xFFFE;

const icu::Normalizer2& casefold_normalizer();

/// NFKC_Casefold of one character where that is one unit, kDropped where it is nothing, else kNotSimple.
char16_t simple_fold(char32_t point);

/// Normalization may stop before this character: it never joins with what stands before it.
bool begins_character(char32_t point);

/// The simplified form of a traditional character, or the unit itself (ICU's Hant-Hans, characters only).
char16_t simplified(char16_t unit);

/// Kaf and yeh of the Persian keyboard, digits; harakat and tatweel give kDropped. Alef forms, teh marbuta and alef
/// maqsura stay: the stemmer needs them, and without_marks() forgives them (MRR .913 against .898 when folded first).
char16_t fold_arabic(char16_t unit);

/// What a letter without decomposition is written as by those who lack it: đ d, ı i, ø o, æ ae; empty for others.
std::u16string_view plain_letters(char32_t point);

}  // namespace pharos::text
