// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "desk/bip39_words.h"
#include "desk/plain_glyphs.h"

namespace pharos::desk {

/// A word of the text that may be part of a seed phrase, or that ends one. A value type.
struct SeedWord {
  std::size_t begin = 0, end = 0;       ///< glyphs
  const Bip39Places* places = nullptr;  ///< null: in no list
  bool alone = true;                    ///< not written together with its neighbour: for Chinese
  bool little = false;                  ///< as is_bip39_little_word()
  bool continues = false;               ///< may follow the word before in one phrase

  /// -1 when the word is not in the list, or is a character of ordinary Chinese prose.
  std::int16_t place_in(std::size_t list) const {
    return places == nullptr || (!alone && is_prose_list(list)) ? std::int16_t{-1} : places->place[list];
  }
};

/// The words of the text in order. What only counts the words of a list ("word 1:", "1st", "слово 3") is left out.
std::vector<SeedWord> seed_words(const GuardedSource& source);

/// Checksums cost more than anything else here. An honest text needs a handful; when a text needs more than this class
/// allows, every candidate is taken for right, so that the time stays linear and nothing slips through.
class ChecksumBudget {
 public:
  bool is_mnemonic(const std::vector<std::int16_t>& places, std::size_t begin, std::size_t count);
  /// The longest mnemonic that begins at `at` and ends by `end`; 0 for none.
  std::size_t longest_mnemonic(const std::vector<std::int16_t>& places, std::size_t at, std::size_t end);

 private:
  int left_ = 4000;
};

/// Chinese phrases written without spaces, which look like prose: told apart by the checksum, by how rare their
/// characters are, and by whether the text speaks of a phrase.
void find_unspaced_phrases(const GuardedSource& source, ChecksumBudget& budget, std::vector<SecretSpan>& found);

}  // namespace pharos::desk
