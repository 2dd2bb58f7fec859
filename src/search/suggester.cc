// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/search/suggester.h"

#include <map>
#include <set>
#include <string>

#include "pharos/search/analyzed_query.h"
#include "search/completion_table.h"

namespace pharos::search {
namespace {

enum Rank { kTitle = 0, kQuestion = 1, kTerm = 2 };

using Entries = std::map<Language, std::vector<CompletionEntry>>;

void add_articles(const index::Catalog& catalog, Entries& entries) {
  for (std::size_t i = 0; i < catalog.articles.size(); ++i) {
    const index::CatalogArticle& article = catalog.articles[i];
    if (article.agent) continue;
    auto& list = entries[article.language];
    const auto number = static_cast<std::int64_t>(i);
    list.push_back({article.title, number, kTitle});
    for (const std::string& question : article.questions) list.push_back({question, number, kQuestion});
  }
}

void add_terms(const index::Catalog& catalog, Entries& entries) {
  for (const content::Glossary& glossary : catalog.glossaries) {
    auto& list = entries[glossary.language];
    for (const content::GlossaryTerm& term : glossary.terms) {
      list.push_back({term.term, -1, kTerm});
      for (const std::string& synonym : term.synonyms) list.push_back({synonym, -1, kTerm});
    }
  }
}

}  // namespace

struct Suggester::Impl {
  explicit Impl(const index::Catalog& c) : catalog(c) {}
  const index::Catalog& catalog;
  std::map<Language, CompletionTable> tables;
};

Suggester::Suggester(const index::Catalog& catalog) : impl_(std::make_unique<Impl>(catalog)) {
  Entries entries;
  add_articles(catalog, entries);
  add_terms(catalog, entries);
  for (auto& [language, list] : entries) impl_->tables.try_emplace(language, language, std::move(list));
}

Suggester::~Suggester() = default;

std::vector<Suggestion> Suggester::suggest(std::string_view prefix, const Language& language, std::size_t limit) const {
  const std::string text = checked_text(std::string(prefix), QueryLimits{});
  std::vector<Suggestion> suggestions;
  std::set<ArticleKey> linked;
  std::set<std::string> offered;
  for (const Language& candidate : impl_->catalog.settings.chain(language)) {
    const auto table = impl_->tables.find(candidate);
    if (table == impl_->tables.end()) continue;
    for (const CompletionTable::Completion& completion : table->second.complete(text)) {
      if (suggestions.size() >= limit) return suggestions;
      const CompletionEntry& entry = *completion.entry;
      Suggestion suggestion;
      suggestion.text = entry.text;
      if (entry.article >= 0) {
        const index::CatalogArticle& article = impl_->catalog.articles[static_cast<std::size_t>(entry.article)];
        if (!linked.insert(article.key).second) continue;
        suggestion.key = article.key;
        suggestion.language = article.language;
      } else if (!offered.insert(entry.text).second) {
        continue;
      }
      suggestion.text_html = table->second.marked(entry, text);
      suggestions.push_back(std::move(suggestion));
    }
  }
  return suggestions;
}

}  // namespace pharos::search
