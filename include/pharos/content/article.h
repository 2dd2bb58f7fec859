// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pharos/base/article_key.h"
#include "pharos/base/language.h"
#include "pharos/base/time.h"

namespace pharos::content {

/// The part of an article under one heading: what a search finds. A value type.
struct Section {
  std::string anchor;   ///< fragment within the page; empty for the text before the first heading
  std::string heading;  ///< plain text; empty for the text before the first heading
  int level = 0;        ///< 2..6; 0 for the text before the first heading
  std::string text;     ///< plain text without the heading, blocks on lines of their own, UTF-8, code included
};

/// A link or picture as written in the source, with what became of it.
struct Link {
  std::string target;  ///< as written, entities decoded
  int line = 0;        ///< in the source file, 1-based; 0 when it came from raw HTML whose line is not known
  bool image = false;
  std::optional<ArticleKey> article;  ///< set when it points to an article or category of the library
  std::string fragment;               ///< without "#"
};

/// A query that must find its article, and the worst rank allowed (1-based).
struct Expectation {
  std::string query;
  int rank = 3;
};

/// Who may read an article.
enum class Audience { kPublic, kAgent };

/// One article in one language. A value type; immutable once it is in a Library.
struct Article {
  explicit Article(ArticleKey article_key, Language article_language)
      : key(std::move(article_key)), language(std::move(article_language)) {}

  ArticleKey key;
  Language language;
  std::string path;  ///< source file, relative to the content folder
  std::string title;
  std::string summary;  ///< from the front matter; empty when it has none
  std::vector<std::string> questions;
  std::vector<std::string> tags;
  std::string category;              ///< the category's key, empty for the top
  double order = 1e9;                ///< within its category; ties are ordered by title
  std::vector<std::string> related;  ///< keys, only those that exist
  std::vector<std::string> aliases;  ///< old addresses without language, no leading slash; redirected
  bool draft = false;
  std::optional<UtcTime> publish, expire, updated;
  Audience audience = Audience::kPublic;
  std::vector<std::string> regions;
  double boost = 1;
  std::string queue;
  std::vector<Expectation> expects;
  std::string source;  ///< the language (or language@revision) that this translation was made from
  std::map<std::string, std::string> unknown;  ///< other front matter, flattened to text, kept for editors' tools

  /// Sanitized HTML without the title. Inner links are written as href="pharos:KEY#fragment" and inner pictures as
  /// src="pharos-asset:PATH" (PATH relative to the content folder): whoever shows the page puts the reader's language
  /// and address there. KEY and PATH are percent-encoded as url_path() does it; "pharos:" alone is the home page. No
  /// author can write these schemes, the sanitizer refuses them.
  std::string html;
  std::vector<Section> sections;  ///< never empty: the first is the text before the first heading
  std::vector<Link> links;
  std::vector<std::string> assets;  ///< content-relative paths of the pictures and films it shows that exist
  std::string revision;             ///< 16 hex digits of the SHA-256 of the source file
  bool untranslated_copy =
      false;  ///< the text is still in the source language: readable, but not indexed under `language`
};

}  // namespace pharos::content
