// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_layouts.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "pharos/text/fold.h"
#include "text/key_telex.h"
#include "text/key_two_set.h"
#include "text/key_writing.h"

namespace pharos::text {
namespace {

// What was active and what the typist believed to be active, for text in one writing. Likelier ones first; between
// Latin layouts last, because what they give looks like words soonest.
struct Conversion {
  Writing writing;
  Keyboard active;
  Keyboard meant;
};
constexpr Conversion kConversions[] = {
    {Writing::kLatin, Keyboard::kUs, Keyboard::kRussian},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kKorean},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kThai},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kArabic},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kUkrainian},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kGreek},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kHebrew},
    {Writing::kLatin, Keyboard::kAzerty, Keyboard::kArabic},
    {Writing::kLatin, Keyboard::kQwertz, Keyboard::kRussian},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kTurkishQ},
    {Writing::kLatin, Keyboard::kTurkishQ, Keyboard::kUs},
    {Writing::kLatin, Keyboard::kTurkishF, Keyboard::kTurkishQ},
    {Writing::kLatin, Keyboard::kTurkishQ, Keyboard::kTurkishF},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kTurkishF},
    {Writing::kLatin, Keyboard::kTurkishF, Keyboard::kUs},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kAzerty},
    {Writing::kLatin, Keyboard::kAzerty, Keyboard::kUs},
    {Writing::kLatin, Keyboard::kUs, Keyboard::kQwertz},
    {Writing::kLatin, Keyboard::kQwertz, Keyboard::kUs},
    {Writing::kCyrillic, Keyboard::kRussian, Keyboard::kUs},
    {Writing::kCyrillic, Keyboard::kUkrainian, Keyboard::kUs},
    {Writing::kCyrillic, Keyboard::kRussian, Keyboard::kUkrainian},
    {Writing::kCyrillic, Keyboard::kUkrainian, Keyboard::kRussian},
    {Writing::kGreek, Keyboard::kGreek, Keyboard::kUs},
    {Writing::kArabic, Keyboard::kArabic, Keyboard::kUs},
    {Writing::kArabic, Keyboard::kArabic, Keyboard::kAzerty},
    {Writing::kHebrew, Keyboard::kHebrew, Keyboard::kUs},
    {Writing::kThai, Keyboard::kThai, Keyboard::kUs},
    {Writing::kHangul, Keyboard::kKorean, Keyboard::kUs},
};
// Shorter words of one Latin layout are too often words of another.
constexpr std::size_t kLeastLatin = 4;
constexpr std::size_t kLeastTyped = 2;
constexpr std::size_t kMostTyped = 200;

constexpr bool is_latin(Keyboard keyboard) { return keyboard == Keyboard::kUs || keyboard >= Keyboard::kTurkishQ; }

constexpr std::size_t kShift = kKeyboardKeys;  // slots: the keys, then the keys with shift

// A layout made ready for look-ups.
struct Board {
  std::array<std::u16string, 2 * kKeyboardKeys> gives;
  std::unordered_map<char16_t, std::size_t> slots;                 // by what one unit a key gives
  std::map<std::pair<char16_t, char16_t>, std::size_t> ligatures;  // keys that give two: لا

  explicit Board(const KeyboardLayout& layout) {
    read(layout.plain, 0);
    read(layout.shifted, kShift);
    // What folding leaves of a capital (i of İ) is the same key, unless a key of its own gives it.
    for (std::size_t slot = 0; slot < 2 * kKeyboardKeys; ++slot) {
      const std::u16string small = fold(to_utf8(gives[slot]), layout.folds & kFoldTurkishCase).text;
      if (small.size() == 1) slots.emplace(small[0], slot);
    }
  }

 private:
  void read(std::u16string_view keys, std::size_t slot) {
    for (std::size_t at = 0; at < keys.size(); ++slot) {
      const std::size_t end = std::min(keys.find(u' ', at), keys.size());
      gives[slot] = keys.substr(at, end - at);
      if (gives[slot].size() == 1) {
        slots.emplace(gives[slot][0], slot);
      } else {
        ligatures.emplace(std::pair(gives[slot][0], gives[slot][1]), slot);
      }
      at = end + 1;
    }
  }
};

const Board& board(Keyboard keyboard) {
  static const std::vector<Board> boards = [] {
    std::vector<Board> made;
    for (std::size_t i = 0; i < kKeyboards; ++i) made.emplace_back(keyboard_layout(static_cast<Keyboard>(i)));
    return made;
  }();
  return boards[static_cast<std::size_t>(keyboard)];
}

constexpr std::u16string_view kAccented = u"άέήίόύώϊϋ";
constexpr std::u16string_view kUnaccented = u"αεηιουωιυ";
constexpr std::size_t kFirstDiaeresis = 7;

// Dead keys stand before the vowel they mark.
std::u16string greek_keys(std::u16string_view text) {
  std::u16string out;
  for (const char16_t unit : text) {
    const std::size_t at = kAccented.find(unit);
    if (at != std::u16string_view::npos) out += at < kFirstDiaeresis ? u'´' : u'¨';
    out += at != std::u16string_view::npos ? kUnaccented[at] : unit;
  }
  return out;
}

// The marks behind the vowel, where folding composes them.
std::u16string greek_text(std::u16string_view keys) {
  std::u16string out;
  char16_t mark = 0;
  for (const char16_t unit : keys) {
    if (unit == u'´' || unit == u'¨') {
      mark = unit == u'´' ? 0x0301 : 0x0308;
      continue;
    }
    out += unit;
    if (mark != 0) out += mark;
    mark = 0;
  }
  return out;
}

// Empty where the active layout has no key for a character: another one was active.
std::u16string converted(std::u16string_view typed, Keyboard active, Keyboard meant, bool ligatures) {
  const Board& from = board(active);
  const Board& to = board(meant);
  std::u16string keys(typed);
  if (active == Keyboard::kKorean) keys = two_set_letters(typed);
  if (active == Keyboard::kGreek) keys = greek_keys(typed);
  std::u16string out;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (ligatures && i + 1 < keys.size()) {
      if (const auto both = from.ligatures.find({keys[i], keys[i + 1]}); both != from.ligatures.end()) {
        out += to.gives[both->second];
        ++i;
        continue;
      }
    }
    const auto slot = from.slots.find(keys[i]);
    if (slot == from.slots.end()) return {};
    out += to.gives[slot->second];
  }
  if (meant == Keyboard::kKorean) return two_set_syllables(out);
  if (meant == Keyboard::kGreek) return greek_text(out);
  return out;
}

bool is_edge(char16_t unit) {
  if (unit < 0x80) return (unit < u'0' || unit > u'9') && (unit < u'A' || unit > u'Z') && (unit < u'a' || unit > u'z');
  // Signs of Latin-1, general punctuation, currency and letterlike signs; Arabic comma, semicolon and question mark.
  return (unit < 0xC0 && unit != 0xAA && unit != 0xBA && unit != 0xB5) || unit == u'×' || unit == u'÷' ||
         (unit >= 0x2000 && unit < 0x2C00) || unit == 0x060C || unit == 0x061B || unit == 0x061F;
}

std::u16string_view trimmed(std::u16string_view text) {
  while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
  return text;
}

// Letters that found no syllable: that was no Korean. The last one may be a syllable still being typed.
bool is_broken_korean(std::u16string_view text) {
  if (!text.empty()) text.remove_suffix(1);
  return std::any_of(text.begin(), text.end(), is_two_set_letter);
}

void add_other(Keys& keys, std::u16string key, std::size_t most) {
  if (key.empty() || keys.size() >= most || std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  keys.push_back(std::move(key));
}

void add(Keys& keys, std::u16string_view typed, const Conversion& conversion, bool ligatures) {
  const std::u16string text = converted(typed, conversion.active, conversion.meant, ligatures);
  const std::u16string_view word = trimmed(text);
  if (word.empty() || (conversion.meant == Keyboard::kKorean && is_broken_korean(word))) return;
  std::u16string key = fold(to_utf8(word), keyboard_layout(conversion.meant).folds).text;
  if (key.find(u' ') == std::u16string::npos) add_other(keys, std::move(key), kMostReadings);
}

// The word as it comes out when folding has lost the shift key.
std::u16string without_shift(std::u16string_view word, Keyboard keyboard) {
  const Board& of = board(keyboard);
  std::u16string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i + 1 < word.size() && !of.ligatures.empty()) {
      if (const auto both = of.ligatures.find({word[i], word[i + 1]}); both != of.ligatures.end()) {
        out += of.gives[both->second % kShift];
        ++i;
        continue;
      }
    }
    const auto slot = of.slots.find(word[i]);
    if (slot == of.slots.end()) {
      out += word[i];
    } else {
      out += of.gives[slot->second % kShift];
    }
  }
  return out;
}

// Empty where that was not on.
std::u16string without_caps_lock(std::u16string_view typed) {
  std::u16string small;
  bool capitals = false;
  for (const char16_t unit : typed) {
    if (unit >= u'a' && unit <= u'z') return {};
    const bool capital = unit >= u'A' && unit <= u'Z';
    capitals = capitals || capital;
    small += capital ? static_cast<char16_t>(unit + 32) : unit;
  }
  return capitals ? small : std::u16string();
}

}  // namespace

Keys layout_of_word(std::u16string_view word) {
  const Writing writing = writing_of(word);
  if (writing == Writing::kNone || writing == Writing::kOther || writing == Writing::kMixed) return {};
  Keys keys{std::u16string(word)};
  switch (writing) {
    case Writing::kThai:
      add_other(keys, without_shift(word, Keyboard::kThai), kMostKeys);
      break;
    case Writing::kHangul:
      add_other(keys, two_set_without_shift(word), kMostKeys);
      break;
    case Writing::kArabic:
      add_other(keys, without_shift(word, Keyboard::kArabic), kMostKeys);
      add_other(keys, without_marks(word), kMostKeys);
      break;
    case Writing::kGreek:
      add_other(keys, without_marks(word), kMostKeys);
      break;
    default:
      break;
  }
  return keys;
}

Keys layout_of_typed(std::u16string_view typed) {
  if (typed.size() < kLeastTyped || typed.size() > kMostTyped) return {};
  const Writing writing = writing_of(typed);
  const std::u16string_view inner = trimmed(typed);
  Keys keys;
  if (writing == Writing::kLatin) keys = telex_syllables(fold(to_utf8(inner), kFoldNone).text);
  for (const Conversion& conversion : kConversions) {
    if (conversion.writing != writing) continue;
    if (is_latin(conversion.active) && is_latin(conversion.meant) && typed.size() < kLeastLatin) continue;
    add(keys, typed, conversion, true);
    // часах, comes as xfcf[, where only the last sign is what it seems.
    if (!is_latin(conversion.meant) && is_edge(typed.back())) {
      add(keys, typed.substr(0, typed.size() - 1), conversion, true);
    }
    if (inner.size() != typed.size()) add(keys, inner, conversion, true);
    if (conversion.active == Keyboard::kArabic) add(keys, inner, conversion, false);
    // With Caps Lock, where the shift key makes other letters, not capitals of the same.
    if (conversion.meant == Keyboard::kKorean || conversion.meant == Keyboard::kThai) {
      add(keys, without_caps_lock(typed), conversion, true);
    }
  }
  std::erase(keys, std::u16string(typed));
  return keys;
}

}  // namespace pharos::text
