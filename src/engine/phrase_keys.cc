// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phrase_keys.h"

namespace pharos::engine {

std::vector<KeyedWord> keyed_words(const text::Analyzer& analyzer, std::string_view utf8) {
  std::vector<KeyedWord> words;
  for (const text::Token& token : analyzer.words(utf8)) {
    if (!words.empty() && token.begin < words.back().end) continue;
    words.push_back({analyzer.forms(token.term).bare, token.begin, token.end});
  }
  return words;
}

std::string phrase_key(const std::vector<KeyedWord>& words, std::size_t first, std::size_t count) {
  std::string key;
  for (std::size_t i = first; i < first + count; ++i) append_key(key, words[i].key);
  return key;
}

void append_key(std::string& phrase, std::string_view word_key) {
  if (!phrase.empty()) phrase += ' ';
  phrase += word_key;
}

}  // namespace pharos::engine
