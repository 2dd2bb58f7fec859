// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/search/query.h"

namespace pharos::search {

/// What can be offered: its words and where they lead. A value type.
struct CompletionEntry {
  std::string text;
  std::int64_t article = -1;  ///< number in the catalog; -1 for a glossary term
  int rank = 0;               ///< 0 title, 1 question, 2 glossary term: earlier first among equals
};

/// The entries of one language in one sorted array of word beginnings. Immutable once built; thread-safe.
class CompletionTable {
 public:
  CompletionTable(const Language& language, std::vector<CompletionEntry> entries);

  struct Completion {
    const CompletionEntry* entry;
    int score;  ///< lower is better
  };
  /// The entries in which every word of the prefix begins a word, best first. REQUIRES: `prefix` is checked text.
  std::vector<Completion> complete(std::string_view prefix) const;

  /// An entry's text, escaped, with what was typed in <mark>.
  std::string marked(const CompletionEntry& entry, std::string_view prefix) const;

 private:
  struct Beginning {
    std::uint32_t entry;
    std::uint32_t offset;  ///< UTF-16 units into the entry's key
  };
  std::u16string key_of(std::string_view text) const;
  std::u16string_view rest(const Beginning& beginning) const;
  /// The entries with a word that begins so, each once, ascending, with the lowest offset of such a word.
  std::vector<Beginning> beginning_with(std::u16string_view word) const;

  std::uint32_t folds_;
  std::string locale_;
  std::vector<CompletionEntry> entries_;
  std::vector<std::u16string> keys_;
  std::vector<Beginning> beginnings_;
};

}  // namespace pharos::search
