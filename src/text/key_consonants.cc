// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_consonants.h"

#include <algorithm>
#include <iterator>

#include "pharos/text/fold.h"
#include "text/key_sounds.h"

namespace pharos::text {
namespace {

// A spelling and what it may stand for, one unit a reading, likeliest first. '-' is silent; A is a vowel, or a letter
// that carries one, W and Y are half vowels: they count at the beginning only.
struct Spelling {
  std::u16string_view letters;
  std::u16string_view readings;
};

// Longest first. Letters that no row names are read as themselves.
constexpr Spelling kArabicTyped[] = {
    {u"kh", u"x"}, {u"gh", u"g"}, {u"sh", u"w"},  {u"ch", u"w"}, {u"th", u"t"}, {u"dh", u"dz"}, {u"dj", u"j"},
    {u"ou", u"A"}, {u"ee", u"A"}, {u"oo", u"A"},  {u"7'", u"x"}, {u"3'", u"g"}, {u"2", u"-"},   {u"3", u"3"},
    {u"5", u"x"},  {u"6", u"t"},  {u"7", u"h"},   {u"8", u"k"},  {u"9", u"ks"}, {u"a", u"A"},   {u"e", u"A"},
    {u"i", u"A"},  {u"o", u"A"},  {u"u", u"A"},   {u"w", u"W"},  {u"y", u"Y"},  {u"q", u"k"},   {u"c", u"ks"},
    {u"p", u"b"},  {u"v", u"f"},  {u"g", u"jgk"}, {u"z", u"zd"}, {u"'", u"-"},  {u"-", u"-"},
};
constexpr Spelling kHebrewTyped[] = {
    {u"tch", u"c"}, {u"sch", u"s"}, {u"tz", u"c"}, {u"ts", u"c"}, {u"ch", u"hk"}, {u"kh", u"kh"},
    {u"sh", u"s"},  {u"th", u"t"},  {u"ph", u"p"}, {u"a", u"A"},  {u"e", u"A"},   {u"i", u"A"},
    {u"o", u"A"},   {u"u", u"A"},   {u"y", u"Y"},  {u"v", u"bW"}, {u"w", u"W"},   {u"f", u"p"},
    {u"q", u"k"},   {u"c", u"k"},   {u"x", u"k"},  {u"j", u"g"},  {u"'", u"-"},   {u"-", u"-"},
};
constexpr Spelling kEnglish[] = {
    {u"tch", u"q"}, {u"dge", u"j"}, {u"sch", u"wk"}, {u"ch", u"qk"}, {u"sh", u"w"}, {u"ph", u"f"}, {u"th", u"tzf"},
    {u"wh", u"vW"}, {u"ck", u"k"},  {u"gh", u"-g"},  {u"q", u"k"},   {u"w", u"vW"}, {u"y", u"Y"},  {u"a", u"A"},
    {u"e", u"A"},   {u"i", u"A"},   {u"o", u"A"},    {u"u", u"A"},   {u"'", u"-"},  {u"-", u"-"},
};

// What the letters are in the skeletons, and which English consonants they may write.
struct Letter {
  char16_t letter;
  char16_t sound;
  std::u16string_view english;
};
constexpr Letter kArabic[] = {
    {u'ا', u'A', u"A"},  {u'أ', u'A', u"A"},  {u'إ', u'A', u"A"}, {u'آ', u'A', u"A"},  {u'ى', u'A', u"A"},
    {u'ء', u'-', u"-"},  {u'ئ', u'-', u"-"},  {u'ؤ', u'-', u"-"}, {u'ع', u'3', u"A"},  {u'و', u'W', u"W"},
    {u'ي', u'Y', u"Y"},  {u'ب', u'b', u"bp"}, {u'ت', u't', u"t"}, {u'ث', u't', u"t"},  {u'ج', u'j', u"jg"},
    {u'ح', u'h', u"h"},  {u'خ', u'x', u"h"},  {u'د', u'd', u"d"}, {u'ذ', u'd', u"d"},  {u'ر', u'r', u"r"},
    {u'ز', u'z', u"z"},  {u'س', u's', u"s"},  {u'ش', u'w', u"w"}, {u'ص', u's', u"s"},  {u'ض', u'd', u"d"},
    {u'ط', u't', u"t"},  {u'ظ', u'z', u"z"},  {u'غ', u'g', u"g"}, {u'ف', u'f', u"fv"}, {u'ق', u'k', u"kg"},
    {u'ك', u'k', u"kg"}, {u'ل', u'l', u"l"},  {u'م', u'm', u"m"}, {u'ن', u'n', u"n"},  {u'ه', u'h', u"h"},
    {u'پ', u'b', u"p"},  {u'چ', u'w', u"q"},  {u'گ', u'g', u"g"}, {u'ڤ', u'f', u"v"},  {u'ژ', u'j', u"j"},
};
constexpr Letter kHebrew[] = {
    {u'א', u'A', u"A"},  {u'ע', u'A', u"A"}, {u'ו', u'W', u"W"}, {u'י', u'Y', u"Y"}, {u'ב', u'b', u"bv"},
    {u'ג', u'g', u"gj"}, {u'ד', u'd', u"d"}, {u'ה', u'h', u"h"}, {u'ז', u'z', u"z"}, {u'ח', u'h', u"h"},
    {u'ט', u't', u"t"},  {u'כ', u'k', u"k"}, {u'ך', u'k', u"k"}, {u'ל', u'l', u"l"}, {u'מ', u'm', u"m"},
    {u'ם', u'm', u"m"},  {u'נ', u'n', u"n"}, {u'ן', u'n', u"n"}, {u'ס', u's', u"s"}, {u'פ', u'p', u"pf"},
    {u'ף', u'p', u"fp"}, {u'צ', u'c', u"q"}, {u'ץ', u'c', u"q"}, {u'ק', u'k', u"k"}, {u'ר', u'r', u"r"},
    {u'ש', u's', u"ws"}, {u'ת', u't', u"t"},
};

constexpr std::size_t kLeastSemitic = 3;
constexpr std::size_t kLeastEnglish = 4;
constexpr int kMostTries = 24;

using Readings = std::vector<std::u16string_view>;

template <std::size_t N>
Readings spelled(const Spelling (&rows)[N], std::u16string_view latin) {
  Readings all;
  for (std::size_t at = 0; at < latin.size();) {
    const std::u16string_view rest = latin.substr(at);
    const auto* const row = std::find_if(std::begin(rows), std::end(rows),
                                         [&](const Spelling& each) { return rest.starts_with(each.letters); });
    all.push_back(row == std::end(rows) ? rest.substr(0, 1) : row->readings);
    at += row == std::end(rows) ? 1 : row->letters.size();
  }
  return all;
}

template <std::size_t N>
const Letter* find(const Letter (&rows)[N], char16_t unit) {
  const auto* const row =
      std::find_if(std::begin(rows), std::end(rows), [&](const Letter& each) { return each.letter == unit; });
  return row == std::end(rows) ? nullptr : row;
}

// Vowels count at the beginning only, as one; doubled letters are one, also with a vowel between them where vowels need
// not be written; an h after the last vowel is not heard: ma7fazah, meshicha(h).
class Skeleton {
 public:
  explicit Skeleton(bool vowels_are_written) : vowels_are_written_(vowels_are_written) {}

  void add(char16_t sound) {
    if (sound == u'-') return;
    const bool vowel = sound == u'A' || sound == u'W' || sound == u'Y';
    const bool again = !text_.empty() && text_.back() == sound && !(vowel_last_ && vowels_are_written_);
    if (vowel ? text_.empty() : !again) text_ += sound;
    if (vowel ? text_.size() == 1 && heard_ == 0 : !again || vowel_last_) ++heard_;
    vowel_last_ = vowel;
  }

  /// More than the key shows: a consonant again after a vowel, the last h.
  std::size_t heard() const { return heard_; }

  std::u16string take() {
    if (text_.size() > 1 && text_.back() == u'h') text_.pop_back();
    return std::move(text_);
  }

 private:
  std::u16string text_;
  bool vowels_are_written_;
  bool vowel_last_ = false;
  std::size_t heard_ = 0;
};

void append(Keys& keys, std::u16string key) {
  if (keys.size() >= kMostKeys || std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  keys.push_back(std::move(key));
}

void append(Keys& keys, Keys more) {
  for (std::u16string& key : more) append(keys, std::move(key));
}

// First the likeliest reading of every letter, then other choices, one after the other.
Keys skeletons(const Readings& readings, std::size_t least, bool vowels_are_written) {
  Keys keys;
  std::vector<std::size_t> chosen(readings.size(), 0);
  for (int tries = 0; tries < kMostTries; ++tries) {
    Skeleton skeleton(vowels_are_written);
    for (std::size_t i = 0; i < readings.size(); ++i) skeleton.add(readings[i][chosen[i]]);
    if (skeleton.heard() >= least) append(keys, skeleton.take());
    std::size_t at = 0;
    while (at < chosen.size() && ++chosen[at] == readings[at].size()) chosen[at++] = 0;
    if (at == chosen.size()) break;
  }
  return keys;
}

// The ain of a word may be typed or not.
Keys arabic_skeletons(std::u16string_view bare) {
  Readings with_ain;
  Readings without;
  for (const char16_t unit : bare) {
    const Letter* const row = find(kArabic, unit);
    if (row == nullptr) return {};
    with_ain.emplace_back(&row->sound, 1);
    without.push_back(row->letter == u'ع' ? std::u16string_view(u"A") : with_ain.back());
  }
  Keys keys = skeletons(without, kLeastSemitic, false);
  append(keys, skeletons(with_ain, kLeastSemitic, false));
  return keys;
}

template <std::size_t N>
Keys english_of(const Letter (&rows)[N], std::u16string_view word) {
  Readings readings;
  for (const char16_t unit : word) {
    const Letter* const row = find(rows, unit);
    if (row == nullptr) return {};
    readings.push_back(row->english);
  }
  return skeletons(readings, kLeastEnglish, true);
}

bool in(std::u16string_view set, char16_t unit) { return set.find(unit) != std::u16string_view::npos; }

// c before e, i and y sounds as s; x is two letters.
std::u16string english_letters(std::u16string_view latin) {
  std::u16string out;
  for (std::size_t i = 0; i < latin.size(); ++i) {
    const char16_t next = i + 1 < latin.size() ? latin[i + 1] : u' ';
    if (latin[i] == u'x') {
      out += u"ks";
    } else if (latin[i] == u'c' && next != u'h' && next != u'k') {
      out += in(u"eiy", next) ? u's' : u'k';
    } else {
      out += latin[i];
    }
  }
  return out;
}

}  // namespace

Keys consonants_of_arabic(std::u16string_view word) {
  const std::u16string bare = without_marks(word);
  Keys keys = arabic_skeletons(bare);
  constexpr std::u16string_view kArticle = u"ال";
  if (bare.starts_with(kArticle)) append(keys, arabic_skeletons(std::u16string_view(bare).substr(kArticle.size())));
  return keys;
}

Keys consonants_of_hebrew(std::u16string_view word) {
  Readings readings;
  for (const char16_t unit : word) {
    const Letter* const row = find(kHebrew, unit);
    if (row == nullptr) return {};
    readings.emplace_back(&row->sound, 1);
  }
  return skeletons(readings, kLeastSemitic, false);
}

Keys consonants_of_cyrillic(std::u16string_view word) {
  const std::u16string sounds = sounds_of_cyrillic(word, u'a');
  Readings readings;
  for (const char16_t& sound : sounds) {
    if (in(u"aeiou", sound)) {
      readings.emplace_back(u"A");
    } else if (sound == u'c') {
      readings.emplace_back(u"s");
    } else {
      readings.emplace_back(&sound, 1);
    }
  }
  return skeletons(readings, kLeastEnglish, true);
}

Keys arabic_readings(std::u16string_view latin) {
  Keys keys = skeletons(spelled(kArabicTyped, latin), kLeastSemitic, false);
  if (latin.starts_with(u"al") || latin.starts_with(u"el")) {
    append(keys, skeletons(spelled(kArabicTyped, latin.substr(2)), kLeastSemitic, false));
  }
  return keys;
}

Keys hebrew_readings(std::u16string_view latin) {
  return skeletons(spelled(kHebrewTyped, latin), kLeastSemitic, false);
}

Keys consonants_of_english(std::u16string_view latin) {
  const std::u16string letters = english_letters(latin);
  return skeletons(spelled(kEnglish, letters), kLeastEnglish, true);
}

Keys english_readings_of_arabic(std::u16string_view word) { return english_of(kArabic, without_marks(word)); }

Keys english_readings_of_hebrew(std::u16string_view word) { return english_of(kHebrew, word); }

}  // namespace pharos::text
