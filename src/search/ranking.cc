// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ranking.h"

#include <algorithm>
#include <limits>

#include "pharos/base/error.h"

namespace pharos::search {
namespace {

// Most questions have fewer answers than this; only those with more pay for the whole window.
constexpr std::size_t kFirstWindow = 100;

std::vector<RankedArticle> collect(const Xapian::MSet& matches, const index::Catalog& catalog) {
  std::vector<RankedArticle> ranked;
  ranked.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    RankedArticle article;
    article.article = index::decode_number(match.get_collapse_key());
    if (article.article >= catalog.articles.size()) {
      throw Error(ErrorKind::kCorrupt, "the index names an article that its catalog does not have; rebuild it");
    }
    article.section = *match;
    article.score = match.get_weight() * catalog.articles[article.article].worth();
    ranked.push_back(article);
  }
  return ranked;
}

bool better(const RankedArticle& a, const RankedArticle& b) {
  return a.score != b.score ? a.score > b.score : a.article < b.article;
}

// The best are scored precisely; the others keep their order below them.
void look_again(Ranking& ranking, const LanguageIndex& index, const AnalyzedQuery& query,
                const index::Catalog& catalog) {
  std::vector<RankedArticle>& ranked = ranking.articles;
  if (ranked.empty()) return;
  SecondLook look(index, query);
  ranking.words = look.terms().needs().size();
  ranking.unknown = look.terms().unknown_share();
  const std::size_t count = std::min(ranked.size(), kSecondLook);
  double lowest = std::numeric_limits<double>::max();
  const double last = ranked[count - 1].score;
  for (std::size_t i = 0; i < count; ++i) {
    const LookScore score = look.score(ranked[i].section);
    ranked[i].section = score.section;
    ranked[i].score = score.score * catalog.articles[ranked[i].article].worth();
    ranked[i].coverage = score.coverage;
    ranked[i].phrase = score.phrase;
    ranked[i].title = score.title;
    ranked[i].rarest = score.rarest;
    ranked[i].information = score.information;
    ranked[i].ideal = score.ideal;
    ranked[i].classes = score.classes;
    ranked[i].sources = score.sources;
    lowest = std::min(lowest, ranked[i].score);
    ranking.seen.push_back({ranked[i].article, score});
  }
  for (std::size_t i = count; i < ranked.size(); ++i) ranked[i].score *= last > 0 ? lowest / last : 0;
  std::sort(ranked.begin(), ranked.end(), better);
  for (std::size_t i = 0; i < std::min(ranked.size(), kTogether); ++i) {
    ranked[i].together = look.together(ranked[i].section);
  }
}

// An exact title or question comes first, whatever else the others have: people who type it want that page.
void lift_exact(std::vector<RankedArticle>& ranked, const std::vector<RankedArticle>& exact) {
  const double best = ranked.empty() ? 1 : ranked.front().score;
  for (const RankedArticle& found : exact) {
    const auto same = std::find_if(ranked.begin(), ranked.end(),
                                   [&](const RankedArticle& other) { return other.article == found.article; });
    if (same == ranked.end()) {
      ranked.push_back(found);
      ranked.back().score += best;
      ranked.back().exact = true;
    } else {
      same->score += best;
      same->section = found.section;  // the top of the page, where the title and the questions belong
      same->exact = true;
    }
  }
  std::sort(ranked.begin(), ranked.end(), better);
}

}  // namespace

Ranking rank(Xapian::Database& database, const LanguageIndex& index, const AnalyzedQuery& query,
             const QueryFilter& filter, const index::Catalog& catalog, std::size_t window) {
  const Xapian::Query tree = query_tree(query, filter);
  if (tree.empty() || window == 0) return {};
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting(query.analyzer.row()));
  enquire.set_collapse_key(index::kArticleSlot);
  enquire.set_query(tree);
  Ranking ranking;
  std::vector<RankedArticle>& ranked = ranking.articles;
  for (std::size_t wanted = std::min(kFirstWindow, window);; wanted = window) {
    ranked = collect(enquire.get_mset(0, static_cast<Xapian::doccount>(wanted)), catalog);
    const bool all = ranked.size() < wanted || wanted == window;
    std::sort(ranked.begin(), ranked.end(), better);
    if (ranked.empty()) break;
    const double floor = ranked.front().score * kAnswerFloor;
    const bool cut = ranked.back().score < floor;
    std::erase_if(ranked, [&](const RankedArticle& article) { return article.score < floor; });
    if (all || cut) break;
  }
  if (!query.plain) look_again(ranking, index, query, catalog);
  if (!query.exact_key.empty() && database.term_exists(index::exact_term(query.exact_key))) {
    enquire.set_query(exact_tree(query, filter));
    lift_exact(ranked,
               collect(enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(kFirstWindow, window))), catalog));
    if (ranked.size() > window) ranked.resize(window);
  }
  return ranking;
}

}  // namespace pharos::search
