// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/evaluation.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pharos::engine {
namespace {

constexpr std::size_t kDepth = 10;
constexpr std::size_t kShownInstead = 3;

// Sums first, averages at the end.
void add(Metrics& sums, const Metrics& one) {
  sums.queries += one.queries;
  sums.mrr10 += one.mrr10;
  sums.r1 += one.r1;
  sums.r5 += one.r5;
  sums.r10 += one.r10;
  sums.ndcg10 += one.ndcg10;
  sums.no_hit += one.no_hit;
}

void average(Metrics& sums) {
  if (sums.queries == 0) return;
  const auto n = static_cast<double>(sums.queries);
  for (double* value : {&sums.mrr10, &sums.r1, &sums.r5, &sums.r10, &sums.ndcg10, &sums.no_hit}) *value /= n;
}

double discount(std::size_t place) { return 1.0 / std::log2(static_cast<double>(place) + 1); }

Metrics judge(const JudgedQuery& query, const std::vector<std::string>& got, std::size_t& first_right) {
  Metrics one;
  one.queries = 1;
  one.no_hit = got.empty() ? 1 : 0;
  double gain = 0;
  first_right = 0;
  for (std::size_t i = 0; i < std::min(got.size(), kDepth); ++i) {
    if (std::find(query.relevant.begin(), query.relevant.end(), got[i]) == query.relevant.end()) continue;
    if (first_right == 0) first_right = i + 1;
    gain += discount(i + 1);
  }
  double ideal = 0;
  for (std::size_t i = 0; i < std::min(query.relevant.size(), kDepth); ++i) ideal += discount(i + 1);
  one.ndcg10 = gain / ideal;
  if (first_right > 0) {
    one.mrr10 = 1.0 / static_cast<double>(first_right);
    one.r1 = first_right <= 1 ? 1 : 0;
    one.r5 = first_right <= 5 ? 1 : 0;
    one.r10 = 1;
  }
  return one;
}

}  // namespace

Evaluation evaluate(const std::vector<JudgedQuery>& queries,
                    const std::function<std::vector<std::string>(const JudgedQuery&)>& search) {
  Evaluation evaluation;
  std::map<Language, Metrics> languages;
  for (const JudgedQuery& query : queries) {
    if (query.relevant.empty()) {
      ++evaluation.unanswerable;
      continue;
    }
    const std::vector<std::string> got = search(query);
    std::size_t first_right = 0;
    const Metrics one = judge(query, got, first_right);
    add(languages[query.language], one);
    add(evaluation.all, one);
    if (first_right != 1) {
      FailedQuery failed;
      failed.query = &query;
      failed.rank = first_right;
      failed.got.assign(got.begin(), got.begin() + static_cast<std::ptrdiff_t>(std::min(got.size(), kShownInstead)));
      evaluation.failed.push_back(std::move(failed));
    }
  }
  for (auto& [language, metrics] : languages) {
    average(metrics);
    evaluation.languages.emplace_back(language, metrics);
  }
  average(evaluation.all);
  return evaluation;
}

}  // namespace pharos::engine
