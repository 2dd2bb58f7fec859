// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/search/searcher.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/search/vocabulary.h"
#include "search/confidence.h"
#include "search/database_pool.h"
#include "search/explanation.h"
#include "search/highlighter.h"
#include "search/pipeline.h"
#include "search/ranking.h"
#include "search/word_knowledge.h"

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
      {"word", {TermClass::kWord}},
      {"stem", {TermClass::kStem}},
      {"phrase", {TermClass::kPair}},
      {"unaccented", {TermClass::kBare, TermClass::kBarePair}},
      {"characters", {TermClass::kBigram, TermClass::kTriple, TermClass::kContent, TermClass::kSound}},
  };
  return kinds;
}

// One answer before it is dressed up: which language's ranking it came from and its place there.
struct Found {
  std::size_t language;
  RankedArticle ranked;
};

// What an article that the reader's language lacks is worth beside those it has.
constexpr double kForeign = .8;
// Of the query, what its title must have to come before them.
constexpr double kTitled = .5;

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
  Impl(std::shared_ptr<const index::Snapshot> s, QueryLimits l)
      : snapshot(s), limits(l), databases(std::move(s)), vocabulary(snapshot->catalog()) {
    for (const index::CatalogArticle& article : snapshot->catalog().articles) {
      versions[article.key.str()].push_back(&article);
      if (!languages.contains(article.language)) languages.try_emplace(article.language, *snapshot, article.language);
    }
  }

  std::shared_ptr<const index::Snapshot> snapshot;
  QueryLimits limits;
  mutable DatabasePool databases;
  std::map<Language, LanguageIndex> languages;
  Vocabulary vocabulary;
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

  bool is_written_before(const index::CatalogArticle& article, const std::vector<AnalyzedQuery>& chain,
                         std::size_t language) const {
    const std::vector<const index::CatalogArticle*>& all = versions.at(article.key.str());
    return std::any_of(all.begin(), all.end(), [&](const index::CatalogArticle* version) {
      return std::any_of(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(language),
                         [&](const AnalyzedQuery& query) { return query.language == version->language; });
    });
  }

  // Scores of different languages mean nothing beside each other; how much of the query an article has does.
  static std::size_t place_of(const RankedArticle& ranked, const std::vector<Found>& found) {
    std::size_t place = found.size();
    for (; place > 0; --place) {
      const RankedArticle& other = found[place - 1].ranked;
      if (ranked.title < kTitled || other.exact || other.title >= kForeign * ranked.title ||
          other.coverage >= ranked.coverage) {
        break;
      }
    }
    return place;
  }

  // Every language of the chain in order; an article is taken from the first that has it among its answers. One that is
  // written in no language before comes before those that have less of the query, if its title says what is asked.
  std::vector<Found> find(const std::vector<AnalyzedQuery>& chain, const QueryFilter& filter, Evidence& evidence,
                          std::size_t& words) const {
    const index::Catalog& catalog = snapshot->catalog();
    std::vector<Found> found;
    std::set<ArticleKey> seen;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const auto index = languages.find(chain[i].language);
      if (index == languages.end()) continue;
      databases.with(chain[i].language, [&](Xapian::Database& database) {
        const Ranking ranking = rank(database, index->second, chain[i], filter, catalog, limits.max_window);
        // How sure we are is asked of the first language that answers at all.
        if (found.empty()) {
          evidence = evidence_of(ranking.articles, ranking.unknown);
          words = ranking.words;
        }
        const bool first = found.empty();
        for (const RankedArticle& ranked : ranking.articles) {
          const index::CatalogArticle& article = catalog.articles[ranked.article];
          if (!seen.insert(article.key).second) continue;
          const bool behind = first || is_written_before(article, chain, i);
          const std::size_t place = behind ? found.size() : place_of(ranked, found);
          found.insert(found.begin() + static_cast<std::ptrdiff_t>(place), {i, ranked});
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
    hit.matched_by = matched_by(query, ranked);
    hit.score = ranked.score;
    hit.updated = shown.updated;
    hit.is_fallback = shown.language != chain.front().language;
    return hit;
  }

  // Only the best had a second look: of the others it is known that they share terms, and no more.
  static std::vector<std::string> matched_by(const AnalyzedQuery& query, const RankedArticle& ranked) {
    std::vector<std::string> kinds;
    if (ranked.exact) kinds.emplace_back("exact-title");
    for (const MatchKind& kind : match_kinds()) {
      const bool any = std::any_of(kind.classes.begin(), kind.classes.end(), [&](text::TermClass term_class) {
        return (ranked.classes & 1U << static_cast<unsigned>(term_class)) != 0;
      });
      if (any) kinds.emplace_back(kind.name);
    }
    for (std::size_t source = 1; source < std::min<std::size_t>(query.texts.size(), 64); ++source) {
      const std::string& kind = query.texts[source].kind;
      if ((ranked.sources & 1ULL << source) != 0 && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        kinds.push_back(kind);
      }
    }
    if (kinds.empty()) kinds.emplace_back("word");
    return kinds;
  }

  // The language that was asked in, its fallbacks, then the page's and its.
  std::vector<Language> languages_to_search(const Language& page, const Language& answered) const {
    const content::SiteSettings& settings = snapshot->catalog().settings;
    std::vector<Language> all = settings.chain(answered);
    if (page == answered) return all;
    for (const Language& language : settings.chain(page)) {
      if (std::find(all.begin(), all.end(), language) == all.end()) all.push_back(language);
    }
    return all;
  }

  text::QueryLanguage language_of(const Query& query, const std::string& text) const {
    if (!query.detect_language) return {query.language, .5, text::kAskedInterface};
    std::vector<Language> offered;
    for (const auto& [language, index] : languages) offered.push_back(language);
    return asked_language(text, query.language, offered, languages);
  }

  // The query in every language of the chain. The first is the asked one: what it repairs is translated, too.
  std::vector<AnalyzedQuery> analyze_chain(const Query& query, const std::string& text,
                                           const Language& answered) const {
    std::vector<AnalyzedQuery> chain;
    Preparation how;
    how.rescue = query.rescue;
    how.vocabulary = query.rescue ? &vocabulary : nullptr;
    for (const Language& language : languages_to_search(query.language, answered)) {
      const auto known = languages.find(language);
      if (query.plain && known != languages.end()) {
        chain.push_back(analyze_query(text, language, known->second.analyzer(), limits));
        make_plain(chain.back());
        continue;
      }
      if (known == languages.end()) {
        chain.push_back(analyze_query(text, language, text::Analyzer(language), limits));
        continue;
      }
      chain.push_back(prepared(text, language, known->second, limits, how));
      if (how.asked == nullptr && language == answered) {
        how.asked = &known->second;
        how.asked_language = &answered;
        how.asked_text = repaired_text(chain.back());
      }
    }
    return chain;
  }

  // What was read into the query and found in the answers shown.
  static std::vector<Rewrite> rewrites_of(const std::vector<AnalyzedQuery>& chain, const std::vector<Found>& shown) {
    std::vector<Rewrite> rewrites;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      std::uint64_t used = 0;
      for (const Found& found : shown) used |= found.language == i ? found.ranked.sources : 0;
      for (std::size_t source = 1; source < std::min<std::size_t>(chain[i].texts.size(), 64); ++source) {
        const QueryText& text = chain[i].texts[source];
        if ((used & 1ULL << source) == 0 || text.whole) continue;
        const auto same = [&](const Rewrite& other) { return other.kind == text.kind && other.to == text.text; };
        if (std::none_of(rewrites.begin(), rewrites.end(), same)) rewrites.push_back({text.kind, text.from, text.text});
      }
    }
    return rewrites;
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
          const double frequency = database.get_termfreq(index::term_name(term.term_class, term.term));
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
  const text::QueryLanguage asked = impl_->language_of(query, result.text);
  result.language = asked.language;
  result.language_reason = asked.reason;
  const std::vector<AnalyzedQuery> chain = impl_->analyze_chain(query, result.text, result.language);
  Evidence evidence{};
  std::size_t words = 0;
  const std::vector<Found> found = impl_->find(chain, filter, evidence, words);
  result.confidence = found.empty() ? 0 : confidence(evidence, words);
  result.should_hand_over = result.confidence < kHandOverBelow;
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
  const std::size_t begin = std::min(query.offset, found.size());
  const std::size_t end = std::min(found.size(), begin + query.limit);
  result.rewrites = Impl::rewrites_of(
      chain, {found.begin() + static_cast<std::ptrdiff_t>(begin), found.begin() + static_cast<std::ptrdiff_t>(end)});
  return result;
}

void Searcher::prepare() const {
  for (const auto& [language, index] : impl_->languages) index.keys().prepare();
}

std::string Searcher::explain(const Query& query, const std::optional<ArticleKey>& article) const {
  const QueryFilter filter = impl_->filter_of(query);
  const std::string text = checked_text(query.text, impl_->limits);
  Explanation explanation(impl_->snapshot->catalog());
  explanation.typed(query.text, text);
  std::set<ArticleKey> seen;
  std::size_t place = 0;
  bool article_found = false;
  const text::QueryLanguage asked = impl_->language_of(query, text);
  explanation.asked_language(query.language, asked);
  for (const AnalyzedQuery& analyzed : impl_->analyze_chain(query, text, asked.language)) {
    const bool searched = impl_->databases.with(analyzed.language, [&](Xapian::Database& database) {
      const LanguageIndex& index = impl_->languages.at(analyzed.language);
      const Ranking ranking =
          rank(database, index, analyzed, filter, impl_->snapshot->catalog(), impl_->limits.max_window);
      explanation.language(database, analyzed, filter);
      explanation.confidence(ranking);
      explanation.answers(database, analyzed, ranking, seen, place);
      if (article) {
        article_found = explanation.article(database, index, analyzed, filter, ranking, *article) || article_found;
      }
    });
    if (!searched) explanation.no_articles_in(analyzed.language);
  }
  if (article && !article_found) explanation.absent(*article, asked.language);
  return explanation.text();
}

}  // namespace pharos::search
