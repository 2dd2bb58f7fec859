// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/word_groups.h"

namespace pharos::search {

/// How many letters must be inserted, deleted, replaced or swapped with their neighbour to make one of the other
/// (optimal string alignment: Damerau 1964, Boytsov 2011), or `limit` + 1 when it is more than `limit`.
std::size_t edit_distance(std::u16string_view a, std::u16string_view b, std::size_t limit);

/// How many typing errors are believed in a word of so many letters: none in short ones, where one letter makes another
/// word.
std::size_t error_budget(std::size_t letters);

/// Finds strings that differ by few letters. Immutable; thread-safe. Candidates are those that share enough pairs of
/// letters (Ukkonen 1992: one error destroys at most three of them), so no neighbourhood is kept or made.
class Speller {
 public:
  explicit Speller(std::vector<std::u16string> strings);

  struct Near {
    std::uint32_t number = 0;  ///< of the string, as given
    std::size_t distance = 0;
  };
  /// Nearest first, then by number; none nearer than `limit` is left out.
  std::vector<Near> near(std::u16string_view typed, std::size_t limit) const;

  const std::u16string& string(std::uint32_t number) const { return strings_[number]; }

 private:
  std::vector<std::u16string> strings_;
  WordGroups pairs_;
};

}  // namespace pharos::search
