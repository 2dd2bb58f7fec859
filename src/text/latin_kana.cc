// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/kana.h"

namespace pharos::text {
namespace {

// A consonant and the kana of its a, i, u, e, o, divided by |; nothing where it has none.
struct Row {
  std::u16string_view consonant;
  std::u16string_view kana;
};
constexpr Row kRows[] = {
    {u"", u"あ|い|う|え|お"},
    {u"k", u"か|き|く|け|こ"},
    {u"c", u"か||く||こ"},
    {u"s", u"さ|し|す|せ|そ"},
    {u"t", u"た|ち|つ|て|と"},
    {u"n", u"な|に|ぬ|ね|の"},
    {u"h", u"は|ひ|ふ|へ|ほ"},
    {u"m", u"ま|み|む|め|も"},
    {u"y", u"や||ゆ|いぇ|よ"},
    {u"r", u"ら|り|る|れ|ろ"},
    {u"l", u"ら|り|る|れ|ろ"},
    {u"w", u"わ|うぃ|う|うぇ|を"},
    {u"g", u"が|ぎ|ぐ|げ|ご"},
    {u"z", u"ざ|じ|ず|ぜ|ぞ"},
    {u"d", u"だ|ぢ|づ|で|ど"},
    {u"b", u"ば|び|ぶ|べ|ぼ"},
    {u"p", u"ぱ|ぴ|ぷ|ぺ|ぽ"},
    {u"f", u"ふぁ|ふぃ|ふ|ふぇ|ふぉ"},
    {u"j", u"じゃ|じ|じゅ|じぇ|じょ"},
    {u"v", u"ゔぁ|ゔぃ|ゔ|ゔぇ|ゔぉ"},
    {u"q", u"くぁ|くぃ|く|くぇ|くぉ"},
    {u"sh", u"しゃ|し|しゅ|しぇ|しょ"},
    {u"ch", u"ちゃ|ち|ちゅ|ちぇ|ちょ"},
    {u"ts", u"つぁ|つぃ|つ|つぇ|つぉ"},
    {u"th", u"てゃ|てぃ|てゅ|てぇ|てょ"},
    {u"dh", u"でゃ|でぃ|でゅ|でぇ|でょ"},
    {u"dz", u"ざ|じ|づ|ぜ|ぞ"},
    {u"ky", u"きゃ||きゅ|きぇ|きょ"},
    {u"sy", u"しゃ||しゅ|しぇ|しょ"},
    {u"ty", u"ちゃ||ちゅ|ちぇ|ちょ"},
    {u"cy", u"ちゃ||ちゅ|ちぇ|ちょ"},
    {u"ny", u"にゃ||にゅ|にぇ|にょ"},
    {u"hy", u"ひゃ||ひゅ|ひぇ|ひょ"},
    {u"my", u"みゃ||みゅ|みぇ|みょ"},
    {u"ry", u"りゃ||りゅ|りぇ|りょ"},
    {u"gy", u"ぎゃ||ぎゅ|ぎぇ|ぎょ"},
    {u"zy", u"じゃ||じゅ|じぇ|じょ"},
    {u"jy", u"じゃ||じゅ|じぇ|じょ"},
    {u"dy", u"ぢゃ||ぢゅ|ぢぇ|ぢょ"},
    {u"by", u"びゃ||びゅ|びぇ|びょ"},
    {u"py", u"ぴゃ||ぴゅ|ぴぇ|ぴょ"},
    {u"fy", u"ふゃ||ふゅ||ふょ"},
    {u"vy", u"ゔゃ||ゔゅ||ゔょ"},
    {u"kw", u"くぁ|くぃ||くぇ|くぉ"},
    {u"gw", u"ぐぁ|ぐぃ||ぐぇ|ぐぉ"},
    {u"tw", u"||とぅ||"},
    {u"dw", u"||どぅ||"},
    {u"x", u"ぁ|ぃ|ぅ|ぇ|ぉ"},
    {u"xy", u"ゃ||ゅ||ょ"},
    {u"ly", u"ゃ||ゅ||ょ"},
    {u"xt", u"||っ||"},
    {u"lt", u"||っ||"},
    {u"xts", u"||っ||"},
    {u"lts", u"||っ||"},
};
constexpr std::u16string_view kVowels = u"aiueo";
constexpr std::size_t kLongestSpelling = 4;
constexpr std::size_t kMostLetters = 64;  // longer input is no word

struct Marked {
  std::u16string_view letters;
  char16_t plain;
  std::u16string_view length;  // what the mark stands for, likeliest first
};
constexpr Marked kMarked[] = {
    {u"āâ", u'a', u"あ"}, {u"īî", u'i', u"い"}, {u"ūû", u'u', u"う"}, {u"ēê", u'e', u"えい"}, {u"ōô", u'o', u"うお"}};

const std::unordered_map<std::u16string, std::u16string>& spellings() {
  static const auto table = [] {
    std::unordered_map<std::u16string, std::u16string> out;
    for (const Row& row : kRows) {
      std::u16string_view kana = row.kana;
      for (const char16_t vowel : kVowels) {
        const std::u16string_view one = kana.substr(0, kana.find(u'|'));
        kana.remove_prefix(std::min(kana.size(), one.size() + 1));
        if (!one.empty()) out.emplace(std::u16string(row.consonant) + vowel, one);
      }
    }
    return out;
  }();
  return table;
}

bool is_vowel(char16_t letter) { return kVowels.find(letter) != std::u16string_view::npos; }
bool is_letter(char16_t letter) { return letter >= u'a' && letter <= u'z'; }

const Marked* marked(char16_t letter) {
  for (const Marked& row : kMarked) {
    if (row.letters.find(letter) != std::u16string_view::npos) return &row;
  }
  return nullptr;
}

// Reads Latin letters from the left. A doubtful place gives several texts.
class Reader {
 public:
  explicit Reader(std::u16string_view latin) {
    for (const char16_t letter : latin) {
      const Marked* const row = marked(letter);
      letters_ += row == nullptr ? letter : row->plain;
      marks_.push_back(row);
    }
    marks_.push_back(nullptr);
  }

  Keys run() {
    for (std::size_t at = 0; at < letters_.size();) {
      const std::size_t taken = step(at);
      if (taken == 0) return {};
      at += taken;
    }
    return out_;
  }

 private:
  char16_t at(std::size_t place) const { return place < letters_.size() ? letters_[place] : u' '; }

  std::size_t step(std::size_t place) {
    const char16_t letter = at(place);
    const char16_t next = at(place + 1);
    if (letter == u'-') {
      add(place > 0 && is_vowel(at(place - 1)) ? u"ー" : u"");
      return 1;
    }
    if (letter == u'\'') return 1;
    if (letter == u'n' && !is_vowel(next) && next != u'y') return moraic_n(place);
    if (letter == u'm' && (next == u'b' || next == u'p' || next == u'm')) {  // shimbun
      add(u"ん");
      return 1;
    }
    const bool doubled = letter == next && is_letter(letter) && !is_vowel(letter);
    if (doubled || (letter == u't' && next == u'c') || (letter == u'c' && next == u'k')) {
      add(u"っ");
      return 1;
    }
    for (std::size_t size = std::min(kLongestSpelling, letters_.size() - place); size > 0; --size) {
      const auto found = spellings().find(letters_.substr(place, size));
      if (found == spellings().end()) continue;
      add(found->second);
      if (const Marked* const row = marks_[place + size - 1]; row != nullptr) add_one_of(row->length);
      return size;
    }
    return 0;
  }

  // n, n', nn. Between vowels nn is んな to who writes Hepburn's and んあ to an input method.
  std::size_t moraic_n(std::size_t place) {
    add(u"ん");
    if (at(place + 1) != u'n') return 1;
    if (is_vowel(at(place + 2)) || at(place + 2) == u'y') {
      if (!twice_) doubt(place);
      return 1;
    }
    return 2;
  }

  // The input method's way: read the rest anew as if the second n were not there.
  void doubt(std::size_t place) {
    Reader other(letters_.substr(place + 2));
    other.twice_ = true;
    for (const std::u16string& rest : other.run()) {
      for (const std::u16string& before : out_) later_.push_back(before + rest);
    }
  }

  void add(std::u16string_view kana) {
    for (std::u16string& text : out_) text += kana;
  }

  void add_one_of(std::u16string_view lengths) {
    Keys all;
    for (const char16_t length : lengths) {
      for (const std::u16string& text : out_) {
        if (all.size() < kMostKeys) all.push_back(text + length);
      }
    }
    out_ = std::move(all);
  }

  std::u16string letters_;
  std::vector<const Marked*> marks_;
  Keys out_{{}};
  Keys later_;
  bool twice_ = false;

  friend Keys pharos::text::kana_of_latin(std::u16string_view latin);
};

}  // namespace

Keys kana_of_latin(std::u16string_view latin) {
  if (latin.empty() || latin.size() > kMostLetters) return {};
  Reader reader(latin);
  Keys found = reader.run();
  if (found.empty()) return {};
  found.insert(found.end(), reader.later_.begin(), reader.later_.end());
  Keys keys;
  for (const std::u16string& text : found) {
    std::u16string key = sounded(text);
    if (keys.size() < kMostKeys && std::find(keys.begin(), keys.end(), key) == keys.end())
      keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace pharos::text
