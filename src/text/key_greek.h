// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/text/keys.h"

// Greek and its spellings in Latin letters by sound (analipsi) or by look (analhpsh), on common ground. Pure and
// thread-safe.
namespace pharos::text {

std::u16string sounds_of_greek(std::u16string_view greek);

/// The likeliest readings of Latin letters as Greek: h is η or χ, x is χ or ξ, u is υ or ου.
Keys greek_readings(std::u16string_view latin);

}  // namespace pharos::text
