// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/transaction.h"

namespace pharos::desk {

/// A column with its value, as it is written or was read.
struct NamedValue {
  std::string_view name;
  SqlValue value;
};

/// SHA-256 over the columns in their order, in 64 hexadecimal digits. A database's own check misses most flipped bits
/// within a row, so rows that must not change unseen carry this in a column of their own. NULL columns are passed
/// over: a column that a later migration adds leaves the checksums of older rows right. Pure.
std::string row_checksum(const std::vector<NamedValue>& columns);

}  // namespace pharos::desk
