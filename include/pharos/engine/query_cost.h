// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "pharos/engine/evaluation.h"
#include "pharos/engine/help_center.h"

namespace pharos::engine {

/// What all that is done beyond words and stems costs: ways of typing, vocabulary, the second look. A value type.
struct QueryCost {
  std::size_t queries = 0;
  double full = 0;   ///< median processor time of a query, in microseconds
  double plain = 0;  ///< ... with words and stems alone (search::Query::plain)

  double ratio() const { return plain > 0 ? full / plain : 0; }
};

/// Asks each query both ways in turn, in this thread, so that a busy machine slows both alike; the quickest of `rounds`
/// counts. Queries beyond the limits are left out.
QueryCost measure_cost(const HelpCenter& help_center, const std::vector<JudgedQuery>& queries, std::size_t rounds = 5);

}  // namespace pharos::engine
