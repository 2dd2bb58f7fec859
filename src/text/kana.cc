// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/kana.h"

#include <array>

namespace pharos::text {
namespace {

// Each kana of this string has the vowel at the same place of the next: what ー after it lengthens.
constexpr std::u16string_view kByVowel[] = {
    u"あぁかがさざただなはばぱまやゃらわゎ", u"いぃきぎしじちにひびぴみりゐ",       u"うぅくぐすずつぬふぶぷむゆゅる",
    u"えぇけげせぜてでねへべぺめれゑ",       u"おぉこごそぞとどのほぼぽもよょろを",
};
constexpr std::u16string_view kVowels = u"あいうえお";
constexpr std::u16string_view kAfterN = u"なにぬねの";
constexpr std::size_t kNoVowel = 5;

std::size_t vowel_of(char16_t hiragana) {
  for (std::size_t i = 0; i < kNoVowel; ++i) {
    if (kByVowel[i].find(hiragana) != std::u16string_view::npos) return i;
  }
  return kNoVowel;
}

struct Alike {
  std::u16string_view written;
  std::u16string_view sounded;
};
constexpr Alike kAlike[] = {
    {u"ゔぁ", u"ば"}, {u"ゔぃ", u"び"}, {u"ゔぇ", u"べ"}, {u"ゔぉ", u"ぼ"}, {u"ゔ", u"ぶ"},
    {u"ぢ", u"じ"},   {u"づ", u"ず"},   {u"を", u"お"},   {u"ゐ", u"い"},   {u"ゑ", u"え"},
};

// Whether the vowel after a kana of row `before` only lengthens it.
bool lengthens(std::size_t before, char16_t vowel) {
  if (before == kNoVowel) return false;
  return kVowels[before] == vowel || (before == 4 && vowel == u'う');
}

}  // namespace

bool is_kana(char16_t unit) {
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30A1 && unit <= 0x30F6) || unit == kLongMark;
}

std::u16string as_hiragana(std::u16string_view text) {
  std::u16string out(text);
  for (char16_t& unit : out) {
    if (unit >= 0x30A1 && unit <= 0x30F6) unit = static_cast<char16_t>(unit - 0x60);
  }
  return out;
}

std::u16string sounded(std::u16string_view kana) {
  const std::u16string hiragana = as_hiragana(kana);
  std::u16string out;
  for (std::size_t at = 0; at < hiragana.size();) {
    const std::u16string_view rest = std::u16string_view(hiragana).substr(at);
    const Alike* found = nullptr;
    for (const Alike& row : kAlike) {
      if (found == nullptr && rest.starts_with(row.written)) found = &row;
    }
    if (found != nullptr) {
      out += found->sounded;
      at += found->written.size();
      continue;
    }
    const std::size_t vowel = out.empty() || rest[0] != kLongMark ? kNoVowel : vowel_of(out.back());
    if (vowel != kNoVowel) {
      out += kVowels[vowel];
    } else if (rest[0] != kLongMark) {
      out += rest[0];
    }
    ++at;
  }
  return out;
}

std::u16string loosely_sounded(std::u16string_view kana) {
  std::u16string out;
  for (const char16_t unit : kana) {
    const char16_t before = out.empty() ? u' ' : out.back();
    const std::size_t after_n = before == u'ん' ? kVowels.find(unit) : std::u16string_view::npos;
    if (after_n != std::u16string_view::npos) {
      out.back() = kAfterN[after_n];  // hanei for han'ei
    } else if (unit == u'ぃ' && (before == u'て' || before == u'で')) {
      out.back() = before == u'て' ? u'ち' : u'じ';
    } else if (!lengthens(vowel_of(before), unit)) {
      out += unit;
    }
  }
  return out;
}

}  // namespace pharos::text
