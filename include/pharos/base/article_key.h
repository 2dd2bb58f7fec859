// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace pharos {

/// What an article is called in every language: its path without language and ending, "deposits/wrong-network".
/// The same shape names categories ("deposits"). An immutable value type.
class ArticleKey {
 public:
  /// Nothing for an empty text, more than 512 bytes, empty, "." or ".." segments, control characters, or bytes that
  /// are not UTF-8.
  static std::optional<ArticleKey> parse(std::string_view text);
  /// Throws Error{invalid_argument} where parse() gives nothing.
  static ArticleKey require(std::string_view text, std::string_view parameter = "key");

  const std::string& str() const { return key_; }
  /// The folder, "deposits" of "deposits/wrong-network"; empty at the top.
  std::string_view parent() const;
  /// The last segment, "wrong-network".
  std::string_view slug() const;

  auto operator<=>(const ArticleKey&) const = default;

 private:
  explicit ArticleKey(std::string key) : key_(std::move(key)) {}
  std::string key_;
};

/// Percent-encodes a key for the path of an address (RFC 3986), keeping "/".
std::string url_path(std::string_view key);

}  // namespace pharos

template <>
struct std::hash<pharos::ArticleKey> {
  std::size_t operator()(const pharos::ArticleKey& key) const noexcept { return std::hash<std::string>{}(key.str()); }
};
