// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/article_fields.h"
#include "content/tree_places.h"
#include "pharos/base/diagnostic.h"
#include "pharos/content/article.h"
#include "pharos/content/library.h"

namespace pharos::content {

/// A markdown file on its way into the library: first read, then rendered when the keys of all pages are known.
struct Page {
  Page(Article page_article, Place page_place) : article(std::move(page_article)), place(std::move(page_place)) {}

  Article article;  ///< without html and what else rendering gives
  Place place;
  PageFields fields;
  bool describes_category = false;  ///< _index.md
  std::string body;
  int body_line = 1;
  std::string heading;           ///< of first level, from rendering
  std::vector<std::string> ids;  ///< from rendering, sorted
  Diagnostics diagnostics;       ///< of this page alone
};

/// The bytes of a source file as text: without byte order mark, "\n" line ends, UTF-8. Ill-formed bytes are replaced
/// and reported. Nothing, and a diagnostic, when the file cannot be an article at all (too large, UTF-16).
std::optional<std::string> source_text(std::string bytes, const std::string& path, Diagnostics& diagnostics);

/// Reads the file at `root`/`file.path`. Nothing, and a diagnostic, when it cannot be an article.
std::optional<Page> read_page(const std::filesystem::path& root, const FoundFile& file, Place place,
                              const ReadOptions& options, Diagnostics& diagnostics);

/// Why readers do not get the page at `now`: "a draft", "not yet published", "expired"; empty when they do.
std::string_view held_back_reason(const Article& article, UtcTime now);

}  // namespace pharos::content
