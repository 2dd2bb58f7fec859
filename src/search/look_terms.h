// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pharos/search/analyzed_query.h"
#include "pharos/text/word_sequence.h"
#include "search/language_index.h"

namespace pharos::search {

/// A term of a query as the second look counts it. A value type.
struct LookTerm {
  text::TermClass term_class = text::TermClass::kWord;
  std::uint32_t source = 0;  ///< number of the query's text that it is from
  float weight = 0;          ///< how often in that text (saturated), times what the text is worth
  float idf = 0;             ///< among sections
  float title_idf = 0;       ///< among titles and questions
  std::int32_t choice = -1;  ///< number of the way to say the same that it belongs to, if any: LookTerms::choices()
  std::int32_t proof = -1;   ///< number of what it proves, if anything: LookTerms::proofs()
  float credit = 0;          ///< how much of it, by itself
  float share = 0;           ///< ... together with others like it
};

/// A word of one of the query's texts, and the words of the query that it answers. A value type.
struct LookProof {
  std::uint32_t source = 0;
  std::int32_t first = 0;  ///< of the query's words (LookTerms::needs())
  std::int32_t last = 0;
  float part = 1;   ///< of several words that answer together, what this one is
  float worth = 1;  ///< how far a rewrite means the same
};

/// One of several ways to say what stands at a place of the query: as it was typed, or as the glossary has it. Of one
/// place only the best way counts: an article that uses all of them answers no better than one that keeps to one. A
/// value type.
struct LookChoice {
  std::uint32_t begin = 0;  ///< bytes of the query; the same for all ways of one place
  std::uint32_t end = 0;
  float factor = 1;  ///< what it is worth beside what was typed
  float scale = 1;   ///< so that it is worth no more than that, of however many and rare words it is
};

/// A query compiled for counting: which words and neighbours of an index stand for which terms. Belongs to one thread;
/// only one lives at a time in a thread.
class LookTerms {
 public:
  LookTerms(const LanguageIndex& index, const AnalyzedQuery& query);
  ~LookTerms();
  LookTerms(const LookTerms&) = delete;
  LookTerms& operator=(const LookTerms&) = delete;

  const std::vector<LookTerm>& terms() const { return terms_; }
  /// The rarity (idf) of each word of the query as typed.
  const std::vector<float>& needs() const { return needs_; }
  /// Grouped by source.
  const std::vector<LookProof>& proofs() const { return proofs_; }
  /// Grouped by place, in each what was typed first.
  const std::vector<LookChoice>& choices() const { return choices_; }
  /// Share of the query's words that the index does not know, by any form or repair.
  double unknown_share() const {
    return needs_.empty() ? 0 : static_cast<double>(unknown_) / static_cast<double>(needs_.size());
  }

  template <typename Hit>
  void for_word(std::uint32_t word, Hit hit) const {
    for (std::int32_t at = heads_[word]; at >= 0; at = entries_[at].next) hit(entries_[at].term);
  }
  /// Whether anything of the query may have this word's end or beginning in it. Without asking, so now and then
  /// wrongly.
  bool may_stand_beside(const text::WordShape& shape) const;
  /// ... or inside it.
  bool may_hold(const text::WordShape& shape) const;
  template <typename Hit>
  void for_neighbour(std::uint32_t hash, Hit hit) const {
    for (std::size_t at = (hash >> 1) & mask_; neighbours_[at].first != 0; at = (at + 1) & mask_) {
      if (neighbours_[at].first == hash) return hit(neighbours_[at].second);
    }
  }

 private:
  struct Entry {
    std::uint32_t term;
    std::int32_t next;
  };
  struct NeedSpan {
    std::uint32_t begin, end;
    std::int32_t need;
  };
  struct Speaks {
    std::int32_t proof = -1;
    float credit = 0, share = 0;
  };

  static bool is_choice(const QueryText& text);
  void find_choices(const std::vector<QueryText>& texts);
  void scale_choices();
  /// The choice that what was typed between two bytes belongs to; -1 for none.
  std::int32_t typed_choice(std::uint32_t begin, std::uint32_t end) const;
  void choose_typed_neighbours(const std::vector<text::SequenceWord>& words,
                               const std::vector<text::PlacedShape>& places);
  void add_text(const QueryText& text, std::uint32_t source);
  /// The need of a typed word: one for all its forms, however often it is typed.
  std::int32_t need_of(const text::SequenceWord& word);
  void add_word(const std::string& word, const QueryText& text, std::uint32_t source, std::int32_t proof);
  void add_group(text::TermClass term_class, std::uint32_t key, WordGroups::Range words, std::uint32_t source,
                 float factor, Speaks speaks);
  void add_neighbours(const std::vector<text::PlacedShape>& places, const std::vector<std::int32_t>& proofs,
                      const QueryText& text, std::uint32_t source);
  /// The new term; -1 when it is there already: counted once more if from the same text.
  std::int32_t new_term(text::TermClass term_class, std::uint32_t key, std::uint32_t source, float factor);
  void index_neighbours();
  void note_edge(std::uint32_t of_word_or_character) { edges_.set(edge_bit(of_word_or_character)); }
  static std::size_t edge_bit(std::uint32_t of_word_or_character) {
    return of_word_or_character * 0x9e3779b1U >> (32 - kEdgeBits);
  }
  /// What one of the `words` words of a rewrite proves; -1 for nothing.
  std::int32_t proof_of(const QueryText& text, std::uint32_t source, std::size_t words);

  const LanguageIndex& index_;
  const text::ClassWeights& weights_;
  std::vector<LookTerm> terms_;
  std::vector<float> factors_;
  std::vector<std::uint32_t> times_;
  std::vector<float> needs_;
  std::vector<NeedSpan> need_spans_;
  std::vector<LookProof> proofs_;
  std::vector<LookChoice> choices_;
  std::vector<std::int32_t> choice_of_source_;
  std::unordered_map<std::string, std::int32_t> need_of_stem_;
  std::size_t unknown_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<Entry> entries_;
  std::vector<std::int32_t>& heads_;  // by word number; the thread's own
  std::vector<std::uint32_t> used_heads_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found_neighbours_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> neighbours_;  // open addressing: hash and term
  std::size_t mask_ = 0;
  static constexpr unsigned kEdgeBits = 12;
  std::bitset<1U << kEdgeBits> edges_;  // stems, characters and sounds of the query's texts
};

}  // namespace pharos::search
