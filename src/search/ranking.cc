// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ranking.h"

#include <algorithm>
#include <functional>
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

// The best by postings alone, down to the floor.
std::vector<RankedArticle> first_look(Xapian::Enquire& enquire, const Xapian::Query& tree,
                                      const index::Catalog& catalog, std::size_t window) {
  enquire.set_query(tree);
  for (std::size_t wanted = std::min(kFirstWindow, window);; wanted = window) {
    std::vector<RankedArticle> ranked = collect(enquire.get_mset(0, static_cast<Xapian::doccount>(wanted)), catalog);
    const bool all = ranked.size() < wanted || wanted == window;
    std::sort(ranked.begin(), ranked.end(), better);
    if (ranked.empty()) return ranked;
    const double floor = ranked.front().score * kAnswerFloor;
    const bool cut = ranked.back().score < floor;
    std::erase_if(ranked, [&](const RankedArticle& article) { return article.score < floor; });
    if (all || cut) return ranked;
  }
}

// The first look's order is to be trusted where every word was found as it was typed. Behind typing errors the right
// answer may come late in it: in Arabic that would cost .004 of MRR.
bool is_as_typed(const AnalyzedQuery& query, const LookTerms& terms) {
  return terms.unknown_share() <= 0 &&
         std::none_of(query.texts.begin(), query.texts.end(), [](const QueryText& text) { return text.whole; });
}

// Tells when the second look finds nothing better any more.
class Patience {
 public:
  bool ends_after(double score) {
    in_vain_ = best_.size() == kTop && score < kNearTheTop * best_.back() ? in_vain_ + 1 : 0;
    best_.insert(std::upper_bound(best_.begin(), best_.end(), score, std::greater<>()), score);
    if (best_.size() > kTop) best_.pop_back();
    return in_vain_ >= kLooksInVain;
  }

 private:
  std::vector<double> best_;  // the highest first
  std::size_t in_vain_ = 0;
};

// The best are scored precisely; the others keep their order below them.
void look_again(Ranking& ranking, const LanguageIndex& index, const AnalyzedQuery& query,
                const index::Catalog& catalog) {
  std::vector<RankedArticle>& ranked = ranking.articles;
  if (ranked.empty()) return;
  SecondLook look(index, query);
  ranking.words = look.terms().needs().size();
  ranking.unknown = look.terms().unknown_share();
  const std::size_t most = std::min(ranked.size(), kSecondLook);
  double lowest = std::numeric_limits<double>::max();
  double last = 0;
  std::size_t count = 0;
  const bool trusted = is_as_typed(query, look.terms());
  Patience patience;
  for (bool more = true; more && count < most; ++count) {
    RankedArticle& article = ranked[count];
    last = article.score;
    const LookScore score = look.score(article.section);
    article.section = score.section;
    article.score = score.score * catalog.articles[article.article].worth();
    article.coverage = score.coverage;
    article.phrase = score.phrase;
    article.title = score.title;
    article.rarest = score.rarest;
    article.information = score.information;
    article.ideal = score.ideal;
    article.classes = score.classes;
    article.sources = score.sources;
    lowest = std::min(lowest, article.score);
    ranking.seen.push_back({article.article, score});
    more = !patience.ends_after(article.score) || !trusted;
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
  const Xapian::Query tree = query_tree(query, filter, Characters::kUncovered);
  if (tree.empty() || window == 0) return {};
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting(query.analyzer.row()));
  enquire.set_collapse_key(index::kArticleSlot);
  Ranking ranking;
  std::vector<RankedArticle>& ranked = ranking.articles;
  ranked = first_look(enquire, tree, catalog, window);
  if (ranked.empty()) ranked = first_look(enquire, query_tree(query, filter, Characters::kAll), catalog, window);
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
