// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pharos/base/diagnostic.h"
#include "pharos/base/files.h"
#include "pharos/content/article.h"
#include "pharos/content/glossary.h"
#include "pharos/content/notice.h"
#include "pharos/content/site_settings.h"

namespace pharos::content {

/// How a tree says which language a page is in.
enum class Layout {
  kFolders,     ///< <root>/<language>/<path>, also below docs/, content/, src/...
  kDocusaurus,  ///< docs/<path> in the default language, i18n/<language>/docusaurus-plugin-content-docs/current/<path>
  kSuffix,      ///< <path>.<language>.md beside <path>.md
  kSingle,      ///< one language
};

std::string_view name(Layout layout);
/// Nothing for an unknown name.
std::optional<Layout> parse_layout(std::string_view name);

/// What was found out about a tree before any page was read, in words for the operator. A value type.
struct TreeLayout {
  Layout layout = Layout::kSingle;
  std::string documents_folder;  ///< relative to the content folder; "" for itself
  std::vector<Language> languages;
  std::optional<Language> default_language;
  bool default_at_root = false;  ///< kFolders: pages outside the language folders are in the default language
  /// Why, one sentence each: "languages are the sibling folders de, en, ... of docs/: they share 57 of 59 paths".
  std::vector<std::string> reasons;
};

/// What an operator may say instead of having it found out. Empty members are found out.
struct ReadOptions {
  std::optional<Layout> layout;
  std::vector<Language> languages;
  std::optional<Language> default_language;
  bool drafts = false;  ///< the preview's view: drafts, and articles not yet published or already expired, are kept
  UtcTime now;          ///< decides publish and expire
  std::uint64_t max_article_bytes = 512 * 1024;  ///< real trees have pages of 286 KiB (AdGuard's)
  /// Called with files done and files in all, at most a hundred times; may be empty. Called on the reading thread.
  std::function<void(std::size_t, std::size_t)> progress;
};

/// A folder of articles, in all its languages. A value type.
struct Category {
  std::string key;     ///< "deposits", "api/errors"
  std::string parent;  ///< "" for the top
  std::string icon;
  double order = 1e9;
  std::map<Language, std::string> titles;  ///< never empty; made from the folder's name where nothing says it
  std::map<Language, std::string> summaries;
};

/// Numbers for the table at the end of a build.
struct LibraryCounts {
  std::size_t files = 0;     ///< markdown files seen below the documents folders
  std::size_t articles = 0;  ///< (key, language) pairs that readers get, untranslated copies not counted
  std::size_t keys = 0;      ///< distinct keys
  std::size_t languages = 0;
  std::size_t categories = 0;
  std::size_t untranslated_copies = 0;
  std::size_t orphans = 0;    ///< keys that exist in a translation only, not in the default language
  std::size_t held_back = 0;  ///< drafts, not yet published, expired
  std::size_t refused = 0;    ///< files that could not become an article (too large, not UTF-8, double key...)
  std::size_t errors = 0, warnings = 0, infos = 0;
  std::map<Language, std::size_t> articles_by_language, copies_by_language;
};

/// All of a content folder, read once. Immutable after reading: any number of threads may read it.
struct Library {
  std::filesystem::path root;
  TreeLayout tree;
  SiteSettings settings;
  std::vector<Article> articles;     ///< ordered by language, then key; each pair once; copies included and marked
  std::vector<Category> categories;  ///< ordered by site order, then order, then title; parents before children
  std::vector<Notice> notices;       ///< active first, newest first
  std::vector<Glossary> glossaries;
  Diagnostics diagnostics;  ///< ordered by path and line
  LibraryCounts counts;

  const Article* find(const ArticleKey& key, const Language& language) const;
};

/// Finds out the layout. Throws Error{not_found} when the folder is absent or holds no markdown at all, and
/// Error{invalid_argument} when the layout is ambiguous: it never guesses in silence. The message names the option.
TreeLayout detect_layout(const FileList& files, const ReadOptions& options);

/// Reads the whole folder. One bad page never stops the rest: it becomes a diagnostic. Throws as detect_layout() does.
Library read_library(const std::filesystem::path& root, const ReadOptions& options);

}  // namespace pharos::content
