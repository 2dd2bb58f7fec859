// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/text/keys.h"

namespace pharos::text {

/// The Vietnamese syllable that Telex (nhaapj, ddawng) or VNI (nha65p, d9a8ng) keys give when the input method is not
/// switched on; both habits of placing the tone (hòa, hoà). Empty for what no such keys are in. Pure and thread-safe.
Keys telex_syllables(std::u16string_view folded);

}  // namespace pharos::text
