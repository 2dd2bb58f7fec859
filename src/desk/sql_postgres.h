// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "desk/sql_connection.h"

namespace pharos::desk {

/// A PostgreSQL database, which several servers may share. Several connections write; each transaction sees one moment
/// (REPEATABLE READ), so that of two that change the same row the later one is run again rather than writing over the
/// other. Nothing is connected yet. Throws Error{invalid_argument} for an address that cannot be read; no message shows
/// the address or its password.
std::unique_ptr<SqlDatabase> open_postgres(const std::string& address);

/// `?` outside of quotes and comments becomes $1, $2 and so on. Pure.
std::string with_numbered_parameters(std::string_view sql);

}  // namespace pharos::desk
