// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pharos/text/analyzer.h"

namespace pharos::search {

/// What phrases are made of: a word, or one character where no spaces divide words. A value type.
struct PhraseUnit {
  std::string key;          ///< without marks: what it is looked up by
  std::string exact;        ///< with them; two that both have marks must agree in them
  std::string word;         ///< folded, not stemmed
  std::uint32_t begin = 0;  ///< bytes in the text
  std::uint32_t end = 0;
  bool marked = false;
  bool unspaced = false;  ///< a character of a script without spaces
  bool alone = false;     ///< no such character beside it
  bool joins = false;     ///< no comma or the like between it and the unit before
  bool opens = false;     ///< a word begins with it
  bool closes = false;    ///< a word ends with it
};

/// The units of a text, in its order.
std::vector<PhraseUnit> phrase_units(const text::Analyzer& analyzer, std::string_view utf8);

/// The same units for meeting words of any language: words as they are, without marks.
std::vector<PhraseUnit> plain_units(std::vector<PhraseUnit> units);

/// Units [first, last) of a text are a phrase.
struct PhraseMatch {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t phrase = 0;
};

/// Finds known phrases in a text: a tree of units with hashed edges. Built once, then immutable and thread-safe.
class PhraseMatcher {
 public:
  /// Phrases are told apart by the number given.
  void add(const std::vector<PhraseUnit>& units, std::uint32_t phrase);

  /// All places of all phrases, by first unit, the shorter first. One character of a script without spaces is a phrase
  /// only when it stands alone; others must begin and end where words do.
  std::vector<PhraseMatch> all(const std::vector<PhraseUnit>& text) const;

  bool empty() const { return rows_.empty(); }

 private:
  struct Row {
    std::uint32_t phrase;
    std::vector<std::pair<std::string, bool>> exact;  ///< and whether it is marked
  };
  static std::uint64_t edge(std::uint32_t node, std::string_view key);

  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::unordered_map<std::uint32_t, std::vector<Row>> rows_;  ///< by the node where they end
  std::uint32_t last_node_ = 0;
};

/// The longest first, none that overlaps a longer one; by place. Several phrases of the same units stay together.
std::vector<PhraseMatch> longest_matches(std::vector<PhraseMatch> matches, const std::vector<PhraseUnit>& text);

}  // namespace pharos::search
