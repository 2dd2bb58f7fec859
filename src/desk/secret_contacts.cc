// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "desk/plain_glyphs.h"
#include "desk/seed_letters.h"

namespace pharos::desk {
namespace {

/// RFC 5321 allows no more in front of the sign and behind it.
constexpr std::size_t kLongestLocal = 64;
constexpr std::size_t kLongestDomain = 253;

bool is_ascii_local(char32_t point) {
  constexpr std::u32string_view kSigns = U"!#$%&'*+-/=?^_`{|}~.";
  return is_ascii_word(point) || kSigns.find(point) != std::u32string_view::npos;
}

bool is_letter_beyond_ascii(char32_t point) { return point >= 0x80 && seed_letter(point) != SeedLetter::kNone; }

/// In "我的邮箱是abc@example.com" the name is ASCII; it is other letters only where one stands at the sign itself.
std::size_t local_begin(const GuardedSource& source, std::size_t sign) {
  const bool ascii = sign > 0 && source.glyphs[sign - 1].point < 0x80;
  std::size_t begin = sign;
  while (begin > 0 && sign - begin < kLongestLocal) {
    const char32_t point = source.glyphs[begin - 1].point;
    if (!is_ascii_local(point) && (ascii || !is_letter_beyond_ascii(point))) break;
    --begin;
  }
  constexpr std::u32string_view kNotFirst = U".'/`{|}=?!*&";
  while (begin < sign && kNotFirst.find(source.glyphs[begin].point) != std::u32string_view::npos) ++begin;
  return begin;
}

/// After the last label of at least two letters; `begin` when there are no two labels.
std::size_t domain_end(const GuardedSource& source, std::size_t begin) {
  const bool ascii = source.at(begin) < 0x80;
  std::size_t end = begin;
  std::size_t labels = 0;
  for (std::size_t at = begin; at < source.glyphs.size() && at - begin < kLongestDomain;) {
    const std::size_t label = at;
    bool letters = true;
    const bool label_ascii = ascii || source.at(at) < 0x80;
    while (at < source.glyphs.size() && at - begin < kLongestDomain) {
      const char32_t point = source.glyphs[at].point;
      const bool digit_or_hyphen = is_digit(point) || point == U'-';
      if (!digit_or_hyphen && !is_ascii_letter(point) && (label_ascii || !is_letter_beyond_ascii(point))) break;
      letters = letters && !digit_or_hyphen;
      ++at;
    }
    if (at == label) break;
    ++labels;
    if (labels > 1 && letters && at - label >= 2) end = at;
    const char32_t dot = source.at(at);
    if (dot != U'.' && dot != U'。' && dot != U'．') break;
    ++at;
  }
  return end;
}

}  // namespace

void find_emails(const GuardedSource& source, std::vector<SecretSpan>& found) {
  std::size_t after_last = 0;
  for (std::size_t at = 0; at < source.glyphs.size(); ++at) {
    if (source.glyphs[at].point != U'@') continue;
    const std::size_t begin = std::max(local_begin(source, at), after_last);
    const std::size_t end = domain_end(source, at + 1);
    if (begin >= at || end == at + 1) continue;
    found.push_back({begin, end, SecretKind::kEmail});
    after_last = end;
    at = end - 1;
  }
}

}  // namespace pharos::desk
