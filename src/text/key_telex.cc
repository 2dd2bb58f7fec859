// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_telex.h"

#include <string>

#include "pharos/text/fold.h"

namespace pharos::text {
namespace {

constexpr char16_t kCircumflex = 0x0302;
constexpr char16_t kBreve = 0x0306;
constexpr char16_t kHorn = 0x031B;
constexpr std::size_t kLongest = 12;  // nghieengj and some keys typed twice
constexpr std::size_t kNowhere = std::u16string_view::npos;

bool in(std::u16string_view set, char16_t unit) { return set.find(unit) != kNowhere; }

// sfrxj and 12345 are acute, grave, hook above, tilde and dot below.
char16_t tone_of(char16_t key) {
  constexpr std::u16string_view kKeys = u"sfrxj12345";
  constexpr std::u16string_view kTones = u"\u0301\u0300\u0309\u0303\u0323";
  const std::size_t at = kKeys.find(key);
  return at == kNowhere ? u'\0' : kTones[at % kTones.size()];
}

// Letters and the mark of each while the keys come in.
class Syllable {
 public:
  bool type(char16_t key) {
    if (const char16_t tone = tone_of(key); tone != 0 && has_vowel()) {
      tone_ = tone;
      return true;
    }
    switch (key) {
      case u'd':
        if (!letters_.empty() && letters_[0] == u'd') return stroke();
        break;
      case u'9':
        return !letters_.empty() && letters_[0] == u'd' && stroke();
      case u'a':
      case u'e':
      case u'o':
        if (mark({&key, 1}, kCircumflex)) return true;
        break;
      case u'6':
        return mark(u"aeo", kCircumflex);
      case u'8':
        return mark(u"a", kBreve);
      case u'w':
      case u'7':
        if (horn()) return true;
        if (key == u'7') return false;
        if (mark(u"a", kBreve)) return true;
        letters_ += u'u';
        marks_ += kHorn;
        return true;
      default:
        break;
    }
    if (key < u'a' || key > u'z') return false;
    letters_ += key;
    marks_ += u' ';
    return true;
  }

  bool is_marked() const { return tone_ != 0 || stroke_ || marks_.find_first_not_of(u' ') != kNowhere; }

  Keys written() const {
    const std::size_t first = nucleus();
    if (first == kNowhere) return {};
    std::size_t last = first;
    while (last + 1 < letters_.size() && is_vowel(last + 1)) ++last;
    Keys keys{with_tone(tone_place(first, last))};
    // hòa and hoà, thúy and thuý.
    const bool either = last == first + 1 && last + 1 == letters_.size() && marks_[first] == u' ' &&
                        marks_[last] == u' ' && in(u"ou", letters_[first]) && in(u"aey", letters_[last]);
    if (tone_ != 0 && either) keys.push_back(with_tone(last));
    return keys;
  }

 private:
  bool is_vowel(std::size_t at) const { return in(u"aeiouy", letters_[at]); }
  bool has_vowel() const { return letters_.find_first_of(u"aeiouy") != kNowhere; }

  bool stroke() {
    stroke_ = true;
    return true;
  }

  // Marks the last of these letters that has no mark.
  bool mark(std::u16string_view which, char16_t with) {
    for (std::size_t i = letters_.size(); i-- > 0;) {
      if (!in(which, letters_[i]) || marks_[i] != u' ') continue;
      marks_[i] = with;
      return true;
    }
    return false;
  }

  // uo becomes ươ as a whole.
  bool horn() {
    const std::size_t both = letters_.find(u"uo");
    if (both != kNowhere && marks_[both + 1] == u' ') {
      marks_[both] = marks_[both + 1] = kHorn;
      return true;
    }
    return mark(u"uo", kHorn);
  }

  // The first vowel that may carry the tone: not the u of qu, nor the i of gi before a vowel.
  std::size_t nucleus() const {
    const std::size_t first = letters_.find_first_of(u"aeiouy");
    if (first == kNowhere || first == 0 || first + 1 >= letters_.size() || !is_vowel(first + 1)) return first;
    const bool glide = (letters_[first - 1] == u'q' && letters_[first] == u'u') ||
                       (letters_[first - 1] == u'g' && letters_[first] == u'i');
    return glide ? first + 1 : first;
  }

  std::size_t tone_place(std::size_t first, std::size_t last) const {
    for (std::size_t i = last + 1; i-- > first;) {
      if (marks_[i] != u' ') return i;
    }
    if (last - first >= 2) return first + 1;
    return last + 1 < letters_.size() ? last : first;
  }

  std::u16string with_tone(std::size_t place) const {
    std::u16string out;
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      out += i == 0 && stroke_ ? u'đ' : letters_[i];
      if (marks_[i] != u' ') out += marks_[i];
      if (tone_ != 0 && i == place) out += tone_;
    }
    return fold(to_utf8(out), kFoldNone).text;
  }

  std::u16string letters_;
  std::u16string marks_;  // as long; a blank for none
  char16_t tone_ = 0;
  bool stroke_ = false;
};

}  // namespace

Keys telex_syllables(std::u16string_view folded) {
  if (folded.size() > kLongest) return {};
  Syllable syllable;
  for (const char16_t key : folded) {
    if (!syllable.type(key)) return {};
  }
  return syllable.is_marked() ? syllable.written() : Keys{};
}

}  // namespace pharos::text
