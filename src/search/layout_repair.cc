// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/layout_repair.h"

#include <algorithm>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/keys.h"
#include "pharos/text/word_sequence.h"

namespace pharos::search {
namespace {

// Of the letters of a reading that the index must know before it is believed.
constexpr double kBelieved = .7;
constexpr std::size_t kFewestLettersOfKnown = 4;  // of a reading of what the index knows as it stands

bool is_hangul(char16_t unit) { return unit >= 0xAC00 && unit <= 0xD7A3; }

// Korean words carry endings: neighbouring syllables that the index has will do.
std::size_t known_syllables(const std::u16string& term, const LanguageIndex& index) {
  std::size_t known = 0;
  for (std::size_t i = 0; i < term.size(); ++i) {
    const bool before = i > 0 && !index.with_characters(term[i - 1], term[i]).empty();
    const bool after = i + 1 < term.size() && !index.with_characters(term[i], term[i + 1]).empty();
    if (before || after) ++known;
  }
  return known;
}

// Of the letters of a reading the share that stands in words of the index.
double known_share(const std::string& reading, const LanguageIndex& index) {
  std::size_t all = 0;
  std::size_t known = 0;
  for (const text::SequenceWord& word : text::word_sequence(index.analyzer(), reading)) {
    if (word.part) continue;
    const std::size_t letters = count_points(word.term);
    all += letters;
    if (index.knows(word.term) || is_ticker(word.term)) {
      known += letters;
    } else if (const std::u16string term = text::to_utf16(word.term); is_hangul(term[0])) {
      known += known_syllables(term, index);
    }
  }
  return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

std::u16string digits_of(std::u16string_view text) {
  std::u16string digits;
  for (const char16_t unit : text) {
    if (unit >= u'0' && unit <= u'9') digits += unit;
  }
  return digits;
}

bool has_latin(std::u16string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); });
}

bool is_ascii(std::u16string_view text) {
  return std::all_of(text.begin(), text.end(), [](char16_t unit) { return unit < 0x80; });
}

// A sign where a word has none: that reading is not what was meant.
bool has_inner_sign(std::u16string_view text) {
  constexpr std::u16string_view kSigns = u",;:!?[]{}<>()\"`~|\\=+*^%$#";
  return text.find_first_of(kSigns) != std::u16string_view::npos;
}

// BEP20 is no word with two slips, but other scripts have letters on those keys, and Vietnamese its marks.
bool is_marked_word(std::u16string_view text) {
  return !is_ascii(text) && std::all_of(text.begin(), text.end(),
                                        [](char16_t unit) { return unit >= 0x80 || (unit >= u'a' && unit <= u'z'); });
}

bool only_lacks_marks(const TypedPiece& piece, const LanguageIndex& index) {
  constexpr std::size_t kUnaccented = 0;  // the first row of the table
  return std::all_of(piece.words.begin(), piece.words.end(), [&](const TypedWord& word) {
    if (word.known) return true;
    for (const std::u16string& key : text::key_rows()[kUnaccented].of_typed(text::to_utf16(word.term))) {
      if (!index.keys().with_key(kUnaccented, key).empty()) return true;
    }
    return false;
  });
}

}  // namespace

std::optional<Repair> layout_repair(const std::string& text, const TypedPiece& piece, const LanguageIndex& index) {
  const bool known = piece.all_known();
  if (!known && only_lacks_marks(piece, index)) return std::nullopt;
  const std::u16string raw = text::to_utf16(text.substr(piece.begin, piece.end - piece.begin));
  const std::u16string digits = digits_of(raw);
  const bool latin = has_latin(raw);
  for (const text::KeyRow& row : text::key_rows()) {
    if ((row.flags & text::kKeyWholeChunk) == 0) continue;
    std::string best;
    double best_share = 0;
    for (const std::u16string& key : row.of_typed(raw)) {
      if (!digits.empty() && latin && digits_of(key) != digits && !is_marked_word(key)) continue;
      if (is_ascii(key) && has_inner_sign(key)) continue;
      const std::string reading = text::to_utf8(key);
      const double share = known_share(reading, index);
      if (share > best_share + 1e-9) {
        best_share = share;
        best = reading;
      }
    }
    const std::size_t letters = count_points(best);
    if (known ? best_share < 1 || letters < kFewestLettersOfKnown : best_share < kBelieved || letters < 2) continue;
    return Repair{piece.begin, piece.end, best, row.name, static_cast<double>(row.factor)};
  }
  return std::nullopt;
}

}  // namespace pharos::search
