// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/content/library.h"
#include "pharos/index/article_signal.h"

namespace pharos::index {

/// A heading in an article's table of contents.
struct Heading {
  std::string anchor, text;
  int level = 2;
};

/// All of an article but its body. A value type.
struct CatalogArticle {
  CatalogArticle(ArticleKey article_key, Language article_language)
      : key(std::move(article_key)), language(std::move(article_language)) {}

  ArticleKey key;
  Language language;
  std::string title, summary, category, revision, source_path, queue;
  std::vector<std::string> questions, tags, related, aliases;
  std::vector<Heading> headings;
  double order = 0;
  double boost = 1;
  ArticleSignal signal;  ///< what readers said of it before the build
  bool agent = false;
  std::optional<UtcTime> updated;
  std::uint64_t body_offset = 0;  ///< in the file of bodies
  std::uint64_t body_bytes = 0;   ///< compressed

  /// What its score is multiplied by: what the editor wants and what readers say.
  double worth() const { return boost * signal.factor(); }
};

/// What a help center shows besides bodies, in memory. Immutable once read; thread-safe.
struct Catalog {
  content::SiteSettings settings;
  std::vector<CatalogArticle> articles;  ///< by number
  std::vector<content::Category> categories;
  std::vector<content::Notice> notices;
  std::vector<content::Glossary> glossaries;
  std::map<std::string, std::string> assets;  ///< content-relative path to the name it is served under
};

std::string to_json(const Catalog& catalog);
/// Throws Error{corrupt} for what to_json() did not write.
Catalog catalog_from_json(std::string_view json);

}  // namespace pharos::index
