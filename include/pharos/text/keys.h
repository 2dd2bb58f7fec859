// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::text {

/// How people type a word that is not how it is written. Bits of KeyRow::flags.
enum KeyFlag : std::uint32_t {
  kKeyPlain = 0,
  /// Punctuation is part of what was typed (`[jxe` on another layout): give all between spaces, best not folded, as
  /// case tells the shift key. A key may be several words of running text.
  kKeyWholeChunk = 1,
  kKeyRunsOn = 2,      ///< words are commonly typed without spaces between them (`meidaozhang`)
  kKeyMisspelled = 4,  ///< a typed key may also have a typing error in it
};

using Keys = std::vector<std::u16string>;

/// One way of typing. A word of the index is what was meant when one of its keys (`of_word`) equals one of the keys of
/// what was typed (`of_typed`). Both are pure and thread-safe, take folded text (text::fold) and give nothing for text
/// that the way does not concern, best reading first. Two rows may have one name: a precise way and a coarser one.
struct KeyRow {
  std::string_view name;                        ///< how rewrites and matched_by call it
  Keys (*of_word)(std::u16string_view word);    ///< at most kMostKeys
  Keys (*of_typed)(std::u16string_view typed);  ///< at most kMostReadings
  std::string_view language;                    ///< primary subtag of the indexes it is for; "" for all
  std::uint32_t flags;                          ///< bits of KeyFlag
  float factor;                                 ///< what a match by this row weighs against a literal one, below 1
};
inline constexpr std::size_t kMostKeys = 8;
inline constexpr std::size_t kMostReadings = 48;  ///< of text on a dozen layouts, with and without its punctuation

/// All rows, the likeliest way first: a repair by an earlier row is preferred.
const std::vector<KeyRow>& key_rows();

}  // namespace pharos::text
