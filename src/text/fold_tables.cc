// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold_tables.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>

#include "pharos/base/error.h"

namespace pharos::text {
namespace {

constexpr std::size_t kBasicPlane = 0x10000;

struct SimpleFolds {
  std::array<char16_t, kBasicPlane> folded;
  std::bitset<kBasicPlane> begins;

  SimpleFolds() {
    const icu::Normalizer2& normalizer = casefold_normalizer();
    for (std::size_t c = 0; c < kBasicPlane; ++c) {
      const auto point = static_cast<UChar32>(c);
      begins[c] = normalizer.hasBoundaryBefore(point) != 0;
      folded[c] = kNotSimple;
      if (U_IS_SURROGATE(point)) continue;
      UErrorCode status = U_ZERO_ERROR;
      const icu::UnicodeString text = normalizer.normalize(icu::UnicodeString(point), status);
      if (text.length() == 1 && text[0] < kDropped) folded[c] = text[0];
      if (text.isEmpty()) folded[c] = kDropped;
      if (u_charType(point) == U_DECIMAL_DIGIT_NUMBER) {  // ٤٢٩ and ๔๒๙ are the number 429
        folded[c] = static_cast<char16_t>(u'0' + u_charDigitValue(point));
      }
    }
    // Thai and Lao AM are letters that NFKC takes apart; the dictionaries of segmentation know them whole.
    for (const std::size_t am : {0x0E33, 0x0EB3}) folded[am] = static_cast<char16_t>(am);
  }
};

const SimpleFolds& simple_folds() {
  static const auto folds = std::make_unique<SimpleFolds>();
  return *folds;
}

constexpr char16_t kHanBegin = 0x3400;
constexpr char16_t kHanEnd = 0xFB00;

// Variants that ICU leaves alone, each before the character that others write. 帳 is both 帐 and 账: readers of an
// exchange write 账户 and 帐户 for one thing, and mean no tent. 妳 and 牠 are Taiwan's, 滙 and 麪 Hong Kong's.
constexpr std::u16string_view kVariants =
    u"帐账滙汇衞卫麪面擡抬仝同卽即旣既槪概淸清鎻锁塲场効效傚效囘回囬回鬪斗値值査查敎教吿告鉆钻讬托峯峰"
    u"糉粽黏粘啣衔妳你牠它揹背暸了枴拐煖暖牴抵矇蒙祇只祐佑菴庵迺乃痲麻偸偷刼劫嵗岁敍叙枱台聨联舘馆靣面"
    u"騐验収收歩步隠隐嶽岳彊强鑪炉栢柏躭耽晳晰幷并悤匆朶朵宂冗抝拗";

struct HanFolds {
  std::array<char16_t, kHanEnd - kHanBegin> simplified;

  HanFolds() {
    icu::UnicodeString all;
    for (char16_t c = kHanBegin; c < kHanEnd; ++c) {
      simplified[static_cast<std::size_t>(c - kHanBegin)] = c;
      if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) all.append(c).append(u'\n');
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::kInternal, std::string("ICU cannot simplify Chinese: ") + u_errorName(status));
    }
    icu::UnicodeString changed = all;
    transliterator->transliterate(changed);
    if (changed.length() != all.length()) {
      throw Error(ErrorKind::kInternal, "ICU simplifies Chinese characters to several at once");
    }
    for (std::int32_t i = 0; i < all.length(); i += 2) {
      simplified[static_cast<std::size_t>(all[i] - kHanBegin)] = changed[i];
    }
    for (std::size_t i = 0; i + 1 < kVariants.size(); i += 2) {
      std::replace(simplified.begin(), simplified.end(), kVariants[i], kVariants[i + 1]);
    }
  }
};

struct PlainLetter {
  char32_t letter;
  std::u16string_view plain;
};

constexpr PlainLetter kPlainLetters[] = {
    {U'ة', u"ه"}, {U'ى', u"ي"},  {U'đ', u"d"}, {U'ı', u"i"}, {U'ł', u"l"},  {U'ø', u"o"}, {U'æ', u"ae"}, {U'œ', u"oe"},
    {U'ð', u"d"}, {U'þ', u"th"}, {U'ħ', u"h"}, {U'ŧ', u"t"}, {U'ß', u"ss"}, {U'ŋ', u"n"}, {U'ĸ', u"k"},  {U'ə', u"e"},
};

}  // namespace

const icu::Normalizer2& casefold_normalizer() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::kInternal, std::string("ICU has no NFKC_Casefold: ") + u_errorName(status));
    }
    return found;
  }();
  return *instance;
}

char16_t simple_fold(char32_t point) {
  if (point < 0x80) {
    if (point >= U'A' && point <= U'Z') return static_cast<char16_t>(point + 32);
    return static_cast<char16_t>(point);
  }
  return point < kBasicPlane ? simple_folds().folded[point] : kNotSimple;
}

bool begins_character(char32_t point) {
  if (point < 0x300) return true;
  return point < kBasicPlane ? simple_folds().begins[point]
                             : casefold_normalizer().hasBoundaryBefore(static_cast<UChar32>(point)) != 0;
}

char16_t simplified(char16_t unit) {
  if (unit < kHanBegin || unit >= kHanEnd) return unit;
  static const auto folds = std::make_unique<HanFolds>();
  return folds->simplified[static_cast<std::size_t>(unit - kHanBegin)];
}

char16_t fold_arabic(char16_t unit) {
  if (unit < 0x0610 || unit > 0x06FF) return unit;
  if (unit == 0x0640 || (unit >= 0x064B && unit <= 0x065F) || unit == 0x0670 || (unit >= 0x0610 && unit <= 0x061A) ||
      (unit >= 0x06D6 && unit <= 0x06DC) || (unit >= 0x06DF && unit <= 0x06E8 && unit != 0x06E5 && unit != 0x06E6) ||
      (unit >= 0x06EA && unit <= 0x06ED)) {
    return kDropped;
  }
  if (unit >= 0x0660 && unit <= 0x0669) return static_cast<char16_t>(u'0' + (unit - 0x0660));  // digits as others
  if (unit >= 0x06F0 && unit <= 0x06F9) return static_cast<char16_t>(u'0' + (unit - 0x06F0));
  switch (unit) {
    case u'ٱ':
      return u'ا';
    case u'ی':
      return u'ي';
    case u'ک':
      return u'ك';
    default:
      return unit;
  }
}

std::u16string_view plain_letters(char32_t point) {
  for (const PlainLetter& row : kPlainLetters) {
    if (row.letter == point) return row.plain;
  }
  return {};
}

}  // namespace pharos::text
