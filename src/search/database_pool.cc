// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/database_pool.h"

#include "pharos/base/error.h"

namespace pharos::search {

bool DatabasePool::with(const Language& language, const std::function<void(Xapian::Database&)>& use) {
  try {
    std::unique_ptr<Xapian::Database> database = borrow(language);
    if (!database) return false;
    use(*database);
    give_back(language, std::move(database));
    return true;
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::kCorrupt, snapshot_->name() + ", language " + language.tag() +
                                         ": the index cannot be searched: " + error.get_description() +
                                         "; rebuild it with: pharos build CONTENT --index DIR");
  }
}

std::unique_ptr<Xapian::Database> DatabasePool::borrow(const Language& language) {
  {
    const std::lock_guard lock(mutex_);
    auto& idle = idle_[language];
    if (!idle.empty()) {
      std::unique_ptr<Xapian::Database> database = std::move(idle.back());
      idle.pop_back();
      return database;
    }
  }
  const auto path = snapshot_->database(language);
  if (!path) return nullptr;
  return std::make_unique<Xapian::Database>(path->string());
}

void DatabasePool::give_back(const Language& language, std::unique_ptr<Xapian::Database> database) {
  const std::lock_guard lock(mutex_);
  idle_[language].push_back(std::move(database));
}

}  // namespace pharos::search
