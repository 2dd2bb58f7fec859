// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// The automaton of the Korean two-set keyboard (KS X 5002): letters become syllables while one types. Pure and
// thread-safe.
namespace pharos::text {

/// ㅂㅣㅁㅣㄹ to 비밀; what is no letter of the keyboard passes. Letters that find no syllable stay as they are.
std::u16string two_set_syllables(std::u16string_view letters);

/// The letters in the order of their keys: 값 is ㄱㅏㅂㅅ, 과 is ㄱㅗㅏ. Takes letters of all three kinds that Unicode
/// has.
std::u16string two_set_letters(std::u16string_view text);

/// The word when nobody heeds the shift key: 바른 for 빠른, 잇다 for 있다.
std::u16string two_set_without_shift(std::u16string_view word);

/// One letter of the keyboard, not a syllable.
bool is_two_set_letter(char16_t unit);

}  // namespace pharos::text
