// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/mail_encoding.h"

#include <algorithm>

#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"

namespace pharos::gateway {
namespace {

constexpr std::size_t kLine = 76;
constexpr std::size_t kMostWord = 75;
constexpr std::size_t kMostParameter = 240;
constexpr std::string_view kWordBegin = "=?UTF-8?B?";
constexpr std::string_view kWordEnd = "?=";
constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_printable(char c) { return c >= 0x20 && c < 0x7f; }

void append_hex(std::string& out, char mark, char byte) {
  const auto value = static_cast<unsigned char>(byte);
  out += mark;
  out += kHex[value >> 4];
  out += kHex[value & 15];
}

std::string without_controls(std::string_view utf8) {
  std::string text = replace_invalid_utf8(utf8);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return text;
}

// How many bytes of text fit into an encoded word that may take `room` bytes; base 64 takes four for three.
std::size_t fits(std::size_t room) {
  const std::size_t around = kWordBegin.size() + kWordEnd.size();
  return room < around + 8 ? 0 : (std::min(room, kMostWord) - around) / 4 * 3;
}

}  // namespace

std::string encoded_text(std::string_view utf8, std::size_t first_line) {
  std::string text = without_controls(utf8);
  const bool plain = std::all_of(text.begin(), text.end(), is_printable) && text.find("=?") == std::string::npos &&
                     first_line + text.size() <= kLine && (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return text;
  std::string out;
  std::size_t room = first_line < kLine ? kLine - first_line : 0;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view piece = cut_at_point(rest, fits(room));
    if (piece.empty()) {
      out += "\r\n ";
      room = kLine - 1;
      piece = cut_at_point(rest, fits(room));
    }
    out += std::string(kWordBegin) + base64(piece) + std::string(kWordEnd);
    rest.remove_prefix(piece.size());
    room = 0;
  }
  return out;
}

std::string quoted_printable(std::string_view utf8) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    if (c == '\n' || c == '\r') {
      if (c == '\r' && i + 1 < utf8.size() && utf8[i + 1] == '\n') ++i;
      out += "\r\n";
      column = 0;
      continue;
    }
    const bool ends_line = i + 1 == utf8.size() || utf8[i + 1] == '\n' || utf8[i + 1] == '\r';
    const bool literal = c == ' ' || c == '\t' ? !ends_line : is_printable(c) && c != '=';
    const std::size_t width = literal ? 1 : 3;
    if (column + width > kLine - 1) {
      out += "=\r\n";
      column = 0;
    }
    if (literal) {
      out += c;
    } else {
      append_hex(out, '=', c);
    }
    column += width;
  }
  return out;
}

std::string base64_lines(std::string_view bytes) {
  const std::string all = base64(bytes);
  std::string out;
  out.reserve(all.size() + all.size() / kLine * 2 + 2);
  for (std::size_t at = 0; at < all.size(); at += kLine) {
    out.append(all, at, kLine);
    out += "\r\n";
  }
  return out;
}

std::string parameter(std::string_view name, std::string_view value) {
  const std::string text = without_controls(cut_at_point(value, kMostParameter));
  const bool plain = std::all_of(text.begin(), text.end(), is_printable);
  std::string out(name);
  if (plain && text.find_first_of("\"\\") == std::string::npos) return out + "=\"" + text + "\"";
  out += "*=UTF-8''";
  for (const char c : text) {
    const bool literal =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    if (literal) {
      out += c;
    } else {
      append_hex(out, '%', c);
    }
  }
  return out;
}

}  // namespace pharos::gateway
