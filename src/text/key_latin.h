// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/text/keys.h"

// Rows of the table of keys (KeyRow) for Latin letters typed for another script, and another script's letters typed for
// Latin words. Pure and thread-safe.
namespace pharos::text {

/// By sound, letter for letter: vyvod and vivod for вывод, analipsi and analhpsh for ανάληψη; биткоин for bitcoin.
Keys translit_of_word(std::u16string_view word);
Keys translit_of_typed(std::u16string_view typed);

/// By consonants alone, where vowels are not written or not as they sound: mahfaza and ma7faza for محفظة, meshicha for
/// משיכה, staking for стейкинг and the other way round, bitcoin for بيتكوين.
Keys consonants_of_word(std::u16string_view word);
Keys consonants_of_typed(std::u16string_view typed);

}  // namespace pharos::text
