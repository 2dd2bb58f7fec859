// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/section_text.h"

#include <utility>

namespace pharos::content {

void SectionText::add(std::string_view text) { add(text, false); }

void SectionText::add_lines(std::string_view text) { add(text, true); }

void SectionText::add(std::string_view text, bool keep_lines) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' && keep_lines) {
      end_line();
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
      space();
    } else if (text.substr(i, kNoBreakSpace.size()) == kNoBreakSpace) {
      space();
      ++i;
    } else {
      if (gap_ != kNone && !text_.empty()) text_ += gap_ == kLine ? '\n' : ' ';
      gap_ = kNone;
      text_ += c;
    }
  }
}

std::string SectionText::take() {
  gap_ = kNone;
  return std::exchange(text_, {});
}

}  // namespace pharos::content
