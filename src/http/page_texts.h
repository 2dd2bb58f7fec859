// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "pharos/base/language.h"
#include "pharos/base/time.h"

namespace pharos::http {

/// The words of the interface in one language, as site/texts/<tag>.json gives them. Immutable after reading;
/// thread-safe.
class PageTexts {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// Reads the text of a JSON file. Texts that it lacks are taken from `base` (the English ones), so that a translation
  /// under way still gives whole pages. Throws Error{invalid_argument} naming `file` and the fault.
  PageTexts(Language language, std::string_view json, const std::string& file, const PageTexts* base);

  const Language& language() const { return language_; }
  bool right_to_left() const { return language_.right_to_left(); }

  /// The text as written. Throws Error{internal} for a name that no file has.
  const std::string& raw(std::string_view name) const;
  /// Null when there is no such text.
  const std::string* find(std::string_view name) const;
  /// The text with {placeholders} replaced.
  std::string text(std::string_view name, Values values = {}) const;
  /// The form of the text for that number ("results" is written as results_one, results_other, ...); {count} is
  /// replaced by the number.
  std::string count(std::string_view name, std::size_t number, Values values = {}) const;
  /// A day as the language writes it, in UTC.
  std::string date(UtcTime time) const;
  /// Day and minute as the language writes them, in UTC and saying so.
  std::string date_time(UtcTime time) const;

  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> texts_;
};

/// Replaces each {name} that `values` knows, in one pass: what is put in is not looked at again.
std::string fill_placeholders(std::string_view text, PageTexts::Values values);

}  // namespace pharos::http
