// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/text/keys.h"

// Kana as one alphabet, hiragana, for comparing what is read alike. Pure and thread-safe.
namespace pharos::text {

inline constexpr char16_t kLongMark = u'ー';

/// Hiragana, katakana and ー.
bool is_kana(char16_t unit);

/// Katakana as hiragana; the rest as it is.
std::u16string as_hiragana(std::u16string_view text);

/// As hiragana, with one way to write what sounds one way: ぢ じ, づ ず, を お, ゔ ば's row; ー as the vowel it
/// lengthens.
std::u16string sounded(std::u16string_view kana);

/// Sounded kana as those have it who leave out long vowels (tokyo) and write loan words with the plain rows (ti for
/// てぃ).
std::u16string loosely_sounded(std::u16string_view sounded_kana);

/// The sounded kana of Latin letters (a-z, vowels with macron or circumflex, ' and -), likeliest first, in Hepburn's,
/// Kunrei's and input methods' spellings. Empty where a letter gives no kana.
Keys kana_of_latin(std::u16string_view latin);

}  // namespace pharos::text
