// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace pharos::text {

/// The code point at unit `at` and, in `next`, the unit after it; a surrogate without its other half is itself.
inline char32_t point_at(std::u16string_view text, std::uint32_t at, std::uint32_t& next) {
  const char32_t lead = text[at];
  next = at + 1;
  if (lead < 0xD800 || lead > 0xDBFF || next >= text.size()) return lead;
  const char32_t trail = text[next];
  if (trail < 0xDC00 || trail > 0xDFFF) return lead;
  ++next;
  return 0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00);
}

}  // namespace pharos::text
