// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/page_diagnostics.h"

#include <algorithm>

namespace pharos::content {

Diagnostics PageDiagnostics::take() {
  std::stable_sort(list_.begin(), list_.end(),
                   [](const Diagnostic& left, const Diagnostic& right) { return left.line < right.line; });
  return std::move(list_);
}

}  // namespace pharos::content
