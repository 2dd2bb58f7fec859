// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/text/language_table.h"
#include "pharos/text/token.h"

namespace pharos::text {

/// Turns text of one language into terms, the same way for an index and for a query. Immutable and thread-safe; cheap
/// to copy.
class Analyzer {
 public:
  explicit Analyzer(const Language& language) : row_(&language_row(language)) {}

  /// All tokens of all classes of the language's row: class by class, each in the order of the text. Offsets point
  /// into `utf8`.
  std::vector<Token> analyze(std::string_view utf8) const;

  /// The words alone (TermClass::kWord), as they stand in the text: for counting and for completion.
  std::vector<Token> words(std::string_view utf8) const;

  /// One key for "the same title": the words without case and punctuation, joined by single spaces.
  std::string sameness_key(std::string_view utf8) const;

  const LanguageRow& row() const { return *row_; }

  /// Names everything that decides which terms a text gives: rows, code version, Unicode data, stemmer. An index made
  /// with another fingerprint cannot be searched with this analyzer.
  static std::string fingerprint();

 private:
  const LanguageRow* row_;
};

}  // namespace pharos::text
