// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/search/searcher.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "search/database_pool.h"
#include "search/explanation.h"
#include "search/highlighter.h"
#include "search/ranking.h"

namespace pharos::search {
namespace {

// How an answer was found, strongest first; the classes that each name stands for.
struct MatchKind {
  std::string_view name;
  std::vector<text::TermClass> classes;
};

const std::vector<MatchKind>& match_kinds() {
  using text::TermClass;
  static const std::vector<MatchKind> kinds = {
      {"word", {TermClass::kWord, TermClass::kContent}},
      {"stem", {TermClass::kStem}},
      {"phrase", {TermClass::kPair}},
      {"unaccented", {TermClass::kBare, TermClass::kBarePair}},
      {"characters", {TermClass::kBigram, TermClass::kTriple, TermClass::kUnit}},
  };
  return kinds;
}

// One answer before it is dressed up: which language's ranking it came from and its place there.
struct Found {
  std::size_t language;
  RankedArticle ranked;
};

void check_window(const Query& query, const QueryLimits& limits) {
  // Not by their sum, which may be more than a number can hold.
  if (query.limit > limits.max_window || query.offset > limits.max_window - query.limit) {
    throw Error(ErrorKind::kInvalidArgument,
                "offset and limit reach beyond the first " + std::to_string(limits.max_window) +
                    " answers; ask more exactly instead",
                query.limit > limits.max_window ? "limit" : "offset");
  }
}

std::string top_category(std::string_view category) { return std::string(category.substr(0, category.find('/'))); }

}  // namespace

struct Searcher::Impl {
  Impl(std::shared_ptr<const index::Snapshot> s, QueryLimits l) : snapshot(s), limits(l), databases(std::move(s)) {
    for (const index::CatalogArticle& article : snapshot->catalog().articles) {
      versions[article.key.str()].push_back(&article);
    }
  }

  std::shared_ptr<const index::Snapshot> snapshot;
  QueryLimits limits;
  mutable DatabasePool databases;
  std::unordered_map<std::string, std::vector<const index::CatalogArticle*>> versions;  // an article in its languages

  QueryFilter filter_of(const Query& query) const {
    if (!query.category.empty()) {
      const auto& categories = snapshot->catalog().categories;
      const bool known = std::any_of(categories.begin(), categories.end(),
                                     [&](const content::Category& category) { return category.key == query.category; });
      if (!known) {
        throw Error(ErrorKind::kInvalidArgument, "there is no category '" + query.category + "'", "category");
      }
    }
    return {query.category, query.agent};
  }

  // Every language of the chain in order; an article is taken from the first that has it among its answers.
  std::vector<Found> find(const std::vector<AnalyzedQuery>& chain, const QueryFilter& filter) const {
    const index::Catalog& catalog = snapshot->catalog();
    std::vector<Found> found;
    std::set<ArticleKey> seen;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      databases.with(chain[i].language, [&](Xapian::Database& database) {
        for (const RankedArticle& ranked : rank(database, chain[i], filter, catalog, limits.max_window)) {
          if (seen.insert(catalog.articles[ranked.article].key).second) found.push_back({i, ranked});
        }
      });
    }
    if (found.size() > limits.max_window) found.resize(limits.max_window);
    return found;
  }

  // Words of a fallback language may find an article that is also written in the reader's: then that one is shown.
  const index::CatalogArticle& shown_version(const index::CatalogArticle& found,
                                             const std::vector<AnalyzedQuery>& chain) const {
    const std::vector<const index::CatalogArticle*>& all = versions.at(found.key.str());
    for (const AnalyzedQuery& query : chain) {
      const auto version = std::find_if(all.begin(), all.end(), [&](const index::CatalogArticle* article) {
        return article->language == query.language && article->agent == found.agent;
      });
      if (version != all.end()) return **version;
    }
    return found;
  }

  Hit dress(Xapian::Database& database, const AnalyzedQuery& query, const Highlighter& highlighter,
            const RankedArticle& ranked, const std::vector<AnalyzedQuery>& chain) const {
    const index::CatalogArticle& article = snapshot->catalog().articles[ranked.article];
    const index::SectionData section = index::decode_section(database.get_document(ranked.section).get_data());
    const index::CatalogArticle& shown = shown_version(article, chain);
    Hit hit(shown.key, shown.language);
    hit.title = shown.title;
    hit.category = shown.category;
    if (&shown == &article) {
      hit.title_html = highlighter.marked(article.title);
      hit.anchor = section.anchor;
      hit.heading = section.heading;
      // The opening of a page may say less than its summary; a summary never stands in for a passage that matches.
      const bool summarize =
          section.anchor.empty() && !article.summary.empty() && highlighter.matches(section.text).empty();
      hit.snippet_html = highlighter.snippet(summarize || section.text.empty() ? article.summary : section.text);
    } else {
      hit.title_html = escape_html(shown.title);
      hit.snippet_html = shown.summary.empty() ? highlighter.snippet(section.text) : escape_html(shown.summary);
    }
    hit.matched_by = matched_by(database, query, ranked);
    hit.score = ranked.score;
    hit.updated = shown.updated;
    hit.is_fallback = shown.language != chain.front().language;
    return hit;
  }

  static std::vector<std::string> matched_by(Xapian::Database& database, const AnalyzedQuery& query,
                                             const RankedArticle& ranked) {
    std::vector<std::string> kinds;
    if (ranked.exact) kinds.emplace_back("exact-title");
    for (const MatchKind& kind : match_kinds()) {
      const bool any = std::any_of(query.terms.begin(), query.terms.end(), [&](const QueryTerm& term) {
        return std::find(kind.classes.begin(), kind.classes.end(), term.term_class) != kind.classes.end() &&
               has_term(database, ranked.section, index::term_name(index::Field::kAll, term.term_class, term.term));
      });
      if (any) kinds.emplace_back(kind.name);
    }
    return kinds;
  }

  std::vector<AnalyzedQuery> analyze_chain(const Query& query, const std::string& text) const {
    std::vector<AnalyzedQuery> chain;
    for (const Language& language : snapshot->catalog().settings.chain(query.language)) {
      chain.push_back(analyze_query(text, language, limits));
    }
    return chain;
  }

  std::vector<Hit> dress_window(const std::vector<Found>& found, const std::vector<AnalyzedQuery>& chain,
                                const Query& query) const {
    std::vector<Hit> hits;
    const std::size_t end = std::min(found.size(), query.offset + query.limit);
    for (std::size_t i = query.offset; i < end;) {
      const std::size_t language = found[i].language;
      const AnalyzedQuery& analyzed = chain[language];
      databases.with(analyzed.language, [&](Xapian::Database& database) {
        const Highlighter highlighter(analyzed, [&](const QueryTerm& term) {
          const double frequency =
              database.get_termfreq(index::term_name(index::Field::kAll, term.term_class, term.term));
          if (frequency == 0) return 0.0;
          return std::log(1 + (database.get_doccount() - frequency + 0.5) / (frequency + 0.5));
        });
        for (; i < end && found[i].language == language; ++i) {
          hits.push_back(dress(database, analyzed, highlighter, found[i].ranked, chain));
        }
      });
    }
    return hits;
  }
};

Searcher::Searcher(std::shared_ptr<const index::Snapshot> snapshot, QueryLimits limits)
    : impl_(std::make_unique<Impl>(std::move(snapshot), limits)) {}

Searcher::~Searcher() = default;

SearchResult Searcher::search(const Query& query) const {
  check_window(query, impl_->limits);
  const QueryFilter filter = impl_->filter_of(query);
  SearchResult result(query.language);
  result.text = checked_text(query.text, impl_->limits);
  const std::vector<AnalyzedQuery> chain = impl_->analyze_chain(query, result.text);
  const std::vector<Found> found = impl_->find(chain, filter);
  result.total = found.size();
  std::map<std::string, std::size_t> facets;
  for (const Found& answer : found) {
    ++facets[top_category(impl_->snapshot->catalog().articles[answer.ranked.article].category)];
  }
  for (const auto& [category, count] : facets) {
    if (!category.empty()) result.facets.push_back({category, count});
  }
  std::stable_sort(result.facets.begin(), result.facets.end(),
                   [](const Facet& a, const Facet& b) { return a.count > b.count; });
  result.hits = impl_->dress_window(found, chain, query);
  return result;
}

std::string Searcher::explain(const Query& query, const std::optional<ArticleKey>& article) const {
  const QueryFilter filter = impl_->filter_of(query);
  const std::string text = checked_text(query.text, impl_->limits);
  Explanation explanation(impl_->snapshot->catalog());
  explanation.typed(query.text, text);
  std::set<ArticleKey> seen;
  std::size_t place = 0;
  bool article_found = false;
  for (const AnalyzedQuery& analyzed : impl_->analyze_chain(query, text)) {
    const bool searched = impl_->databases.with(analyzed.language, [&](Xapian::Database& database) {
      const std::vector<RankedArticle> ranked =
          rank(database, analyzed, filter, impl_->snapshot->catalog(), impl_->limits.max_window);
      explanation.language(database, analyzed, filter);
      explanation.answers(database, analyzed, filter, ranked, seen, place);
      if (article) article_found = explanation.article(database, analyzed, filter, ranked, *article) || article_found;
    });
    if (!searched) explanation.no_articles_in(analyzed.language);
  }
  if (article && !article_found) explanation.absent(*article, query.language);
  return explanation.text();
}

}  // namespace pharos::search
