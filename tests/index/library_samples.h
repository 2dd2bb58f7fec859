// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pharos/content/library.h"

// Libraries made by hand, so that the rooms above content are tested without reading a folder.
namespace pharos::content_samples {

inline Language lang(std::string_view tag) { return Language::require(tag); }

/// An article with one section; more are added by the test.
inline content::Article article(std::string_view tag, std::string_view key, const std::string& title,
                                const std::string& text) {
  content::Article made(ArticleKey::require(key), lang(tag));
  made.title = title;
  made.path = std::string(tag) + "/" + std::string(key) + ".md";
  made.category = std::string(made.key.parent());
  made.html = "<p>" + text + "</p>";
  made.revision = "0123456789abcdef";
  made.sections.push_back({"", "", 0, text});
  return made;
}

/// Languages in the order of the site, the first is the default; each falls back to the default. Categories are made
/// from the articles' folders.
inline content::Library library(const std::vector<std::string>& tags, std::vector<content::Article> articles) {
  content::Library made;
  for (const std::string& tag : tags) {
    content::SiteLanguage row(lang(tag));
    row.name = std::string(row.language.native_name());
    row.right_to_left = row.language.right_to_left();
    if (!made.settings.languages.empty()) row.fallback = {lang(tags.front())};
    made.settings.languages.push_back(std::move(row));
  }
  made.settings.default_language = lang(tags.front());
  std::sort(articles.begin(), articles.end(), [](const content::Article& a, const content::Article& b) {
    return a.language != b.language ? a.language < b.language : a.key < b.key;
  });
  for (const content::Article& one : articles) {
    for (std::size_t end = one.category.find('/'); !one.category.empty();) {
      const std::string key = one.category.substr(0, end);
      const bool known = std::any_of(made.categories.begin(), made.categories.end(),
                                     [&](const content::Category& category) { return category.key == key; });
      if (!known) {
        content::Category category;
        category.key = key;
        const std::size_t slash = key.rfind('/');
        category.parent = slash == std::string::npos ? std::string() : key.substr(0, slash);
        category.titles.emplace(lang(tags.front()), key);
        made.categories.push_back(std::move(category));
      }
      if (end == std::string::npos) break;
      end = one.category.find('/', end + 1);
    }
  }
  made.counts.articles = articles.size();
  made.articles = std::move(articles);
  return made;
}

}  // namespace pharos::content_samples
