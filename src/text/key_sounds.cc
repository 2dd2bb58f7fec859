// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_sounds.h"

#include <array>

namespace pharos::text {
namespace {

// Two sounds that the spellings do not keep apart, and what stands for both.
struct Merger {
  char16_t first;
  char16_t second;
  std::u16string_view merged;
};
constexpr Merger kMergers[] = {
    {u't', u's', u"c"},   // тс and ц are ts
    {u't', u'c', u"c"},   //
    {u't', u'q', u"q"},   // тч is tch, as is ч
    {u's', u'q', u"w"},   // сч and щ are sch
    {u's', u'w', u"w"},   // рассчитать is rasschitat
    {u'c', u'q', u"tw"},  // отсчет is otschet
    {u's', u'h', u"w"},   // сх and ш are sh
    {u'w', u'q', u"w"},   // shch
    {u'z', u'h', u"j"},   // зх and ж are zh
    {u'd', u'j', u"j"},   // дж is j
    {u'k', u'h', u"h"},   // кх and х are kh
    {u'i', u'e', u"e"},   // е is e, ye, je and ie
    {u'i', u'o', u"e"},   // ё is yo, jo and e
    {u'i', u'u', u"u"},   // ю is yu, ju and u: klyuch, kluch
    {u'w', u'o', u"we"},  // after ш, ч and ж an o may be ё: chorny
    {u'q', u'o', u"qe"},  //
    {u'j', u'o', u"je"},  //
};

const Merger* merger(char16_t first, char16_t second) {
  static const auto rows = [] {
    std::array<const Merger*, 128 * 128> table{};
    for (const Merger& row : kMergers) table[row.first * 128U + row.second] = &row;
    return table;
  }();
  return first < 128 && second < 128 ? rows[first * 128U + second] : nullptr;
}

// Collects sounds so that spellings of one word meet. Linear: a merger takes away a sound or ends in two that stay.
class Sounds {
 public:
  void add(char16_t sound) {
    while (!text_.empty()) {
      if (text_.back() == sound) return;
      const Merger* const found = merger(text_.back(), sound);
      if (found == nullptr) break;
      sound = found->merged.back();
      if (found->merged.size() == 2) {
        text_.back() = found->merged.front();
        break;
      }
      text_.pop_back();
    }
    // ция is tsiya, tsia and cija, and ца where -тся is meant.
    if (sound == u'a' && text_.size() >= 2 && text_.back() == u'i' && text_[text_.size() - 2] == u'c') text_.pop_back();
    text_ += sound;
  }

  std::u16string take() { return std::move(text_); }

 private:
  std::u16string text_;
};

// From а to я; a blank is silent, U and A are ю and я.
constexpr std::u16string_view kRussian = u"abvgdejziiklmnoprstufhcqww i eUA";
static_assert(kRussian.size() == 32);

struct Letter {
  char16_t letter;
  char16_t sound;
};
constexpr Letter kOtherCyrillic[] = {
    {u'ё', u'e'}, {u'і', u'i'}, {u'ї', u'i'}, {u'є', u'e'}, {u'ґ', u'g'}, {u'ў', u'u'}, {u'ј', u'i'}, {u'љ', u'l'},
    {u'њ', u'n'}, {u'ћ', u'q'}, {u'ђ', u'j'}, {u'џ', u'j'}, {u'ѓ', u'g'}, {u'ќ', u'k'}, {u'ѕ', u'z'}, {u'ә', u'a'},
    {u'ғ', u'g'}, {u'қ', u'k'}, {u'ң', u'n'}, {u'ө', u'o'}, {u'ұ', u'u'}, {u'ү', u'u'}, {u'һ', u'h'},
};

char16_t sound_of(char16_t letter) {
  if (letter >= u'а' && letter <= u'я') return kRussian[static_cast<std::size_t>(letter - u'а')];
  if (letter >= u'0' && letter <= u'9') return letter;
  for (const Letter& row : kOtherCyrillic) {
    if (row.letter == letter) return row.sound;
  }
  return u' ';
}

bool in(std::u16string_view set, char16_t unit) { return set.find(unit) != std::u16string_view::npos; }

bool is_bulgarian_vowel(std::u16string_view word, std::size_t at) {
  // In Russian the hard sign stands only before е, ё, ю and я.
  return word[at] == u'ъ' && at + 1 < word.size() && !in(u"еёюя", word[at + 1]);
}

// Letters that Latin typists put together, and the sounds; longest first.
struct Spelling {
  std::u16string_view letters;
  std::u16string_view sounds;
};
constexpr Spelling kSpellings[] = {
    {u"tshch", u"tw"}, {u"shch", u"w"}, {u"tsh", u"tw"}, {u"sch", u"w"}, {u"tch", u"q"}, {u"sh", u"w"}, {u"ch", u"q"},
    {u"zh", u"j"},     {u"kh", u"h"},   {u"ts", u"c"},   {u"tz", u"c"},  {u"cz", u"c"},  {u"ck", u"k"}, {u"ph", u"f"},
};

class LatinReader {
 public:
  LatinReader(std::u16string_view word, std::uint32_t reading) : word_(word), reading_(reading) {}

  std::u16string read() {
    while (at_ < word_.size()) {
      if (asked(kReadSht) && rest().starts_with(u"sht")) {
        sounds_.add(u'w');
        at_ += 3;
      } else if (const Spelling* const found = spelling(); found != nullptr) {
        for (const char16_t sound : found->sounds) sounds_.add(sound);
        at_ += found->letters.size();
      } else {
        for (const char16_t sound : letter()) sounds_.add(sound);
        ++at_;
      }
    }
    return sounds_.take();
  }

 private:
  std::u16string_view rest() const { return word_.substr(at_); }
  char16_t next() const { return at_ + 1 < word_.size() ? word_[at_ + 1] : u' '; }
  char16_t before() const { return at_ > 0 ? word_[at_ - 1] : u' '; }
  bool asked(LatinReading bit) const { return (reading_ & bit) != 0; }

  const Spelling* spelling() const {
    if (!in(u"sctzkp", word_[at_])) return nullptr;
    for (const Spelling& row : kSpellings) {
      if (rest().starts_with(row.letters)) return &row;
    }
    return nullptr;
  }

  std::u16string_view letter() const {
    constexpr std::u16string_view kVowels = u"aeiouy";
    switch (word_[at_]) {
      case u'y':
        return u"i";
      case u'j':
        return asked(kReadJAsZh) || (!in(kVowels, next()) && !in(kVowels, before())) ? u"j" : u"i";
      case u'c':
        return in(u"eiyj", next()) != asked(kReadCOther) ? u"c" : u"k";
      case u'x':
        return asked(kReadXAsKs) ? u"ks" : u"h";
      case u'w':
        return asked(kReadWAsV) ? u"v" : u"w";
      case u'h':
        return asked(kReadHAsG) ? u"g" : u"h";
      case u'z':
        return asked(kReadZAsTs) && in(u"iyj", next()) ? u"c" : u"z";
      case u'q':
        return u"k";
      case u'4':
        return beside_letters() ? u"q" : u"4";
      case u'6':
        return beside_letters() ? u"w" : u"6";
      case u'č':
        return u"q";
      case u'š':
        return u"w";
      case u'ž':
        return u"j";
      case u'ë':
      case u'è':
        return u"e";
      default:
        return in(u"abdefgiklmnoprstuv0123456789", word_[at_]) ? word_.substr(at_, 1) : std::u16string_view{};
    }
  }

  // 4elovek, but 2024.
  bool beside_letters() const { return !in(u"0123456789", before()) && next() >= u'a' && next() <= u'z'; }

  std::u16string_view word_;
  std::uint32_t reading_;
  std::size_t at_ = 0;
  Sounds sounds_;
};

}  // namespace

std::uint32_t ambiguities(std::u16string_view latin) {
  std::uint32_t bits = kReadPlain;
  for (std::size_t i = 0; i < latin.size(); ++i) {
    const char16_t before = i == 0 ? u' ' : latin[i - 1];
    const char16_t next = i + 1 < latin.size() ? latin[i + 1] : u' ';
    switch (latin[i]) {
      case u'j':
        bits |= kReadJAsZh;
        break;
      case u'c':
        if (!in(u"hkz", next)) bits |= kReadCOther;
        break;
      case u'x':
        bits |= kReadXAsKs;
        break;
      case u'w':
        bits |= kReadWAsV;
        break;
      case u'h':
        if (!in(u"sckztp", before)) bits |= kReadHAsG;
        if (before == u's' && next == u't') bits |= kReadSht;
        break;
      case u'z':
        if (in(u"iyj", next)) bits |= kReadZAsTs;
        break;
      default:
        break;
    }
  }
  return bits;
}

std::u16string sounds_of_latin(std::u16string_view latin, std::uint32_t reading) {
  return LatinReader(latin, reading).read();
}

std::u16string sounds_of_cyrillic(std::u16string_view cyrillic, char16_t hard) {
  Sounds sounds;
  for (std::size_t i = 0; i < cyrillic.size(); ++i) {
    if (is_bulgarian_vowel(cyrillic, i)) {
      sounds.add(hard);
      continue;
    }
    const char16_t sound = sound_of(cyrillic[i]);
    if (sound == u' ') continue;
    if (sound == u'U' || sound == u'A') sounds.add(u'i');
    sounds.add(sound == u'U' ? u'u' : sound == u'A' ? u'a' : sound);
  }
  return sounds.take();
}

bool has_bulgarian_vowel(std::u16string_view cyrillic) {
  for (std::size_t i = 0; i < cyrillic.size(); ++i) {
    if (is_bulgarian_vowel(cyrillic, i)) return true;
  }
  return false;
}

}  // namespace pharos::text
