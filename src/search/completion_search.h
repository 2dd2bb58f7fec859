// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/completion_keys.h"
#include "search/completion_table.h"

namespace pharos::search {

/// A line found for a prefix.
struct CompletionLine {
  const CompletionEntry* entry = nullptr;
  std::string text_html;  ///< escaped, what was typed of it in <mark>
};

/// Takes the next line, the best first; false when no more are wanted.
using TakeLine = std::function<bool(const CompletionLine&)>;

/// One prefix in the lines of one language. Each word of it must begin a word of the line. Lines that were given are
/// not given again. For one thread.
class CompletionSearch {
 public:
  /// `prefix` is checked text. The table must outlive the search.
  CompletionSearch(const CompletionTable& table, std::string_view prefix);

  // Each gives its lines to `take` and returns whether more are wanted.
  bool as_written(const TakeLine& take);
  /// By the ways of this stage; words that are there as written may stand beside.
  bool by_keys(WayStage stage, const TakeLine& take);
  /// With one typing error in a word of at least so many letters: never in numbers, tickers and codes.
  bool misspelled(std::size_t least, const TakeLine& take);
  static constexpr std::size_t kLeastMisspelled = 4;

  bool found_any() const { return found_any_; }
  /// Whether what was typed last is a word of a line, as it is written, in a script with spaces: then it means itself.
  bool is_finished_word() const;

 private:
  /// What was found for one word of the prefix, by entry.
  struct Found {
    static constexpr std::uint8_t kNot = 0xFF;
    std::uint8_t cost = kNot;  ///< 0 at the line's first word, 1 at another, 2 inside of a word
    std::uint16_t begin = 0;
    std::uint16_t end = 0;  ///< where the match ends; 0: where the word's key says
    std::uint16_t key = 0;  ///< number in keys_
  };
  struct Matches {
    std::vector<Found> by_entry;
    bool any = false;
  };
  /// A key that a match was found by: the match covers what has so many of its letters.
  struct KeyMatched {
    std::size_t row = 0;
    std::u16string prefix;  ///< empty where a letter of it is wrong
    std::size_t letters = 0;
  };
  using Words = std::vector<TypedChunk>;

  void add(Matches& matches, const PrefixArray::Range& range, std::size_t letters, std::uint16_t ignored) const;
  void add_written(Matches& matches, std::u16string_view key) const;
  bool add_keyed(Matches& matches, const std::vector<KeyPrefix>& prefixes);
  bool add_misspelled(Matches& matches, const TypedChunk& typed, std::size_t least);
  bool by_way(const HalfTypedWay& way, const Words& words, const TakeLine& take);
  bool give(const std::vector<Matches>& words, bool written, const TakeLine& take);
  /// Whether the words stand in the line as they were typed, as far as their ends are known.
  static bool follow_each_other(const std::vector<Matches>& words, std::uint32_t entry);
  std::uint32_t score(std::uint32_t entry, unsigned cost, bool contiguous) const;

  const CompletionTable& table_;
  std::u16string whole_;  ///< the prefix as lines have it
  Words chunks_;          ///< between spaces
  Words pieces_;          ///< also between scripts with spaces and without: usdt提现
  Words joined_;          ///< Latin pieces that follow each other as one; empty where that makes no difference
  std::vector<KeyMatched> keys_;
  std::vector<bool> given_;
  bool found_any_ = false;
};

}  // namespace pharos::search
