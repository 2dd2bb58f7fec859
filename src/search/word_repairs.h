// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/rescue.h"
#include "search/typed_pieces.h"

namespace pharos::search {

/// What one unknown word of the query may have been meant to be, the likeliest first: by the keys under which readers
/// type the index's words, with typing errors, or as several words run together. Empty for what nobody can tell.
/// REQUIRES: `word` is of typed_pieces() for the text.
std::vector<Repair> word_repairs(const std::string& text, const TypedWord& word, const LanguageIndex& index);

}  // namespace pharos::search
