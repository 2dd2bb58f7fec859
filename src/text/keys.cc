// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/keys.h"

#include "text/key_han.h"
#include "text/key_hangul.h"
#include "text/key_kana.h"
#include "text/key_latin.h"
#include "text/key_layouts.h"
#include "text/key_marks.h"

namespace pharos::text {

const std::vector<KeyRow>& key_rows() {
  static const std::vector<KeyRow> rows = {
      {"unaccented", unaccented_of_word, unaccented_of_typed, "", kKeyPlain, .95F},
      {"layout", layout_of_word, layout_of_typed, "", kKeyWholeChunk, .9F},
      {"pinyin", pinyin_of_word, pinyin_of_typed, "zh", kKeyRunsOn | kKeyMisspelled, .85F},
      {"romaji", romaji_of_word, romaji_of_typed, "ja", kKeyRunsOn | kKeyMisspelled, .85F},
      {"translit", translit_of_word, translit_of_typed, "", kKeyMisspelled, .85F},
      {"hangul", hangul_of_word, hangul_of_typed, "ko", kKeyRunsOn | kKeyMisspelled, .8F},
      {"jamo", jamo_of_word, jamo_of_typed, "ko", kKeyMisspelled, .85F},
      {"homophone", homophone_of_word, homophone_of_typed, "zh", kKeyRunsOn, .8F},
      {"reading", reading_of_word, reading_of_typed, "ja", kKeyRunsOn, .8F},
      {"homophone", loose_homophone_of_word, loose_homophone_of_typed, "zh", kKeyRunsOn, .7F},
      {"romaji", loose_romaji_of_word, loose_romaji_of_typed, "ja", kKeyRunsOn, .7F},
      {"hangul", loose_hangul_of_word, loose_hangul_of_typed, "ko", kKeyRunsOn, .7F},
      {"initials", pinyin_initials_of_word, pinyin_initials_of_typed, "zh", kKeyRunsOn, .6F},
      {"initials", hangul_initials_of_word, hangul_initials_of_typed, "ko", kKeyPlain, .6F},
      {"translit", consonants_of_word, consonants_of_typed, "", kKeyPlain, .6F},
  };
  return rows;
}

}  // namespace pharos::text
