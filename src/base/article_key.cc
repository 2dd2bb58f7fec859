// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/article_key.h"

#include <algorithm>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos {
namespace {

constexpr std::size_t kMaxKeyBytes = 512;

bool valid_segment(std::string_view segment) {
  if (segment.empty() || segment == "." || segment == "..") return false;
  return std::none_of(segment.begin(), segment.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; });
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '~' || c == '/';
}

}  // namespace

std::optional<ArticleKey> ArticleKey::parse(std::string_view text) {
  if (text.empty() || text.size() > kMaxKeyBytes || first_invalid_utf8(text)) return std::nullopt;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    if (!valid_segment(text.substr(at, end - at))) return std::nullopt;
    if (end == text.size()) break;
    at = end + 1;
  }
  return ArticleKey(std::string(text));
}

ArticleKey ArticleKey::require(std::string_view text, std::string_view parameter) {
  if (auto key = parse(text)) return *std::move(key);
  throw Error(
      ErrorKind::kInvalidArgument,
      "'" + std::string(cut_at_point(text, 80)) + "' is not an article key; write one such as deposits/wrong-network",
      std::string(parameter));
}

std::string_view ArticleKey::parent() const {
  const std::size_t slash = key_.rfind('/');
  return slash == std::string::npos ? std::string_view() : std::string_view(key_).substr(0, slash);
}

std::string_view ArticleKey::slug() const {
  const std::size_t slash = key_.rfind('/');
  return slash == std::string::npos ? std::string_view(key_) : std::string_view(key_).substr(slash + 1);
}

std::string url_path(std::string_view key) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(key.size());
  for (const char c : key) {
    if (unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace pharos
