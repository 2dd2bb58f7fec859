// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::search {

/// Keys of many entries in one sorted array, found by how they begin. Immutable once built; thread-safe.
class PrefixArray {
 public:
  struct Item {
    std::uint32_t key = 0;    ///< where it begins in the text
    std::uint32_t entry = 0;  ///< whose key it is
    std::uint16_t place = 0;  ///< and of which place in the entry; the array does not read these three
    std::uint16_t flags = 0;
  };
  struct Range {
    const Item* first = nullptr;
    const Item* last = nullptr;
    const Item* begin() const { return first; }
    const Item* end() const { return last; }
    bool empty() const { return first == last; }
  };
  /// Keys that begin with `letters` letters that are almost what was typed.
  struct Near {
    Range range;
    std::size_t letters = 0;
  };

  PrefixArray() = default;
  /// REQUIRES: each key ends before a zero in the text, whose last unit is one.
  PrefixArray(std::u16string text, std::vector<Item> items);

  /// The items whose keys begin so, in the order of the keys. An empty prefix begins all.
  Range find(std::u16string_view prefix) const;

  /// The same for one typing error in the prefix: a letter too many, missing or wrong, or two swapped. The first letter
  /// is right, unless it is swapped; in short prefixes the last one too, for without it they say too little.
  std::vector<Near> near(std::u16string_view prefix) const;

  bool empty() const { return items_.empty(); }

 private:
  Range all() const { return {items_.data(), items_.data() + items_.size()}; }
  /// Of items that agree in the first `depth` units those that go on with `rest`.
  Range narrowed(Range range, std::size_t depth, std::u16string_view rest) const;

  std::u16string text_;
  std::vector<Item> items_;
};

}  // namespace pharos::search
