// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/index/catalog.h"
#include "pharos/text/analyzer.h"

namespace pharos::search {

/// Another way to say a phrase of a query, from the glossary. A value type.
struct Expansion {
  std::string_view kind;    ///< "synonym", "typed" or "translation"
  std::string from;         ///< the phrase as it was typed
  std::string to;           ///< what the glossary says for it, in `language`
  std::uint32_t begin = 0;  ///< bytes of the phrase in the query
  std::uint32_t end = 0;
  float factor = 0;  ///< what it weighs against what was typed, below 1
  Language language;
};

/// The glossaries of one snapshot, made ready for queries. Immutable and thread-safe; an answer takes microseconds.
class Vocabulary {
 public:
  static constexpr std::size_t kMostForPhrase = 8;
  static constexpr std::size_t kMostForQuery = 32;

  explicit Vocabulary(const index::Catalog& catalog);
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;

  /// What may be searched beside the text in articles of the target language, by place in the text. Term and synonyms
  /// lead to each other, what readers type leads to them and not back, and a concept leads to its words in another
  /// language, also from words of other languages than the query's (USDT, 泰达币, тезер). Of phrases that overlap the
  /// longest counts. Marks may be left out but not be wrong. What already stands in the text is not given again.
  /// REQUIRES: `analyzer` is index::analyzer_for(query_language) of the same catalog.
  std::vector<Expansion> expansions(const text::Analyzer& analyzer, const std::string& text,
                                    const Language& query_language, const Language& target_language) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// "typed "ga"@4-6 -> "authenticator app" (en, 0.8)" a line each.
std::string print(const std::vector<Expansion>& expansions);

}  // namespace pharos::search
