// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "pharos/insight/reports.h"

namespace pharos::insight {
namespace {

constexpr std::size_t kMostComments = 5;

void add(ArticleRow& row, const desk::RatingRecord& vote) {
  if (vote.set_aside) {
    ++row.summary.set_aside;
    return;
  }
  ++(vote.helpful ? row.summary.helpful : row.summary.unhelpful);
  if (!vote.helpful && !vote.reason.empty()) ++row.summary.reasons[vote.reason];
  // Votes come oldest first.
  if (!vote.comment.empty()) row.comments.insert(row.comments.begin(), vote.comment);
  if (row.comments.size() > kMostComments) row.comments.pop_back();
}

}  // namespace

std::vector<ArticleRow> unhelpful_articles(desk::Store& store, Period period, std::size_t most) {
  std::map<std::pair<std::string, std::string>, ArticleRow> by_article;
  desk::Ratings(store, system_clock()).for_each(period.from, period.to, [&](const desk::RatingRecord& vote) {
    if (vote.current) add(by_article[{vote.article, vote.language}], vote);
  });
  desk::Events(store).for_each_view(period.from, period.to, [&](const desk::ViewEvent& view) {
    const auto row = by_article.find({view.article, view.language});
    if (row != by_article.end()) ++row->second.views;
  });

  std::vector<ArticleRow> rows;
  for (auto& [article, row] : by_article) {
    const std::int64_t all = row.summary.helpful + row.summary.unhelpful;
    if (row.summary.unhelpful == 0) continue;
    std::tie(row.article, row.language) = article;
    row.summary.lower_bound = desk::wilson_lower_bound(row.summary.helpful, all);
    row.surely_unhelpful = desk::wilson_lower_bound(row.summary.unhelpful, all);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ArticleRow& a, const ArticleRow& b) { return a.surely_unhelpful > b.surely_unhelpful; });
  if (rows.size() > most) rows.resize(most);
  return rows;
}

}  // namespace pharos::insight
