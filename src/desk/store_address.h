// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "desk/sql_connection.h"

namespace pharos::desk {

/// Opens what the address names: "postgresql://..." or "postgres://...", "sqlite:FILE", or a file. Throws
/// Error{invalid_argument} with parameter "--store" for another scheme, and as the databases do.
std::unique_ptr<SqlDatabase> open_database(const std::string& address, bool read_only);

}  // namespace pharos::desk
