// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>

#include "pharos/base/utf8.h"
#include "pharos/content/markdown.h"

namespace pharos::content {
namespace {

// ICU's properties of single characters are all that is used here: anchors are addresses and must not change with the
// folds that search uses (room text), which may.
bool kept(UChar32 point) {
  if (point == '-' || u_isalnum(point)) return true;
  constexpr std::uint32_t kMarksAndConnectors = U_GC_M_MASK | U_GC_PC_MASK | U_GC_NL_MASK;
  return (U_MASK(u_charType(point)) & kMarksAndConnectors) != 0 && point != 0xFE0F;  // not the emoji selector
}

}  // namespace

std::string heading_anchor(std::string_view heading) {
  std::string anchor;
  anchor.reserve(heading.size());
  std::size_t spaces = 0;  // held back, so that none stand at the ends
  for (std::size_t offset = 0; offset < heading.size();) {
    const DecodedPoint decoded = decode_utf8(heading, offset);
    offset += decoded.bytes;
    const auto point = static_cast<UChar32>(decoded.point);
    if (u_isUWhiteSpace(point)) {
      spaces += anchor.empty() ? 0 : 1;
      continue;
    }
    if (!kept(point)) continue;
    anchor.append(spaces, '-');
    spaces = 0;
    if (point == 0x130) {  // İ is the one letter whose lower case is two characters, and browsers' slugs keep both
      anchor += "i\u0307";
    } else {
      append_utf8(anchor, static_cast<char32_t>(u_tolower(point)));
    }
  }
  return anchor;
}

}  // namespace pharos::content
