// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "http/page_texts.h"

namespace pharos::http {

/// The templates of site/templates as text. Tags that never differ between two readers of one language are resolved
/// once, before Mustache sees them:
///   {{> name}}        the file name.mustache; {{> page}} in the layout is the page itself
///   {{t.name}}        an interface text, escaped; its {placeholders} become {{placeholders}} of the page
///   {{raw.name}}      the same with its {placeholders} left for the scripts
///   {{static/path}}   the address of a file of site/static, with its digest, so that browsers may keep it for ever
/// Immutable after reading; thread-safe.
class PageTemplates {
 public:
  /// The address of a static file by its path; empty when there is none.
  using StaticAddress = std::function<std::string(std::string_view path)>;

  /// Throws Error{not_found} when the folder or the layout is missing.
  explicit PageTemplates(const std::filesystem::path& folder);

  /// The whole Mustache text of a page in one language. Throws Error{not_found} for a missing template or static file
  /// and Error{invalid_argument} for an unknown text or partials that include each other.
  std::string page(std::string_view name, const PageTexts& texts, const StaticAddress& static_address) const;

 private:
  std::map<std::string, std::string, std::less<>> sources_;
};

}  // namespace pharos::http
