// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pharos/text/domain_words.h"
#include "pharos/text/language_table.h"

namespace pharos::text {

/// A word of a folded text: units [begin, end).
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool unspaced = false;  ///< begins in a script without spaces
  bool beside = false;    ///< stands beside the words that tile the text: a domain word, or what was cut for one
};

/// The words of a folded text by begin, the longer first. `domain` may be null.
std::vector<Word> cut_words(const std::u16string& folded, const LanguageRow& row, const DomainWords* domain);

}  // namespace pharos::text
