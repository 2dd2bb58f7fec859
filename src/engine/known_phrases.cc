// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/known_phrases.h"

#include <algorithm>

namespace pharos::engine {
namespace {

constexpr double kCommonShare = .25;
constexpr std::uint32_t kFewestSections = 8;  // of fewer no share says anything

// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view key) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : key) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

void make_set(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.shrink_to_fit();
}

}  // namespace

KnownPhrases::KnownPhrases(const index::Snapshot& snapshot, const Language& language, const text::Analyzer& analyzer) {
  const index::Lexicon lexicon = snapshot.lexicon(language);
  const auto sections = snapshot.section_words(language);
  std::vector<std::string> keys;
  keys.reserve(lexicon.size());
  for (std::uint32_t word = 0; word < lexicon.size(); ++word) {
    keys.push_back(analyzer.forms(std::string(lexicon.word(word))).bare);
    const double share =
        static_cast<double>(lexicon.sections(word)) / static_cast<double>(std::max(1U, lexicon.all_sections()));
    if (lexicon.all_sections() >= kFewestSections) shares_[keys.back()] = std::max(shares_[keys.back()], share);
  }
  index::SectionText text;
  for (std::uint32_t section = 1; section <= sections->size(); ++section) {
    sections->read(section, text);
    add(written_, text.labels, keys);
    add(written_, text.text, keys);
    if (text.first != section) continue;
    for (std::size_t line = 0; line < text.headline.size(); ++line) {
      add(line == 0 ? written_ : asked_, text.headline[line], keys);
    }
  }
  make_set(written_);
  make_set(asked_);
}

void KnownPhrases::add(std::vector<std::uint64_t>& hashes, const std::vector<index::SectionWord>& words,
                       const std::vector<std::string>& keys) {
  std::vector<const std::string*> tiles;
  for (const index::SectionWord& word : words) {
    // A part is known by itself, but is nobody's neighbour.
    if (word.part) {
      hashes.push_back(hash_of(keys[word.word]));
    } else {
      tiles.push_back(&keys[word.word]);
    }
  }
  for (std::size_t first = 0; first < tiles.size(); ++first) {
    std::string phrase;
    for (std::size_t i = first; i < std::min(first + kLongestSuggestion, tiles.size()); ++i) {
      append_key(phrase, *tiles[i]);
      hashes.push_back(hash_of(phrase));
    }
  }
}

bool KnownPhrases::contains(const std::vector<std::uint64_t>& hashes, std::string_view key) {
  return std::binary_search(hashes.begin(), hashes.end(), hash_of(key));
}

bool KnownPhrases::is_common(const std::string& key) const {
  const auto share = shares_.find(key);
  return share != shares_.end() && share->second > kCommonShare;
}

GlossaryPhrases::GlossaryPhrases(const index::Catalog& catalog, const Language& language,
                                 const text::Analyzer& analyzer) {
  for (const content::Glossary& glossary : catalog.glossaries) {
    if (glossary.language.primary() != language.primary()) continue;
    for (const content::GlossaryTerm& term : glossary.terms) {
      add(keyed_words(analyzer, term.term), term, false);
      for (const std::string& word : term.synonyms) add(keyed_words(analyzer, word), term, false);
      for (const std::string& word : term.typed) add(keyed_words(analyzer, word), term, true);
    }
  }
}

void GlossaryPhrases::add(const std::vector<KeyedWord>& words, const content::GlossaryTerm& term, bool typed) {
  if (words.empty()) return;
  longest_ = std::max(longest_, words.size());
  entries_.try_emplace(phrase_key(words, 0, words.size()), Entry{&term, typed});
}

std::vector<GlossaryPhrases::Place> GlossaryPhrases::find(const std::vector<KeyedWord>& words) const {
  std::vector<Place> places;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t next = first + 1;
    for (std::size_t count = std::min(longest_, words.size() - first); count > 0; --count) {
      const auto entry = entries_.find(phrase_key(words, first, count));
      if (entry == entries_.end()) continue;
      places.push_back({first, count, entry->second.term, entry->second.typed});
      next = first + count;
      break;
    }
    first = next;
  }
  return places;
}

}  // namespace pharos::engine
