// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// How Han characters are read in Mandarin, without tones, ü as v. For the 7,000 characters of simplified text
// (GB 2312, Big5's first level simplified, some of Hong Kong's), which is what folded text has.
namespace pharos::text {

/// The number of a syllable; 0 is none.
using SyllableId = std::uint16_t;

/// The likeliest reading of one character; 0 where it has none.
SyllableId likeliest_syllable(char16_t han);

/// All readings of each character of a word, the likeliest first; fewer where the word around a character says which.
/// Empty where a character has no reading.
std::vector<std::vector<SyllableId>> syllables_of(std::u16string_view word);

/// The syllable's letters: zhong.
std::u16string_view letters_of(SyllableId id);

/// The same with the sounds merged that many speakers do not tell apart: zong.
std::u16string_view merged_letters_of(SyllableId id);

}  // namespace pharos::text
