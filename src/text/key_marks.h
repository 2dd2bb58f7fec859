// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/text/keys.h"

// The row of the table of keys (KeyRow) for marks left out or put in. Pure and thread-safe.
namespace pharos::text {

/// muller and mueller for müller, dang for đăng, محفظه for محفظة. Letters whose mark makes another letter (й, が, Thai
/// tones) are not concerned.
Keys unaccented_of_word(std::u16string_view word);
Keys unaccented_of_typed(std::u16string_view typed);

}  // namespace pharos::text
