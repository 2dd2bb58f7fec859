// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/group_commit.h"

#include <doctest/doctest.h>

#include <set>

namespace pharos::desk {
namespace {

// A database that does what the test tells it to. A job adds a number; a commit keeps all that were added.
class ScriptedConnection : public SqlConnection {
 public:
  std::vector<SqlRow> query(std::string_view, const std::vector<SqlValue>&) override { return {}; }
  std::int64_t execute(std::string_view sql, const std::vector<SqlValue>& parameters) override {
    if (sql.starts_with("SAVEPOINT")) saved_ = added_;
    if (sql.starts_with("ROLLBACK TO")) added_ = saved_;
    if (sql == "add") added_.insert(std::get<std::int64_t>(parameters.at(0)));
    return 1;
  }
  void begin_writing() override {
    ++begun;
    if (unreachable) throw Error(ErrorKind::kUnavailable, "gone");
    added_ = kept;
    open_ = true;
  }
  void begin_reading() override {}
  void begin_migration() override {}
  void commit() override {
    open_ = false;
    if (!commit_fails.empty()) {
      const ErrorKind kind = commit_fails.back();
      commit_fails.pop_back();
      throw Error(kind, "commit");
    }
    kept = added_;
  }
  void rollback() noexcept override { open_ = false; }
  bool in_transaction() const override { return open_; }
  bool has_table(std::string_view) override { return true; }

  /// As SQLite does when there is no room.
  void give_up() { open_ = false; }

  std::set<std::int64_t> kept;
  bool unreachable = false;
  std::vector<ErrorKind> commit_fails;
  int begun = 0;

 private:
  std::set<std::int64_t> added_, saved_;
  bool open_ = false;
};

std::shared_ptr<WriteJob> adding(std::int64_t number) {
  return std::make_shared<WriteJob>([number](Transaction& sql) { sql.execute("add", {number}); });
}

struct Run {
  WriteJobs told;
  int commits = 0;
  bool problem = false;
};

Run run(ScriptedConnection& connection, const WriteJobs& jobs) {
  Run result;
  run_group(connection, jobs, [&](const GroupOutcome& outcome) {
    result.told.insert(result.told.end(), outcome.known.begin(), outcome.known.end());
    result.commits += outcome.committed ? 1 : 0;
    result.problem = result.problem || !outcome.problem.empty();
  });
  CHECK(result.told.size() == jobs.size());
  return result;
}

using Numbers = std::set<std::int64_t>;

TEST_CASE("a group is one commit, without the job that failed") {
  ScriptedConnection connection;
  const auto bad = std::make_shared<WriteJob>([](Transaction& sql) {
    sql.execute("add", {std::int64_t{9}});
    throw Error(ErrorKind::kNotFound, "no such ticket");
  });
  const Run result = run(connection, {adding(1), bad, adding(2)});
  CHECK(connection.kept == Numbers{1, 2});
  CHECK(result.commits == 1);
  CHECK(bad->error);
  CHECK_FALSE(result.problem);
}

TEST_CASE("what a database that gave up has undone is done again") {
  ScriptedConnection connection;
  const auto full = std::make_shared<WriteJob>([&](Transaction& sql) {
    sql.execute("add", {std::int64_t{9}});
    connection.give_up();
    throw Error(ErrorKind::kFull, "no room");
  });
  const auto first = adding(1), last = adding(2);
  const Run result = run(connection, {first, full, last});
  CHECK(connection.kept == Numbers{1, 2});
  CHECK_FALSE(first->error);
  CHECK_FALSE(last->error);
  CHECK(full->error);
}

TEST_CASE("when a commit fails, all that were in it have failed, and are told so once") {
  ScriptedConnection connection;
  connection.commit_fails = {ErrorKind::kFull};
  const auto first = adding(1), second = adding(2);
  const Run result = run(connection, {first, second});
  CHECK(connection.kept.empty());
  CHECK(first->error);
  CHECK(second->error);
  CHECK(result.problem);
  CHECK(result.commits == 0);
}

TEST_CASE("a job that collided is run again by itself, and fails when it always does") {
  ScriptedConnection connection;
  int tries = 0, tries_of_other = 0;
  const auto colliding = std::make_shared<WriteJob>([&](Transaction& sql) {
    sql.execute("add", {std::int64_t{3}});
    if (++tries < 3) throw TryAgain(ErrorKind::kUnavailable, "another server was first", 5);
  });
  const auto hopeless = std::make_shared<WriteJob>([&](Transaction&) {
    ++tries_of_other;
    throw TryAgain(ErrorKind::kConflict, "there already", 2);
  });
  run(connection, {adding(1), colliding, hopeless, adding(2)});
  CHECK(connection.kept == Numbers{1, 2, 3});
  CHECK(tries == 3);
  CHECK(tries_of_other == 2);
  CHECK_FALSE(colliding->error);
  CHECK(hopeless->error);
}

TEST_CASE("all jobs fail at once when there is no database") {
  ScriptedConnection connection;
  connection.unreachable = true;
  const auto first = adding(1), second = adding(2);
  const Run result = run(connection, {first, second});
  CHECK(connection.begun == 1);
  CHECK(first->error);
  CHECK(second->error);
  CHECK(result.problem);
}

}  // namespace
}  // namespace pharos::desk
