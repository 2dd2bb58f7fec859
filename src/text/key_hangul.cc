// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_hangul.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/latin_korean.h"

namespace pharos::text {
namespace {

constexpr char16_t kFirstSyllable = 0xAC00;
constexpr char16_t kLastSyllable = 0xD7A3;
constexpr char16_t kFirstLead = 0x1100;
constexpr char16_t kLastLead = 0x1112;
constexpr char16_t kFirstVowel = 0x1161;
constexpr char16_t kLastVowel = 0x1175;
constexpr char16_t kFirstTail = 0x11A8;
constexpr char16_t kLastTail = 0x11C2;
constexpr char16_t kFirstCompatible = 0x3131;
constexpr char16_t kLastCompatible = 0x3163;
constexpr std::size_t kMostSyllables = 32;  // longer text is no word
constexpr std::size_t kFewestLetters = 3;   // shorter Latin text is more often an abbreviation

// The keys that a letter is typed with, as compatibility jamo, in the order of Unicode's blocks. Double consonants and
// ㅐ ㅒ ㅔ ㅖ have keys of their own.
constexpr std::u16string_view kLeads = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::array<std::u16string_view, 21> kVowels = {u"ㅏ",   u"ㅐ",   u"ㅑ",   u"ㅒ",   u"ㅓ",   u"ㅔ",   u"ㅕ",
                                                         u"ㅖ",   u"ㅗ",   u"ㅗㅏ", u"ㅗㅐ", u"ㅗㅣ", u"ㅛ",   u"ㅜ",
                                                         u"ㅜㅓ", u"ㅜㅔ", u"ㅜㅣ", u"ㅠ",   u"ㅡ",   u"ㅡㅣ", u"ㅣ"};
constexpr std::array<std::u16string_view, 27> kTails = {u"ㄱ",   u"ㄲ",   u"ㄱㅅ", u"ㄴ",   u"ㄴㅈ", u"ㄴㅎ", u"ㄷ",
                                                        u"ㄹ",   u"ㄹㄱ", u"ㄹㅁ", u"ㄹㅂ", u"ㄹㅅ", u"ㄹㅌ", u"ㄹㅍ",
                                                        u"ㄹㅎ", u"ㅁ",   u"ㅂ",   u"ㅂㅅ", u"ㅅ",   u"ㅆ",   u"ㅇ",
                                                        u"ㅈ",   u"ㅊ",   u"ㅋ",   u"ㅌ",   u"ㅍ",   u"ㅎ"};
constexpr std::array<std::u16string_view, 30> kConsonants = {
    u"ㄱ",   u"ㄲ",   u"ㄱㅅ", u"ㄴ",   u"ㄴㅈ", u"ㄴㅎ", u"ㄷ", u"ㄸ", u"ㄹ", u"ㄹㄱ",
    u"ㄹㅁ", u"ㄹㅂ", u"ㄹㅅ", u"ㄹㅌ", u"ㄹㅍ", u"ㄹㅎ", u"ㅁ", u"ㅂ", u"ㅃ", u"ㅂㅅ",
    u"ㅅ",   u"ㅆ",   u"ㅇ",   u"ㅈ",   u"ㅉ",   u"ㅊ",   u"ㅋ", u"ㅌ", u"ㅍ", u"ㅎ"};

bool is_syllable(char16_t unit) { return unit >= kFirstSyllable && unit <= kLastSyllable; }

bool is_letter_or_digit(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9'); }

// The keys that one jamo, alone in any of Unicode's blocks, was typed with; empty for what is none.
std::u16string_view typed_keys(char16_t unit) {
  if (unit == 0x1121) return u"ㅂㅅ";  // NFKC makes old leads of ㅄ and ㅀ, of other clusters tails
  if (unit == 0x111A) return u"ㄹㅎ";
  if (unit >= kFirstLead && unit <= kLastLead) return kLeads.substr(unit - kFirstLead, 1);
  if (unit >= kFirstVowel && unit <= kLastVowel) return kVowels[unit - kFirstVowel];
  if (unit >= kFirstTail && unit <= kLastTail) return kTails[unit - kFirstTail];
  if (unit < kFirstCompatible || unit > kLastCompatible) return {};
  const std::size_t at = unit - kFirstCompatible;
  return at < kConsonants.size() ? kConsonants[at] : kVowels[at - kConsonants.size()];
}

struct Parts {
  std::size_t lead = 0;
  std::size_t vowel = 0;
  std::size_t tail = 0;  // 0: none
};

Parts parts_of(char16_t syllable) {
  const std::size_t index = syllable - kFirstSyllable;
  return {index / 588, index % 588 / 28, index % 28};
}

// Compatibility jamo to the conjoining ones that folded text has. A tail is written as the same letter's lead: half a
// syllable, typed letter by letter, does not yet know which of the two it will be.
void append_conjoining(std::u16string& key, std::u16string_view typed) {
  for (const char16_t unit : typed) {
    const std::size_t lead = kLeads.find(unit);
    if (lead != std::u16string_view::npos) {
      key += static_cast<char16_t>(kFirstLead + lead);
    } else {
      key += static_cast<char16_t>(kFirstVowel + (unit - kFirstCompatible - kConsonants.size()));
    }
  }
}

// ㄲㅈ is also typed ㄱㅈ, without the shift key.
Keys with_plain_double_consonants(std::u16string key) {
  std::u16string plain = key;
  for (char16_t& unit : plain) {
    const bool doubled = unit == 0x1101 || unit == 0x1104 || unit == 0x1108 || unit == 0x110A || unit == 0x110D;
    if (doubled) --unit;
  }
  if (plain == key) return {std::move(key)};
  return {std::move(key), std::move(plain)};
}

// As pronounced, and letter by letter; nothing for what is not Korean.
std::vector<std::u16string> latin_of(std::u16string_view word) {
  if (std::none_of(word.begin(), word.end(), is_syllable) || word.size() > kMostSyllables) return {};
  std::u16string pronounced;
  std::u16string written;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_letter_or_digit(word[i])) {
      pronounced += word[i];
      written += word[i];
      continue;
    }
    if (!is_syllable(word[i])) return {};
    const Parts parts = parts_of(word[i]);
    const std::size_t before = i > 0 && is_syllable(word[i - 1]) ? parts_of(word[i - 1]).tail : 0;
    const bool followed = i + 1 < word.size() && is_syllable(word[i + 1]);
    pronounced += pronounced_lead(before, parts.lead, parts.vowel);
    pronounced += latin_vowel(parts.vowel);
    pronounced += pronounced_tail(parts.tail, followed ? parts_of(word[i + 1]).lead : kNoLead);
    written += latin_lead(parts.lead);
    written += latin_vowel(parts.vowel);
    written += latin_tail(parts.tail);
  }
  return {std::move(pronounced), std::move(written)};
}

std::vector<std::u16string> typed_latin(std::u16string_view typed) {
  std::u16string letters;
  for (const char16_t unit : typed) {
    if (unit == u' ' || unit == u'-' || unit == u'\'') continue;
    if (!is_letter_or_digit(unit)) return {};
    letters += unit;
  }
  if (letters.size() < kFewestLetters || letters.size() > 8 * kMostSyllables || !may_be_korean(letters)) return {};
  return {std::move(letters)};
}

}  // namespace

Keys hangul_of_word(std::u16string_view word) { return korean_skeletons(latin_of(word), Vowels::kApart); }

Keys hangul_of_typed(std::u16string_view typed) { return korean_skeletons(typed_latin(typed), Vowels::kApart); }

Keys loose_hangul_of_word(std::u16string_view word) { return korean_skeletons(latin_of(word), Vowels::kMerged); }

Keys loose_hangul_of_typed(std::u16string_view typed) { return korean_skeletons(typed_latin(typed), Vowels::kMerged); }

Keys hangul_initials_of_word(std::u16string_view word) {
  if (word.size() < 2 || word.size() > kMostSyllables) return {};
  std::u16string key;
  std::size_t syllables = 0;
  for (const char16_t unit : word) {
    if (is_syllable(unit)) {
      append_conjoining(key, kLeads.substr(parts_of(unit).lead, 1));
      ++syllables;
    } else if (is_letter_or_digit(unit)) {
      key += unit;
    } else {
      return {};
    }
  }
  if (syllables < 2) return {};
  return with_plain_double_consonants(std::move(key));
}

Keys hangul_initials_of_typed(std::u16string_view typed) {
  if (typed.size() > kMostSyllables) return {};
  std::u16string key;
  std::size_t initials = 0;
  for (const char16_t unit : typed) {
    if (is_letter_or_digit(unit)) {
      key += unit;
      continue;
    }
    // ㅂㅅ becomes ㅄ under the hands of some input methods.
    const std::u16string_view keys = typed_keys(unit);
    if (keys.empty()) return {};
    for (const char16_t consonant : keys) {
      if (kLeads.find(consonant) == std::u16string_view::npos) return {};
    }
    append_conjoining(key, keys);
    initials += keys.size();
  }
  if (initials < 2) return {};
  return {std::move(key)};
}

Keys jamo_of_word(std::u16string_view word) {
  if (word.empty() || word.size() > 4 * kMostSyllables) return {};
  std::u16string key;
  bool korean = false;
  for (const char16_t unit : word) {
    if (is_syllable(unit)) {
      const Parts parts = parts_of(unit);
      append_conjoining(key, kLeads.substr(parts.lead, 1));
      append_conjoining(key, kVowels[parts.vowel]);
      if (parts.tail > 0) append_conjoining(key, kTails[parts.tail - 1]);
      korean = true;
    } else if (const std::u16string_view keys = typed_keys(unit); !keys.empty()) {
      append_conjoining(key, keys);
      korean = true;
    } else if (is_letter_or_digit(unit)) {
      key += unit;
    } else {
      return {};
    }
  }
  if (!korean) return {};
  return {std::move(key)};
}

Keys jamo_of_typed(std::u16string_view typed) { return jamo_of_word(typed); }

}  // namespace pharos::text
