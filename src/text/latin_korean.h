// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/text/keys.h"

// Korean in Latin letters: the Revised Romanization and what people make of it. Letters of a syllable are numbered as
// Unicode composes Hangul: 19 leads, 21 vowels, 27 tails from 1 on, 0 for none.
namespace pharos::text {

inline constexpr std::size_t kNoLead = 19;

std::u16string_view latin_lead(std::size_t lead);
std::u16string_view latin_vowel(std::size_t vowel);
std::u16string_view latin_tail(std::size_t tail);

/// With the sound changes between two syllables: 등록 deungnok, 입니다 imnida, 신라 silla, 같이 gachi.
std::u16string_view pronounced_lead(std::size_t tail_before, std::size_t lead, std::size_t vowel);
/// `next_lead` is kNoLead at the end of a word.
std::u16string_view pronounced_tail(std::size_t tail, std::size_t next_lead);

/// Whether a skeleton tells 어 오 우 으 apart. People write u for three of them: chulgeum, chulgum.
enum class Vowels { kApart, kMerged };

/// Skeletons on which the spellings of one word meet.
Keys korean_skeletons(const std::vector<std::u16string>& spellings, Vowels vowels);

/// Whether Latin letters could be syllables of Korean: not withdrawal, nor str.
bool may_be_korean(std::u16string_view letters);

}  // namespace pharos::text
