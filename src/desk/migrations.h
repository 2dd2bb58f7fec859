// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "desk/transaction.h"

namespace pharos::desk {

/// One step of the schema. A value type. A released step never changes: what comes later is a step of its own.
struct Migration {
  std::int64_t version = 0;
  std::string_view meaning;               ///< for people: "the first release"
  std::vector<std::string_view> changes;  ///< SQL that SQLite and PostgreSQL both speak, one statement each
};

/// All steps, oldest first, numbered from 1.
const std::vector<Migration>& migrations();

/// The version that the database has: 0 for an empty one. Throws Error{corrupt} for one of a newer Pharos than this.
std::int64_t schema_version(Transaction& transaction, bool has_version_table);

/// Takes the database from `version` to the newest. The caller's transaction makes it all or nothing.
void migrate(Transaction& transaction, std::int64_t version);

}  // namespace pharos::desk
