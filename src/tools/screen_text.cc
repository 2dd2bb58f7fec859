// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/screen_text.h"

#include <algorithm>

#include "pharos/base/utf8.h"

namespace pharos::tools {
namespace {

bool is_blank(char32_t point) {
  return point <= 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0x2028 || point == 0x2029;
}

bool turns_direction(char32_t point) {
  return point == 0x200E || point == 0x200F || point == 0x061C || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

bool is_wide(char32_t point) {
  return (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) ||
         (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF) ||
         (point >= 0xFF00 && point <= 0xFF60) || (point >= 0x1F300 && point <= 0x1FAFF) ||
         (point >= 0x20000 && point <= 0x3FFFF);
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint decoded = decode_utf8(text, at);
    width += is_wide(decoded.point) ? 2 : 1;
    at += decoded.bytes;
  }
  return width;
}

}  // namespace

std::string screen_line(std::string_view text, std::size_t most) {
  std::string line;
  std::size_t characters = 0;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint decoded = decode_utf8(text, at);
    at += decoded.bytes;
    if (turns_direction(decoded.point)) continue;
    if (is_blank(decoded.point)) {
      space = !line.empty();
      continue;
    }
    if (++characters > most) return line + "...";
    if (space) line += ' ';
    space = false;
    append_utf8(line, decoded.point);
  }
  return line;
}

std::string screen_table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::vector<std::string>> lines = {columns};
  for (const auto& row : rows) {
    auto& line = lines.emplace_back();
    for (const std::string& cell : row) line.push_back(screen_line(cell));
  }
  std::vector<std::size_t> widths(columns.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], width_of(line[i]));
    }
  }
  std::string out;
  for (const auto& line : lines) {
    std::string text;
    for (std::size_t i = 0; i < line.size() && i < widths.size(); ++i) {
      text += line[i] + std::string(widths[i] - width_of(line[i]) + 2, ' ');
    }
    out += text.erase(text.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace pharos::tools
