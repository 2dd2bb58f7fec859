// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "index/library_samples.h"
#include "pharos/search/suggester.h"

namespace pharos::search {

using content_samples::lang;

/// A catalog made by hand: all that a suggester needs.
class Offer {
 public:
  Offer& language(const char* tag, const std::vector<std::string>& fallback = {}) {
    content::SiteLanguage row(lang(tag));
    for (const std::string& other : fallback) row.fallback.push_back(lang(other));
    if (!catalog_.settings.default_language) catalog_.settings.default_language = row.language;
    catalog_.settings.languages.push_back(std::move(row));
    return *this;
  }
  Offer& title(const char* tag, const char* key, const std::string& title,
               const std::vector<std::string>& questions = {}) {
    index::CatalogArticle one(ArticleKey::require(key), lang(tag));
    one.title = title;
    one.questions = questions;
    catalog_.articles.push_back(std::move(one));
    return *this;
  }
  Offer& term(const char* tag, const std::string& word, const std::vector<std::string>& synonyms = {}) {
    content::Glossary glossary(lang(tag));
    glossary.terms.push_back({"", word, synonyms, {}, ""});
    catalog_.glossaries.push_back(std::move(glossary));
    return *this;
  }
  index::Catalog& catalog() { return catalog_; }

  std::vector<Suggestion> suggest(const char* tag, const std::string& prefix, std::size_t limit = 8) const {
    return Suggester(catalog_).suggest(prefix, lang(tag), limit);
  }
  std::string lines(const char* tag, const std::string& prefix, std::size_t limit = 8) const {
    return printed(suggest(tag, prefix, limit));
  }

  /// "<mark>Dep</mark>osit -> deposits | <mark>Dep</mark>th": an address follows where there is one.
  static std::string printed(const std::vector<Suggestion>& suggestions) {
    std::string all;
    for (const Suggestion& one : suggestions) {
      all += (all.empty() ? "" : " | ") + one.text_html + (one.key ? " -> " + one.key->str() : "");
    }
    return all;
  }

 private:
  index::Catalog catalog_;
};

}  // namespace pharos::search
