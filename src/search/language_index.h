// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pharos/index/lexicon.h"
#include "pharos/index/section_words.h"
#include "pharos/index/snapshot.h"
#include "pharos/text/neighbours.h"
#include "search/key_index.h"
#include "search/word_groups.h"

namespace pharos::search {

/// All that search keeps in memory of one language's index: its words and what they have in common. Immutable;
/// thread-safe.
class LanguageIndex {
 public:
  /// REQUIRES: the snapshot has a database of the language.
  LanguageIndex(const index::Snapshot& snapshot, const Language& language);

  const text::Analyzer& analyzer() const { return analyzer_; }
  const index::Lexicon& lexicon() const { return lexicon_; }
  const index::SectionWords& sections() const { return *sections_; }
  const text::WordShape& shape(std::uint32_t word) const { return shapes_[word]; }

  WordGroups::Range with_stem(std::string_view stem) const;
  WordGroups::Range with_bare(std::string_view bare_stem) const;
  WordGroups::Range with_gram3(std::uint32_t gram) const { return gram3_.find(gram); }
  WordGroups::Range with_gram4(std::uint32_t gram) const { return gram4_.find(gram); }
  /// Words of unspaced scripts in which two characters stand side by side.
  WordGroups::Range with_characters(char32_t first, char32_t second) const;
  /// The word itself, or another with its stem.
  bool knows(const std::string& word) const;
  /// A word of the language's glossary, be it in the index or not: no typing error.
  bool in_glossary(const std::string& word) const { return glossary_words_.contains(word); }
  /// A phrase of the glossary without its spaces.
  bool in_glossary_joined(const std::string& word) const { return joined_phrases_.contains(word); }
  const Language& language() const { return language_; }
  /// The most frequent words that begin so, at most `most`; not the beginning itself.
  std::vector<std::uint32_t> beginning_with(std::string_view beginning, std::size_t most) const;
  /// The words by the keys under which readers type them: for repair of typing.
  const KeyIndex& keys() const { return *keys_; }

 private:
  void add_glossary_words(const std::string& phrase);

  Language language_;
  text::Analyzer analyzer_;
  index::Lexicon lexicon_;
  std::unique_ptr<index::SectionWords> sections_;
  std::vector<text::WordShape> shapes_;
  WordGroups stems_, bares_, gram3_, gram4_, characters_;
  std::vector<std::uint32_t> sorted_;  ///< word numbers by text
  std::unordered_set<std::string> glossary_words_, joined_phrases_;
  std::unique_ptr<KeyIndex> keys_;
};

}  // namespace pharos::search
