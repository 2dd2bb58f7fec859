// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace pharos::text {

/// Words that help centers of exchanges and wallets use and that ICU's dictionaries cut to pieces (each was seen cut).
struct DomainWordList {
  std::string_view primary;  ///< the language's primary subtag
  std::string_view words;    ///< divided by single spaces; Chinese in simplified characters, as texts are folded
};

const std::vector<DomainWordList>& domain_word_lists();

}  // namespace pharos::text
