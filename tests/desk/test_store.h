// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "desk/postgres_server.h"
#include "desk/transaction.h"
#include "pharos/base/files.h"
#include "pharos/desk/store.h"

namespace pharos::desk {

/// A database of its own for one test, gone with the object.
class TestStore {
 public:
  /// "sqlite" or one of store_kinds(). `before` may put something there first.
  explicit TestStore(
      const std::string& kind = "sqlite",
      const std::function<void(const StoreOptions&)>& before = [](const StoreOptions&) {})
      : kind_(kind) {
    options_.address =
        kind == "postgresql" ? PostgresServer::instance()->fresh_address() : (folder_.path() / "desk.sqlite").string();
    before(options_);
    reopen();
  }

  Store& operator*() { return *store_; }
  Store* operator->() { return store_.get(); }
  const StoreOptions& options() const { return options_; }
  const std::filesystem::path& folder() const { return folder_.path(); }
  const std::string& kind() const { return kind_; }
  void close() { store_.reset(); }
  /// As after a restart.
  void reopen() {
    store_.reset();
    store_ = std::make_unique<Store>(options_);
  }

 private:
  std::string kind_;
  TemporaryFolder folder_;
  StoreOptions options_;
  std::unique_ptr<Store> store_;
};

/// The databases that tests run against: PostgreSQL where it is installed.
inline std::vector<std::string> store_kinds() {
  if (PostgresServer::instance() != nullptr) return {"sqlite", "postgresql"};
  MESSAGE("skipped: no PostgreSQL under /usr/lib/postgresql; tools/check installs it");
  return {"sqlite"};
}

/// Runs the test's body against a fresh store of each kind.
template <class Body>
void on_each_store(Body body) {
  for (const std::string& kind : store_kinds()) {
    CAPTURE(kind);
    TestStore store(kind);
    body(store);
  }
}

}  // namespace pharos::desk
