// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reader_pool.h"

#include <utility>

namespace pharos::desk {

std::unique_ptr<SqlConnection> ReaderPool::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [&] { return !idle_.empty() || left_ > 0; });
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
  }
  --left_;
  lock.unlock();
  try {
    return database_.connect_reader();
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void ReaderPool::give_back(std::unique_ptr<SqlConnection> connection) {
  const std::lock_guard lock(mutex_);
  if (connection) {
    idle_.push_back(std::move(connection));
  } else {
    ++left_;
  }
  returned_.notify_one();
}

void ReaderPool::read(const std::function<void(Transaction&)>& job) {
  auto connection = take();
  try {
    connection->begin_reading();
    job(*connection);
  } catch (...) {
    connection->rollback();
    give_back(std::move(connection));
    throw;
  }
  connection->rollback();
  give_back(std::move(connection));
}

}  // namespace pharos::desk
