// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/text/analyzer.h"

namespace pharos::engine {

/// One of the words that tile a text, as phrases are compared: without endings and marks.
struct KeyedWord {
  std::string key;
  std::uint32_t begin = 0;  ///< bytes in the text
  std::uint32_t end = 0;
};

/// The words of a text in order, none inside another.
std::vector<KeyedWord> keyed_words(const text::Analyzer& analyzer, std::string_view utf8);

/// The key of the phrase of words [first, first + count).
std::string phrase_key(const std::vector<KeyedWord>& words, std::size_t first, std::size_t count);

/// A phrase's key when its words' keys are known. REQUIRES: `phrase` is a phrase key, or empty.
void append_key(std::string& phrase, std::string_view word_key);

}  // namespace pharos::engine
