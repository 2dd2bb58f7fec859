// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/look_terms.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "pharos/base/hash.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"
#include "pharos/text/word_sequence.h"

namespace pharos::search {
namespace {

using text::TermClass;

// What each form proves of a word: the same word, another ending, without its marks, its characters here and there.
constexpr float kWordProof = 1.F;
constexpr float kStemProof = .95F;
constexpr float kBareProof = .85F;
constexpr float kGlossaryProof = .95F;
constexpr float kCharactersProof = .8F;

// One list of entries a word, kept by the thread: clearing what was used is cheaper than making it.
std::vector<std::int32_t>& thread_heads(std::size_t words) {
  thread_local std::vector<std::int32_t> heads;
  if (heads.size() < words) heads.resize(words, -1);
  return heads;
}

// Lucene's, which is never negative: Xapian's own makes common words of questions weigh nothing, and costs real FAQs
// .012 MRR.
float idf(double holding, double all) {
  return static_cast<float>(std::log(1 + (all - std::min(holding, all) + .5) / (holding + .5)));
}

// How many hold any of the words, taking words as independent of each other.
double holding_any(double all, double& none, double holding) {
  none *= 1 - std::min(holding / std::max(all, 1.0), 1.0);
  return all * (1 - none);
}

// Repetition in a question says little (BM25 with k3 = 1).
float saturated(std::uint32_t times) { return 2.F * static_cast<float>(times) / (1.F + static_cast<float>(times)); }

std::uint32_t key_of(std::string_view text) { return fnv1a(text); }

bool only_hiragana(const text::WordShape& shape) {
  return !shape.points.empty() && std::all_of(shape.points.begin(), shape.points.end(), text::is_hiragana);
}

}  // namespace

LookTerms::LookTerms(const LanguageIndex& index, const AnalyzedQuery& query)
    : index_(index), weights_(query.analyzer.row().rank), heads_(thread_heads(index.lexicon().size())) {
  find_choices(query.texts);
  for (std::uint32_t source = 0; source < query.texts.size(); ++source) add_text(query.texts[source], source);
  for (std::size_t i = 0; i < terms_.size(); ++i) terms_[i].weight = factors_[i] * saturated(times_[i]);
  scale_choices();
  std::vector<bool> known(needs_.size(), false);
  for (const LookTerm& term : terms_) {
    if (term.proof < 0) continue;
    const LookProof& proof = proofs_[static_cast<std::size_t>(term.proof)];
    for (std::int32_t need = proof.first; need <= proof.last; ++need) known[static_cast<std::size_t>(need)] = true;
  }
  unknown_ = static_cast<std::size_t>(std::count(known.begin(), known.end(), false));
  index_neighbours();
}

LookTerms::~LookTerms() {
  for (const std::uint32_t word : used_heads_) heads_[word] = -1;
}

// Translations are the query itself in an index of another language, which knows little of what was typed.
bool LookTerms::is_choice(const QueryText& text) {
  return !text.whole && text.begin < text.end && (text.kind == "synonym" || text.kind == "typed");
}

void LookTerms::find_choices(const std::vector<QueryText>& texts) {
  choice_of_source_.assign(texts.size(), -1);
  for (std::size_t source = 1; source < texts.size(); ++source) {
    const QueryText& text = texts[source];
    if (!is_choice(text) || choice_of_source_[source] >= 0) continue;
    choices_.push_back({text.begin, text.end, 1, 1});
    for (std::size_t other = source; other < texts.size(); ++other) {
      const QueryText& way = texts[other];
      if (!is_choice(way) || way.begin != text.begin || way.end != text.end) continue;
      choice_of_source_[other] = static_cast<std::int32_t>(choices_.size());
      choices_.push_back({way.begin, way.end, static_cast<float>(way.factor), 1});
    }
  }
}

std::int32_t LookTerms::typed_choice(std::uint32_t begin, std::uint32_t end) const {
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    if (choices_[i].begin <= begin && end <= choices_[i].end) return static_cast<std::int32_t>(i);
  }
  return -1;
}

// Neighbours that both stand at the place belong to it; those across its borders are of the query as a whole.
void LookTerms::choose_typed_neighbours(const std::vector<text::SequenceWord>& words,
                                        const std::vector<text::PlacedShape>& places) {
  for (std::size_t first = 0, end = 0; first < words.size(); first = std::max(end, first + 1)) {
    const std::int32_t choice = typed_choice(words[first].begin, words[first].end);
    if (choice < 0) continue;
    for (end = first; end < words.size() && typed_choice(words[end].begin, words[end].end) == choice;) ++end;
    text::for_each_neighbour(weights_, places.data() + first, places.data() + end,
                             [&](TermClass term_class, std::uint32_t hash) {
                               const auto known = numbers_.find(static_cast<std::uint64_t>(term_class) << 32 | hash);
                               if (known != numbers_.end()) terms_[known->second].choice = choice;
                             });
  }
}

void LookTerms::scale_choices() {
  if (choices_.empty()) return;
  std::vector<float> ideals(choices_.size(), 0);
  for (const LookTerm& term : terms_) {
    if (term.choice < 0) continue;
    ideals[static_cast<std::size_t>(term.choice)] +=
        weights_[static_cast<std::size_t>(term.term_class)] * term.idf * term.weight;
  }
  float typed = 0;
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    LookChoice& choice = choices_[i];
    const bool is_typed = i == 0 || choices_[i - 1].begin != choice.begin || choices_[i - 1].end != choice.end;
    // What the index does not know as it was typed is worth what the glossary makes of it.
    if (is_typed) typed = ideals[i];
    if (!is_typed && typed > 0 && ideals[i] > 0) choice.scale = std::min(1.F, choice.factor * typed / ideals[i]);
  }
}

// A rewrite may have several words for several of the query's: together they answer all of them.
std::int32_t LookTerms::proof_of(const QueryText& text, std::uint32_t source, std::size_t words) {
  if (text.whole) return -1;
  LookProof proof;
  proof.source = source;
  proof.first = static_cast<std::int32_t>(needs_.size());
  proof.last = -1;
  for (const NeedSpan& span : need_spans_) {
    if (span.begin >= text.end || text.begin >= span.end) continue;
    proof.first = std::min(proof.first, span.need);
    proof.last = std::max(proof.last, span.need);
  }
  if (proof.last < 0) return -1;
  proof.part = 1 / static_cast<float>(words);
  // What the glossary gives means the same, however little it may weigh in ranking; a repair is a guess.
  const bool glossary = text.kind == "synonym" || text.kind == "typed" || text.kind == "translation";
  proof.worth = glossary ? kGlossaryProof : static_cast<float>(text.factor);
  proofs_.push_back(proof);
  return static_cast<std::int32_t>(proofs_.size() - 1);
}

std::int32_t LookTerms::need_of(const text::SequenceWord& word) {
  const std::string stem = index_.analyzer().forms(word.term).stem;
  const auto [place, is_new] = need_of_stem_.try_emplace(stem, static_cast<std::int32_t>(needs_.size()));
  need_spans_.push_back({word.begin, word.end, place->second});
  if (!is_new) return place->second;
  const index::Lexicon& lexicon = index_.lexicon();
  const WordGroups::Range words = index_.with_stem(stem);
  double none = 1;
  double holding = 0;
  for (const std::uint32_t same : words) {
    holding = holding_any(lexicon.all_sections(), none, lexicon.sections(same));
  }
  needs_.push_back(idf(holding, lexicon.all_sections()));
  return place->second;
}

void LookTerms::add_text(const QueryText& text, std::uint32_t source) {
  const index::Lexicon& lexicon = index_.lexicon();
  const std::vector<text::SequenceWord> words = text::word_sequence(index_.analyzer(), text.text);
  std::vector<text::WordShape> own;
  own.reserve(words.size());
  std::vector<text::PlacedShape> places;
  std::vector<std::int32_t> proofs;
  const auto whole_words = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const text::SequenceWord& word) { return !word.part; }));
  for (const text::SequenceWord& word : words) {
    const auto number = lexicon.find(word.term);
    if (!number) own.push_back(text::shape_of(index_.analyzer(), word.term));
    const text::WordShape& shape = number ? index_.shape(*number) : own.back();
    places.push_back({&shape, word.part, word.gap});
    std::int32_t proof = -1;
    if (source != 0 && !word.part) {
      proof = proof_of(text, source, whole_words);
    } else if (source == 0 && !word.part && !only_hiragana(shape)) {
      const std::int32_t need = need_of(word);
      proofs_.push_back({0, need, need, 1, 1});
      proof = static_cast<std::int32_t>(proofs_.size() - 1);
    }
    proofs.push_back(proof);
    const std::size_t before = terms_.size();
    add_word(word.term, text, source, proof);
    const std::int32_t choice = source == 0 ? typed_choice(word.begin, word.end) : choice_of_source_[source];
    for (std::size_t i = before; i < terms_.size(); ++i) terms_[i].choice = choice;
  }
  const std::size_t before = terms_.size();
  add_neighbours(places, proofs, text, source);
  if (source == 0) {
    choose_typed_neighbours(words, places);
  } else {
    for (std::size_t i = before; i < terms_.size(); ++i) terms_[i].choice = choice_of_source_[source];
  }
}

void LookTerms::add_word(const std::string& word, const QueryText& text, std::uint32_t source, std::int32_t proof) {
  const auto factor = static_cast<float>(text.factor);
  const auto made = [&](TermClass term_class) { return weights_[static_cast<std::size_t>(term_class)] > 0; };
  // The word and its stem are looked up even where they have no weight: they prove that the word is answered.
  if (const auto number = index_.lexicon().find(word)) {
    const std::uint32_t one = *number;
    add_group(TermClass::kWord, key_of(word), {&one, &one + 1}, source, factor, {proof, kWordProof, 0});
  }
  const text::WordForms forms = index_.analyzer().forms(word);
  add_group(TermClass::kStem, key_of(forms.stem), index_.with_stem(forms.stem), source, factor, {proof, kStemProof, 0});
  add_group(TermClass::kBare, key_of(forms.bare), index_.with_bare(forms.bare), source, factor, {proof, kBareProof, 0});
  if (!made(TermClass::kGram3) && !made(TermClass::kGram4)) return;
  const std::u16string letters = text::gram_text(word);
  if (made(TermClass::kGram3)) {
    for (const std::uint32_t gram : text::word_grams(letters, 3)) {
      add_group(TermClass::kGram3, gram, index_.with_gram3(gram), source, factor, {});
    }
  }
  if (made(TermClass::kGram4)) {
    for (const std::uint32_t gram : text::word_grams(letters, 4)) {
      add_group(TermClass::kGram4, gram, index_.with_gram4(gram), source, factor, {});
    }
  }
}

std::int32_t LookTerms::new_term(TermClass term_class, std::uint32_t key, std::uint32_t source, float factor) {
  const auto number = static_cast<std::uint32_t>(terms_.size());
  const auto [known, is_new] = numbers_.try_emplace(static_cast<std::uint64_t>(term_class) << 32 | key, number);
  if (!is_new) {
    // What a better text has already, a weaker one adds nothing to.
    if (terms_[known->second].source == source) ++times_[known->second];
    return -1;
  }
  LookTerm term;
  term.term_class = term_class;
  term.source = source;
  terms_.push_back(term);
  factors_.push_back(factor);
  times_.push_back(1);
  return static_cast<std::int32_t>(number);
}

void LookTerms::add_group(TermClass term_class, std::uint32_t key, WordGroups::Range words, std::uint32_t source,
                          float factor, Speaks speaks) {
  if (words.empty() || (weights_[static_cast<std::size_t>(term_class)] <= 0 && speaks.proof < 0)) return;
  const std::int32_t number = new_term(term_class, key, source, factor);
  if (number < 0) return;
  const index::Lexicon& lexicon = index_.lexicon();
  double none = 1;
  double none_titles = 1;
  double holding = 0;
  double titles = 0;
  for (const std::uint32_t word : words) {
    holding = holding_any(lexicon.all_sections(), none, lexicon.sections(word));
    titles = holding_any(lexicon.all_titles(), none_titles, lexicon.titles(word));
    if (heads_[word] < 0) used_heads_.push_back(word);
    entries_.push_back({static_cast<std::uint32_t>(number), heads_[word]});
    heads_[word] = static_cast<std::int32_t>(entries_.size() - 1);
  }
  LookTerm& term = terms_[static_cast<std::size_t>(number)];
  term.idf = idf(holding, lexicon.all_sections());
  term.title_idf = idf(titles, lexicon.all_titles());
  term.proof = speaks.proof;
  term.credit = speaks.credit;
}

void LookTerms::add_neighbours(const std::vector<text::PlacedShape>& places, const std::vector<std::int32_t>& proofs,
                               const QueryText& text, std::uint32_t source) {
  const index::Lexicon& lexicon = index_.lexicon();
  const double per_title = static_cast<double>(lexicon.all_titles()) / std::max(lexicon.all_sections(), 1U);
  const auto add = [&](TermClass term_class, std::uint32_t hash) {
    const std::int32_t number = new_term(term_class, hash, source, static_cast<float>(text.factor));
    if (number < 0) return;
    LookTerm& term = terms_[static_cast<std::size_t>(number)];
    const double sections = lexicon.neighbours(hash);
    term.idf = idf(sections, lexicon.all_sections());
    // Titles are not counted by themselves: as many of them as of the sections, and at least one.
    term.title_idf = idf(std::max(1.0, sections * per_title * .2), lexicon.all_titles());
    found_neighbours_.emplace_back(hash, static_cast<std::uint32_t>(number));
  };
  text::for_each_neighbour(weights_, places.data(), places.data() + places.size(),
                           [&](TermClass term_class, std::uint32_t hash) { add(term_class, hash); });
  for (const text::PlacedShape& place : places) {
    note_edge(place.shape->stem);
    note_edge(place.shape->bare);
    for (const char32_t point : place.shape->points) note_edge(text::katakana_as_hiragana(point));
    for (const std::uint32_t sound : place.shape->sounds) note_edge(sound);
  }
  // Of a word that no dictionary cuts the same way twice, its pairs of characters tell how much of it is there.
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::u32string& points = places[i].shape->points;
    if (proofs[i] < 0 || points.size() < 2 || weights_[static_cast<std::size_t>(TermClass::kBigram)] <= 0) continue;
    for (std::size_t p = 1; p < points.size(); ++p) {
      const std::uint32_t hash = text::neighbour_hash(TermClass::kBigram, points[p - 1], points[p]);
      const auto known = numbers_.find(static_cast<std::uint64_t>(TermClass::kBigram) << 32 | hash);
      if (known == numbers_.end()) continue;
      terms_[known->second].proof = proofs[i];
      terms_[known->second].share = kCharactersProof / static_cast<float>(points.size() - 1);
    }
  }
}

bool LookTerms::may_stand_beside(const text::WordShape& shape) const {
  const auto noted = [&](std::uint32_t value) { return edges_.test(edge_bit(value)); };
  const auto made = [&](TermClass term_class) { return weights_[static_cast<std::size_t>(term_class)] > 0; };
  if ((made(TermClass::kPair) && noted(shape.stem)) || (made(TermClass::kBarePair) && noted(shape.bare))) return true;
  if (shape.points.empty()) return false;
  return noted(text::katakana_as_hiragana(shape.points.front())) ||
         noted(text::katakana_as_hiragana(shape.points.back())) ||
         (!shape.sounds.empty() && (noted(shape.sounds.front()) || noted(shape.sounds.back())));
}

bool LookTerms::may_hold(const text::WordShape& shape) const {
  const auto noted = [&](std::uint32_t value) { return edges_.test(edge_bit(value)); };
  if (shape.content != 0 || shape.foreign != 0) return true;
  return std::any_of(shape.points.begin(), shape.points.end(),
                     [&](char32_t point) { return noted(text::katakana_as_hiragana(point)); }) ||
         std::any_of(shape.sounds.begin(), shape.sounds.end(), noted);
}

void LookTerms::index_neighbours() {
  std::size_t size = 16;
  while (size < found_neighbours_.size() * 4) size *= 2;
  neighbours_.assign(size, {0, 0});
  mask_ = size - 1;
  for (const auto& entry : found_neighbours_) {
    std::size_t at = (entry.first >> 1) & mask_;
    while (neighbours_[at].first != 0) at = (at + 1) & mask_;
    neighbours_[at] = entry;
  }
}

}  // namespace pharos::search
