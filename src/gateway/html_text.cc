// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "gateway/html_entities.h"
#include "pharos/base/utf8.h"

namespace pharos::gateway {
namespace {

constexpr std::size_t kLongestReference = 10;
constexpr char32_t kNoBreakSpace = 0xa0;

constexpr std::array<std::string_view, 13> kLines = {"p",  "br", "div", "li", "ul",  "ol",        "tr",
                                                     "h1", "h2", "h3",  "h4", "pre", "blockquote"};
constexpr std::array<std::string_view, 4> kUnread = {"script", "style", "head", "title"};

template <std::size_t kSize>
bool one_of(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The name in "</Name attribute>", in lower case.
std::string tag_name(std::string_view tag) {
  std::string name;
  for (const char c : tag.substr(tag.rfind("</", 0) == 0 ? 2 : 1)) {
    const char small = lower(c);
    if (!((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9'))) break;
    name += small;
  }
  return name;
}

// The character that the reference beginning at `at` stands for, and its length; length 0: it is none.
std::pair<char32_t, std::size_t> reference(std::string_view html, std::size_t at) {
  const std::size_t end = html.substr(0, std::min(html.size(), at + kLongestReference)).find(';', at);
  if (end == std::string_view::npos) return {0, 0};
  const std::string_view name = html.substr(at + 1, end - at - 1);
  const auto* named =
      std::lower_bound(kHtmlEntities.begin(), kHtmlEntities.end(), name,
                       [](const HtmlEntity& row, std::string_view wanted) { return row.name < wanted; });
  if (named != kHtmlEntities.end() && named->name == name) return {named->point, end + 1 - at};
  if (name.size() < 2 || name[0] != '#') return {0, 0};
  const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  std::uint32_t point = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), point, hexadecimal ? 16 : 10);
  const bool fine = error == std::errc() && stop == digits.data() + digits.size() && point >= 0x20 &&
                    point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return fine ? std::pair<char32_t, std::size_t>{point, end + 1 - at} : std::pair<char32_t, std::size_t>{0, 0};
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && out.back() != '\n') out += '\n';
}

}  // namespace

std::string text_of_html(std::string_view html) {
  std::string out;
  std::string unread;  // the element whose content is skipped
  for (std::size_t at = 0; at < html.size();) {
    const char c = html[at];
    if (c == '<') {
      const bool comment = html.substr(at, 4) == "<!--";
      const std::size_t end = html.find(comment ? "-->" : ">", at);
      if (end == std::string_view::npos) break;
      const std::string_view tag = html.substr(at, end - at);
      at = end + (comment ? 3 : 1);
      if (comment) continue;
      const std::string name = tag_name(tag);
      const bool closes = tag.rfind("</", 0) == 0;
      if (!unread.empty()) {
        if (closes && name == unread) unread.clear();
      } else if (one_of(kUnread, name) && !closes) {
        unread = name;
      } else if (one_of(kLines, name)) {
        end_line(out);
      }
      continue;
    }
    ++at;
    if (!unread.empty()) continue;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
      continue;
    }
    const auto [point, length] = c == '&' ? reference(html, at - 1) : std::pair<char32_t, std::size_t>{0, 0};
    if (length > 0) {
      append_utf8(out, point == kNoBreakSpace ? U' ' : point);
      at += length - 1;
    } else {
      out += c;
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out;
}

}  // namespace pharos::gateway
