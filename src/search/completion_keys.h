// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::search {

/// What stands between two spaces of a prefix.
struct TypedChunk {
  std::u16string raw;     ///< as typed: case tells the shift key
  std::u16string folded;  ///< less the punctuation around it
  bool follows = false;   ///< others: what they are tells what a single letter is
};

/// What a word has to begin with, in a row of text::key_rows().
struct KeyPrefix {
  std::size_t row = 0;
  std::u16string key;
};
/// In place of a row: the letters of the word themselves.
inline constexpr std::size_t kWrittenRow = static_cast<std::size_t>(-1);

/// Which words a way of typing concerns. Bits.
enum Letters : std::uint32_t {
  kLettersLatin = 1,
  kLettersCyrillic = 2,  ///< and Greek
  kLettersSemitic = 4,   ///< Arabic, Hebrew
  kLettersHangul = 8,
  kLettersChinese = 16,   ///< Han in a language that reads it as Mandarin
  kLettersJapanese = 32,  ///< kana, and Han in other languages
  kLettersOther = 64,
  kLettersAll = 127,
};

/// When a way is tried: always, when nothing else was found in the language, or when nothing was found at all.
enum class WayStage { kPrecise, kLoose, kCoarse };

/// A row of text::key_rows() for text that is still being typed: its keys may stop in the middle of a syllable.
struct HalfTypedWay {
  std::size_t row = 0;
  bool whole_chunk = false;  ///< as text::kKeyWholeChunk
  bool runs_on = false;      ///< as text::kKeyRunsOn
  WayStage stage = WayStage::kPrecise;
  std::uint32_t latin_for = kLettersAll;  ///< bits of Letters: the words that Latin letters may stand for
  std::uint32_t other_for = kLettersAll;  ///< that other letters may stand for
  std::vector<KeyPrefix> (*prefixes)(std::size_t row, const TypedChunk& typed) = nullptr;
};

/// All ways, in the order of the table.
const std::vector<HalfTypedWay>& half_typed_ways();

/// The way's prefixes for what was typed, for words of these letters only.
std::vector<KeyPrefix> key_prefixes(const HalfTypedWay& way, const TypedChunk& typed, std::uint32_t letters);

/// The row whose keys are the letters of Korean syllables one by one; kWrittenRow where the table has none.
std::size_t jamo_row();

/// The row under which the words of `row` are kept: rows of different ways of typing may share their words' keys.
std::size_t keys_kept_in(std::size_t row);

/// One of Letters. Hangul is any of its letters; Han is kLettersChinese.
std::uint32_t letters_of(char16_t unit);

/// Without marks, unit by unit, so that offsets stay true.
std::u16string without_marks_unit_by_unit(std::u16string text);

}  // namespace pharos::search
