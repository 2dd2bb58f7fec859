// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/segment.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <map>
#include <memory>

#include "pharos/base/error.h"

namespace pharos::text {
namespace {

using Iterators = std::map<std::string, std::unique_ptr<icu::BreakIterator>>;

icu::BreakIterator& iterator_for(Iterators& iterators, const std::string& locale, bool words) {
  std::unique_ptr<icu::BreakIterator>& slot = iterators[locale];
  if (!slot) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale icu_locale(locale.c_str());
    slot.reset(words ? icu::BreakIterator::createWordInstance(icu_locale, status)
                     : icu::BreakIterator::createCharacterInstance(icu_locale, status));
    if (U_FAILURE(status) || !slot) {
      throw Error(ErrorKind::kInternal, "ICU has no boundaries for locale '" + locale + "': " + u_errorName(status) +
                                            "; is the package libicu72 complete?");
    }
  }
  return *slot;
}

}  // namespace

std::vector<Segment> segment(std::u16string_view text, const std::string& icu_locale) {
  thread_local Iterators iterators;
  icu::BreakIterator& words = iterator_for(iterators, icu_locale, true);
  const icu::UnicodeString alias(false, text.data(), static_cast<std::int32_t>(text.size()));
  words.setText(alias);
  std::vector<Segment> segments;
  segments.reserve(text.size() / 4 + 2);
  std::int32_t begin = words.first();
  for (std::int32_t end = words.next(); end != icu::BreakIterator::DONE; begin = end, end = words.next()) {
    segments.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                        words.getRuleStatus() >= UBRK_WORD_NUMBER});
  }
  return segments;
}

std::vector<std::uint32_t> character_boundaries(std::u16string_view text) {
  thread_local Iterators iterators;
  icu::BreakIterator& characters = iterator_for(iterators, "root", false);
  const icu::UnicodeString alias(false, text.data(), static_cast<std::int32_t>(text.size()));
  characters.setText(alias);
  std::vector<std::uint32_t> boundaries;
  for (std::int32_t at = characters.first(); at != icu::BreakIterator::DONE; at = characters.next()) {
    boundaries.push_back(static_cast<std::uint32_t>(at));
  }
  return boundaries;
}

bool is_unspaced(char32_t c) {
  if (c < 0x0E00) return false;
  return c <= 0x0EFF ||                   // Thai, Lao
         (c >= 0x1000 && c <= 0x109F) ||  // Burmese
         (c >= 0x1780 && c <= 0x17FF) ||  // Khmer
         c == 0x3005 || c == 0x3007 ||    // 々 〇
         (c >= 0x3040 && c <= 0x312F) ||  // kana, bopomofo
         (c >= 0x31A0 && c <= 0x31FF) ||  // bopomofo and kana extensions
         (c >= 0x3400 && c <= 0x9FFF) ||  // Han
         (c >= 0xAC00 && c <= 0xD7A3) ||  // Hangul
         (c >= 0xF900 && c <= 0xFAFF) ||  // Han, compatibility
         (c >= 0x20000 && c <= 0x3FFFF);  // Han, supplementary
}

bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }

bool is_han_or_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FF) || c == 0x3005 || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool continues_character(char32_t c) {
  if (c < 0x300) return false;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
      return true;
    default:
      return false;
  }
}

std::string unicode_data_version() { return std::string("icu-") + U_ICU_VERSION + "-unicode-" + U_UNICODE_VERSION; }

}  // namespace pharos::text
