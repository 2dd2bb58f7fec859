// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "pharos/index/schema.h"
#include "pharos/search/analyzed_query.h"

namespace pharos::search {

/// What a search is narrowed to.
struct QueryFilter {
  std::string category;  ///< empty: everywhere
  bool agent = false;    ///< also articles for agents
};

/// Single characters of unspaced scripts: only those that nothing longer covers, or all of them. They have by far the
/// longest postings and, beside words and pairs, find nothing that is among the first sixty.
enum class Characters : std::uint8_t { kUncovered, kAll };

/// The first look: the terms of each class ORed, with the class's weight and less for what was not typed, and the
/// filters (without weight). Every term is optional: coverage is what ranking is for, and a question in whole sentences
/// must not fail for one word (Xapian's own parser ANDs the n-grams of a run and loses 3 of 4 questions). Empty for a
/// query without terms.
Xapian::Query query_tree(const AnalyzedQuery& query, const QueryFilter& filter,
                         Characters characters = Characters::kUncovered);

/// The articles whose whole title or one of whose questions is the query.
Xapian::Query exact_tree(const AnalyzedQuery& query, const QueryFilter& filter);

/// Whether a document has a term, by the term's postings: databases keep no list of terms a document.
bool has_term(const Xapian::Database& database, Xapian::docid document, const std::string& term);

/// BM25 with the language's parameters.
Xapian::BM25Weight weighting(const text::LanguageRow& row);

}  // namespace pharos::search
