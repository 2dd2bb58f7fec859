// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/desk/secret_guard.h"

namespace pharos::desk {

/// A character as the guard compares it, and the bytes of the original it stands for. A value type.
struct Glyph {
  char32_t point = 0;
  std::uint32_t begin = 0, end = 0;
};

/// The text as the guard reads it: full-width letters and signs, digits of all scripts, the many spaces and hyphens
/// written plainly; invisible characters (joiners, direction marks, soft hyphens) left out, so that they hide nothing.
/// Linear; any bytes.
std::vector<Glyph> plain_glyphs(std::string_view utf8);

/// Whether the character is one that plain_glyphs() leaves out.
bool is_invisible(char32_t point);

/// A run of glyphs that is a secret: [begin, end).
struct SecretSpan {
  std::size_t begin = 0, end = 0;
  SecretKind kind = SecretKind::kEmail;
};

/// What the finders look at. The text outlives it.
struct GuardedSource {
  std::string_view utf8;
  std::vector<Glyph> glyphs;

  char32_t at(std::size_t index) const { return index < glyphs.size() ? glyphs[index].point : 0; }
  /// The original's bytes of [begin, end).
  std::string_view bytes(std::size_t begin, std::size_t end) const;
  /// The plain characters of [begin, end). REQUIRES: all of them are ASCII.
  std::string ascii(std::size_t begin, std::size_t end) const;
};

constexpr bool is_digit(char32_t point) { return point >= U'0' && point <= U'9'; }
constexpr bool is_ascii_letter(char32_t point) {
  return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
}
constexpr bool is_ascii_word(char32_t point) { return is_digit(point) || is_ascii_letter(point); }

/// The finders, one a family of shapes. Each appends its spans, in the order of the text and not overlapping for one
/// kind; each is linear in the text.
void find_seed_phrases(const GuardedSource& source, std::vector<SecretSpan>& found);
void find_private_keys(const GuardedSource& source, std::vector<SecretSpan>& found);
void find_card_numbers(const GuardedSource& source, std::vector<SecretSpan>& found);
void find_emails(const GuardedSource& source, std::vector<SecretSpan>& found);
void find_phones(const GuardedSource& source, std::vector<SecretSpan>& found);
void find_wallet_addresses(const GuardedSource& source, std::vector<SecretSpan>& found);

}  // namespace pharos::desk
