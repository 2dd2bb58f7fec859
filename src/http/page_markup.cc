// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_markup.h"

#include <algorithm>
#include <cctype>

#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

/// "warning" of ` data-kind="warning"`; empty when the tag has no such attribute.
std::string_view attribute(std::string_view tag, std::string_view name_and_quote) {
  const std::size_t at = tag.find(name_and_quote);
  if (at == std::string_view::npos) return {};
  const std::string_view value = tag.substr(at + name_and_quote.size());
  return value.substr(0, value.find('"'));
}

std::string_view element_name(std::string_view tag) {
  std::size_t end = 1;
  while (end < tag.size() && (std::isalnum(static_cast<unsigned char>(tag[end])) != 0 || tag[end] == '/')) ++end;
  return tag.substr(1, end - 1);
}

constexpr std::string_view kEmptyTitle = "<p class=\"callout-title\"></p>";
constexpr std::string_view kTitleBegin = "<p class=\"callout-title\">";

/// What is written before, inside and after a tag of that name to make it ready for the page.
struct Addition {
  std::string_view element, before, attributes, after;
};

constexpr Addition kAdditions[] = {
    {"table", "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{table_label}\">", "", ""},
    {"/table", "", "", "</div>"},
    {"pre", "", " tabindex=\"0\"", ""},
    {"img", "", " loading=\"lazy\" decoding=\"async\"", ""},
};

}  // namespace

std::string article_markup(std::string_view html, const PageTexts& texts) {
  const std::string table_label = escape_html(texts.raw("table_label"));
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  std::string_view rest = html;
  while (!rest.empty()) {
    const std::size_t open = rest.find('<');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    rest.remove_prefix(open);
    const std::size_t close = rest.find('>');
    if (close == std::string_view::npos) {
      out += rest;
      break;
    }
    const std::string_view tag = rest.substr(0, close + 1);
    rest.remove_prefix(close + 1);
    const std::string_view name = element_name(tag);
    const auto* addition = std::find_if(std::begin(kAdditions), std::end(kAdditions),
                                        [&](const Addition& known) { return known.element == name; });
    if (addition != std::end(kAdditions)) {
      out += fill_placeholders(addition->before, {{"table_label", table_label}});
      out += tag.substr(0, 1 + name.size());
      out += addition->attributes;
      out += tag.substr(1 + name.size());
      out += addition->after;
      continue;
    }
    out += tag;
    const std::string_view kind = name == "aside" ? attribute(tag, " data-kind=\"") : std::string_view();
    if (kind.empty()) continue;
    if (rest.starts_with(kEmptyTitle)) {
      rest.remove_prefix(kEmptyTitle.size());
    } else if (rest.starts_with(kTitleBegin)) {
      continue;  // the author's own words
    }
    const std::string* label = texts.find("callout_" + std::string(kind));
    out += kTitleBegin;
    out += escape_html(label != nullptr ? *label : texts.raw("callout_note"));
    out += "</p>";
  }
  return out;
}

}  // namespace pharos::http
