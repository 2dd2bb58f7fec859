// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_writing.h"

#include <algorithm>
#include <iterator>

namespace pharos::text {
namespace {

struct Range {
  char16_t last;
  Writing writing;
};

// Sorted; each range begins after the one before. Blocks of the Unicode Character Database, punctuation cut out.
constexpr Range kRanges[] = {
    {u'@', Writing::kNone},       {u'Z', Writing::kLatin},    {u'`', Writing::kNone},    {u'z', Writing::kLatin},
    {0x00A9, Writing::kNone},     {0x00AA, Writing::kLatin},  {0x00B9, Writing::kNone},  {0x00BA, Writing::kLatin},
    {0x00BF, Writing::kNone},     {0x00D6, Writing::kLatin},  {0x00D7, Writing::kNone},  {0x00F6, Writing::kLatin},
    {0x00F7, Writing::kNone},     {0x02AF, Writing::kLatin},  {0x036F, Writing::kNone},  {0x0373, Writing::kGreek},
    {0x0375, Writing::kNone},     {0x037D, Writing::kGreek},  {0x037E, Writing::kNone},  {0x037F, Writing::kGreek},
    {0x0385, Writing::kNone},     {0x0386, Writing::kGreek},  {0x0387, Writing::kNone},  {0x03FF, Writing::kGreek},
    {0x052F, Writing::kCyrillic}, {0x058F, Writing::kOther},  {0x05CF, Writing::kNone},  {0x05F2, Writing::kHebrew},
    {0x061F, Writing::kNone},     {0x064A, Writing::kArabic}, {0x066D, Writing::kNone},  {0x06D3, Writing::kArabic},
    {0x06D4, Writing::kNone},     {0x06D5, Writing::kArabic}, {0x06ED, Writing::kNone},  {0x06EF, Writing::kArabic},
    {0x06F9, Writing::kNone},     {0x077F, Writing::kArabic}, {0x0DFF, Writing::kOther}, {0x0E3A, Writing::kThai},
    {0x0E3F, Writing::kNone},     {0x0E4E, Writing::kThai},   {0x0E5B, Writing::kNone},  {0x10FF, Writing::kOther},
    {0x11FF, Writing::kHangul},   {0x1DFF, Writing::kOther},  {0x1EFF, Writing::kLatin}, {0x1FFF, Writing::kGreek},
    {0x2C5F, Writing::kNone},     {0x2C7F, Writing::kLatin},  {0x2DFF, Writing::kOther}, {0x3004, Writing::kNone},
    {0x3007, Writing::kOther},    {0x3020, Writing::kNone},   {0x3130, Writing::kOther}, {0x318E, Writing::kHangul},
    {0xABFF, Writing::kOther},    {0xD7FB, Writing::kHangul}, {0xFFFF, Writing::kOther},
};

}  // namespace

Writing writing_of(char16_t unit) {
  const auto* const range = std::lower_bound(std::begin(kRanges), std::end(kRanges), unit,
                                             [](const Range& row, char16_t value) { return row.last < value; });
  return range->writing;
}

Writing writing_of(std::u16string_view text) {
  Writing all = Writing::kNone;
  for (const char16_t unit : text) {
    const Writing one = unit >= u'a' && unit <= u'z' ? Writing::kLatin : writing_of(unit);
    if (one == Writing::kNone || one == all) continue;
    if (all != Writing::kNone) return Writing::kMixed;
    all = one;
  }
  return all;
}

}  // namespace pharos::text
