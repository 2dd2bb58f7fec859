// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/latin_korean.h"

#include <algorithm>
#include <array>

namespace pharos::text {
namespace {

using Letters = std::u16string_view;

constexpr std::array<Letters, 19> kLeads = {u"g",  u"kk", u"n", u"d",  u"tt", u"r", u"m", u"b", u"pp", u"s",
                                            u"ss", u"",   u"j", u"jj", u"ch", u"k", u"t", u"p", u"h"};
constexpr std::array<Letters, 21> kVowels = {u"a",  u"ae", u"ya", u"yae", u"eo", u"e",  u"yeo",
                                             u"ye", u"o",  u"wa", u"wae", u"oe", u"yo", u"u",
                                             u"wo", u"we", u"wi", u"yu",  u"eu", u"ui", u"i"};

enum Lead : std::size_t { kG = 0, kN = 2, kD = 3, kR = 5, kM = 6, kSilent = 11, kJ = 12 };
constexpr std::size_t kI = 20;

// A tail: as its letters are written, as it sounds before a consonant or at the end, and, before a vowel, what stays
// and what goes over to the next syllable.
enum class Sound { kNone, kK, kN, kT, kL, kM, kP, kNg };
struct Tail {
  Letters written;
  Sound sound;
  Letters stays;
  Letters goes_over;
};
constexpr std::array<Tail, 28> kTails = {{
    {u"", Sound::kNone, u"", u""},   {u"k", Sound::kK, u"", u"g"},   {u"kk", Sound::kK, u"", u"kk"},
    {u"ks", Sound::kK, u"k", u"s"},  {u"n", Sound::kN, u"", u"n"},   {u"nj", Sound::kN, u"n", u"j"},
    {u"nh", Sound::kN, u"", u"n"},   {u"t", Sound::kT, u"", u"d"},   {u"l", Sound::kL, u"", u"r"},
    {u"lk", Sound::kK, u"l", u"g"},  {u"lm", Sound::kM, u"l", u"m"}, {u"lb", Sound::kL, u"l", u"b"},
    {u"ls", Sound::kL, u"l", u"s"},  {u"lt", Sound::kL, u"l", u"t"}, {u"lp", Sound::kP, u"l", u"p"},
    {u"lh", Sound::kL, u"", u"r"},   {u"m", Sound::kM, u"", u"m"},   {u"p", Sound::kP, u"", u"b"},
    {u"ps", Sound::kP, u"p", u"s"},  {u"s", Sound::kT, u"", u"s"},   {u"ss", Sound::kT, u"", u"ss"},
    {u"ng", Sound::kNg, u"ng", u""}, {u"j", Sound::kT, u"", u"j"},   {u"ch", Sound::kT, u"", u"ch"},
    {u"k", Sound::kK, u"", u"k"},    {u"t", Sound::kT, u"", u"t"},   {u"p", Sound::kP, u"", u"p"},
    {u"", Sound::kT, u"", u""},
}};
constexpr std::size_t kTailD = 7;
constexpr std::size_t kTailT = 25;
constexpr std::size_t kTailH = 27;

bool has_h(std::size_t tail) { return tail == 6 || tail == 15 || tail == kTailH; }  // ㄶ ㅀ ㅎ

constexpr std::array<Letters, 8> kSounds = {u"", u"k", u"n", u"t", u"l", u"m", u"p", u"ng"};

// Replaced in this order, all of them, in a spelling: one way to write a sound that people write in several.
struct Rule {
  Letters from;
  Letters to;
};
constexpr Rule kConsonantRules[] = {
    {u"sh", u"s"}, {u"tch", u"ch"}, {u"ph", u"p"}, {u"th", u"t"}, {u"kh", u"k"}, {u"x", u"ks"}, {u"z", u"j"},
    {u"f", u"p"},  {u"v", u"p"},    {u"b", u"p"},  {u"d", u"t"},  {u"g", u"k"},  {u"q", u"k"},  {u"l", u"r"},
};
constexpr Rule kVowelRules[] = {
    {u"weo", u"wo"}, {u"woo", u"u"}, {u"oo", u"u"},   {u"yuh", u"yeo"}, {u"uh", u"eo"}, {u"ee", u"i"},
    {u"eui", u"ui"}, {u"yi", u"ui"}, {u"wae", u"we"}, {u"oe", u"we"},   {u"ae", u"e"},  {u"oa", u"wa"},
};
// In capitals, so that no later rule changes them again.
constexpr Rule kMergingRules[] = {
    {u"ui", u"I"}, {u"wa", u"WA"}, {u"yeo", u"YU"}, {u"yo", u"YU"}, {u"yu", u"YU"}, {u"ya", u"YA"}, {u"eo", u"U"},
    {u"eu", u"U"}, {u"wo", u"U"},  {u"w", u""},     {u"y", u""},    {u"o", u"U"},   {u"u", u"U"},
};

void replace_all(std::u16string& text, const Rule& rule) {
  for (std::size_t at = text.find(rule.from); at != std::u16string::npos; at = text.find(rule.from, at)) {
    text.replace(at, rule.from.size(), rule.to);
    at += rule.to.size();
  }
}

bool is_vowel(char16_t letter) { return Letters(u"aeiouwy").find(letter) != Letters::npos; }

// h that only lengthens a vowel (uh, ah) before a consonant or at the end.
void drop_lengthening(std::u16string& text) {
  for (std::size_t i = text.size(); i-- > 1;) {
    if (text[i] == u'h' && is_vowel(text[i - 1]) && (i + 1 == text.size() || !is_vowel(text[i + 1]))) text.erase(i, 1);
  }
}

std::u16string skeleton(std::u16string_view spelling, Vowels vowels) {
  std::u16string text(spelling);
  for (const Rule& rule : kConsonantRules) replace_all(text, rule);
  for (const Rule& rule : kVowelRules) replace_all(text, rule);
  drop_lengthening(text);
  const auto same_consonant = [](char16_t a, char16_t b) { return a == b && !is_vowel(a) && (a < u'0' || a > u'9'); };
  text.erase(std::unique(text.begin(), text.end(), same_consonant), text.end());
  if (vowels == Vowels::kApart) return text;
  for (const Rule& rule : kMergingRules) replace_all(text, rule);
  return text;
}

}  // namespace

Letters latin_lead(std::size_t lead) { return kLeads[lead]; }
Letters latin_vowel(std::size_t vowel) { return kVowels[vowel]; }
Letters latin_tail(std::size_t tail) { return kTails[tail].written; }

Letters pronounced_lead(std::size_t tail, std::size_t lead, std::size_t vowel) {
  const Sound before = kTails[tail].sound;
  if (tail == 0) return kLeads[lead];
  if (lead == kSilent) {
    if (vowel == kI && tail == kTailD) return u"j";   // 굳이 guji
    if (vowel == kI && tail == kTailT) return u"ch";  // 같이 gachi
    return kTails[tail].goes_over;
  }
  if (lead == kR) {
    if (before == Sound::kL || before == Sound::kN) return u"l";  // 신라 silla
    return u"n";                                                  // 등록 deungnok
  }
  if (lead == kN && before == Sound::kL) return u"l";
  if (has_h(tail)) {
    if (lead == kG) return u"k";
    if (lead == kD) return u"t";
    if (lead == kJ) return u"ch";
  }
  return kLeads[lead];
}

Letters pronounced_tail(std::size_t tail, std::size_t next_lead) {
  const Sound sound = kTails[tail].sound;
  if (tail == 0) return u"";
  if (next_lead == kSilent) return kTails[tail].stays;
  if (tail == kTailH && next_lead != kNoLead && next_lead != kN && next_lead != kM) return u"";  // 좋다 jota
  const bool nasal = next_lead == kN || next_lead == kM || next_lead == kR;
  if (nasal && sound == Sound::kK) return u"ng";
  if (nasal && sound == Sound::kT) return u"n";
  if (nasal && sound == Sound::kP) return u"m";
  if (next_lead == kR && sound == Sound::kN) return u"l";
  return kSounds[static_cast<std::size_t>(sound)];
}

Keys korean_skeletons(const std::vector<std::u16string>& spellings, Vowels vowels) {
  Keys keys;
  for (const std::u16string& spelling : spellings) {
    std::u16string key = skeleton(spelling, vowels);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

bool may_be_korean(Letters letters) {
  constexpr std::size_t kMostConsonants = 4;  // ngch, nkks
  std::size_t run = 0;
  std::size_t vowels = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char16_t letter = letters[i];
    const bool digit = letter >= u'0' && letter <= u'9';
    run = is_vowel(letter) || digit ? 0 : run + 1;
    vowels += is_vowel(letter) ? 1 : 0;
    if (run > kMostConsonants) return false;
    // Before the first vowel there is one consonant, perhaps doubled, or written ch, sh.
    if (i == 1 && run == 2 && letter != letters[0] && letter != u'h') return false;
    if (i == 2 && run == 3) return false;
  }
  if (vowels == 0) return false;
  // No syllable ends in these.
  return Letters(u"cfjqvxz").find(letters.back()) == Letters::npos;
}

}  // namespace pharos::text
