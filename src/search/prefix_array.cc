// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/prefix_array.h"

#include <algorithm>
#include <utility>

namespace pharos::search {
namespace {

constexpr std::size_t kLongEnough = 6;  // letters of which also the last may be wrong
constexpr char16_t kLastSign = 0x40;    // below are space, punctuation and digits: no slips of letters

// Below zero where the key comes before all that begin with `rest`, 0 where it begins so.
int compare(const char16_t* key, std::u16string_view rest) {
  for (const char16_t unit : rest) {
    if (*key != unit) return *key < unit ? -1 : 1;
    ++key;
  }
  return 0;
}

}  // namespace

PrefixArray::PrefixArray(std::u16string text, std::vector<Item> items)
    : text_(std::move(text)), items_(std::move(items)) {
  std::sort(items_.begin(), items_.end(), [this](const Item& a, const Item& b) {
    const char16_t* left = text_.data() + a.key;
    const char16_t* right = text_.data() + b.key;
    for (; *left == *right && *left != 0; ++left) ++right;
    if (*left != *right) return *left < *right;
    return a.entry != b.entry ? a.entry < b.entry : a.place < b.place;
  });
}

PrefixArray::Range PrefixArray::narrowed(Range range, std::size_t depth, std::u16string_view rest) const {
  const auto units = [this, depth](const Item& item) { return text_.data() + item.key + depth; };
  const Item* const first =
      std::partition_point(range.first, range.last, [&](const Item& item) { return compare(units(item), rest) < 0; });
  const Item* const last =
      std::partition_point(first, range.last, [&](const Item& item) { return compare(units(item), rest) == 0; });
  return {first, last};
}

PrefixArray::Range PrefixArray::find(std::u16string_view prefix) const { return narrowed(all(), 0, prefix); }

std::vector<PrefixArray::Near> PrefixArray::near(std::u16string_view prefix) const {
  std::vector<Near> found;
  const auto add = [&found](Range range, std::size_t letters) {
    if (!range.empty()) found.push_back({range, letters});
  };
  Range range = all();
  for (std::size_t i = 0; i < prefix.size() && !range.empty(); ++i) {
    const std::u16string_view rest = prefix.substr(i);
    const bool last = rest.size() == 1;
    if (!last && rest[0] != rest[1]) {
      std::u16string swapped(rest);
      std::swap(swapped[0], swapped[1]);
      add(narrowed(range, i, swapped), prefix.size());
    }
    if (i > 0 && (!last || prefix.size() >= kLongEnough)) {
      add(narrowed(range, i, rest.substr(1)), prefix.size() - 1);
      for (const Item* at = range.first; at != range.last;) {
        const char16_t unit = text_[at->key + i];
        const Range group = narrowed({at, range.last}, i, {&unit, 1});
        at = group.last;
        if (unit <= kLastSign || unit == rest[0]) continue;
        add(narrowed(group, i + 1, rest.substr(1)), prefix.size());
        add(narrowed(group, i + 1, rest), prefix.size() + 1);
      }
    }
    range = narrowed(range, i, rest.substr(0, 1));
  }
  return found;
}

}  // namespace pharos::search
