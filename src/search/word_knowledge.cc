// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_knowledge.h"

#include <algorithm>
#include <cmath>

#include "pharos/text/fold.h"
#include "pharos/text/keys.h"
#include "pharos/text/word_sequence.h"
#include "search/rescue.h"

namespace pharos::search {
namespace {

// As a word typed in another way it speaks for the page's language, but less than the word itself.
constexpr double kTypedOtherwise = .3;

bool typed_otherwise(const LanguageIndex& index, const std::string& word) {
  const std::u16string typed = text::to_utf16(word);
  const std::vector<text::KeyRow>& rows = text::key_rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!index.keys().has_row(row)) continue;
    const bool layout = (rows[row].flags & text::kKeyWholeChunk) != 0;
    for (const std::u16string& key : rows[row].of_typed(typed)) {
      if (layout ? index.knows(text::to_utf8(key)) : !index.keys().with_key(row, key).empty()) return true;
    }
  }
  return false;
}

std::size_t words_of(const std::string& text, const Language& language) {
  std::size_t words = 0;
  for (const text::SequenceWord& word : text::word_sequence(text::Analyzer(language), text)) words += word.part ? 0 : 1;
  return words;
}

double known_share(const LanguageIndex& index, const std::string& text) {
  std::size_t all = 0;
  std::size_t known = 0;
  for (const text::SequenceWord& word : text::word_sequence(index.analyzer(), text)) {
    if (word.part) continue;
    ++all;
    known += index.knows(word.term) ? 1 : 0;
  }
  return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

}  // namespace

text::QueryLanguage asked_language(const std::string& text, const Language& page, const std::vector<Language>& offered,
                                   const std::map<Language, LanguageIndex>& indexes) {
  const auto known = [&](const Language& language, const std::string& word) -> double {
    const auto index = indexes.find(language);
    if (index == indexes.end()) return 0;
    const index::Lexicon& lexicon = index->second.lexicon();
    if (const auto number = lexicon.find(word)) {
      return std::min(1.0, std::log(1.0 + lexicon.sections(*number)) / std::log(2.0 + lexicon.all_sections()) + .3);
    }
    return language == page && typed_otherwise(index->second, word) ? kTypedOtherwise : 0;
  };
  text::QueryLanguage asked = text::query_language(text, page, offered, known);
  if (asked.language == page) return asked;
  // A word or two of a fallback language are found from the page's language, too, with its own translations shown.
  constexpr std::size_t kTooFew = 2;
  if (asked.reason == text::kAskedWords && words_of(text, asked.language) <= kTooFew) {
    return {page, .5, text::kAskedInterface};
  }
  // The page's language on another keyboard looks like the other language: which of the two has the words?
  const auto other = indexes.find(asked.language);
  const auto own = indexes.find(page);
  if (own == indexes.end()) return asked;
  if (other != indexes.end() && known_share(other->second, text) > 0) return asked;
  constexpr double kBelieved = .6;
  const std::string mended = repaired(text, repairs(text, own->second));
  if (mended != text && known_share(own->second, mended) >= kBelieved) {
    return {page, .5, text::kAskedInterface};
  }
  return asked;
}

}  // namespace pharos::search
