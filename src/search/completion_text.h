// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/text/analyzer.h"
#include "pharos/text/fold.h"

namespace pharos::search {

/// A word of a line that can be offered, in UTF-16 units of the folded line.
struct CompletionWord {
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
  bool code = false;  ///< a ticker, number or code: not what a typing error was meant to be
};

/// Words of one line, in order.
struct WordRange {
  const CompletionWord* first = nullptr;
  const CompletionWord* last = nullptr;
  const CompletionWord* begin() const { return first; }
  const CompletionWord* end() const { return last; }
};

/// Characters that a key may cover when it begins with a word: the word itself, and of scripts without spaces what
/// follows, for people type on without thinking of words.
struct KeyRun {
  std::u16string text;  ///< without spaces
  /// Places where less of the run would do: units of `text`, and where they end in the line. The last is the whole.
  struct Cut {
    std::uint16_t units = 0;
    std::uint16_t end = 0;
  };
  std::vector<Cut> cuts;
};

/// Reads the lines of one language. Immutable and thread-safe.
class CompletionReader {
 public:
  explicit CompletionReader(text::Analyzer analyzer);

  text::FoldedText fold(std::string_view utf8) const;
  /// Ordered by begin, the longer first. Words may overlap: domain words and their parts.
  std::vector<CompletionWord> words(const std::string& utf8, const text::FoldedText& folded) const;
  /// The run that begins with the first of the words, which are all of a line from that one on. Empty where a key would
  /// say nothing.
  KeyRun run(std::u16string_view folded, WordRange words) const;
  /// One of Letters for a unit of folded text.
  std::uint32_t letters(char16_t unit) const;

 private:
  text::Analyzer analyzer_;
  bool han_is_chinese_;
};

/// Less what people type around words; inside of them it stays (e-mail, l'argent).
std::u16string_view without_punctuation(std::u16string_view word);

}  // namespace pharos::search
