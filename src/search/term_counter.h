// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "pharos/index/section_words.h"
#include "search/language_index.h"
#include "search/look_terms.h"

namespace pharos::search {

/// How often each term of a query stands in a text. A value type.
struct TermCounts {
  std::vector<float> by_term;
  std::vector<std::uint32_t> touched;

  void add(std::uint32_t term, float times) {
    if (by_term[term] == 0) touched.push_back(term);
    by_term[term] += times;
  }
  void add(const TermCounts& other) {
    for (const std::uint32_t term : other.touched) add(term, other.by_term[term]);
  }
  void clear() {
    for (const std::uint32_t term : touched) by_term[term] = 0;
    touched.clear();
  }
};

/// Counts a query's terms in texts of the index. What a word has of them by itself is noted when it is met first: most
/// words have nothing and come again and again. Belongs to one thread; the last one made in a thread is the one in use.
class TermCounter {
 public:
  /// `terms` must outlive the counter. `weights`: the classes to count.
  TermCounter(const LanguageIndex& index, const LookTerms& terms, const text::ClassWeights& weights);
  TermCounter(const TermCounter&) = delete;
  TermCounter& operator=(const TermCounter&) = delete;

  /// Adds to `counts`. Throws Error{corrupt} for words that the lexicon does not have.
  void count(const std::vector<index::SectionWord>& words, TermCounts& counts);

 private:
  struct Note {
    std::uint32_t query = 0;   // the counter that wrote it
    std::uint32_t begin = 0;   // in hits_
    std::uint32_t own = 0;     // of hits_: the word as a term
    std::uint32_t inside = 0;  // then what stands together inside it
    bool beside = true;        // it may be a part of neighbours
  };
  static std::vector<Note>& notes_of_thread(std::size_t words);

  const Note& note(std::uint32_t word);
  void count_places(TermCounts& counts);

  const LanguageIndex& index_;
  const LookTerms& terms_;
  const text::ClassWeights& weights_;
  std::vector<Note>& notes_;  // by word number; the thread's own
  std::uint32_t query_;
  std::vector<std::uint32_t> hits_;
  std::vector<text::PlacedShape> places_;
};

}  // namespace pharos::search
