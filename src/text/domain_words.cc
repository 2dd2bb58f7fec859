// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/domain_words.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"
#include "pharos/text/segment.h"
#include "text/domain_word_lists.h"
#include "text/utf16.h"

namespace pharos::text {
namespace {

constexpr std::size_t kFewestCharacters = 2;
constexpr std::size_t kMostCharacters = 12;
constexpr std::size_t kMostUnits = 63;  // a bit each
// A Han character is a meaning of its own: where two of them stand, the word stands. Letters of Thai or kana make
// another word of a short one too easily (ガス in ガスト).
constexpr std::size_t kFewestToCutLetters = 4;

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
bool is_han(char32_t c) { return is_han_or_katakana(c) && !(c >= 0x30A1 && c <= 0x30FF); }

std::vector<std::string> words_of_list(std::string_view list) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string_view builtin_list(std::string_view primary) {
  for (const DomainWordList& row : domain_word_lists()) {
    if (row.primary == primary) return row.words;
  }
  return {};
}

}  // namespace

DomainWords::DomainWords(const Language& language, const std::vector<std::string>& words) {
  const std::uint32_t folds = language_row(language).folds;
  for (const std::string& word : words) {
    std::u16string folded = fold(word, folds).text;
    if (folded.empty() || folded.size() > kMostUnits) continue;
    bool unspaced = true;
    bool han = false;
    for (std::uint32_t at = 0; at < folded.size();) {
      const char32_t point = point_at(folded, at, at);
      unspaced = unspaced && is_unspaced(point) && !is_hangul(point);
      han = han || is_han(point);
    }
    if (!unspaced) continue;
    const std::size_t characters = character_boundaries(folded).size() - 1;
    if (characters < kFewestCharacters || characters > kMostCharacters) continue;
    lengths_[folded[0]] |= std::uint64_t{1} << folded.size();
    words_.emplace(std::move(folded), han || characters >= kFewestToCutLetters);
  }
}

std::vector<DomainMatch> DomainWords::find(std::u16string_view folded) const {
  std::vector<DomainMatch> matches;
  if (words_.empty()) return matches;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (folded[at] < 0xE00) continue;
    const auto lengths = lengths_.find(folded[at]);
    if (lengths == lengths_.end()) continue;
    for (std::size_t length = std::min(kMostUnits, folded.size() - at); length > 1; --length) {
      if ((lengths->second >> length & 1) == 0) continue;
      const auto word = words_.find(folded.substr(at, length));
      if (word == words_.end()) continue;
      std::uint32_t next = 0;
      const auto end = static_cast<std::uint32_t>(at + length);
      if (end < folded.size() && continues_character(point_at(folded, end, next))) continue;
      matches.push_back({static_cast<std::uint32_t>(at), end, word->second});
    }
  }
  return matches;
}

DomainWords domain_words(const Language& language, const std::vector<std::string>& glossary_words) {
  std::vector<std::string> words = words_of_list(builtin_list(language.primary()));
  words.insert(words.end(), glossary_words.begin(), glossary_words.end());
  return DomainWords(language, words);
}

std::shared_ptr<const DomainWords> builtin_domain_words(const Language& language) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<const DomainWords>, std::less<>> made;
  const std::string_view primary = language.primary();
  if (builtin_list(primary).empty()) return nullptr;
  const std::lock_guard lock(mutex);
  auto place = made.find(primary);
  if (place == made.end()) {
    place = made.emplace(std::string(primary), std::make_shared<const DomainWords>(domain_words(language, {}))).first;
  }
  return place->second;
}

std::string builtin_domain_text() {
  std::string text;
  for (const DomainWordList& row : domain_word_lists())
    text += std::string(row.primary) + ':' + std::string(row.words) + '\n';
  return text;
}

}  // namespace pharos::text
