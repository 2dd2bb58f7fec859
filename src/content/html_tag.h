// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::content {

/// An attribute as it is written: name in lower case, entities in the value not decoded.
struct TagAttribute {
  std::string name;
  std::string_view value;
  bool has_value = false;
};

/// A start or end tag as HTML's tokenizer (https://html.spec.whatwg.org/#tokenization) sees it. Views into the text.
struct HtmlTag {
  std::string_view written_name;
  std::string name;  ///< in lower case
  std::vector<TagAttribute> attributes;
  bool end_tag = false;
  bool self_closing = false;
  std::size_t end = 0;  ///< offset after ">"
};

/// The tag that begins at `offset`, or nothing when no tag begins there or it never ends. Attributes beyond 64 are left
/// out. REQUIRES: html[offset] is '<'. Pure and thread-safe.
std::optional<HtmlTag> read_html_tag(std::string_view html, std::size_t offset);

}  // namespace pharos::content
