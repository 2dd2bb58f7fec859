// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/term_counter.h"

#include "pharos/base/error.h"

namespace pharos::search {
namespace {

// Numbers counters, so that the notes of an earlier one need not be wiped.
std::uint32_t next_number(bool& all_used) {
  thread_local std::uint32_t last = 0;
  all_used = ++last == 0;
  return all_used ? ++last : last;
}

}  // namespace

std::vector<TermCounter::Note>& TermCounter::notes_of_thread(std::size_t words) {
  thread_local std::vector<Note> notes;
  if (notes.size() < words) notes.resize(words);
  return notes;
}

TermCounter::TermCounter(const LanguageIndex& index, const LookTerms& terms, const text::ClassWeights& weights)
    : index_(index), terms_(terms), weights_(weights), notes_(notes_of_thread(index.lexicon().size())) {
  bool all_used = false;
  query_ = next_number(all_used);
  if (all_used) notes_.assign(notes_.size(), Note());
}

const TermCounter::Note& TermCounter::note(std::uint32_t word) {
  Note& note = notes_[word];
  if (note.query == query_) return note;
  note.query = query_;
  note.begin = static_cast<std::uint32_t>(hits_.size());
  terms_.for_word(word, [&](std::uint32_t term) { hits_.push_back(term); });
  note.own = static_cast<std::uint32_t>(hits_.size()) - note.begin;
  const text::WordShape& shape = index_.shape(word);
  note.beside = terms_.may_stand_beside(shape);
  if (!note.beside && terms_.may_hold(shape)) {
    const text::PlacedShape place{&shape, false, false};
    text::for_each_neighbour(weights_, &place, &place + 1, [&](text::TermClass, std::uint32_t hash) {
      terms_.for_neighbour(hash, [&](std::uint32_t term) { hits_.push_back(term); });
    });
  }
  note.inside = static_cast<std::uint32_t>(hits_.size()) - note.begin - note.own;
  return note;
}

void TermCounter::count_places(TermCounts& counts) {
  text::for_each_neighbour(weights_, places_.data(), places_.data() + places_.size(),
                           [&](text::TermClass, std::uint32_t hash) {
                             terms_.for_neighbour(hash, [&](std::uint32_t term) { counts.add(term, 1); });
                           });
  places_.clear();
}

void TermCounter::count(const std::vector<index::SectionWord>& words, TermCounts& counts) {
  for (const index::SectionWord& word : words) {
    if (word.word >= index_.lexicon().size()) {
      throw Error(ErrorKind::kCorrupt, "a section names a word that the lexicon does not have; rebuild the index");
    }
    const Note& noted = note(word.word);
    // Parts are neighbours of nothing: what is inside them is counted with the word that they are a part of.
    const std::uint32_t end = noted.begin + noted.own + (word.part ? 0 : noted.inside);
    for (std::uint32_t i = noted.begin; i < end; ++i) counts.add(hits_[i], 1);
    if (word.part) continue;
    if (noted.beside) {
      places_.push_back({&index_.shape(word.word), false, word.gap});
    } else if (!places_.empty()) {
      count_places(counts);
    }
  }
  if (!places_.empty()) count_places(counts);
}

}  // namespace pharos::search
