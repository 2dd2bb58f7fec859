// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pharos/search/query.h"

namespace pharos::http {

/// What a reader is told of how a query was read. A value type.
struct ShownRewrites {
  std::string repaired;           ///< the query as it was meant; empty: nothing was repaired
  std::vector<std::string> also;  ///< other words that found some of the answers
};

/// Only what found the answers shown, as SearchResult::rewrites has it. Of several repairs of a place the first counts.
ShownRewrites shown_rewrites(const search::SearchResult& result);

}  // namespace pharos::http
