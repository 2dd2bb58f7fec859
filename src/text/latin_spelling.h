// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pharos::text {

/// Whether a folded ASCII word may be the language (primary subtag) put into plain Latin letters: pinyin syllables for
/// Chinese, romaji, romanized Korean, Vietnamese without marks, the commonest little words as Russians, Arabs, Thais
/// transliterate them. A "yes" is no evidence for the language, only doubt about any other.
bool spelled_in_latin(std::string_view primary, std::u16string_view word);

/// Whether spelled_in_latin() knows all words of the language, not only little ones.
bool spells_whole_words(std::string_view primary);

}  // namespace pharos::text
