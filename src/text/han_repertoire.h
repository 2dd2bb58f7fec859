// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pharos::text {

/// Who writes the Han characters of a text, by the national character sets: what GB 2312 has and Big5 lacks only
/// simplified Chinese writes, and so on. Counts of characters.
struct HanWriters {
  int han = 0;
  int simplified_only = 0;   ///< neither traditional Chinese nor Japanese
  int traditional_only = 0;  ///< neither simplified Chinese nor Japanese
  int not_simplified = 0;
  int not_traditional = 0;
  int not_japanese = 0;
  int japanese_only = 0;
  int outdated_japanese = 0;  ///< forms that Japanese gave up, left in names: 國, 驗
};
void count_han_writers(std::u16string_view text, HanWriters& writers);

}  // namespace pharos::text
