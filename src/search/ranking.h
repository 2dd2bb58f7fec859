// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "pharos/index/catalog.h"
#include "pharos/search/analyzed_query.h"
#include "search/language_index.h"
#include "search/query_tree.h"
#include "search/second_look.h"

namespace pharos::search {

/// An article that answers, with the section that answers best.
struct RankedArticle {
  std::uint32_t article = 0;  ///< number in the catalog
  Xapian::docid section = 0;
  double score = 0;
  // Of LookScore, 0 for those that had no second look:
  double coverage = 0;
  double phrase = 0;
  double title = 0;
  double rarest = 0;
  double information = 0;
  double ideal = 0;
  double together = 0;  ///< SecondLook::together(), of the first kTogether answers only
  std::uint32_t classes = 0;
  std::uint64_t sources = 0;
  bool exact = false;  ///< its title or one of its questions is the query
};

/// What scores less than this share of the best answer is no answer: it shares no more than function words.
inline constexpr double kAnswerFloor = 0.15;

/// How many of the first look's articles get a second one. Of encyclopedia questions ten would do (.0003 of MRR); where
/// many entries say nearly the same (rutube), forty lose .005 of R@5 against sixty.
inline constexpr std::size_t kSecondLook = 60;

/// How many answers are asked whether they have the query's words in one place: those that confidence is about.
inline constexpr std::size_t kTogether = 3;

/// The second look ends sooner when so many in a row stayed below a share of the fifth best. Only for queries that need
/// no repair: of those that do, the first look's order says too little (Arabic typing errors lost .004 of MRR).
inline constexpr std::size_t kLooksInVain = 15;
inline constexpr double kNearTheTop = .85;
inline constexpr std::size_t kTop = 5;

/// What the second look saw, for tuning and explaining: the articles it scored, as it was called.
struct SeenArticle {
  std::uint32_t article = 0;
  LookScore look;
};

/// The answers of one language.
struct Ranking {
  std::vector<RankedArticle> articles;  ///< best first
  std::vector<SeenArticle> seen;        ///< what the second look saw, in the first look's order
  std::size_t words = 0;                ///< of the query, that mean something
  double unknown = 0;                   ///< share (0..1) of them that no article has in any form
};

/// All articles of one language that answer, at most `window`. Deterministic: ties go by catalog number.
Ranking rank(Xapian::Database& database, const LanguageIndex& index, const AnalyzedQuery& query,
             const QueryFilter& filter, const index::Catalog& catalog, std::size_t window);

}  // namespace pharos::search
