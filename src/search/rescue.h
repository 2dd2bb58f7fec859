// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/language_index.h"

namespace pharos::search {

/// What a stretch of a query may have been meant to be. A value type.
struct Repair {
  std::uint32_t begin = 0;  ///< bytes of the query
  std::uint32_t end = 0;
  std::string to;         ///< words of the index
  std::string_view kind;  ///< as Rewrite::kind
  double factor = 0;      ///< what a match of it weighs against a literal one, below 1
};

/// Repairs of typing: stretches that the index does not know, read in the ways in which people type (text::key_rows()),
/// with typing errors, run together or torn apart. All knowledge is the index's own words. What the index knows is left
/// alone, and so are numbers, codes, addresses and tickers. By place, the likeliest first at each; empty, and soon
/// found to be so, for a query of known words. `also` is another language's index whose words are no errors either; may
/// be null. Thread-safe.
std::vector<Repair> repairs(const std::string& text, const LanguageIndex& index, const LanguageIndex* also = nullptr);

/// The query with the best repair at each place. REQUIRES: `found` is what repairs() gave for it.
std::string repaired(const std::string& text, const std::vector<Repair>& found);

}  // namespace pharos::search
