// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "content/text_lines.h"
#include "pharos/base/utf8.h"
#include "pharos/content/question_writer.h"

namespace pharos::content {
namespace {

bool is_control(char32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }
bool is_line_separator(char32_t point) { return point == 0x2028 || point == 0x2029; }

bool is_space(char32_t point) {
  return point == ' ' || point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F ||
         point == 0x205F || point == 0x3000;
}

// Seen by nobody, but it turns or joins what stands around it. Joiners (U+200C, U+200D) are a part of writing.
bool is_invisible(char32_t point) {
  return point == 0x200B || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF || point == 0xAD;
}

// YAML 1.2, 5.1 leaves them out.
bool is_unprintable(char32_t point) { return is_control(point) || (point & 0xFFFE) == 0xFFFE; }

// Words that some reader of YAML takes for a flag or for nothing.
constexpr std::array<std::string_view, 9> kReserved = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};

// Within a plain text they mean nothing in any place but the first.
constexpr std::string_view kPlainSigns = " ,.()?!'/+%$-;";

bool is_ascii_letter(char32_t point) { return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z'); }

bool is_plain(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const DecodedPoint decoded = decode_utf8(line, at);
    const char32_t point = decoded.point;
    const bool letter = is_ascii_letter(point) || (point >= 0x80 && !is_unprintable(point) && !is_invisible(point) &&
                                                   !is_line_separator(point) && !is_space(point));
    const bool digit = point >= '0' && point <= '9';
    // A first digit makes a number, a date or a time of it.
    if (!letter && (at == 0 || (!digit && (point >= 0x80 ||
                                           kPlainSigns.find(static_cast<char>(point)) == std::string_view::npos)))) {
      return false;
    }
    at += decoded.bytes;
  }
  const std::string lower = ascii_lower(line);
  return !line.empty() && line.back() != ' ' && std::find(kReserved.begin(), kReserved.end(), lower) == kReserved.end();
}

void append_escape(std::string& out, char32_t point) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const int digits = point > 0xFFFF ? 8 : 4;
  out += digits == 8 ? "\\U" : "\\u";
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += kDigits[point >> shift & 15];
}

}  // namespace

std::string question_line(std::string_view typed) {
  std::string line;
  bool space = false;
  for (std::size_t at = 0; at < typed.size();) {
    const DecodedPoint decoded = decode_utf8(typed, at);
    at += decoded.bytes;
    const char32_t point = decoded.point;
    if (is_control(point) || is_line_separator(point) || is_space(point)) {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    append_utf8(line, point);
  }
  bool seen = false;
  for (std::size_t at = 0; at < line.size() && !seen;) {
    const DecodedPoint decoded = decode_utf8(line, at);
    at += decoded.bytes;
    seen = decoded.point != ' ' && !is_invisible(decoded.point);
  }
  return seen ? line : std::string();
}

std::string quoted_yaml_text(std::string_view line) {
  std::string out = "\"";
  for (std::size_t at = 0; at < line.size();) {
    const DecodedPoint decoded = decode_utf8(line, at);
    at += decoded.bytes;
    const char32_t point = decoded.point;
    if (is_unprintable(point) || is_invisible(point) || is_line_separator(point)) {
      append_escape(out, point);
      continue;
    }
    if (point == '"' || point == '\\') out += '\\';
    append_utf8(out, point);
  }
  return out + '"';
}

std::string yaml_text(std::string_view line) { return is_plain(line) ? std::string(line) : quoted_yaml_text(line); }

}  // namespace pharos::content
