// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/text/analyzer.h"

namespace pharos::desk {

/// A sentence as phrases are looked for in it: words of a language that puts spaces between them, or the folded text
/// without spaces where it does not (or, as Arabic, joins little words to the next).
struct ReadSentence {
  struct Word {
    std::string bare, stem;  ///< both without marks: people leave them out
  };
  std::vector<Word> words;
  std::u16string text;
  /// Where a clause begins after a comma (or, in languages that put no spaces between words, after one), rising.
  std::vector<std::size_t> clauses;

  std::size_t clause_begin(std::size_t at) const;  ///< of the clause that `at` is in
  std::size_t clause_end(std::size_t at) const;
};

/// Where a phrase stands in a sentence: words, or UTF-16 units. begin == end: nowhere.
struct PhrasePlace {
  std::size_t begin = 0, end = 0;
  explicit operator bool() const { return end > begin; }
};

/// A phrase made ready for looking.
struct Phrase {
  struct Word {
    std::string bare, stem;
    bool beginning = false;  ///< written "взлом*": any word that begins so
  };
  std::string written;
  std::vector<Word> words;
  std::u16string text;
};

/// Finds phrases of one language, its words cut and folded as the search's analyzer does it: without case and marks,
/// by stems too where that is asked for. Up to two other words, and no comma, may stand between the words of a phrase.
/// Immutable and thread-safe.
class PhraseFinder {
 public:
  explicit PhraseFinder(const Language& language);

  /// Linear in the text.
  std::vector<ReadSentence> read(std::string_view utf8) const;
  /// "взлом*" is any word that begins so. With `stems`, "hacked" is found in "hacking".
  Phrase phrase(std::string_view written, bool stems) const;
  /// "a|b|c", without stems.
  std::vector<Phrase> phrases(std::string_view written) const;

  /// The first place at or after `from`.
  PhrasePlace find(const ReadSentence& sentence, const Phrase& phrase, std::size_t from = 0) const;

  const Language& language() const { return language_; }

 private:
  Language language_;
  text::Analyzer analyzer_;
  bool spaced_;
};

}  // namespace pharos::desk
