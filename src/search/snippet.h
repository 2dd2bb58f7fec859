// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pharos/search/analyzed_query.h"

namespace pharos::search {

/// A stretch of bytes [begin, end) of a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Which terms of a query are worth showing, and how much: rare ones more, function words not at all. A value type.
class Highlighter {
 public:
  /// `rarity` gives a term's inverse document frequency in the searched language (higher: rarer).
  template <class Rarity>
  Highlighter(const AnalyzedQuery& query, Rarity&& rarity) : analyzer_(query.analyzer) {
    for (const QueryTerm& term : query.terms) {
      if (shown(query, term)) weights_.emplace(name(term.term_class, term.term), rarity(term));
    }
    drop_function_words();
  }

  struct Match {
    Span span;
    double weight = 0;
    std::string term;  ///< to count different terms only once
  };

  /// Where the query's terms stand in a text, in order, overlapping ones joined later.
  std::vector<Match> matches(std::string_view text) const;

  /// The whole text, escaped, with matches in <mark>.
  std::string marked(std::string_view text) const;

  /// The best passage of about the language's snippet length, escaped, with matches in <mark> and "…" where it was cut.
  /// Cut between words. Falls back to the beginning when nothing matches.
  std::string snippet(std::string_view text) const;

 private:
  static bool shown(const AnalyzedQuery& query, const QueryTerm& term);
  static std::string name(text::TermClass term_class, std::string_view term);
  void drop_function_words();

  text::Analyzer analyzer_;
  std::unordered_map<std::string, double> weights_;
};

}  // namespace pharos::search
