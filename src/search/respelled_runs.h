// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/rescue.h"
#include "search/typed_pieces.h"

namespace pharos::search {

/// Typing errors where no spaces tell the words, so that a wrong letter tears them to pieces: Thai and its like by edit
/// distance over neighbouring pieces, Han by characters that the index never has side by side, but the other way round
/// or with one between them. What a dictionary or the index has as a word is left alone. REQUIRES: `pieces` are
/// typed_pieces() of the text.
std::vector<Repair> respelled_runs(const std::string& text, const std::vector<TypedPiece>& pieces,
                                   const LanguageIndex& index);

/// Two characters swapped where one word ends and the next begins, so that both are torn and neither half is anything:
/// surer than what the halves sound like.
std::vector<Repair> swapped_within_words(const std::string& text, const std::vector<TypedPiece>& pieces,
                                         const LanguageIndex& index);

}  // namespace pharos::search
