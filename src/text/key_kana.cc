// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_kana.h"

#include <algorithm>
#include <string>

#include "pharos/text/reading.h"
#include "text/kana.h"

namespace pharos::text {
namespace {

constexpr std::size_t kFewestKana = 2;
constexpr std::size_t kLongestWord = 48;  // UTF-16 units
constexpr char16_t kRepeat = u'々';

bool is_kanji(char16_t unit) { return unit == kRepeat || (unit >= 0x3400 && unit <= 0x9FFF); }

void add(Keys& keys, std::u16string key) {
  const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
  if (key.size() >= kFewestKana && keys.size() < kMostKeys && !known) keys.push_back(std::move(key));
}

// What a word of kana and kanji sounds like.
Keys sounds_of(std::u16string_view word) {
  if (word.empty() || word.size() > kLongestWord) return {};
  bool kanji = false;
  for (const char16_t unit : word) {
    if (!is_kana(unit) && !is_kanji(unit)) return {};
    kanji = kanji || is_kanji(unit);
  }
  Keys keys;
  if (!kanji) {
    add(keys, sounded(word));
    return keys;
  }
  for (const std::u16string& reading : readings(word)) add(keys, sounded(reading));
  return keys;
}

Keys loosely(const Keys& exact) {
  Keys keys;
  for (const std::u16string& key : exact) add(keys, loosely_sounded(key));
  return keys;
}

}  // namespace

Keys romaji_of_word(std::u16string_view word) { return sounds_of(word); }

Keys romaji_of_typed(std::u16string_view typed) {
  std::u16string letters;
  for (const char16_t unit : typed) {
    if (unit != u' ') letters += unit;
  }
  Keys keys;
  for (std::u16string& kana : kana_of_latin(letters)) add(keys, std::move(kana));
  return keys;
}

Keys loose_romaji_of_word(std::u16string_view word) { return loosely(romaji_of_word(word)); }

Keys loose_romaji_of_typed(std::u16string_view typed) { return loosely(romaji_of_typed(typed)); }

Keys reading_of_word(std::u16string_view word) { return sounds_of(word); }

Keys reading_of_typed(std::u16string_view typed) { return sounds_of(typed); }

}  // namespace pharos::text
