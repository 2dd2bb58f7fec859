// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/text/analyzer.h"
#include "search/completion_text.h"
#include "search/prefix_array.h"
#include "search/snippet.h"

namespace pharos::search {

/// What can be offered: its words and where they lead. A value type.
struct CompletionEntry {
  std::string text;
  std::int64_t article = -1;  ///< number in the catalog; -1 for a glossary term
  int rank = 0;               ///< 0 title, 1 question, 2 glossary term: earlier first among equals
};

/// The entries of one language in sorted arrays of word beginnings: as they are written, and under the keys of each way
/// of typing, which are made when they are first needed. Thread-safe.
class CompletionTable {
 public:
  /// Bits of PrefixArray::Item::flags; its place is where in the line the word begins.
  enum Flag : std::uint16_t { kFirst = 1, kInsideWord = 2, kCode = 4 };

  CompletionTable(const text::Analyzer& analyzer, std::vector<CompletionEntry> entries);

  std::size_t size() const { return entries_.size(); }
  const CompletionEntry& entry(std::size_t number) const { return entries_[number]; }
  /// The line folded and without marks: what is compared with what is typed.
  const std::u16string& key(std::size_t number) const { return keys_[number]; }
  /// What is known of an entry before anybody asks; the lower, the sooner it is offered.
  struct Standing {
    std::uint16_t length = 0;  ///< of the key, in units
    std::uint8_t rank = 0;     ///< as CompletionEntry has it
    bool leads = true;         ///< to an article: a glossary term does that some title or question has
  };
  const Standing& standing(std::size_t number) const { return standings_[number]; }
  const CompletionReader& reader() const { return reader_; }
  /// Bits of Letters that occur.
  std::uint32_t letters() const { return letters_; }
  /// Whether some line has each Latin letter with a mark that the text has: who types ĩ does not mean Spanish.
  bool has_marked_letters(std::u16string_view text) const;

  /// Words as they are written; with kInsideWord what begins inside of one, in scripts where words are not divided.
  const PrefixArray& written() const { return written_; }
  /// Words under their keys in a row of text::key_rows().
  const PrefixArray& keyed(std::size_t row) const;
  /// Makes the keys of every way that concerns the words.
  void prepare() const;

  /// Where in the line the part of a word ends whose key in the row has so many letters, and begins with `prefix`.
  std::uint16_t covered_end(std::size_t number, std::uint16_t word_begin, std::size_t row, std::u16string_view prefix,
                            std::size_t letters) const;

  /// An entry's text, escaped, with these spans in <mark>. The spans are UTF-16 units of the folded line.
  std::string marked(std::size_t number, const std::vector<Span>& spans) const;

 private:
  struct Way {
    std::once_flag once;
    PrefixArray keys;
  };
  /// Reads all lines: fills what follows below.
  PrefixArray make_written();
  WordRange words(std::size_t number) const {
    return {words_.data() + (number == 0 ? 0 : last_word_[number - 1]), words_.data() + last_word_[number]};
  }
  PrefixArray make_keyed(std::size_t row) const;
  void find_standings();

  CompletionReader reader_;
  std::vector<CompletionEntry> entries_;
  std::vector<std::u16string> keys_;
  std::vector<CompletionWord> words_;     ///< of all lines
  std::vector<std::uint32_t> last_word_;  ///< of each line the end in words_
  std::vector<Standing> standings_;
  std::uint32_t letters_ = 0;
  std::set<char16_t> marked_letters_;
  PrefixArray written_;
  std::unique_ptr<Way[]> ways_;  ///< one a row of the table of keys
};

}  // namespace pharos::search
