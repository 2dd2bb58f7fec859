// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/index/lexicon.h"
#include "pharos/text/keys.h"
#include "search/spelling.h"
#include "search/word_groups.h"

namespace pharos::search {

/// The words of a lexicon under the keys of text::key_rows(), and under their letters for typing errors. Each way is
/// prepared when it is first needed: queries without repair pay nothing. Thread-safe; the lexicon must outlive it.
class KeyIndex {
 public:
  KeyIndex(const index::Lexicon& lexicon, const Language& language);

  /// Whether the row is for this language at all.
  bool has_row(std::size_t row) const;
  /// The words that have this key in a row of the table, most frequent first.
  WordGroups::Range with_key(std::size_t row, std::u16string_view key) const;
  /// ... or one that differs from it by a typing error; REQUIRES: the row has kKeyMisspelled.
  std::vector<std::uint32_t> near_key(std::size_t row, std::u16string_view key) const;
  /// Words that differ from `word` by at most `limit` letters (text::gram_text), nearest and most frequent first.
  std::vector<Speller::Near> near_word(std::string_view word, std::size_t limit) const;

  /// Words of Han characters that have this one, most frequent first.
  WordGroups::Range with_character(char16_t character) const;

  /// Prepares every way now: what a server does before its readers come.
  void prepare() const;

 private:
  struct Way {
    std::once_flag keyed_once;
    std::once_flag spelled_once;
    WordGroups words;
    std::unique_ptr<Speller> speller;
    std::vector<std::uint32_t> spelled_words;  ///< the word of each of the speller's strings
  };
  const WordGroups& keyed(std::size_t row) const;
  const Way& spelled(std::size_t row) const;

  const index::Lexicon& lexicon_;
  std::string primary_;
  mutable std::once_flag characters_once_;
  mutable WordGroups characters_;
  std::unique_ptr<Way[]> ways_;  ///< one a row of the table, one more for the words themselves
};

}  // namespace pharos::search
