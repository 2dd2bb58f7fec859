// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_two_set.h"

namespace pharos::text {
namespace {

constexpr char16_t kFirstSyllable = 0xAC00;
constexpr char16_t kLastSyllable = 0xD7A3;
constexpr std::size_t kVowels = 21;
constexpr std::size_t kFinals = 28;
constexpr std::size_t kNone = std::u16string_view::npos;

// The letters by their place in a syllable's number (Unicode 3.12).
constexpr std::u16string_view kInitials = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u16string_view kMedials = u"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u16string_view kCodas = u"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";  // from 1 on

// Letters of two keys, as triples: both keys and what they make.
constexpr std::u16string_view kTwoKeys =
    u"ㅗㅏㅘㅗㅐㅙㅗㅣㅚㅜㅓㅝㅜㅔㅞㅜㅣㅟㅡㅣㅢ"
    u"ㄱㅅㄳㄴㅈㄵㄴㅎㄶㄹㄱㄺㄹㅁㄻㄹㅂㄼㄹㅅㄽㄹㅌㄾㄹㅍㄿㄹㅎㅀㅂㅅㅄ";

// Letters of the shift key and of the same key alone, as pairs.
constexpr std::u16string_view kShifted = u"ㅃㅂㅉㅈㄸㄷㄲㄱㅆㅅㅒㅐㅖㅔ";

char16_t joined(char16_t first, char16_t second) {
  for (std::size_t i = 0; i < kTwoKeys.size(); i += 3) {
    if (kTwoKeys[i] == first && kTwoKeys[i + 1] == second) return kTwoKeys[i + 2];
  }
  return 0;
}

void add_keys(std::u16string& keys, char16_t letter) {
  for (std::size_t i = 0; i < kTwoKeys.size(); i += 3) {
    if (kTwoKeys[i + 2] != letter) continue;
    keys += kTwoKeys.substr(i, 2);
    return;
  }
  keys += letter;
}

char16_t without_shift(char16_t letter) {
  for (std::size_t i = 0; i < kShifted.size(); i += 2) {
    if (kShifted[i] == letter) return kShifted[i + 1];
  }
  return letter;
}

// Conjoining letters (which NFKC makes of the others) as the keyboard's.
char16_t keyboard_letter(char16_t unit) {
  if (unit >= 0x1100 && unit < 0x1100 + kInitials.size()) return kInitials[unit - 0x1100U];
  if (unit >= 0x1161 && unit < 0x1161 + kMedials.size()) return kMedials[unit - 0x1161U];
  if (unit >= 0x11A8 && unit < 0x11A8 + kCodas.size()) return kCodas[unit - 0x11A8U];
  return unit;
}

class Typist {
 public:
  void type(char16_t unit) {
    if (kMedials.find(unit) != kNone) {
      vowel(unit);
    } else if (kInitials.find(unit) != kNone) {
      consonant(unit);
    } else {
      finish();
      text_ += unit;
    }
  }

  std::u16string take() {
    finish();
    return std::move(text_);
  }

 private:
  void consonant(char16_t letter) {
    if (vowel_ != 0 && initial_ != 0) {
      const char16_t coda = coda_ == 0 ? letter : joined(coda_, letter);
      if (coda != 0 && kCodas.find(coda) != kNone) {
        before_ = coda_;
        last_ = letter;
        coda_ = coda;
        return;
      }
    }
    finish();
    initial_ = letter;
  }

  void vowel(char16_t letter) {
    if (coda_ != 0) {  // the last consonant begins the next syllable
      const char16_t next = last_;
      coda_ = before_;
      finish();
      initial_ = next;
    } else if (vowel_ != 0) {
      if (const char16_t both = joined(vowel_, letter); both != 0) {
        vowel_ = both;
        return;
      }
      finish();
    }
    vowel_ = letter;
  }

  void finish() {
    if (initial_ != 0 && vowel_ != 0) {
      const std::size_t coda = coda_ == 0 ? 0 : kCodas.find(coda_) + 1;
      const std::size_t number = (kInitials.find(initial_) * kVowels + kMedials.find(vowel_)) * kFinals + coda;
      text_ += static_cast<char16_t>(kFirstSyllable + number);
    } else {
      if (initial_ != 0) text_ += initial_;
      if (vowel_ != 0) text_ += vowel_;
    }
    initial_ = vowel_ = coda_ = before_ = last_ = 0;
  }

  std::u16string text_;
  char16_t initial_ = 0;
  char16_t vowel_ = 0;
  char16_t coda_ = 0;
  char16_t before_ = 0;  // the coda without its last key
  char16_t last_ = 0;    // the coda's last key
};

}  // namespace

std::u16string two_set_syllables(std::u16string_view letters) {
  Typist typist;
  for (const char16_t letter : letters) typist.type(letter);
  return typist.take();
}

std::u16string two_set_letters(std::u16string_view text) {
  std::u16string out;
  for (const char16_t unit : text) {
    if (unit < kFirstSyllable || unit > kLastSyllable) {
      add_keys(out, keyboard_letter(unit));
      continue;
    }
    const auto number = static_cast<std::size_t>(unit - kFirstSyllable);
    out += kInitials[number / (kVowels * kFinals)];
    add_keys(out, kMedials[number / kFinals % kVowels]);
    if (const std::size_t coda = number % kFinals; coda != 0) add_keys(out, kCodas[coda - 1]);
  }
  return out;
}

std::u16string two_set_without_shift(std::u16string_view word) {
  std::u16string letters = two_set_letters(word);
  bool changed = false;
  for (char16_t& letter : letters) {
    const char16_t plain = without_shift(letter);
    changed = changed || plain != letter;
    letter = plain;
  }
  return changed ? two_set_syllables(letters) : std::u16string(word);
}

bool is_two_set_letter(char16_t unit) { return kInitials.find(unit) != kNone || kMedials.find(unit) != kNone; }

}  // namespace pharos::text
