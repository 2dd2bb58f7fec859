// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/text_lines.h"

namespace pharos::content {

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::vector<std::string> split_list(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    const std::string_view part = trim(text.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string readable_name(std::string_view slug) {
  const std::size_t digits = slug.find_first_not_of("0123456789");
  if (digits != std::string_view::npos && digits > 0 && digits + 1 < slug.size() &&
      std::string_view("-_. ").find(slug[digits]) != std::string_view::npos) {
    slug.remove_prefix(digits + 1);
  }
  std::string title;
  for (const char c : slug) {
    const bool gap = c == '-' || c == '_' || c == ' ';
    if (gap && (title.empty() || title.back() == ' ')) continue;
    title.push_back(gap ? ' ' : c);
  }
  while (!title.empty() && title.back() == ' ') title.pop_back();
  if (title.empty()) return std::string(slug);
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace pharos::content
