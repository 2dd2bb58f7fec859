// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/half_typed.h"

#include <algorithm>
#include <string>

#include "pharos/text/fold.h"
#include "pharos/text/pinyin.h"

namespace pharos::search {
namespace {

using text::Keys;

constexpr std::size_t kMostLetters = 64;
constexpr char16_t kFirstHan = 0x3400;
constexpr std::size_t kFewestTranslit = 2;
constexpr std::size_t kFewestForLatin = 4;  // of other letters, which mostly mean themselves
constexpr std::size_t kFewestKorean = 3;    // shorter Latin text is an abbreviation

bool is_letter(char16_t unit) { return unit >= u'a' && unit <= u'z'; }
bool is_vowel(char16_t unit) { return std::u16string_view(u"aeiou").find(unit) != std::u16string_view::npos; }
bool is_kana(char16_t unit) { return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30A1 && unit <= 0x30FC); }

void add(Keys& keys, std::u16string key) {
  const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
  if (!key.empty() && !known && keys.size() < text::kMostReadings) keys.push_back(std::move(key));
}

// Rows want two kana at least: one that nothing can lengthen is put before, and taken away again.
constexpr std::u16string_view kBeforeLatin = u"n'";
constexpr char16_t kBeforeKana = u'ん';

// `kana_after` of the ending's kana are not part of what was typed.
void add_finished(Keys& keys, const text::KeyRow& romaji, std::u16string_view latin, std::u16string_view ending,
                  std::size_t kana_after) {
  for (const std::u16string& finished :
       romaji.of_typed(std::u16string(kBeforeLatin) + std::u16string(latin) + std::u16string(ending))) {
    if (!finished.starts_with(kBeforeKana) || finished.size() <= 1 + kana_after) continue;
    add(keys, finished.substr(1, finished.size() - 1 - kana_after));
  }
}

// The spellings that letters may be the beginning of: s of sh, t of ts, i of ia where a sound swallows it.
struct Ending {
  char16_t last;
  std::u16string_view more;  ///< divided by blanks
};
constexpr Ending kTranslitEndings[] = {
    {u's', u"h ch"}, {u'z', u"h"},     {u'c', u"h"},     {u'k', u"h"},
    {u't', u"s ch"}, {u'y', u"a e u"}, {u'j', u"a e u"}, {u'i', u"a e u"},
};

}  // namespace

Keys half_pinyin(const text::KeyRow& row, std::u16string_view typed) {
  std::size_t tail = 0;
  while (tail < typed.size() && typed[tail] >= kFirstHan) ++tail;
  std::u16string letters;
  for (const char16_t unit : text::without_marks(typed.substr(tail))) {
    if (is_letter(unit)) {
      letters += unit;
    } else if (letters.empty() || (unit != u'\'' && (unit < u'0' || unit > u'5'))) {
      return {};
    }
  }
  if (!text::is_pinyin(letters, true)) return {};
  if (tail == 0) return {std::move(letters)};
  Keys keys;
  for (const std::u16string& head : row.of_word(typed.substr(0, tail))) add(keys, head + letters);
  return keys;
}

Keys half_romaji(const text::KeyRow& row, std::u16string_view typed) {
  Keys keys;
  if (typed.empty() || typed.size() > kMostLetters) return keys;
  const char16_t last = typed.back();
  if (!is_letter(last) || is_vowel(last) || last == u'n') add_finished(keys, row, typed, u"ka", 1);
  if (is_letter(last) && !is_vowel(last)) {
    for (const char16_t vowel : std::u16string_view(u"aiueo")) add_finished(keys, row, typed, {&vowel, 1}, 0);
    const bool may_double = typed.size() > 1 && is_vowel(typed[typed.size() - 2]);  // shuk of shukkin
    if (may_double && last != u'n') add_finished(keys, row, typed, std::u16string{last, u'u'}, 1);
  }
  return keys;
}

Keys half_kana(const text::KeyRow& readings, const text::KeyRow& romaji, std::u16string_view typed) {
  if (typed.size() > kMostLetters) return {};
  std::size_t head = typed.size();
  while (head > 0 && is_letter(typed[head - 1])) --head;
  const std::u16string_view kana = typed.substr(0, head);
  if (kana.empty()) return {};
  Keys heads;
  if (!std::all_of(kana.begin(), kana.end(), is_kana)) {
    heads = readings.of_typed(kana);
  } else {
    for (const std::u16string& key : readings.of_typed(std::u16string(1, kBeforeKana) + std::u16string(kana))) {
      if (key.starts_with(kBeforeKana)) add(heads, key.substr(1));
    }
  }
  if (head == typed.size()) return heads;
  Keys keys;
  for (const std::u16string& tail : half_romaji(romaji, typed.substr(head))) {
    for (const std::u16string& begin : heads) add(keys, begin + tail);
  }
  return keys;
}

Keys half_translit(const text::KeyRow& row, std::u16string_view typed, bool follows) {
  Keys keys;
  const bool latin = !typed.empty() && typed[0] < 0x250;
  const bool single = latin && follows && typed.size() == 1;
  if (!single && typed.size() < (latin ? kFewestTranslit : kFewestForLatin)) return keys;
  if (typed.size() > kMostLetters) return keys;
  // A letter that is doubled sounds as it does alone.
  const std::u16string least = single ? std::u16string(2, typed[0]) : std::u16string(typed);
  for (std::u16string& key : row.of_typed(least)) add(keys, std::move(key));
  for (const Ending& ending : kTranslitEndings) {
    if (ending.last != typed.back()) continue;
    for (std::u16string_view more = ending.more; !more.empty();) {
      const std::u16string_view one = more.substr(0, more.find(u' '));
      more.remove_prefix(std::min(more.size(), one.size() + 1));
      for (std::u16string& key : row.of_typed(std::u16string(typed) + std::u16string(one))) add(keys, std::move(key));
    }
  }
  return keys;
}

Keys half_korean(const text::KeyRow& row, std::u16string_view typed) {
  Keys keys;
  if (typed.size() < kFewestKorean || typed.size() > kMostLetters) return keys;
  const char16_t last = typed.back();
  if (!is_letter(last)) return row.of_typed(typed);
  // A sound after it, which then goes away again, says that the last one need not end a syllable; and a may be ae.
  const auto finish = [&](std::u16string_view ending) {
    for (std::u16string key : row.of_typed(std::u16string(typed) + std::u16string(ending))) {
      if (key.empty()) continue;
      key.pop_back();
      add(keys, std::move(key));
    }
  };
  finish(is_vowel(last) ? u"n" : u"a");
  if (last == u'a' || last == u'o') finish(u"en");
  return keys;
}

}  // namespace pharos::search
