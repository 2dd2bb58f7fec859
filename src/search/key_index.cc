// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/key_index.h"

#include <string>
#include <utility>

#include "pharos/base/hash.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"
#include "pharos/text/word_sequence.h"

namespace pharos::search {
namespace {

std::uint32_t hash_of(std::u16string_view key) { return spread(fnv1a(key)); }

}  // namespace

KeyIndex::KeyIndex(const index::Lexicon& lexicon, const Language& language)
    : lexicon_(lexicon), primary_(language.primary()), ways_(std::make_unique<Way[]>(text::key_rows().size() + 1)) {}

bool KeyIndex::has_row(std::size_t row) const {
  const std::string_view language = text::key_rows()[row].language;
  return language.empty() || language == primary_;
}

const WordGroups& KeyIndex::keyed(std::size_t row) const {
  Way& way = ways_[row];
  std::call_once(way.keyed_once, [&] {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    for (std::uint32_t word = 0; word < lexicon_.size(); ++word) {
      for (const std::u16string& key : text::key_rows()[row].of_word(text::to_utf16(lexicon_.word(word)))) {
        keys.emplace_back(hash_of(key), word);
      }
    }
    way.words = WordGroups(std::move(keys));
  });
  return way.words;
}

const KeyIndex::Way& KeyIndex::spelled(std::size_t row) const {
  Way& way = ways_[row];
  std::call_once(way.spelled_once, [&] {
    std::vector<std::u16string> strings;
    const bool words = row == text::key_rows().size();
    for (std::uint32_t word = 0; word < lexicon_.size(); ++word) {
      if (words) {
        strings.push_back(text::gram_text(lexicon_.word(word)));
        way.spelled_words.push_back(word);
        continue;
      }
      for (std::u16string& key : text::key_rows()[row].of_word(text::to_utf16(lexicon_.word(word)))) {
        strings.push_back(std::move(key));
        way.spelled_words.push_back(word);
      }
    }
    way.speller = std::make_unique<Speller>(std::move(strings));
  });
  return way;
}

WordGroups::Range KeyIndex::with_key(std::size_t row, std::u16string_view key) const {
  return has_row(row) ? keyed(row).find(hash_of(key)) : WordGroups::Range();
}

std::vector<std::uint32_t> KeyIndex::near_key(std::size_t row, std::u16string_view key) const {
  const Way& way = spelled(row);
  std::vector<std::uint32_t> words;
  if (!has_row(row)) return words;
  std::size_t nearest = 0;
  for (const Speller::Near& near : way.speller->near(key, error_budget(key.size()))) {
    if (!words.empty() && near.distance > nearest) break;
    nearest = near.distance;
    words.push_back(way.spelled_words[near.number]);
  }
  return words;
}

std::vector<Speller::Near> KeyIndex::near_word(std::string_view word, std::size_t limit) const {
  return spelled(text::key_rows().size()).speller->near(text::gram_text(word), limit);
}

WordGroups::Range KeyIndex::with_character(char16_t character) const {
  std::call_once(characters_once_, [&] {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (std::uint32_t word = 0; word < lexicon_.size(); ++word) {
      for (const char16_t unit : text::to_utf16(lexicon_.word(word))) {
        if (text::is_han_or_katakana(unit)) found.emplace_back(unit, word);
      }
    }
    characters_ = WordGroups(std::move(found));
  });
  return characters_.find(character);
}

void KeyIndex::prepare() const {
  for (std::size_t row = 0; row < text::key_rows().size(); ++row) {
    if (!has_row(row) || (text::key_rows()[row].flags & text::kKeyWholeChunk) != 0) continue;
    keyed(row);
    if ((text::key_rows()[row].flags & text::kKeyMisspelled) != 0) spelled(row);
  }
  spelled(text::key_rows().size());
  with_character(0);
}

}  // namespace pharos::search
