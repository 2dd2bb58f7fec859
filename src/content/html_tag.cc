// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/html_tag.h"

#include <algorithm>

namespace pharos::content {
namespace {

constexpr std::string_view kSpace = " \t\n\f\r";
constexpr std::size_t kMostAttributes = 64;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

}  // namespace

std::optional<HtmlTag> read_html_tag(std::string_view html, std::size_t offset) {
  HtmlTag tag;
  std::size_t at = offset + 1;
  if (at < html.size() && html[at] == '/') {
    tag.end_tag = true;
    ++at;
  }
  if (at >= html.size() || (html[at] | 32) < 'a' || (html[at] | 32) > 'z') return std::nullopt;
  const std::size_t name_end = html.find_first_of(" \t\n\f\r/>", at);
  if (name_end == std::string_view::npos) return std::nullopt;
  tag.written_name = html.substr(at, name_end - at);
  tag.name = lower(tag.written_name);
  at = name_end;
  while (true) {
    at = html.find_first_not_of(kSpace, at);
    if (at == std::string_view::npos) return std::nullopt;
    if (html[at] == '>') break;
    if (html[at] == '/') {
      tag.self_closing = at + 1 < html.size() && html[at + 1] == '>';
      ++at;
      continue;
    }
    TagAttribute attribute;
    const std::size_t end = html.find_first_of(" \t\n\f\r/>=", at + 1);  // a leading "=" belongs to the name
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view name = html.substr(at, end - at);
    const std::size_t equals = html.find_first_not_of(kSpace, end);
    if (equals == std::string_view::npos) return std::nullopt;
    at = end;
    if (html[equals] == '=') {
      attribute.has_value = true;
      at = html.find_first_not_of(kSpace, equals + 1);
      if (at == std::string_view::npos) return std::nullopt;
      if (html[at] == '"' || html[at] == '\'') {
        const std::size_t close = html.find(html[at], at + 1);
        if (close == std::string_view::npos) return std::nullopt;
        attribute.value = html.substr(at + 1, close - at - 1);
        at = close + 1;
      } else {
        const std::size_t close = html.find_first_of(" \t\n\f\r>", at);
        if (close == std::string_view::npos) return std::nullopt;
        attribute.value = html.substr(at, close - at);
        at = close;
      }
    }
    if (tag.attributes.size() < kMostAttributes) {
      attribute.name = lower(name);
      tag.attributes.push_back(std::move(attribute));
    }
  }
  tag.end = at + 1;
  return tag;
}

}  // namespace pharos::content
