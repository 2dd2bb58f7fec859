// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pharos/search/analyzed_query.h"
#include "search/snippet.h"

namespace pharos::search {

/// Which terms of a query are worth showing, and how much: rare ones more, function words not at all. A value type.
class Highlighter {
 public:
  /// `rarity` gives a term's inverse document frequency in the searched language (higher: rarer), 0 for a term that no
  /// document has.
  template <class Rarity>
  Highlighter(const AnalyzedQuery& query, Rarity&& rarity) : analyzer_(query.analyzer) {
    for (const QueryTerm& term : query.terms) add(term, rarity(term));
    drop_function_words();
    find_pieces(query);
  }

  /// Where the query stands in a text, by begin; some overlap. Words of a dictionary are marked whole. In scripts
  /// without spaces so are what was typed between two spaces, and neighbouring words that n-grams of the query cover.
  std::vector<Match> matches(std::string_view text) const;

  /// The whole text, escaped, with matches in <mark>.
  std::string marked(std::string_view text) const;

  /// The best passage of about the language's snippet length, escaped, with matches in <mark> and "…" where it was cut.
  std::string snippet(std::string_view text) const;

 private:
  // What is looked for in a text as it was typed, whatever the words there are.
  struct Piece {
    std::u16string text;
    double weight;
    bool anywhere;  ///< else one end of it must be the end of a word
  };

  void add(const QueryTerm& term, double rarity);
  void drop_function_words();
  void find_pieces(const AnalyzedQuery& query);
  bool lone(const std::string& character) const;
  void add_covered_words(std::string_view text, std::vector<Match> ngrams, const std::vector<Span>& words,
                         std::vector<Match>& found) const;
  void add_pieces(std::string_view text, const std::vector<Span>& words, std::vector<Match>& found) const;

  text::Analyzer analyzer_;
  std::unordered_map<std::string, double> words_;   // by class and term, as the index names them
  std::unordered_map<std::string, double> ngrams_;  // likewise
  std::vector<Piece> pieces_;
  std::vector<std::string> lone_characters_;
};

}  // namespace pharos::search
