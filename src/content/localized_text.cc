// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/localized_text.h"

namespace pharos::content {

const std::string& LocalizedText::in(const std::vector<Language>& chain) const {
  for (const Language& language : chain) {
    const auto found = texts_.find(language);
    if (found != texts_.end()) return found->second;
  }
  if (!for_all_.empty() || texts_.empty()) return for_all_;
  return texts_.begin()->second;
}

}  // namespace pharos::content
