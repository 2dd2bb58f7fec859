// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::tools {

/// What a stranger wrote, harmless on a terminal: one line, no control characters, nothing that turns the direction of
/// what follows. Longer than `most` characters it is cut and ends with "...".
std::string screen_line(std::string_view text, std::size_t most = 100);

/// Columns side by side; East Asian characters count as two. The last column is not padded.
std::string screen_table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);

}  // namespace pharos::tools
