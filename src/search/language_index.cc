// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/language_index.h"

#include <algorithm>
#include <numeric>

#include "pharos/base/hash.h"
#include "pharos/index/analyzers.h"
#include "pharos/text/fold.h"
#include "pharos/text/word_sequence.h"

namespace pharos::search {
namespace {

using HashAndWord = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::uint32_t hash_of(std::string_view text) { return spread(fnv1a(text)); }

}  // namespace

LanguageIndex::LanguageIndex(const index::Snapshot& snapshot, const Language& language)
    : language_(language),
      analyzer_(index::analyzer_for(language, snapshot.catalog().glossaries)),
      lexicon_(snapshot.lexicon(language)),
      sections_(snapshot.section_words(language)) {
  const text::ClassWeights& rank = analyzer_.row().rank;
  const auto made = [&](text::TermClass term_class) { return rank[static_cast<std::size_t>(term_class)] > 0; };
  HashAndWord stems;
  HashAndWord bares;
  HashAndWord gram3;
  HashAndWord gram4;
  HashAndWord characters;
  shapes_.reserve(lexicon_.size());
  for (std::uint32_t word = 0; word < lexicon_.size(); ++word) {
    const std::string term(lexicon_.word(word));
    shapes_.push_back(text::shape_of(analyzer_, term));
    const text::WordForms forms = analyzer_.forms(term);
    stems.emplace_back(hash_of(forms.stem), word);
    bares.emplace_back(hash_of(forms.bare), word);
    const std::u32string& points = shapes_.back().points;
    for (std::size_t i = 1; i < points.size(); ++i) {
      characters.emplace_back(text::neighbour_hash(text::TermClass::kBigram, points[i - 1], points[i]), word);
    }
    if (!made(text::TermClass::kGram3) && !made(text::TermClass::kGram4)) continue;
    const std::u16string letters = text::gram_text(term);
    if (made(text::TermClass::kGram3)) {
      for (const std::uint32_t gram : text::word_grams(letters, 3)) gram3.emplace_back(gram, word);
    }
    if (made(text::TermClass::kGram4)) {
      for (const std::uint32_t gram : text::word_grams(letters, 4)) gram4.emplace_back(gram, word);
    }
  }
  stems_ = WordGroups(std::move(stems));
  bares_ = WordGroups(std::move(bares));
  gram3_ = WordGroups(std::move(gram3));
  gram4_ = WordGroups(std::move(gram4));
  characters_ = WordGroups(std::move(characters));
  sorted_.resize(lexicon_.size());
  std::iota(sorted_.begin(), sorted_.end(), 0U);
  std::sort(sorted_.begin(), sorted_.end(),
            [this](std::uint32_t a, std::uint32_t b) { return lexicon_.word(a) < lexicon_.word(b); });
  for (const content::Glossary& glossary : snapshot.catalog().glossaries) {
    if (glossary.language.primary() != language.primary()) continue;
    for (const content::GlossaryTerm& term : glossary.terms) {
      add_glossary_words(term.term);
      for (const std::string& phrase : term.synonyms) add_glossary_words(phrase);
      for (const std::string& phrase : term.typed) add_glossary_words(phrase);
    }
  }
  keys_ = std::make_unique<KeyIndex>(lexicon_, language);
}

void LanguageIndex::add_glossary_words(const std::string& phrase) {
  std::string joined;
  for (text::Token& token : analyzer_.words(phrase)) {
    joined += token.term;
    glossary_words_.insert(std::move(token.term));
  }
  joined_phrases_.insert(std::move(joined));
}

WordGroups::Range LanguageIndex::with_characters(char32_t first, char32_t second) const {
  return characters_.find(text::neighbour_hash(text::TermClass::kBigram, first, second));
}

std::vector<std::uint32_t> LanguageIndex::beginning_with(std::string_view beginning, std::size_t most) const {
  constexpr std::size_t kRead = 400;  // a beginning of more words than this says nothing yet
  auto at = std::lower_bound(sorted_.begin(), sorted_.end(), beginning,
                             [this](std::uint32_t word, std::string_view text) { return lexicon_.word(word) < text; });
  std::vector<std::uint32_t> words;
  for (; at != sorted_.end() && lexicon_.word(*at).starts_with(beginning) && words.size() <= kRead; ++at) {
    if (lexicon_.word(*at) != beginning) words.push_back(*at);
  }
  if (words.size() > kRead) return {};
  std::sort(words.begin(), words.end());  // numbers go by frequency
  if (words.size() > most) words.resize(most);
  return words;
}

bool LanguageIndex::knows(const std::string& word) const {
  return lexicon_.find(word).has_value() || !with_stem(analyzer_.forms(word).stem).empty();
}

WordGroups::Range LanguageIndex::with_stem(std::string_view stem) const { return stems_.find(hash_of(stem)); }

WordGroups::Range LanguageIndex::with_bare(std::string_view bare_stem) const { return bares_.find(hash_of(bare_stem)); }

}  // namespace pharos::search
