// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/store_address.h"

#include "desk/sql_postgres.h"
#include "desk/sql_sqlite.h"

namespace pharos::desk {

std::unique_ptr<SqlDatabase> open_database(const std::string& address, bool read_only) {
  if (address.starts_with("postgresql://") || address.starts_with("postgres://")) return open_postgres(address);
  if (address.starts_with("sqlite:")) return open_sqlite(address.substr(7), read_only);
  const auto scheme = address.find("://");
  if (address.empty() || scheme != std::string::npos) {
    throw Error(ErrorKind::kInvalidArgument,
                address.empty() ? "the store's address is empty"
                                : "\"" + address.substr(0, scheme) +
                                      "://\" is no store that Pharos knows; give a file, "
                                      "sqlite:FILE or postgresql://user@host/database",
                "--store");
  }
  return open_sqlite(address, read_only);
}

}  // namespace pharos::desk
