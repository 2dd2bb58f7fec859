// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/telling_words.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

#include "pharos/text/fold.h"
#include "pharos/text/query_language.h"
#include "text/telling_word_lists.h"

namespace pharos::text {
namespace {

template <typename Use>
void each_word(std::u16string_view list, Use use) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(u' ', at), list.size());
    use(std::u16string(list.substr(at, end - at)));
    at = end + 1;
  }
}

// Looks texts up without making strings of them.
struct TextHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard library asks for it
  std::size_t operator()(std::u16string_view text) const { return std::hash<std::u16string_view>()(text); }
};
template <typename Value>
using ByText = std::unordered_map<std::u16string, Value, TextHash, std::equal_to<>>;

struct Told {
  ByText<ToldBy> words;
  ByText<RowSet> endings;
  std::unordered_map<char16_t, RowSet> letters;

  Told() {
    for (std::size_t i = 0; i < kTellingRowCount; ++i) {
      const TellingRow& row = kTellingRows[i];
      const RowSet bit = RowSet{1} << i;
      for (const char16_t letter : row.alphabet) letters[letter] |= bit;
      each_word(row.words, [&](const std::u16string& word) {
        words[word].as_written |= bit;
        if (row.script == "Latn") words[without_marks(word)].without_marks |= bit;
      });
      each_word(row.endings, [&](const std::u16string& ending) {
        endings[ending] |= bit;
        endings[without_marks(ending)] |= bit;
      });
    }
    for (auto& [word, by] : words) by.without_marks &= ~by.as_written;
  }
};

const Told& told() {
  static const Told all;
  return all;
}

}  // namespace

std::size_t telling_row_count() { return kTellingRowCount; }

const TellingRow& telling_row(std::size_t index) { return kTellingRows[index]; }

std::optional<std::size_t> find_telling_row(std::string_view primary) {
  for (std::size_t row = 0; row < kTellingRowCount; ++row) {
    if (kTellingRows[row].primary == primary) return row;
  }
  return std::nullopt;
}

bool is_little_word(const Language& language, std::string_view folded_word) {
  const auto row = find_telling_row(language.primary());
  return row && (told_by(to_utf16(folded_word)).as_written & RowSet{1} << *row) != 0;
}

ToldBy told_by(std::u16string_view folded_word) {
  const auto found = told().words.find(folded_word);
  return found == told().words.end() ? ToldBy{} : found->second;
}

RowSet ended_by(std::u16string_view folded_ending) {
  const auto found = told().endings.find(folded_ending);
  return found == told().endings.end() ? 0 : found->second;
}

RowSet spelled_by(std::u16string_view folded_word) {
  RowSet rows = 0;
  bool beyond = false;
  for (const char16_t letter : folded_word) {
    if (letter < 0x80) continue;
    const auto found = told().letters.find(letter);
    const RowSet of = found == told().letters.end() ? 0 : found->second;
    rows = beyond ? rows & of : of;
    beyond = true;
  }
  return rows;
}

}  // namespace pharos::text
