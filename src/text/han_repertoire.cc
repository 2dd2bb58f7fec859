// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/han_repertoire.h"

#include <unicode/ucnv.h>
#include <unicode/uset.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "pharos/base/error.h"
#include "text/fold_tables.h"

namespace pharos::text {
namespace {

constexpr char16_t kBegin = 0x4E00;
constexpr char16_t kEnd = 0xA000;

enum Writer : std::uint8_t { kSimplified = 1, kTraditional = 2, kJapanese = 4, kOutdated = 8 };
constexpr std::uint8_t kAll = kSimplified | kTraditional | kJapanese;

struct Repertoire {
  const char* icu_name;
  Writer writer;
};

constexpr Repertoire kRepertoires[] = {
    {"ibm-1383_P110-1999", kSimplified},  // GB 2312
    {"windows-950-2000", kTraditional},   // Big5
    {"ibm-943_P15A-2003", kJapanese},     // JIS X 0208
};

// Characters that the sets of their time lack but their writers use.
constexpr std::u16string_view kLateJapanese = u"剝塡頰叱吞噓嘲噂餅麴繫蔣蠟摑搔瘦簞痩饅";
constexpr std::u16string_view kLateTraditional = u"着裏粧麽床群峰";
constexpr std::u16string_view kLateSimplified = u"镕";

struct Writers {
  std::array<std::uint8_t, kEnd - kBegin> of{};

  Writers() {
    for (const Repertoire& repertoire : kRepertoires) add(repertoire);
    for (const char16_t c : kLateJapanese) of[static_cast<std::size_t>(c - kBegin)] |= kJapanese;
    for (const char16_t c : kLateTraditional) of[static_cast<std::size_t>(c - kBegin)] |= kTraditional;
    for (const char16_t c : kLateSimplified) of[static_cast<std::size_t>(c - kBegin)] |= kSimplified;
  }

  // JIS X 0208 has the kanji of daily use in its first level, which ends in this lead byte of Shift JIS.
  static bool beyond_first_level(UConverter* converter, char16_t c) {
    UErrorCode status = U_ZERO_ERROR;
    char bytes[4] = {};
    const std::int32_t size = ucnv_fromUChars(converter, bytes, sizeof(bytes), &c, 1, &status);
    return U_SUCCESS(status) && size == 2 && static_cast<unsigned char>(bytes[0]) > 0x98;
  }

  void add(const Repertoire& repertoire) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(repertoire.icu_name, &status),
                                                                       ucnv_close);
    const std::unique_ptr<USet, void (*)(USet*)> set(uset_openEmpty(), uset_close);
    if (U_SUCCESS(status)) ucnv_getUnicodeSet(converter.get(), set.get(), UCNV_ROUNDTRIP_SET, &status);
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::kInternal, std::string("ICU has no characters of ") + repertoire.icu_name + ": " +
                                            u_errorName(status) + "; is the package libicu72 complete?");
    }
    for (char16_t c = kBegin; c < kEnd; ++c) {
      if (!uset_contains(set.get(), c)) continue;
      std::uint8_t& writers = of[static_cast<std::size_t>(c - kBegin)];
      writers |= repertoire.writer;
      if (repertoire.writer == kJapanese && beyond_first_level(converter.get(), c) &&
          (simplified(c) != c || (writers & kTraditional) == 0)) {
        writers |= kOutdated;
      }
    }
  }
};

}  // namespace

void count_han_writers(std::u16string_view text, HanWriters& writers) {
  static const auto table = std::make_unique<Writers>();
  for (const char16_t c : text) {
    if (c < kBegin || c >= kEnd) continue;
    ++writers.han;
    const std::uint8_t with_age = table->of[static_cast<std::size_t>(c - kBegin)];
    writers.outdated_japanese += (with_age & kOutdated) != 0;
    const std::uint8_t of = with_age & kAll;
    if (of == 0 || of == kAll) continue;
    writers.simplified_only += of == kSimplified;
    writers.traditional_only += of == kTraditional;
    writers.japanese_only += of == kJapanese;
    writers.not_simplified += (of & kSimplified) == 0;
    writers.not_traditional += (of & kTraditional) == 0;
    writers.not_japanese += (of & kJapanese) == 0;
  }
}

}  // namespace pharos::text
