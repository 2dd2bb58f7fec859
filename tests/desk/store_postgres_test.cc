// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "desk/sql_postgres.h"
#include "desk/store_samples.h"
#include "desk/test_store.h"

namespace pharos::desk {
namespace {

bool has_postgres() { return store_kinds().size() == 2; }

std::int64_t number_in(const Store& store, const std::string& sql) {
  std::int64_t number = 0;
  store.read([&](Transaction& transaction) { number = transaction.first(sql)->integer(0); });
  return number;
}

void run_threads(int count, const std::function<void(int)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back(work, i);
  for (std::thread& thread : threads) thread.join();
}

TEST_CASE("question marks become numbered parameters, but not within quotes and comments") {
  CHECK(with_numbered_parameters("SELECT ? WHERE a = ?") == "SELECT $1 WHERE a = $2");
  CHECK(with_numbered_parameters("SELECT '?', 'it''s ?', \"?\", ?") == "SELECT '?', 'it''s ?', \"?\", $1");
  CHECK(with_numbered_parameters("SELECT 1 -- what?\n, ?") == "SELECT 1 -- what?\n, $1");
}

TEST_CASE("PostgreSQL's sums, averages and conditions are read as SQLite's") {
  if (!has_postgres()) return;
  TestStore store("postgresql");
  store->write([](Transaction& sql) {
    for (int i = 1; i <= 4; ++i) add_salt(sql, i);
    const auto row = sql.first("SELECT SUM(since), AVG(since), MAX(since) = 4, ? + 1.5 FROM reader_salts", {2.0});
    REQUIRE(row);
    CHECK(row->integer(0) == 10);
    CHECK(row->number(1) == 2.5);
    CHECK(row->flag(2));
    CHECK(row->number(3) == 3.5);
  });
}

TEST_CASE("servers that start at once make one schema") {
  if (!has_postgres()) return;
  const StoreOptions shared{PostgresServer::instance()->fresh_address()};
  run_threads(4, [&](int) { const Store store(shared); });
  CHECK(number_in(Store(shared), "SELECT COUNT(*) FROM schema_version") == 1);
}

TEST_CASE("what two servers change at once is changed by both, one after the other") {
  if (!has_postgres()) return;
  const StoreOptions shared{PostgresServer::instance()->fresh_address()};
  Store first(shared), second(shared);
  first.write([](Transaction& sql) { add_salt(sql, 1, "0"); });
  constexpr int kThreads = 6, kEach = 10;
  std::atomic<int> done = 0;
  run_threads(kThreads, [&](int t) {
    for (int i = 0; i < kEach; ++i) {
      (t % 2 == 0 ? first : second).write([](Transaction& sql) {
        const int seen = std::stoi(sql.first("SELECT salt FROM reader_salts WHERE since = 1")->text(0));
        sql.execute("UPDATE reader_salts SET salt = ? WHERE since = 1", {std::to_string(seen + 1)});
      });
      ++done;
    }
  });
  CHECK(done == kThreads * kEach);
  CHECK(number_in(first, "SELECT CAST(salt AS BIGINT) FROM reader_salts") == kThreads * kEach);
}

TEST_CASE("what two servers look for and then insert is there once, and nobody is told of a conflict") {
  if (!has_postgres()) return;
  const StoreOptions shared{PostgresServer::instance()->fresh_address()};
  Store first(shared), second(shared);
  run_threads(8, [&](int t) {
    for (int i = 0; i < 10; ++i) {
      (t % 2 == 0 ? first : second).write([i](Transaction& sql) {
        if (!sql.first("SELECT 1 FROM reader_salts WHERE since = ?", {std::int64_t{i}})) add_salt(sql, i);
      });
    }
  });
  CHECK(salts(first) == 10);
}

TEST_CASE("writes fail soon while PostgreSQL is gone, and go on when it is back") {
  if (!has_postgres()) return;
  TestStore store("postgresql");
  store->write([](Transaction& sql) { add_salt(sql, 1); });
  PostgresServer::instance()->stop();
  const auto begun = std::chrono::steady_clock::now();
  const auto writing = error_of([&] { store->write([](Transaction& sql) { add_salt(sql, 2); }); });
  const auto reading = error_of([&] { salts(*store); });
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
  const std::string problem = store->last_problem();
  PostgresServer::instance()->start();
  REQUIRE(writing);
  CHECK(writing->kind() == ErrorKind::kUnavailable);
  CHECK(problem == writing->what());
  REQUIRE(reading);
  CHECK(reading->kind() == ErrorKind::kUnavailable);
  store->write([](Transaction& sql) { add_salt(sql, 3); });
  CHECK(salts(*store) == 2);
  CHECK(store->last_problem().empty());
}

TEST_CASE("a server that was started anew between two writes is not noticed") {
  if (!has_postgres()) return;
  TestStore store("postgresql");
  store->write([](Transaction& sql) { add_salt(sql, 1); });
  CHECK(salts(*store) == 1);
  PostgresServer::instance()->stop();
  PostgresServer::instance()->start();
  store->write([](Transaction& sql) { add_salt(sql, 2); });
  CHECK(salts(*store) == 2);
  CHECK(store->counts().failed == 0);
}

TEST_CASE("acknowledged writes outlive PostgreSQL's fall while they come in") {
  if (!has_postgres()) return;
  TestStore store("postgresql");
  std::atomic<int> acknowledged = 0, refused = 0;
  std::atomic<bool> ended = false;
  std::thread writer([&] {
    for (int i = 0; !ended; ++i) {
      const auto met = error_of([&] { store->write([i](Transaction& sql) { add_salt(sql, i, "kept"); }); });
      ++(met ? refused : acknowledged);
      if (met) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  });
  while (acknowledged < 20) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  PostgresServer::instance()->stop();
  while (refused == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  PostgresServer::instance()->start();
  const int before = acknowledged;
  while (acknowledged < before + 20) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  ended = true;
  writer.join();
  const std::int64_t kept = salts(*store);
  CHECK(kept >= acknowledged);
  CHECK(kept <= acknowledged + refused);
}

TEST_CASE("nothing that was written shows in PostgreSQL's errors") {
  if (!has_postgres()) return;
  TestStore store("postgresql");
  store->write([](Transaction& sql) { sql.execute("CREATE TABLE texts (t TEXT PRIMARY KEY)"); });
  const std::string secret = "my seed phrase";
  const auto add = [&] {
    store->write([&](Transaction& sql) { sql.execute("INSERT INTO texts VALUES (?)", {secret}); });
  };
  add();
  const auto twice = error_of(add);
  const auto cast = error_of(
      [&] { store->write([&](Transaction& sql) { sql.query("SELECT CAST(CAST(? AS TEXT) AS BIGINT)", {secret}); }); });
  REQUIRE(twice);
  REQUIRE(cast);
  CHECK(twice->kind() == ErrorKind::kConflict);
  for (const auto& met : {twice, cast}) CHECK(std::string(met->what()).find("seed") == std::string::npos);
}

}  // namespace
}  // namespace pharos::desk
