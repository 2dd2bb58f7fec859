// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "search/language_index.h"
#include "search/word_groups.h"

namespace pharos::search {

/// A stretch of typed text read as words of the index. A value type.
struct DecodedRun {
  struct Piece {
    std::uint32_t begin = 0;  ///< units of the typed text
    std::uint32_t end = 0;
    std::int64_t word = -1;  ///< -1: nobody knows what it is
  };
  std::vector<Piece> pieces;
  double known_share = 0;  ///< of its units
};

/// Reads text that runs on (no spaces, or an input method's keys) as the likeliest sequence of words: a search for the
/// cheapest path (Viterbi 1967) where frequent words and known neighbours are cheap. `lookup` gives the words that a
/// stretch may stand for, most frequent first.
DecodedRun decode_run(std::u16string_view text, const LanguageIndex& index,
                      const std::function<WordGroups::Range(std::u16string_view)>& lookup,
                      const std::vector<bool>& likely_begins = {});

}  // namespace pharos::search
