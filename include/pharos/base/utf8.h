// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pharos {

/// The byte offset of the first ill-formed sequence (Unicode 15, table 3-7), or nothing when all is well-formed.
/// Throughout this header any bytes may be given; nothing throws; all functions are pure.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Ill-formed sequences replaced by U+FFFD, one for each maximal subpart (Unicode 15, section 3.9).
std::string replace_invalid_utf8(std::string_view bytes);

/// A code point and how many bytes it took.
struct DecodedPoint {
  char32_t point = 0xFFFD;
  std::size_t bytes = 1;
};

/// The code point at `offset`. Ill-formed bytes give U+FFFD of one byte. REQUIRES: offset < text.size().
DecodedPoint decode_utf8(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t point);

/// The number of code points; ill-formed bytes count one each.
std::size_t count_points(std::string_view text);

/// The longest prefix of at most `max_bytes` that ends between code points.
std::string_view cut_at_point(std::string_view text, std::size_t max_bytes);

/// Escapes & < > " ' for HTML text and quoted attributes.
std::string escape_html(std::string_view text);

}  // namespace pharos
