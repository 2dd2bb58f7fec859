// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/spelling.h"

#include <algorithm>
#include <utility>

#include "pharos/text/word_sequence.h"

namespace pharos::search {
namespace {

constexpr std::size_t kPair = 2;
constexpr std::size_t kPairsAnErrorDestroys = 3;
constexpr std::size_t kLongestWord = 40;

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const std::vector<std::u16string>& strings) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < strings.size(); ++i) {
    for (const std::uint32_t gram : text::word_grams(strings[i], kPair)) pairs.emplace_back(gram, i);
  }
  return pairs;
}

}  // namespace

std::size_t edit_distance(std::u16string_view a, std::u16string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > kLongestWord) return limit + 1;
  std::size_t rows[3][kLongestWord + 1];
  std::size_t* before = rows[0];
  std::size_t* last = rows[1];
  std::size_t* now = rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t cost = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost = std::min({cost, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = std::min(cost, before[j - 2] + 1);
      now[j] = cost;
      least = std::min(least, cost);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, now);
  }
  return std::min(last[b.size()], limit + 1);
}

std::size_t error_budget(std::size_t letters) {
  if (letters < 4) return 0;
  return letters < 7 ? 1 : 2;
}

Speller::Speller(std::vector<std::u16string> strings) : strings_(std::move(strings)), pairs_(pairs_of(strings_)) {}

std::vector<Speller::Near> Speller::near(std::u16string_view typed, std::size_t limit) const {
  if (limit == 0 || typed.size() > kLongestWord) return {};
  const std::vector<std::uint32_t> grams = text::word_grams(typed, kPair);
  const std::size_t destroyed = kPairsAnErrorDestroys * limit;
  const std::size_t enough = grams.size() > destroyed ? grams.size() - destroyed : 1;
  // One count a string, kept by the thread: clearing what was used is cheaper than a table.
  thread_local std::vector<std::uint16_t> shared;
  thread_local std::vector<std::uint32_t> seen;
  if (shared.size() < strings_.size()) shared.resize(strings_.size(), 0);
  for (const std::uint32_t gram : grams) {
    for (const std::uint32_t number : pairs_.find(gram)) {
      if (shared[number]++ == 0) seen.push_back(number);
    }
  }
  std::vector<Near> found;
  for (const std::uint32_t number : seen) {
    const std::size_t count = std::exchange(shared[number], std::uint16_t{0});
    const std::size_t size = strings_[number].size();
    if (count < enough || size + limit < typed.size() || size > typed.size() + limit) continue;
    const std::size_t distance = edit_distance(typed, strings_[number], limit);
    if (distance <= limit) found.push_back({number, distance});
  }
  seen.clear();
  std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.number < b.number;
  });
  return found;
}

}  // namespace pharos::search
