// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/content/library.h"

namespace pharos::engine {

/// A query of which people said what answers it.
struct JudgedQuery {
  std::string id;
  Language language;
  std::string text;
  std::vector<std::string> relevant;  ///< keys; empty: nothing should answer
};

/// Reads JSON lines {"id","lang","text","relevant":[keys]}. Throws Error{invalid_argument} with file and line.
std::vector<JudgedQuery> read_judged_queries(const std::filesystem::path& file);

/// Reads JSON lines {"id","lang","title","body"} as a library of one-section articles. Throws as above.
content::Library read_corpus(const std::filesystem::path& file);

/// Averages over the queries that something answers (Manning, Raghavan, Schütze 2008, chapter 8; nDCG: Järvelin and
/// Kekäläinen 2002, binary gains). R@k is the share of queries with a right answer among the first k.
struct Metrics {
  std::size_t queries = 0;
  double mrr10 = 0, r1 = 0, r5 = 0, r10 = 0, ndcg10 = 0;
  double no_hit = 0;  ///< share of queries that nothing at all was found for
};

/// A query whose first answer is not a right one.
struct FailedQuery {
  const JudgedQuery* query = nullptr;
  std::size_t rank = 0;          ///< of the first right answer; 0: not among the first ten
  std::vector<std::string> got;  ///< keys that came instead, at most three
};

struct Evaluation {
  std::vector<std::pair<Language, Metrics>> languages;  ///< by tag
  Metrics all;
  std::size_t unanswerable = 0;     ///< queries without a right answer, not in the averages
  std::vector<FailedQuery> failed;  ///< in the order of the file
};

/// Asks every query; `search` gives the keys of the first ten answers. The queries must outlive the result.
Evaluation evaluate(const std::vector<JudgedQuery>& queries,
                    const std::function<std::vector<std::string>(const JudgedQuery&)>& search);

}  // namespace pharos::engine
