// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/library.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "content/library_reader.h"

namespace pharos::content {

const Article* Library::find(const ArticleKey& key, const Language& language) const {
  const auto found = std::lower_bound(
      articles.begin(), articles.end(), std::tie(language, key),
      [](const Article& article, const auto& wanted) { return std::tie(article.language, article.key) < wanted; });
  if (found == articles.end() || found->key != key || found->language != language) return nullptr;
  return &*found;
}

Library read_library(const std::filesystem::path& root, const ReadOptions& options) {
  return LibraryReader(root, options).read();
}

void count_library(Library& library) {
  LibraryCounts& counts = library.counts;
  std::set<ArticleKey> keys;
  std::set<ArticleKey> default_keys;
  for (const Article& article : library.articles) {
    keys.insert(article.key);
    if (article.language == library.settings.default_language) default_keys.insert(article.key);
    auto& by_language = article.untranslated_copy ? counts.copies_by_language : counts.articles_by_language;
    ++by_language[article.language];
    ++(article.untranslated_copy ? counts.untranslated_copies : counts.articles);
  }
  counts.keys = keys.size();
  counts.orphans = keys.size() - default_keys.size();
  counts.languages = library.tree.languages.size();
  counts.categories = library.categories.size();
  for (const Diagnostic& diagnostic : library.diagnostics) {
    const bool error = diagnostic.severity == Severity::kError;
    const bool warning = diagnostic.severity == Severity::kWarning;
    ++(error ? counts.errors : warning ? counts.warnings : counts.infos);
  }
}

void derive_settings(const TreeLayout& tree, SiteSettings& settings) {
  if (!settings.default_language) settings.default_language = tree.default_language;
  if (!settings.languages.empty()) return;
  for (const Language& tag : tree.languages) {
    SiteLanguage language(tag);
    language.name = tag.native_name();
    language.right_to_left = tag.right_to_left();
    // Regional variants help each other out before the default language does.
    for (const Language& other : tree.languages) {
      if (other != tag && other.primary() == tag.primary()) language.fallback.push_back(other);
    }
    settings.languages.push_back(std::move(language));
  }
}

}  // namespace pharos::content
