// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/text/keys.h"

// Rows of the table of keys (KeyRow) for Korean. Pure and thread-safe.
namespace pharos::text {

/// Latin letters for Korean, on a skeleton of sounds that tells vowels apart: chulgeum, chulkeum for 출금.
Keys hangul_of_word(std::u16string_view word);
Keys hangul_of_typed(std::u16string_view typed);

/// The coarser row, where 어 오 우 으 are one vowel: chulgum.
Keys loose_hangul_of_word(std::u16string_view word);
Keys loose_hangul_of_typed(std::u16string_view typed);

/// The first consonant of each syllable: ㅂㅁㅂㅎ for 비밀번호.
Keys hangul_initials_of_word(std::u16string_view word);
Keys hangul_initials_of_typed(std::u16string_view typed);

/// The letters one by one, so that half a syllable and a wrong letter are near what was meant: 비밀ㅂ, ㅊㅜㄹㄱㅡㅁ.
Keys jamo_of_word(std::u16string_view word);
Keys jamo_of_typed(std::u16string_view typed);

}  // namespace pharos::text
