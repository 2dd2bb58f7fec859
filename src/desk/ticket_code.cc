// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/tickets.h"

namespace pharos::desk {
namespace {

// Douglas Crockford's base 32: no I, L, O (they look like 1, 1, 0), and no U.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSymbols = 16;  // of 5 bits each: 80
constexpr std::size_t kGroup = 4;
constexpr std::size_t kLongest = 128;  // bytes that are looked at; full-width letters take three

// What people and their keyboards put between the groups: spaces of all widths, hyphens and dashes.
bool separates(char32_t point) {
  return point == U' ' || point == U'\t' || point == U'\n' || point == U'\r' || point == U'-' || point == U'_' ||
         point == U'.' || point == 0xA0 || (point >= 0x2000 && point <= 0x2015) || point == 0x202F || point == 0x2060 ||
         point == 0x2212 || point == 0x3000 || point == 0xFEFF;
}

// The symbol's value, or nothing: what looks like a digit is that digit.
std::optional<unsigned> value_of(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;  // typed with a full-width input method
  if (point >= U'a' && point <= U'z') point -= U'a' - U'A';
  if (point == U'I' || point == U'L') return 1;
  if (point == U'O') return 0;
  if (point > 0x7F) return std::nullopt;
  const std::size_t at = kAlphabet.find(static_cast<char>(point));
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<unsigned>(at);
}

std::string write(const std::array<unsigned, kSymbols>& values) {
  std::string code;
  for (std::size_t i = 0; i < kSymbols; ++i) {
    if (i > 0 && i % kGroup == 0) code += '-';
    code += kAlphabet[values[i]];
  }
  return code;
}

unsigned hex_value(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

}  // namespace

std::string Tickets::new_code() {
  const std::string hex = random_hex(kSymbols * 5 / 8);
  std::array<unsigned, kSymbols> values{};
  for (std::size_t bit = 0; bit < kSymbols * 5; ++bit) {
    const unsigned set = hex_value(hex[bit / 4]) >> (3 - bit % 4) & 1U;
    values[bit / 5] = values[bit / 5] << 1U | set;
  }
  return write(values);
}

std::optional<std::string> Tickets::parse_code(std::string_view text) {
  if (text.size() > kLongest) return std::nullopt;
  std::array<unsigned, kSymbols> values{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint next = decode_utf8(text, at);
    at += next.bytes;
    const bool full_width_hyphen = next.point == 0xFF0D;
    if (separates(next.point) || full_width_hyphen) continue;
    const auto value = value_of(next.point);
    if (!value || count == kSymbols) return std::nullopt;
    values[count++] = *value;
  }
  if (count < kSymbols) return std::nullopt;
  return write(values);
}

}  // namespace pharos::desk
