// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "pharos/index/snapshot.h"

namespace pharos::search {

/// Database handles of one snapshot: Xapian's belong to one thread at a time, so each search borrows one. Thread-safe.
class DatabasePool {
 public:
  explicit DatabasePool(std::shared_ptr<const index::Snapshot> snapshot) : snapshot_(std::move(snapshot)) {}

  /// Calls `use` with a handle of the language's database; not at all when it has none. What Xapian throws becomes
  /// Error{corrupt} here: a snapshot does not change, so nothing else can fail.
  bool with(const Language& language, const std::function<void(Xapian::Database&)>& use);

 private:
  std::unique_ptr<Xapian::Database> borrow(const Language& language);
  void give_back(const Language& language, std::unique_ptr<Xapian::Database> database);

  std::shared_ptr<const index::Snapshot> snapshot_;
  std::mutex mutex_;
  std::map<Language, std::vector<std::unique_ptr<Xapian::Database>>> idle_;
};

}  // namespace pharos::search
