// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::tools {

/// What a stranger wrote, as a terminal may show it: no control characters, which could rewrite the screen, and no
/// marks that reorder what stands around them. Line breaks stay when `lines` is set.
std::string harmless_text(std::string_view utf8, bool lines = false);

}  // namespace pharos::tools
