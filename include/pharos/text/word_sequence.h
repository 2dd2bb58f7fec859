// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/text/analyzer.h"

namespace pharos::text {

/// A word in the order of its text. A value type.
struct SequenceWord {
  std::string term;         ///< as TermClass::kWord has it
  bool part = false;        ///< lies inside the word before it (the "example" of example.com): no neighbour of others
  bool gap = false;         ///< something stands between it and the word before: characters do not run on
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
};

/// The words of a text in order, with what is needed to find neighbouring words and characters again.
std::vector<SequenceWord> word_sequence(const Analyzer& analyzer, std::string_view utf8);

/// The character n-grams of a word by which similar words are told, "^" and "$" at its ends; as hashes, in order.
/// `size` is counted in UTF-16 units. A word shorter than that gives one.
std::vector<std::uint32_t> word_grams(std::u16string_view word, std::size_t size);

/// What word_grams() is made of for a word: without marks; Hangul as its letters (jamo), so that one wrong letter
/// leaves the others of the syllable.
std::u16string gram_text(std::string_view word);

}  // namespace pharos::text
