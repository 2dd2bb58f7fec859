// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/plain_glyphs.h"

#include <algorithm>

#include "pharos/base/utf8.h"

namespace pharos::desk {
namespace {

struct Range {
  char32_t first, last;
};

/// Default-ignorable characters people paste without knowing, or put in to hide something.
constexpr Range kInvisible[] = {{0xAD, 0xAD},     {0x34F, 0x34F},    {0x61C, 0x61C},   {0x180B, 0x180E},
                                {0x200B, 0x200F}, {0x202A, 0x202E},  {0x2060, 0x206F}, {0xFE00, 0xFE0F},
                                {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};
constexpr Range kSpaces[] = {{0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
                             {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
constexpr Range kHyphens[] = {{0x2010, 0x2015}, {0x2212, 0x2212}, {0x2E3A, 0x2E3B}, {0xFE58, 0xFE58}, {0xFE63, 0xFE63}};
/// The zeros of scripts whose ten digits follow one another (Unicode, general category Nd).
constexpr char32_t kZeros[] = {0x660,  0x6F0,  0x7C0,   0x966,   0x9E6,   0xA66,   0xAE6,  0xB66,
                               0xBE6,  0xC66,  0xCE6,   0xD66,   0xE50,   0xED0,   0xF20,  0x1040,
                               0x17E0, 0x1810, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6};

template <std::size_t kSize>
bool within(const Range (&ranges)[kSize], char32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [point](const Range& range) { return point >= range.first && point <= range.last; });
}

char32_t plain(char32_t point) {
  if (point < 0x80) return point;
  if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFF01 + 0x21;
  if (within(kSpaces, point)) return U' ';
  if (within(kHyphens, point)) return U'-';
  for (const char32_t zero : kZeros) {
    if (point >= zero && point <= zero + 9) return U'0' + (point - zero);
  }
  return point;
}

}  // namespace

bool is_invisible(char32_t point) { return within(kInvisible, point); }

std::vector<Glyph> plain_glyphs(std::string_view utf8) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedPoint decoded = decode_utf8(utf8, at);
    const std::size_t next = at + decoded.bytes;
    if (decoded.point < 0x80 || !is_invisible(decoded.point)) {
      glyphs.push_back({plain(decoded.point), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next)});
    }
    at = next;
  }
  return glyphs;
}

std::string_view GuardedSource::bytes(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  return utf8.substr(glyphs[begin].begin, glyphs[end - 1].end - glyphs[begin].begin);
}

std::string GuardedSource::ascii(std::size_t begin, std::size_t end) const {
  std::string text;
  text.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) text += static_cast<char>(glyphs[i].point);
  return text;
}

}  // namespace pharos::desk
