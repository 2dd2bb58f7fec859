// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::tools {

/// A title or snippet as a terminal shows it: entities decoded, matches bold on a terminal and in [brackets] elsewhere.
std::string terminal_text(std::string_view html);

}  // namespace pharos::tools
