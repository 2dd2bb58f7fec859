// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_groups.h"

#include <algorithm>

namespace pharos::search {

WordGroups::WordGroups(std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::size_t groups = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) groups += i == 0 || pairs[i].first != pairs[i - 1].first ? 1 : 0;
  std::size_t size = 16;
  while (size < groups * 2) size *= 2;
  slots_.assign(size, Slot{0, 0, 0});
  words_.reserve(pairs.size());
  for (std::size_t i = 0; i < pairs.size();) {
    const auto begin = static_cast<std::uint32_t>(words_.size());
    const std::uint32_t hash = pairs[i].first;
    for (; i < pairs.size() && pairs[i].first == hash; ++i) words_.push_back(pairs[i].second);
    std::size_t at = hash & (size - 1);
    while (slots_[at].begin != slots_[at].end) at = (at + 1) & (size - 1);
    slots_[at] = {hash, begin, static_cast<std::uint32_t>(words_.size())};
  }
}

WordGroups::Range WordGroups::find(std::uint32_t hash) const {
  if (slots_.empty()) return {};
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].begin != slots_[at].end; at = (at + 1) & mask) {
    if (slots_[at].hash == hash) return {words_.data() + slots_[at].begin, words_.data() + slots_[at].end};
  }
  return {};
}

}  // namespace pharos::search
