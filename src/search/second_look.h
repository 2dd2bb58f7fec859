// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pharos/index/section_words.h"
#include "pharos/search/analyzed_query.h"
#include "search/language_index.h"
#include "search/look_terms.h"
#include "search/term_counter.h"

namespace pharos::search {

/// What is scored by itself in the second look.
enum class LookField : std::uint8_t { kText, kTitle, kLabels, kArticle };
inline constexpr std::size_t kLookFields = 4;
inline constexpr std::array<std::string_view, kLookFields> kLookFieldNames = {"text", "title", "headings", "article"};

/// Sums of BM25 by field and class, before weights: what a weight multiplies.
using LookParts = std::array<std::array<float, text::kTermClasses>, kLookFields>;

/// How well an article answers. A value type.
struct LookScore {
  double score = 0;
  std::uint32_t section = 0;  ///< the article's best
  double coverage = 0;        ///< share (0..1) of the query's information (idf) that the article has, word by word
  double phrase = 0;          ///< ... of its neighbouring words (or characters) that are neighbours there, too
  double title = 0;           ///< ... that its title or best question has
  double rarest = 0;          ///< how much of the query's rarest word it has
  double information = 0;     ///< the sum of idf of the query's words that it has
  double ideal = 0;           ///< the score share: what it scores beside a text of mean length that says just the query
  std::uint32_t classes = 0;  ///< bits by TermClass: how what was typed is found in the article
  std::uint64_t sources = 0;  ///< bits by AnalyzedQuery::texts (the first 64): which texts are found in it
  LookParts parts{};
};

/// The score of sums under a language's weights.
double weigh(const LookParts& parts, const text::LanguageRow& row);

/// The precise second look at the best articles of the first one (two-stage ranking): words, stems, neighbours and
/// character n-grams, each with its weight, in the text, in the title or the best question by their own lengths, in the
/// headings, and in the article as a whole. Belongs to one thread, made for one query.
class SecondLook {
 public:
  SecondLook(const LanguageIndex& index, const AnalyzedQuery& query) : SecondLook(index, query, query.analyzer.row()) {}
  /// With other weights, for tuning: of classes that the language's own row makes too.
  SecondLook(const LanguageIndex& index, const AnalyzedQuery& query, const text::LanguageRow& row);

  /// The article of a section that the first look found. Of long articles the sections around that one and the first
  /// are read.
  LookScore score(std::uint32_t section);

  /// Share (0..1) of the query's information that some few words in a row of the section have, or the title or a
  /// question: a sentence that says it, against an article that has the words here and there.
  double together(std::uint32_t section);

  const LookTerms& terms() const { return terms_; }

 private:
  void add_sums(const TermCounts& counts, LookField field, double length, double mean, LookParts& parts);
  /// Of each place's ways to say the same, the one that scores best.
  void add_best_choices(LookField field, LookParts& parts) const;
  LookParts read_headline(LookScore& best);
  double together_in(const std::vector<index::SectionWord>& words, std::size_t window) const;
  double ideal() const;
  void meet(const TermCounts& counts);
  double coverage() const;
  double rarest() const;
  double phrase(const TermCounts& counts) const;
  void note_matches(const TermCounts& counts, LookScore& score) const;

  const LanguageIndex& index_;
  const text::LanguageRow& row_;
  LookTerms terms_;
  TermCounter counter_;
  using ClassSums = std::array<float, text::kTermClasses>;
  std::vector<ClassSums> choice_sums_;  // add_sums()' memory
  TermCounts title_, questions_, line_, labels_, section_, article_;
  double ideal_ = 0;
  index::SectionText text_;
  std::vector<float> met_, proved_, shared_, together_;  // what meet() found, and its memory
};

}  // namespace pharos::search
