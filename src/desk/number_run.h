// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "desk/plain_glyphs.h"

namespace pharos::desk {

/// Digits that stand together.
struct DigitGroup {
  std::size_t begin = 0, end = 0;  ///< glyphs
  std::size_t size() const { return end - begin; }
};

/// Groups of digits with light separators between them: a card's number, a phone's, an amount, a date.
struct NumberRun {
  std::size_t begin = 0;  ///< of what belongs to the first group: "+" or "("
  bool plus = false;      ///< written in the international form
  bool attached = false;  ///< letters, a point or a hyphen hold it to what is before: part of a code or of an amount
  std::vector<DigitGroup> groups;

  std::size_t end() const { return groups.back().end; }
  /// The digits of groups [first, last).
  std::string digits(const GuardedSource& source, std::size_t first, std::size_t last) const;
};

/// All runs of the text, in order. Groups of one run are at most `widest_gap` separators apart.
std::vector<NumberRun> number_runs(const GuardedSource& source, std::u32string_view separators, std::size_t widest_gap);

}  // namespace pharos::desk
