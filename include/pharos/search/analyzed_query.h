// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/search/query.h"
#include "pharos/text/analyzer.h"

namespace pharos::search {

/// A term of a query and how often it stands in it.
struct QueryTerm {
  text::TermClass term_class = text::TermClass::kWord;
  std::string term;
  std::uint32_t count = 1;
};

/// A query as the index of one language sees it. A value type.
struct AnalyzedQuery {
  explicit AnalyzedQuery(Language query_language) : language(std::move(query_language)), analyzer(language) {}

  Language language;
  text::Analyzer analyzer;
  std::string text;               ///< normalized
  std::vector<QueryTerm> terms;   ///< by class, then by first place in the query; each once
  std::string exact_key;          ///< text::Analyzer::sameness_key; empty for a query without words
  std::vector<std::string> runs;  ///< stretches of unspaced scripts as typed, folded: what a snippet marks whole

  bool empty() const { return terms.empty(); }
};

/// The query's text, normalized and held against the limits. Throws Error{invalid_argument} with parameter "q" for text
/// that is not UTF-8, too long, or has too many combining marks in a row; an empty text is allowed and finds nothing.
std::string checked_text(const std::string& text, const QueryLimits& limits);

/// REQUIRES: `text` is from checked_text(). Throws Error{invalid_argument} for more words than the limit.
AnalyzedQuery analyze_query(const std::string& text, const Language& language, const QueryLimits& limits);

/// "en "withdraw usdt": word:withdraw stem:withdraw ... exact "withdraw usdt"", one line.
std::string print(const AnalyzedQuery& query);

}  // namespace pharos::search
