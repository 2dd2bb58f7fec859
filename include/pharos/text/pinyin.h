// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pharos::text {

/// Whether Latin letters (folded, without tones, run together) can be cut into pinyin syllables. The last one may be
/// unfinished where `last_may_be_open` says so, as while typing: tixia, tix.
bool is_pinyin(std::u16string_view letters, bool last_may_be_open);

/// The syllable of one Han character as homophone keys have it: without tone, sounds merged that many speakers do not
/// tell apart (z zh, c ch, s sh, an ang, en eng, in ing). Empty for what is not Han or has no known reading. Views a
/// table that lives as long as the program; thread-safe; some nanoseconds.
std::u16string_view sound_of(char32_t han);

}  // namespace pharos::text
