// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/search/suggester.h"

#include <map>
#include <set>
#include <string>

#include "pharos/index/analyzers.h"
#include "pharos/search/analyzed_query.h"
#include "search/completion_search.h"
#include "search/completion_table.h"

namespace pharos::search {
namespace {

enum Rank { kTitle = 0, kQuestion = 1, kTerm = 2 };

// Letters of a word that may have an error in a language that was not asked for: short ones are near to too much.
constexpr std::size_t kLeastMisspelledElsewhere = 6;

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

/// The lines of one answer: an article once, a text once.
class Lines {
 public:
  Lines(const index::Catalog& catalog, std::size_t limit) : catalog_(catalog), limit_(limit) {}

  bool take(const CompletionLine& line) {
    Suggestion suggestion;
    suggestion.text = line.entry->text;
    suggestion.text_html = line.text_html;
    if (line.entry->article >= 0) {
      const index::CatalogArticle& article = catalog_.articles[static_cast<std::size_t>(line.entry->article)];
      if (!linked_.insert(article.key).second) return true;
      suggestion.key = article.key;
      suggestion.language = article.language;
    } else if (!offered_.insert(line.entry->text).second) {
      return true;
    }
    lines_.push_back(std::move(suggestion));
    return lines_.size() < limit_;
  }
  bool empty() const { return lines_.empty(); }
  std::vector<Suggestion> all() { return std::move(lines_); }

 private:
  const index::Catalog& catalog_;
  std::size_t limit_;
  std::vector<Suggestion> lines_;
  std::set<ArticleKey> linked_;
  std::set<std::string> offered_;
};

bool give_lines(CompletionSearch& search, const TakeLine& take) {
  if (!search.as_written(take)) return false;
  if (search.found_any() && search.is_finished_word()) return true;
  if (!search.by_keys(WayStage::kPrecise, take)) return false;
  return search.found_any() || search.by_keys(WayStage::kLoose, take);
}

// What says least about what was meant comes after all languages, and only when they have nothing else.
void give_last_resorts(std::vector<CompletionSearch>& searches, const Lines& lines, const TakeLine& take) {
  for (CompletionSearch& search : searches) {
    if (!search.by_keys(WayStage::kCoarse, take)) return;
  }
  if (!lines.empty()) return;
  std::size_t least = CompletionSearch::kLeastMisspelled;
  for (CompletionSearch& search : searches) {
    if (!search.misspelled(least, take)) return;
    least = kLeastMisspelledElsewhere;
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
  for (auto& [language, list] : entries) {
    impl_->tables.try_emplace(language, index::analyzer_for(language, catalog.glossaries), std::move(list));
  }
}

Suggester::~Suggester() = default;

std::vector<Suggestion> Suggester::suggest(std::string_view prefix, const Language& language, std::size_t limit) const {
  const std::string text = checked_text(std::string(prefix), QueryLimits{});
  if (limit == 0) return {};
  Lines lines(impl_->catalog, limit);
  const TakeLine take = [&lines](const CompletionLine& line) { return lines.take(line); };
  std::vector<CompletionSearch> searches;
  for (const Language& candidate : impl_->catalog.settings.chain(language)) {
    const auto table = impl_->tables.find(candidate);
    if (table == impl_->tables.end()) continue;
    if (!give_lines(searches.emplace_back(table->second, text), take)) return lines.all();
  }
  if (lines.empty()) give_last_resorts(searches, lines, take);
  return lines.all();
}

void Suggester::prepare() const {
  for (const auto& [language, table] : impl_->tables) table.prepare();
}

}  // namespace pharos::search
