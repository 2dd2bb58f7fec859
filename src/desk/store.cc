// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/store.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "desk/group_commit.h"
#include "desk/migrations.h"
#include "desk/reader_pool.h"
#include "desk/store_address.h"
#include "desk/write_queue.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::desk {
namespace {

// Events that nobody waits for: some megabytes of memory at most, some seconds of a slow disk.
constexpr std::size_t kMostLater = 10000;

void bring_up(SqlConnection& connection) {
  connection.begin_migration();
  try {
    migrate(connection, schema_version(connection, connection.has_table("schema_version")));
    connection.commit();
  } catch (...) {
    connection.rollback();
    throw;
  }
}

void require_newest(SqlConnection& connection, const std::string& kind) {
  connection.begin_reading();
  const std::int64_t version = schema_version(connection, connection.has_table("schema_version"));
  connection.rollback();
  const std::int64_t newest = migrations().back().version;
  if (version == newest) return;
  throw Error(ErrorKind::kUnavailable, "the " + kind + " store has schema version " + std::to_string(version) +
                                           ", this program needs " + std::to_string(newest) +
                                           "; start pharos serve with it once, which brings it up to date");
}

}  // namespace

struct Store::Impl {
  explicit Impl(const StoreOptions& options)
      : database(open_database(options.address, options.read_only)),
        read_only(options.read_only),
        group_limit(options.group == 0 ? database->group_limit() : options.group),
        queue(kMostLater),
        readers(*database, options.readers) {
    if (read_only) {
      require_newest(*database->connect_reader(), std::string(database->kind()));
      return;
    }
    std::vector<std::unique_ptr<SqlConnection>> connections;
    for (std::size_t i = 0; i < database->writers(); ++i) {
      connections.push_back(database->connect_writer());
      if (i == 0) bring_up(*connections.front());
    }
    for (auto& connection : connections) {
      writers.emplace_back([this, mine = std::move(connection)] { work(*mine); });
    }
  }

  ~Impl() {
    queue.stop();
    for (std::thread& writer : writers) writer.join();
  }

  void work(SqlConnection& connection) {
    const auto told = [this](const GroupOutcome& outcome) { tell(outcome); };
    for (WriteJobs group = queue.take(group_limit); !group.empty(); group = queue.take(group_limit)) {
      run_group(connection, std::move(group), told);
    }
  }

  // Everything is counted before those who wait go on, so that they see it.
  void tell(const GroupOutcome& outcome) {
    if (outcome.committed) ++commits;
    if (outcome.committed || !outcome.problem.empty()) set_problem(outcome.problem);
    for (const auto& job : outcome.known) {
      ++(job->error ? failed : acknowledged);
      if (job->error && !job->awaited) ++dropped;
    }
    queue.finish(outcome.known);
  }

  void set_problem(const std::string& text) {
    const std::lock_guard lock(problem_mutex);
    problem = text;
  }

  void require_writer() const {
    if (read_only) throw Error(ErrorKind::kInternal, "a store that was opened for reading cannot be written");
  }

  std::unique_ptr<SqlDatabase> database;
  const bool read_only;
  const std::size_t group_limit;
  WriteQueue queue;
  ReaderPool readers;
  std::vector<std::thread> writers;
  std::atomic<std::uint64_t> acknowledged{0}, commits{0}, failed{0}, dropped{0};
  mutable std::mutex problem_mutex;
  std::string problem;
};

Store::Store(const StoreOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Store::~Store() = default;

void Store::write(const std::function<void(Transaction&)>& job) {
  impl_->require_writer();
  impl_->queue.run(job);
}

bool Store::write_later(std::function<void(Transaction&)> job) {
  impl_->require_writer();
  if (impl_->queue.add(std::move(job))) return true;
  ++impl_->dropped;
  return false;
}

void Store::read(const std::function<void(Transaction&)>& job) const { impl_->readers.read(job); }

void Store::flush() { impl_->queue.flush(); }

void Store::backup(const std::string& address, const std::filesystem::path& to) {
  if (std::filesystem::exists(to)) {
    throw Error(ErrorKind::kInvalidArgument, to.string() + ": is there already; a backup is a new file", "to");
  }
  const auto database = open_database(address, true);
  const std::filesystem::path part = to.string() + ".part";
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  try {
    database->backup(part);
    std::filesystem::rename(part, to);
  } catch (...) {
    std::filesystem::remove(part, ignored);
    throw;
  }
  const auto folder = to.parent_path();
  sync_folder(folder.empty() ? "." : folder);
}

StoreCounts Store::counts() const {
  return {impl_->acknowledged.load(), impl_->commits.load(), impl_->failed.load(), impl_->dropped.load()};
}

std::string Store::last_problem() const {
  const std::lock_guard lock(impl_->problem_mutex);
  return impl_->problem;
}

std::string Store::kind() const { return std::string(impl_->database->kind()); }

}  // namespace pharos::desk
