// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "content/data_node.h"

namespace pharos::content {

/// What could be read line by line, and where it could not.
struct LineFields {
  DataNode data;  ///< a map
  std::vector<int> strange_lines;
};

/// Reads lines of `key = value` (TOML) or `key: value` (what is left of broken YAML): texts in quotes or without,
/// numbers, flags, dates, and lists of these on one line. `[table]` lines prefix the keys below them. Other lines are
/// reported, never guessed at.
LineFields read_line_fields(std::string_view text, int first_line, char separator);

}  // namespace pharos::content
