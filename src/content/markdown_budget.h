// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "pharos/content/markdown.h"

namespace pharos::content {

/// Whether the markdown parser will stay within the page's budgets. The parser cannot be interrupted, and a few shapes
/// of text cost it quadratic time or memory: their cost is estimated from counts, in linear time, on the safe side.
/// Pure and thread-safe.
bool affordable(std::string_view markdown, const MarkdownOptions& options);

}  // namespace pharos::content
