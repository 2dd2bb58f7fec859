// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pharos {

/// A language tag (BCP 47, RFC 5646) in canonical letter case: "en", "zh-Hans", "pt-BR". An immutable value type.
/// Region and script stay as they were written: "zh-TW" is not rewritten to "zh-Hant" (addresses must stay stable),
/// but both answer the same script() and match each other in negotiate().
class Language {
 public:
  /// The tag when it is well-formed and its primary subtag is a language people write (ISO 639-1, and a few of
  /// ISO 639-3 such as "fil"), otherwise nothing: folder names such as "steam" or "api" are no languages.
  /// Accepts any letter case and "_" for "-".
  static std::optional<Language> parse(std::string_view tag);

  /// Throws Error{invalid_argument} where parse() gives nothing.
  static Language require(std::string_view tag, std::string_view parameter = "lang");

  const std::string& tag() const { return tag_; }
  /// "zh" of "zh-Hant-TW".
  std::string_view primary() const;
  /// The script the tag implies, ISO 15924: its own, or the likely one ("Hant" for zh-TW, "Latn" for en).
  std::string_view script() const;
  bool right_to_left() const;
  /// The language's name for itself, for example "Русский"; the tag itself when it is not in our table.
  std::string_view native_name() const;

  auto operator<=>(const Language&) const = default;

 private:
  explicit Language(std::string tag) : tag_(std::move(tag)) {}
  std::string tag_;
};

/// The best of `available` for one wanted tag: equal; same primary and script; same primary. RFC 4647 lookup, made
/// aware of scripts so that zh-HK gets zh-Hant rather than zh-Hans. Nothing when no primary subtag agrees.
std::optional<Language> best_match(const Language& wanted, const std::vector<Language>& available);

/// The first wanted language of an HTTP Accept-Language value (RFC 9110, 12.5.4) that best_match()es, by descending
/// quality. Malformed parts are passed over. REQUIRES: nothing; any bytes may be given.
std::optional<Language> negotiate(std::string_view accept_language, const std::vector<Language>& available);

}  // namespace pharos
