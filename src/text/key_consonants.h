// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/text/keys.h"

// Skeletons of consonants: what is left of a word that every spelling of it in another writing shares. Coarse: many
// words have one skeleton, so too short ones are not given. Pure and thread-safe.
namespace pharos::text {

/// Of a word in Arabic, Hebrew or Cyrillic letters, as Latin typists' consonants; the first key is the likeliest.
Keys consonants_of_arabic(std::u16string_view word);
Keys consonants_of_hebrew(std::u16string_view word);
Keys consonants_of_cyrillic(std::u16string_view word);

/// The likeliest skeletons of Latin text when it is meant to be Arabic (with the digits of chat: 7 ح, 3 ع, 5 خ),
/// Hebrew, or an English word.
Keys arabic_readings(std::u16string_view latin);
Keys hebrew_readings(std::u16string_view latin);
Keys consonants_of_english(std::u16string_view latin);

/// English consonants that a word in these letters may be the sound of: بيتكوين is bitcoin.
Keys english_readings_of_arabic(std::u16string_view word);
Keys english_readings_of_hebrew(std::u16string_view word);

}  // namespace pharos::text
