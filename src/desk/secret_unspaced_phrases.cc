// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "desk/said_nearby.h"
#include "desk/seed_letters.h"
#include "desk/seed_words.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"

namespace pharos::desk {
namespace {

/// The lists are ordered by how common a character is: prose takes most of its characters from the first 256, a
/// phrase drawn by chance one in eight.
constexpr std::int16_t kCommon = 256;

/// Han characters in a row, at most spaces, line ends and commas between them.
struct HanRun {
  std::vector<std::size_t> glyphs;
};

bool is_light_gap(char32_t point) {
  return point == U' ' || point == U'\n' || point == U'\r' || point == U'\t' || point == U',' || point == U'、';
}

std::vector<HanRun> han_runs(const GuardedSource& source) {
  std::vector<HanRun> runs;
  bool open = false;
  for (std::size_t at = 0; at < source.glyphs.size(); ++at) {
    const char32_t point = source.glyphs[at].point;
    if (seed_letter(point) == SeedLetter::kHan) {
      if (!open) runs.emplace_back();
      runs.back().glyphs.push_back(at);
      open = true;
    } else if (!is_light_gap(point)) {
      open = false;
    }
  }
  return runs;
}

/// One run as a list and the dictionary see it.
class HanJudge {
 public:
  HanJudge(const GuardedSource& source, const HanRun& run, std::size_t list, ChecksumBudget& budget)
      : source_(source), run_(run), budget_(budget) {
    for (const std::size_t glyph : run.glyphs) {
      const Bip39Places* word = find_bip39(std::string(source.bytes(glyph, glyph + 1)));
      places_.push_back(word == nullptr ? std::int16_t{-1} : word->place[list]);
    }
  }

  void judge(std::vector<SecretSpan>& found) {
    for (std::size_t begin = 0; begin < places_.size();) {
      std::size_t end = begin;
      while (end < places_.size() && places_[end] >= 0) ++end;
      if (end - begin >= kFewest) judge(begin, end, found);
      begin = end + 1;
    }
  }

 private:
  static constexpr std::size_t kFewest = 12;

  void judge(std::size_t begin, std::size_t end, std::vector<SecretSpan>& found) {
    const std::size_t count = end - begin;
    if (begin == 0 && end == places_.size() && count <= 24 && count % 3 == 0) {
      if (looks_drawn(begin, count) && budget_.is_mnemonic(places_, begin, count)) add(begin, count, found);
      return;
    }
    // "我的助记词是..." in one breath with the phrase: its beginning is one of the places.
    const std::size_t spoken = run_.glyphs[begin + kFewest - 1];
    if (said_nearby(source_, spoken, run_.glyphs[end - 1] + 1, kSaidSeed) != kSaidSeed) return;
    for (std::size_t at = begin; at + kFewest <= end; ++at) {
      const std::size_t longest = looks_drawn(at, kFewest) ? budget_.longest_mnemonic(places_, at, end) : 0;
      if (longest == 0 || !looks_drawn(at, longest) || !is_announced(at)) continue;
      add(at, longest, found);
      at += longest - 1;
    }
  }

  /// What speaks of a phrase stands before it, not within.
  bool is_announced(std::size_t at) const {
    return said_nearby(source_, run_.glyphs[at], source_.glyphs.size(), kSaidSeed) == kSaidSeed;
  }

  void add(std::size_t first, std::size_t count, std::vector<SecretSpan>& found) const {
    found.push_back({run_.glyphs[first], run_.glyphs[first + count - 1] + 1, SecretKind::kSeedPhrase});
  }

  /// Neither common characters nor words of two and more make up a third of it.
  bool looks_drawn(std::size_t begin, std::size_t count) const {
    const auto first = places_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto common = std::count_if(first, first + static_cast<std::ptrdiff_t>(count),
                                      [](std::int16_t place) { return place < kCommon; });
    return static_cast<std::size_t>(common) * 3 <= count && characters_in_words(begin, count) * 3 <= count;
  }

  std::size_t characters_in_words(std::size_t begin, std::size_t count) const {
    std::u16string text;
    for (std::size_t i = begin; i < begin + count; ++i) {
      text += text::to_utf16(source_.bytes(run_.glyphs[i], run_.glyphs[i] + 1));
    }
    std::size_t in_words = 0;
    for (const text::Segment& segment : text::segment(text, "zh")) {
      if (segment.end - segment.begin > 1) in_words += segment.end - segment.begin;
    }
    return in_words;
  }

  const GuardedSource& source_;
  const HanRun& run_;
  ChecksumBudget& budget_;
  std::vector<std::int16_t> places_;
};

}  // namespace

void find_unspaced_phrases(const GuardedSource& source, ChecksumBudget& budget, std::vector<SecretSpan>& found) {
  for (const HanRun& run : han_runs(source)) {
    for (std::size_t list = 0; run.glyphs.size() >= 12 && list < kBip39Lists; ++list) {
      if (is_prose_list(list)) HanJudge(source, run, list, budget).judge(found);
    }
  }
}

}  // namespace pharos::desk
