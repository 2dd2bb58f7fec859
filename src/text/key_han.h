// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/text/keys.h"

// Rows of the table of keys (KeyRow) for Chinese typed by sound. Pure and thread-safe.
namespace pharos::text {

/// tixian for 提现: toneless pinyin run together, ü as v and as u, several readings where characters have them.
Keys pinyin_of_word(std::u16string_view word);
/// Latin letters that can be cut into pinyin syllables; spaces, apostrophes, tone marks and tone digits are left out.
Keys pinyin_of_typed(std::u16string_view typed);

/// tx for 提现; zh, ch and sh whole and as z, c and s.
Keys pinyin_initials_of_word(std::u16string_view word);
Keys pinyin_initials_of_typed(std::u16string_view typed);

/// The sound of a Han word, without tones: 体现 meets 提现.
Keys homophone_of_word(std::u16string_view word);
Keys homophone_of_typed(std::u16string_view typed);

/// The coarser row: sounds merged that many speakers do not tell apart (z zh, n ng; in a key of its own n l).
Keys loose_homophone_of_word(std::u16string_view word);
Keys loose_homophone_of_typed(std::u16string_view typed);

}  // namespace pharos::text
