// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "desk/sql_connection.h"

namespace pharos::desk {

/// The embedded database in a file. For a writer the file is created where it is missing (mode 0600) and "<file>.lock"
/// is held until the object ends. Throws Error{conflict} naming the process that holds it, {unavailable}, {full};
/// {not_found} for a reader without a file.
std::unique_ptr<SqlDatabase> open_sqlite(const std::filesystem::path& file, bool read_only);

}  // namespace pharos::desk
