// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace pharos::text {

/// Two words of Chinese for one thing, by region. Folded text (kFoldHanSimplified), so 登入 stands for itself and 錢包
/// as 钱包.
struct RegionalWord {
  std::u16string_view one;
  std::u16string_view other;
};

/// The table, for finding what another region calls by the other name. Either side may have been typed.
const std::vector<RegionalWord>& regional_words();

}  // namespace pharos::text
