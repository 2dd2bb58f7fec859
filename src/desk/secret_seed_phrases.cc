// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "desk/bip39_words.h"
#include "desk/plain_glyphs.h"
#include "desk/seed_words.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kWindow = 12;
/// Of twelve words, one may be misspelled.
constexpr std::size_t kListed = 11;
/// A phrase drawn by chance has four of the little words in one of 2,000; a sentence of list words has more.
constexpr std::size_t kMostLittle = 3;
/// The same few words again and again are somebody's anger, unless the checksum says otherwise.
constexpr std::size_t kFewestDistinct = 5;

/// Marks, in the words of one chain and for one list, the windows that are a phrase.
class ChainJudge {
 public:
  ChainJudge(const std::vector<SeedWord>& words, std::size_t begin, std::size_t end, std::size_t list,
             ChecksumBudget& budget)
      : words_(words), begin_(begin), budget_(budget), secret_(end - begin, false) {
    for (std::size_t i = begin; i < end; ++i) places_.push_back(words[i].place_in(list));
  }

  void judge(std::vector<SecretSpan>& found) {
    mark_by_number();
    mark_by_checksum();
    for (std::size_t i = 0; i < secret_.size(); ++i) {
      if (!secret_[i]) continue;
      std::size_t last = i;
      while (last + 1 < secret_.size() && secret_[last + 1]) ++last;
      add(i, last + 1, found);
      i = last;
    }
  }

 private:
  bool listed(std::size_t i) const { return places_[i] >= 0; }

  /// Words that stand beside a phrase may be of the list too ("seed", "help"): where the checksum tells where it begins
  /// and ends, a few of them stay.
  void add(std::size_t first, std::size_t last, std::vector<SecretSpan>& found) {
    constexpr std::size_t kMostBeside = 4;
    for (std::size_t at = first; at + kWindow <= last && at <= first + kMostBeside; ++at) {
      std::size_t run = at;
      while (run < last && listed(run)) ++run;
      const std::size_t count = last - first <= 24 + kMostBeside ? budget_.longest_mnemonic(places_, at, run) : 0;
      if (count == 0 || first + kMostBeside + count < last) continue;
      last = at + count;
      first = at;
      break;
    }
    found.push_back({words_[begin_ + first].begin, words_[begin_ + last - 1].end, SecretKind::kSeedPhrase});
  }

  void mark(std::size_t first, std::size_t last) {
    while (first < last && !listed(first)) ++first;
    while (last > first && !listed(last - 1)) --last;
    std::fill(secret_.begin() + static_cast<std::ptrdiff_t>(first), secret_.begin() + static_cast<std::ptrdiff_t>(last),
              true);
  }

  void mark_by_number() {
    const std::size_t size = places_.size();
    std::size_t in_list = 0;
    std::size_t little = 0;
    std::unordered_map<int, std::size_t> distinct;
    for (std::size_t i = 0; i < size; ++i) {
      if (listed(i)) {
        ++in_list;
        ++distinct[places_[i]];
        if (words_[begin_ + i].little) ++little;
      }
      if (i >= kWindow && listed(i - kWindow)) {
        --in_list;
        const auto left = distinct.find(places_[i - kWindow]);
        if (--left->second == 0) distinct.erase(left);
        if (words_[begin_ + i - kWindow].little) --little;
      }
      if (in_list >= kListed && little <= kMostLittle && distinct.size() >= kFewestDistinct) {
        mark(i + 1 > kWindow ? i + 1 - kWindow : 0, i + 1);
      }
    }
  }

  void mark_by_checksum() {
    for (std::size_t i = 0; i + kWindow <= places_.size();) {
      std::size_t run = i;
      while (run < places_.size() && listed(run) && !secret_[run]) ++run;
      for (std::size_t at = i; at + kWindow <= run; ++at) {
        const std::size_t count = budget_.longest_mnemonic(places_, at, run);
        if (count == 0) continue;
        mark(at, at + count);
        at += count - 1;
      }
      i = std::max(run, i + 1);
    }
  }

  const std::vector<SeedWord>& words_;
  std::size_t begin_;
  ChecksumBudget& budget_;
  std::vector<bool> secret_;
  std::vector<std::int16_t> places_;
};

}  // namespace

void find_seed_phrases(const GuardedSource& source, std::vector<SecretSpan>& found) {
  ChecksumBudget budget;
  std::vector<SecretSpan> spans;
  const std::vector<SeedWord> words = seed_words(source);
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && words[end].continues) ++end;
    for (std::size_t list = 0; list < kBip39Lists && end - begin >= kListed; ++list) {
      const auto listed = std::count_if(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                        words.begin() + static_cast<std::ptrdiff_t>(end),
                                        [list](const SeedWord& word) { return word.place_in(list) >= 0; });
      if (static_cast<std::size_t>(listed) >= kListed) ChainJudge(words, begin, end, list, budget).judge(spans);
    }
    begin = end;
  }
  find_unspaced_phrases(source, budget, spans);
  std::sort(spans.begin(), spans.end(), [](const SecretSpan& a, const SecretSpan& b) { return a.begin < b.begin; });
  found.insert(found.end(), spans.begin(), spans.end());
}

}  // namespace pharos::desk
