// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace pharos::search {

/// Words by something they share (a stem, some letters), by its hash. Immutable once built; thread-safe.
class WordGroups {
 public:
  /// A range of word numbers, ascending: the most frequent first.
  struct Range {
    const std::uint32_t* first = nullptr;
    const std::uint32_t* last = nullptr;
    const std::uint32_t* begin() const { return first; }
    const std::uint32_t* end() const { return last; }
    bool empty() const { return first == last; }
  };

  WordGroups() = default;
  explicit WordGroups(std::vector<std::pair<std::uint32_t, std::uint32_t>> hash_and_word);
  Range find(std::uint32_t hash) const;

 private:
  struct Slot {
    std::uint32_t hash, begin, end;
  };
  std::vector<Slot> slots_;  // open addressing; begin == end is free
  std::vector<std::uint32_t> words_;
};

}  // namespace pharos::search
