// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "pharos/text/fold.h"
#include "pharos/text/keys.h"

namespace pharos::text {

using KeyFunction = Keys (*)(std::u16string_view);

/// A word of an index, what somebody typed for it, and why the two meet or must not.
struct MeetingRow {
  const char* word;
  const char* typed;
  const char* reason;
};

inline std::u16string folded_for_keys(std::string_view text, std::uint32_t folds) { return fold(text, folds).text; }

inline bool meet(KeyFunction of_word, KeyFunction of_typed, std::string_view word, std::string_view typed,
                 std::uint32_t folds = kFoldNone) {
  const Keys meant = of_word(folded_for_keys(word, folds));
  const Keys given = of_typed(folded_for_keys(typed, folds));
  return std::any_of(given.begin(), given.end(), [&meant](const std::u16string& key) {
    return !key.empty() && std::find(meant.begin(), meant.end(), key) != meant.end();
  });
}

/// "lv lu shuai", in their order.
inline std::string print_keys(const Keys& keys) {
  std::string out;
  for (const std::u16string& key : keys) out += (out.empty() ? "" : " ") + to_utf8(key);
  return out;
}

}  // namespace pharos::text
