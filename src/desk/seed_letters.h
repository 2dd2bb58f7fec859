// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace pharos::desk {

/// Letters as seed phrases need them told apart: a word of a list is of one script.
enum class SeedLetter : std::uint8_t { kNone, kLatin, kHiragana, kHangul, kHan, kOther };

struct SeedLetterRange {
  char32_t first, last;
  SeedLetter letter;
};

/// Sorted; what is in no row is a letter of another script. Signs that stand between words are kNone.
inline constexpr SeedLetterRange kSeedLetterRanges[] = {
    {0x00, 0x40, SeedLetter::kNone},       {0x41, 0x5A, SeedLetter::kLatin},
    {0x5B, 0x60, SeedLetter::kNone},       {0x61, 0x7A, SeedLetter::kLatin},
    {0x7B, 0xBF, SeedLetter::kNone},       {0xC0, 0xD6, SeedLetter::kLatin},
    {0xD7, 0xD7, SeedLetter::kNone},       {0xD8, 0xF6, SeedLetter::kLatin},
    {0xF7, 0xF7, SeedLetter::kNone},       {0xF8, 0x24F, SeedLetter::kLatin},
    {0x1100, 0x11FF, SeedLetter::kHangul}, {0x1E00, 0x1EFF, SeedLetter::kLatin},
    {0x2000, 0x2BFF, SeedLetter::kNone},   {0x3000, 0x3004, SeedLetter::kNone},
    {0x3007, 0x3040, SeedLetter::kNone},   {0x3041, 0x3096, SeedLetter::kHiragana},
    {0x30FB, 0x30FB, SeedLetter::kNone},   {0x3130, 0x318F, SeedLetter::kHangul},
    {0x3200, 0x33FF, SeedLetter::kNone},   {0x3400, 0x9FFF, SeedLetter::kHan},
    {0xAC00, 0xD7A3, SeedLetter::kHangul}, {0xF900, 0xFAFF, SeedLetter::kHan},
    {0xFE10, 0xFE6F, SeedLetter::kNone},   {0xFF5F, 0xFF65, SeedLetter::kNone},
    {0xFFE0, 0xFFFF, SeedLetter::kNone},   {0x1F000, 0x1FAFF, SeedLetter::kNone},
    {0x20000, 0x3FFFF, SeedLetter::kHan},
};

inline SeedLetter seed_letter(char32_t point) {
  const auto row = std::lower_bound(std::begin(kSeedLetterRanges), std::end(kSeedLetterRanges), point,
                                    [](const SeedLetterRange& range, char32_t p) { return range.last < p; });
  return row != std::end(kSeedLetterRanges) && point >= row->first ? row->letter : SeedLetter::kOther;
}

/// Combining marks that belong to the letter before them: accents, and the voicing marks of kana.
constexpr bool is_seed_mark(char32_t point) {
  return (point >= 0x300 && point <= 0x36F) || point == 0x3099 || point == 0x309A;
}

}  // namespace pharos::desk
