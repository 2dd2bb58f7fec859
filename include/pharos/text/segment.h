// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::text {

/// A piece of a text between two word boundaries.
struct Segment {
  std::uint32_t begin = 0;  ///< UTF-16 units
  std::uint32_t end = 0;
  bool word = false;  ///< letters, digits or ideographs, not space or punctuation
};

/// Word boundaries by UAX #29 with ICU's dictionaries for Chinese, Japanese, Thai, Lao, Khmer and Burmese. The segments
/// concatenate to the input. Thread-safe: each thread has break iterators of its own.
std::vector<Segment> segment(std::u16string_view text, const std::string& icu_locale);

/// Boundaries between what readers take for one character (extended grapheme clusters, UAX #29), from 0 to the size.
std::vector<std::uint32_t> character_boundaries(std::u16string_view text);

/// Han, kana, Hangul, Thai, Lao, Khmer, Burmese: scripts whose words no space divides (Hangul: whose compounds).
bool is_unspaced(char32_t point);
bool is_hiragana(char32_t point);
bool is_han_or_katakana(char32_t point);

/// Never begins what readers take for one character: combining marks, vowel signs, joiners. Text must not be cut or
/// marked before it.
bool continues_character(char32_t point);

/// The version of the Unicode data that segmentation and folding follow; part of the analyzer's fingerprint.
std::string unicode_data_version();

}  // namespace pharos::text
