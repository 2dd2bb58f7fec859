// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "desk/transaction.h"
#include "pharos/base/error.h"
#include "pharos/desk/store.h"

namespace pharos::desk {

/// The smallest row there is to write.
inline void add_salt(Transaction& sql, std::int64_t since, const std::string& salt = "s") {
  sql.execute("INSERT INTO reader_salts (since, salt) VALUES (?, ?)", {since, salt});
}

inline std::int64_t salts(const Store& store) {
  std::int64_t count = 0;
  store.read([&](Transaction& sql) { count = sql.first("SELECT COUNT(*) FROM reader_salts")->integer(0); });
  return count;
}

/// What the work failed of, or nothing.
inline std::optional<Error> error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

}  // namespace pharos::desk
