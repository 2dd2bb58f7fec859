// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/text/domain_words.h"
#include "pharos/text/language_table.h"
#include "pharos/text/token.h"

namespace pharos::text {

/// What a word is reduced to. A value type.
struct WordForms {
  std::string stem;  ///< as TermClass::kStem has it; the word itself where the language has no stemmer
  std::string bare;  ///< the stem of the word without marks, as TermClass::kBare has it
};

/// Turns text of one language into terms, the same way for an index and for a query. Immutable and thread-safe; cheap
/// to copy.
class Analyzer {
 public:
  /// With the built-in domain words of the language.
  explicit Analyzer(const Language& language);
  /// With these domain words (domain_words() holds the built-in ones too); null for none. The index and the query must
  /// have the same.
  Analyzer(const Language& language, std::shared_ptr<const DomainWords> domain);

  /// All tokens of all classes of the language's row: class by class, each in the order of the text. Offsets point
  /// into `utf8`.
  std::vector<Token> analyze(std::string_view utf8) const;

  /// The words alone (TermClass::kWord), as they stand in the text: for counting and for completion. A domain word
  /// comes before the parts it is cut into, which overlap it.
  std::vector<Token> words(std::string_view utf8) const;

  /// The forms of one word that words() gave: the same that analyze() makes of it in a text.
  WordForms forms(const std::string& word) const;

  /// One key for "the same title": the words without case and punctuation, joined by single spaces.
  std::string sameness_key(std::string_view utf8) const;

  const LanguageRow& row() const { return *row_; }

  /// Names everything that decides which terms a text gives: rows, code version, Unicode data, stemmer. An index made
  /// with another fingerprint cannot be searched with this analyzer.
  static std::string fingerprint();

 private:
  const LanguageRow* row_;
  std::shared_ptr<const DomainWords> domain_;  ///< may be null
};

}  // namespace pharos::text
