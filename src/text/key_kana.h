// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/text/keys.h"

// Rows of the table of keys (KeyRow) for Japanese typed by sound. The keys are hiragana. Pure and thread-safe.
namespace pharos::text {

/// Latin letters for kana: the kana of the word, and its reading where it has kanji.
Keys romaji_of_word(std::u16string_view word);
/// The kana of Latin letters in Hepburn's, Kunrei's and input methods' spellings; empty where they give no kana.
Keys romaji_of_typed(std::u16string_view typed);

/// The coarser row, without long vowels, which Latin letters often leave out: nyukin for にゅうきん, ti for てぃ.
Keys loose_romaji_of_word(std::u16string_view word);
Keys loose_romaji_of_typed(std::u16string_view typed);

/// Kana, or other kanji of the same sound, for a word with kanji: しゅっきん and 出勤 for 出金.
Keys reading_of_word(std::u16string_view word);
Keys reading_of_typed(std::u16string_view typed);

}  // namespace pharos::text
