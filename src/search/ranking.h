// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "pharos/index/catalog.h"
#include "pharos/search/analyzed_query.h"
#include "search/query_tree.h"

namespace pharos::search {

/// An article that answers, with the section that answers best.
struct RankedArticle {
  std::uint32_t article = 0;  ///< number in the catalog
  Xapian::docid section = 0;
  double score = 0;
  bool exact = false;  ///< its title or one of its questions is the query
};

/// What scores less than this share of the best answer is no answer: it shares no more than function words.
inline constexpr double kAnswerFloor = 0.15;

/// All articles of one language that answer, best first, at most `window`. Deterministic: ties go by catalog number.
std::vector<RankedArticle> rank(Xapian::Database& database, const AnalyzedQuery& query, const QueryFilter& filter,
                                const index::Catalog& catalog, std::size_t window);

}  // namespace pharos::search
