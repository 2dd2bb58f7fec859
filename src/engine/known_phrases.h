// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/phrase_keys.h"
#include "pharos/index/snapshot.h"

namespace pharos::engine {

inline constexpr std::size_t kLongestSuggestion = 3;  ///< words

/// What the articles of one language say, as phrase keys of up to kLongestSuggestion words. Immutable; thread-safe.
class KnownPhrases {
 public:
  /// REQUIRES: the snapshot has a database of the language.
  KnownPhrases(const index::Snapshot& snapshot, const Language& language, const text::Analyzer& analyzer);

  /// In a title, heading, tag, summary or text.
  bool is_written(std::string_view key) const { return contains(written_, key); }
  bool is_asked(std::string_view key) const { return contains(asked_, key); }
  /// A word that stands nearly everywhere says nothing.
  bool is_common(const std::string& key) const;

 private:
  static bool contains(const std::vector<std::uint64_t>& hashes, std::string_view key);
  void add(std::vector<std::uint64_t>& hashes, const std::vector<index::SectionWord>& words,
           const std::vector<std::string>& keys);

  std::vector<std::uint64_t> written_;  ///< sorted hashes of keys
  std::vector<std::uint64_t> asked_;
  std::unordered_map<std::string, double> shares_;  ///< of sections that have the word
};

/// The phrases of the glossaries that serve one language.
class GlossaryPhrases {
 public:
  /// A phrase of a term.
  struct Place {
    std::size_t first = 0;  ///< word
    std::size_t count = 0;
    const content::GlossaryTerm* term = nullptr;
    bool typed = false;
  };

  GlossaryPhrases(const index::Catalog& catalog, const Language& language, const text::Analyzer& analyzer);

  /// Where phrases stand, the longest ones of those that overlap, by first word.
  std::vector<Place> find(const std::vector<KeyedWord>& words) const;

 private:
  struct Entry {
    const content::GlossaryTerm* term;
    bool typed;
  };
  void add(const std::vector<KeyedWord>& words, const content::GlossaryTerm& term, bool typed);

  std::unordered_map<std::string, Entry> entries_;
  std::size_t longest_ = 0;
};

}  // namespace pharos::engine
