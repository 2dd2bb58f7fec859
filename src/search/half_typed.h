// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/text/keys.h"

// Keys of words that are typed halfway: what the keys of the whole words begin with. Rows of the table of keys know
// finished words only; half a syllable is finished in every way it may go on, as far as that matters. Pure and
// thread-safe; for folded text.
namespace pharos::search {

/// tix: the last syllable may be open; tones, apostrophes and digits of tones are left out. Also 提x, half of it
/// converted already. The row is that for pinyin.
text::Keys half_pinyin(const text::KeyRow& row, std::u16string_view typed);

/// shuk: しゅか しゅき しゅく しゅけ しゅこ. The row is one of those for romaji.
text::Keys half_romaji(const text::KeyRow& row, std::u16string_view typed);

/// しゅっ, しゅっk, and kanji as the row of readings has them.
text::Keys half_kana(const text::KeyRow& readings, const text::KeyRow& romaji, std::u16string_view typed);

/// Latin letters for another alphabet, where s may become sh: the row for transliteration. A single letter counts where
/// it follows words.
text::Keys half_translit(const text::KeyRow& row, std::u16string_view typed, bool follows);

/// chulg: skeletons of Korean sounds. The row is one of those for Korean in Latin letters.
text::Keys half_korean(const text::KeyRow& row, std::u16string_view typed);

}  // namespace pharos::search
