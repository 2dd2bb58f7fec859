// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/search/query.h"
#include "pharos/text/analyzer.h"

namespace pharos::search {

/// A text that is searched: what was typed, and after it what may have been meant, each with less weight.
struct QueryText {
  std::string text;
  std::string from;         ///< what of the query it stands for, as typed
  std::string kind;         ///< "" for what was typed, else what kind of rewrite: Rewrite::kind
  double factor = 1;        ///< what a match of it is worth beside one of what was typed
  std::uint32_t begin = 0;  ///< bytes of `from` in the query; both 0 where it is not at one place
  std::uint32_t end = 0;
  bool whole = false;  ///< the query once more with all repairs in their places: tells which words are neighbours
};

/// A term of a query and how often it stands in it.
struct QueryTerm {
  text::TermClass term_class = text::TermClass::kWord;
  std::string term;
  std::uint32_t count = 1;
  std::uint32_t source = 0;  ///< number of its text; a term is of the first text that has it
};

/// A query as the index of one language sees it. A value type.
struct AnalyzedQuery {
  AnalyzedQuery(Language query_language, text::Analyzer query_analyzer)
      : language(std::move(query_language)), analyzer(std::move(query_analyzer)) {}

  Language language;
  text::Analyzer analyzer;
  std::string text;               ///< normalized
  std::vector<QueryText> texts;   ///< what was typed is the first
  std::vector<QueryTerm> terms;   ///< by class, then by first place in the query; each once
  std::string exact_key;          ///< text::Analyzer::sameness_key; empty for a query without words
  std::vector<std::string> runs;  ///< stretches of unspaced scripts as typed, folded: what a snippet marks whole

  bool plain = false;  ///< Query::plain: no second look

  bool empty() const { return terms.empty(); }
};

/// The query's text, normalized and held against the limits. Throws Error{invalid_argument} with parameter "q" for text
/// that is not UTF-8, too long, or has too many combining marks in a row; an empty text is allowed and finds nothing.
std::string checked_text(const std::string& text, const QueryLimits& limits);

/// REQUIRES: `text` is from checked_text(). Throws Error{invalid_argument} for more words than the limit.
AnalyzedQuery analyze_query(const std::string& text, const Language& language, const text::Analyzer& analyzer,
                            const QueryLimits& limits);

/// Leaves words and stems alone (Query::plain).
void make_plain(AnalyzedQuery& query);

/// Adds another text: its terms as far as the query has none of them yet.
void add_text(AnalyzedQuery& query, QueryText text);

/// "en "withdraw usdt": word:withdraw stem:withdraw ... exact "withdraw usdt"", one line.
std::string print(const AnalyzedQuery& query);

}  // namespace pharos::search
