// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/language_index.h"

namespace pharos::search {

/// A word of a query, and whether the index knows it. A value type.
struct TypedWord {
  std::string term;     ///< folded
  std::uint32_t begin;  ///< bytes of the query
  std::uint32_t end;
  bool known;     ///< by the index, or nothing that could be repaired (a number, a code)
  bool unspaced;  ///< of a script without spaces
  bool protected_from_typos;
};

/// What stands between two spaces. A value type.
struct TypedPiece {
  std::uint32_t begin;
  std::uint32_t end;
  std::vector<TypedWord> words;
  bool odd_signs = false;  ///< a sign stands where words have none: .ek'm for çekim
  bool hyphened = false;   ///< its words are divided by nothing but hyphens

  bool all_known() const {
    for (const TypedWord& word : words) {
      if (!word.known) return false;
    }
    return true;
  }
};

/// `also`: another index that knows words; may be null.
std::vector<TypedPiece> typed_pieces(const std::string& text, const LanguageIndex& index, const LanguageIndex* also);

/// Currencies, networks and standards, one letter of which makes another: never repaired, never a repair of a typing
/// error.
bool is_ticker(std::string_view folded_word);

}  // namespace pharos::search
