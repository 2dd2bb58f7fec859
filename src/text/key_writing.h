// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace pharos::text {

/// The writing that the letters of a word belong to, as far as the keys for ways of typing care.
enum class Writing : std::uint8_t {
  kNone,
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kThai,
  kHangul,
  kOther,
  kMixed
};

/// kNone for a unit that is no letter: digits, punctuation, signs.
Writing writing_of(char16_t unit);

/// The writing of all letters of the text, kNone without letters, kMixed with several writings.
Writing writing_of(std::u16string_view text);

}  // namespace pharos::text
