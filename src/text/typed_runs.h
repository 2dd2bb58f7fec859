// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::text {

/// Letters of one script that stand together in a query.
struct TypedRun {
  std::u16string text;      ///< folded as all languages fold
  std::string_view script;  ///< ISO 15924, "" for digits alone
  std::uint32_t begin = 0;  ///< bytes in the query
  std::uint32_t end = 0;
  std::uint32_t letters = 0;
  bool silent = false;  ///< a code, ticker, address or brand: says nothing about the language
  bool name = false;    ///< begins with a capital within a sentence: may be a name from anywhere
};

/// The runs of letters and digits. A word of look-alike letters (Latin with a Cyrillic а) is one run of the script that
/// most of it has.
std::vector<TypedRun> typed_runs(std::string_view utf8);

}  // namespace pharos::text
