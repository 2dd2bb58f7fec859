// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pharos::text {

/// What tells a language within its script: its alphabet and the little words that hardly a question does without.
struct TellingRow {
  std::string_view primary;
  std::string_view script;       ///< ISO 15924
  std::u16string_view alphabet;  ///< letters beyond a-z, folded
  std::u16string_view words;     ///< folded, by spaces
  std::u16string_view endings;   ///< of its longer words
};

/// A set of rows, bit by bit.
using RowSet = std::uint32_t;

struct ToldBy {
  RowSet as_written = 0;
  RowSet without_marks = 0;  ///< languages of which it is a little word that has lost its marks
};

inline constexpr std::size_t kMostTellingRows = 32;
std::size_t telling_row_count();
const TellingRow& telling_row(std::size_t index);
std::optional<std::size_t> find_telling_row(std::string_view primary);

/// The rows that have the folded word among their little words.
ToldBy told_by(std::u16string_view folded_word);

inline constexpr std::size_t kLongestEnding = 9;
/// The rows one of whose endings is the folded text, with or without marks.
RowSet ended_by(std::u16string_view folded_ending);

/// The rows whose alphabet has all letters beyond a-z of the word; nothing when it has none.
RowSet spelled_by(std::u16string_view folded_word);

}  // namespace pharos::text
