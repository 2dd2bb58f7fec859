// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/harmless_text.h"

#include "pharos/base/utf8.h"

namespace pharos::tools {
namespace {

bool harmful(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
  const bool reorders = point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
                        (point >= 0x2066 && point <= 0x2069);
  return control || reorders;
}

}  // namespace

std::string harmless_text(std::string_view utf8, bool lines) {
  std::string shown;
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedPoint next = decode_utf8(utf8, at);
    at += next.bytes;
    if (lines && next.point == U'\n') {
      shown += '\n';
    } else if (next.point == U'\n' || next.point == U'\t') {
      shown += ' ';
    } else if (!harmful(next.point)) {
      append_utf8(shown, next.point);
    }
  }
  return shown;
}

}  // namespace pharos::tools
