// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "desk/sql_connection.h"

namespace pharos::desk {

/// Connections that only read, made when they are first needed, at most so many. Thread-safe.
class ReaderPool {
 public:
  ReaderPool(SqlDatabase& database, std::size_t most) : database_(database), left_(most == 0 ? 1 : most) {}

  /// Runs the job in a transaction of its own, after waiting for a connection.
  void read(const std::function<void(Transaction&)>& job);

 private:
  std::unique_ptr<SqlConnection> take();
  void give_back(std::unique_ptr<SqlConnection> connection);

  SqlDatabase& database_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t left_;  ///< connections that may still be made
  std::vector<std::unique_ptr<SqlConnection>> idle_;
};

}  // namespace pharos::desk
