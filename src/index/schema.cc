// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/schema.h"

#include <algorithm>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/text/segment.h"

namespace pharos::index {
namespace {

constexpr char kSeparator = '\0';

// By the number of characters: those of one are units, of two pairs..., whether a dictionary made them words or not.
std::string unspaced_name(std::string_view term) {
  constexpr std::string_view kBySize = "wub";
  std::string name(1, ' ');
  std::size_t count = 0;
  for (std::size_t at = 0; at < term.size();) {
    const DecodedPoint decoded = decode_utf8(term, at);
    if (decoded.point >= 0x30A1 && decoded.point <= 0x30F6) {
      append_utf8(name, decoded.point - 0x60);  // katakana as hiragana, as in kContent
    } else {
      name += term.substr(at, decoded.bytes);
    }
    at += decoded.bytes;
    ++count;
  }
  name[0] = count < kBySize.size() ? kBySize[count] : kBySize[0];
  return name;
}

bool is_unspaced(std::string_view term) { return !term.empty() && text::is_unspaced(decode_utf8(term, 0).point); }

}  // namespace

std::string term_name(text::TermClass term_class, std::string_view term) {
  if (is_unspaced(term)) {
    // How kContent tells its pairs of characters from its words: here they are the same.
    if (term_class == text::TermClass::kContent && term.ends_with('_')) term.remove_suffix(1);
    return unspaced_name(term);
  }
  return "w" + std::string(term);
}

std::string exact_term(std::string_view sameness_key) { return "X" + std::string(sameness_key); }

std::string key_term(std::string_view article_key) {
  // A key may be longer than a term may be; two keys that differ only behind the cut are told apart by the caller.
  return "K" + std::string(article_key.substr(0, text::kMaxTermBytes));
}

std::string category_term(std::string_view category_key) {
  return "C" + std::string(category_key.substr(0, text::kMaxTermBytes));
}

std::string audience_term(bool agent) { return agent ? "Aagent" : "Apublic"; }

std::string encode(const SectionData& data) {
  std::string bytes;
  bytes.reserve(data.anchor.size() + data.heading.size() + data.text.size() + 2);
  bytes += data.anchor;
  bytes += kSeparator;
  bytes += data.heading;
  bytes += kSeparator;
  bytes += data.text;
  return bytes;
}

SectionData decode_section(std::string_view bytes) {
  const std::size_t first = bytes.find(kSeparator);
  const std::size_t second = first == std::string_view::npos ? first : bytes.find(kSeparator, first + 1);
  if (second == std::string_view::npos) throw Error(ErrorKind::kCorrupt, "a section of the index is not readable");
  return {std::string(bytes.substr(0, first)), std::string(bytes.substr(first + 1, second - first - 1)),
          std::string(bytes.substr(second + 1))};
}

std::string encode_number(std::uint32_t number) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>((number >> shift) & 0xFF);
  return bytes;
}

std::uint32_t decode_number(std::string_view bytes) {
  if (bytes.size() != 4) throw Error(ErrorKind::kCorrupt, "a number of the index is not readable");
  std::uint32_t number = 0;
  for (const char byte : bytes) number = (number << 8) | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace pharos::index
