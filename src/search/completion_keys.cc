// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/completion_keys.h"

#include <algorithm>
#include <iterator>

#include "pharos/text/fold.h"
#include "pharos/text/keys.h"
#include "search/half_typed.h"

namespace pharos::search {
namespace {

using Prefixes = std::vector<KeyPrefix>;

std::size_t row_of(std::string_view name) {
  const std::vector<text::KeyRow>& rows = text::key_rows();
  const auto found =
      std::find_if(rows.begin(), rows.end(), [name](const text::KeyRow& row) { return row.name == name; });
  return found == rows.end() ? kWrittenRow : static_cast<std::size_t>(found - rows.begin());
}

Prefixes in_row(std::size_t row, text::Keys keys) {
  Prefixes prefixes;
  for (std::u16string& key : keys) prefixes.push_back({row, std::move(key)});
  return prefixes;
}

// Most keys of half a word are the beginnings of the whole word's keys.
Prefixes as_typed(std::size_t row, const TypedChunk& typed) {
  return in_row(row, text::key_rows()[row].of_typed(typed.folded));
}

Prefixes pinyin(std::size_t row, const TypedChunk& typed) {
  return in_row(row, half_pinyin(text::key_rows()[row], typed.folded));
}

Prefixes romaji(std::size_t row, const TypedChunk& typed) {
  return in_row(row, half_romaji(text::key_rows()[row], typed.folded));
}

Prefixes translit(std::size_t row, const TypedChunk& typed) {
  return in_row(row, half_translit(text::key_rows()[row], typed.folded, typed.follows));
}

Prefixes korean_in_latin(std::size_t row, const TypedChunk& typed) {
  return in_row(row, half_korean(text::key_rows()[row], typed.folded));
}

// Kana, perhaps with a consonant that is still waiting for its vowel; other kanji of the same sound. The keys are those
// of words typed in Latin letters.
Prefixes reading(std::size_t row, const TypedChunk& typed) {
  const std::size_t latin = row_of("romaji");
  if (latin == kWrittenRow) return as_typed(row, typed);
  return in_row(latin, half_kana(text::key_rows()[row], text::key_rows()[latin], typed.folded));
}

// What other keys would have given is looked up as it is written; of Korean, where the last syllable is unfinished,
// letter by letter.
Prefixes layout(std::size_t row, const TypedChunk& typed) {
  text::Keys readings = text::key_rows()[row].of_typed(typed.raw);
  if (readings.empty() && typed.raw != typed.folded) readings = text::key_rows()[row].of_typed(typed.folded);
  if (typed.follows && typed.raw.size() == 1) {
    // Too little for the row: what the key gives twice.
    for (const std::u16string& twice : text::key_rows()[row].of_typed(typed.raw + typed.raw)) {
      if (twice.size() == 2 && twice[0] == twice[1]) readings.push_back(twice.substr(0, 1));
    }
  }
  Prefixes prefixes;
  for (std::u16string& reading : readings) {
    const bool korean =
        std::any_of(reading.begin(), reading.end(), [](char16_t unit) { return letters_of(unit) == kLettersHangul; });
    if (!korean) {
      prefixes.push_back({kWrittenRow, std::move(reading)});
    } else if (const std::size_t jamo = jamo_row(); jamo != kWrittenRow) {
      for (KeyPrefix& prefix : in_row(jamo, text::key_rows()[jamo].of_typed(reading))) {
        prefixes.push_back(std::move(prefix));
      }
    }
  }
  return prefixes;
}

// Skeletons of less than this say nothing.
constexpr std::size_t kFewestForSkeleton = 4;
Prefixes skeleton(std::size_t row, const TypedChunk& typed) {
  if (typed.folded.size() < kFewestForSkeleton) return {};
  return as_typed(row, typed);
}

// What is known of rows when a word is typed halfway: by name, and the how manieth of that name. Rows that do not stand
// here are taken as they are.
struct Opening {
  std::string_view name;
  std::size_t number;
  WayStage stage;
  std::uint32_t latin_for;
  std::uint32_t other_for;
  Prefixes (*prefixes)(std::size_t row, const TypedChunk& typed);
};
constexpr std::uint32_t kNothing = 0;
constexpr std::uint32_t kForeign = kLettersCyrillic | kLettersSemitic;
constexpr Opening kOpenings[] = {
    {"unaccented", 0, WayStage::kPrecise, kLettersLatin | kForeign, kLettersLatin | kForeign, as_typed},
    {"layout", 0, WayStage::kPrecise, kLettersAll, kLettersAll, layout},
    {"pinyin", 0, WayStage::kPrecise, kLettersChinese, kLettersChinese, pinyin},
    {"romaji", 0, WayStage::kPrecise, kLettersJapanese, kNothing, romaji},
    {"romaji", 1, WayStage::kLoose, kLettersJapanese, kNothing, romaji},
    {"translit", 0, WayStage::kPrecise, kLettersCyrillic, kLettersLatin, translit},
    {"translit", 1, WayStage::kCoarse, kForeign, kLettersLatin, skeleton},
    {"hangul", 0, WayStage::kPrecise, kLettersHangul, kNothing, korean_in_latin},
    {"hangul", 1, WayStage::kLoose, kLettersHangul, kNothing, korean_in_latin},
    {"jamo", 0, WayStage::kPrecise, kNothing, kLettersHangul, as_typed},
    {"homophone", 0, WayStage::kPrecise, kNothing, kLettersChinese, as_typed},
    {"homophone", 1, WayStage::kLoose, kNothing, kLettersChinese, as_typed},
    {"reading", 0, WayStage::kPrecise, kNothing, kLettersJapanese, reading},
    {"initials", 0, WayStage::kPrecise, kLettersChinese, kNothing, as_typed},
    {"initials", 1, WayStage::kPrecise, kNothing, kLettersHangul, as_typed},
};

struct LettersRange {
  char16_t last;
  std::uint32_t letters;
};
// Sorted; each begins after the one before.
constexpr LettersRange kRanges[] = {
    {0x0040, kNothing},        {0x024F, kLettersLatin},   {0x036F, kLettersOther},    {0x052F, kLettersCyrillic},
    {0x058F, kLettersOther},   {0x077F, kLettersSemitic}, {0x10FF, kLettersOther},    {0x11FF, kLettersHangul},
    {0x1DFF, kLettersOther},   {0x1EFF, kLettersLatin},   {0x1FFF, kLettersCyrillic}, {0x3004, kNothing},
    {0x3007, kLettersChinese}, {0x3040, kNothing},        {0x30FF, kLettersJapanese}, {0x3130, kLettersOther},
    {0x318F, kLettersHangul},  {0x33FF, kLettersOther},   {0x9FFF, kLettersChinese},  {0xABFF, kLettersOther},
    {0xD7FF, kLettersHangul},  {0xF8FF, kLettersOther},   {0xFAFF, kLettersChinese},  {0xFFFF, kLettersOther},
};

}  // namespace

const std::vector<HalfTypedWay>& half_typed_ways() {
  static const std::vector<HalfTypedWay> ways = [] {
    std::vector<HalfTypedWay> made;
    const std::vector<text::KeyRow>& rows = text::key_rows();
    for (std::size_t row = 0; row < rows.size(); ++row) {
      HalfTypedWay way;
      way.row = row;
      way.whole_chunk = (rows[row].flags & text::kKeyWholeChunk) != 0;
      way.runs_on = (rows[row].flags & text::kKeyRunsOn) != 0;
      way.prefixes = as_typed;
      const auto number = static_cast<std::size_t>(
          std::count_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(row),
                        [&](const text::KeyRow& before) { return before.name == rows[row].name; }));
      for (const Opening& opening : kOpenings) {
        if (opening.name != rows[row].name || opening.number != number) continue;
        way.stage = opening.stage;
        way.latin_for = opening.latin_for;
        way.other_for = opening.other_for;
        way.prefixes = opening.prefixes;
      }
      made.push_back(way);
    }
    return made;
  }();
  return ways;
}

std::vector<KeyPrefix> key_prefixes(const HalfTypedWay& way, const TypedChunk& typed, std::uint32_t letters) {
  std::uint32_t typed_letters = 0;
  for (const char16_t unit : typed.folded) typed_letters |= letters_of(unit);
  const std::uint32_t concerned = typed_letters == kLettersLatin ? way.latin_for : way.other_for;
  // On another layout letters may look like signs.
  if (typed_letters == 0 && !way.whole_chunk) return {};
  return (concerned & letters) == 0 ? std::vector<KeyPrefix>{} : way.prefixes(way.row, typed);
}

std::size_t jamo_row() {
  static const std::size_t row = row_of("jamo");
  return row;
}

std::size_t keys_kept_in(std::size_t row) {
  static const std::size_t reading_row = row_of("reading");
  static const std::size_t romaji_row = row_of("romaji");
  return row == reading_row && romaji_row != kWrittenRow ? romaji_row : row;
}

std::uint32_t letters_of(char16_t unit) {
  const auto* const range = std::lower_bound(std::begin(kRanges), std::end(kRanges), unit,
                                             [](const LettersRange& row, char16_t value) { return row.last < value; });
  return range->letters;
}

std::u16string without_marks_unit_by_unit(std::u16string text) {
  for (char16_t& unit : text) {
    if (unit < 0x80) continue;
    const std::u16string plain = text::without_marks(std::u16string_view(&unit, 1));
    if (plain.size() == 1) unit = plain[0];
  }
  return text;
}

}  // namespace pharos::search
