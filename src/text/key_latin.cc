// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_latin.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/key_consonants.h"
#include "text/key_greek.h"
#include "text/key_sounds.h"
#include "text/key_writing.h"

namespace pharos::text {
namespace {

constexpr std::size_t kLeastTyped = 2;
constexpr std::size_t kMostLetters = 64;
// Every ambiguous letter adds two readings; more than these together are not worth a look.
constexpr int kMostChanges = 3;

void add(Keys& keys, std::u16string key, std::size_t most) {
  if (key.empty() || keys.size() >= most) return;
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

// Keys of Latin words are capitals: what is typed in Latin letters never meets them, only words of other scripts.
std::u16string capitals(std::u16string text) {
  for (char16_t& unit : text) {
    if (unit >= u'a' && unit <= u'z') unit = static_cast<char16_t>(unit - u'a' + u'A');
  }
  return text;
}

// Coarse keys are marked with what they are skeletons of: the writing of the word, capital for Latin words.
enum class Mark : char16_t { kCyrillic = u'c', kArabic = u'a', kHebrew = u'h', kLatin = u'L' };

Keys marked(Keys keys, Mark mark) {
  for (std::u16string& key : keys) key.insert(key.begin(), static_cast<char16_t>(mark));
  return keys;
}

void append(Keys& keys, Keys more) { std::move(more.begin(), more.end(), std::back_inserter(keys)); }

Keys cyrillic_keys(std::u16string_view word) {
  Keys keys;
  add(keys, sounds_of_cyrillic(word, u'a'), kMostKeys);
  if (has_bulgarian_vowel(word)) {
    for (const char16_t hard : {u'u', u'i'}) add(keys, sounds_of_cyrillic(word, hard), kMostKeys);
  }
  return keys;
}

Keys cyrillic_readings(std::u16string_view latin) {
  Keys keys;
  const std::uint32_t bits = ambiguities(latin);
  for (int changes = 0; changes <= kMostChanges; ++changes) {
    for (std::uint32_t reading = 0; reading <= bits; ++reading) {
      if ((reading & ~bits) != 0 || std::popcount(reading) != changes) continue;
      add(keys, sounds_of_latin(latin, reading), kMostReadings / 2);
    }
  }
  return keys;
}

// Words of the Latin script that others spell in their own letters are English, names and tickers: without marks.
bool is_ascii(std::u16string_view text) {
  return std::all_of(text.begin(), text.end(), [](char16_t unit) { return unit < 0x80; });
}

bool concerned(std::u16string_view text) { return text.size() >= kLeastTyped && text.size() <= kMostLetters; }

}  // namespace

Keys translit_of_word(std::u16string_view word) {
  if (!concerned(word)) return {};
  switch (writing_of(word)) {
    case Writing::kCyrillic:
      return cyrillic_keys(word);
    case Writing::kGreek:
      return {sounds_of_greek(word)};
    case Writing::kLatin: {
      // As English reads them: trx is трх to nobody.
      Keys keys;
      if (!is_ascii(word)) return keys;
      add(keys, capitals(sounds_of_latin(word, kReadXAsKs | kReadWAsV | kReadJAsZh)), kMostKeys);
      return keys;
    }
    default:
      return {};
  }
}

Keys translit_of_typed(std::u16string_view typed) {
  if (!concerned(typed)) return {};
  switch (writing_of(typed)) {
    case Writing::kLatin: {
      Keys keys = cyrillic_readings(typed);
      for (std::u16string& key : greek_readings(typed)) add(keys, std::move(key), kMostReadings);
      return keys;
    }
    case Writing::kCyrillic: {
      Keys keys = cyrillic_keys(typed);
      for (std::u16string& key : keys) key = capitals(std::move(key));
      return keys;
    }
    default:
      return {};
  }
}

Keys consonants_of_word(std::u16string_view word) {
  if (!concerned(word)) return {};
  switch (writing_of(word)) {
    case Writing::kCyrillic:
      return marked(consonants_of_cyrillic(word), Mark::kCyrillic);
    case Writing::kArabic:
      return marked(consonants_of_arabic(word), Mark::kArabic);
    case Writing::kHebrew:
      return marked(consonants_of_hebrew(word), Mark::kHebrew);
    case Writing::kLatin:
      return is_ascii(word) ? marked(consonants_of_english(word), Mark::kLatin) : Keys{};
    default:
      return {};
  }
}

Keys consonants_of_typed(std::u16string_view typed) {
  if (!concerned(typed)) return {};
  switch (writing_of(typed)) {
    case Writing::kLatin: {
      Keys keys = marked(consonants_of_english(typed), Mark::kCyrillic);
      append(keys, marked(arabic_readings(typed), Mark::kArabic));
      append(keys, marked(hebrew_readings(typed), Mark::kHebrew));
      return keys;
    }
    case Writing::kCyrillic:
      return marked(consonants_of_cyrillic(typed), Mark::kLatin);
    case Writing::kArabic:
      return marked(english_readings_of_arabic(typed), Mark::kLatin);
    case Writing::kHebrew:
      return marked(english_readings_of_hebrew(typed), Mark::kLatin);
    default:
      return {};
  }
}

}  // namespace pharos::text
