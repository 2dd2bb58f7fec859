// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <random>
#include <thread>

#include "desk/store_samples.h"
#include "desk/test_store.h"

namespace pharos::desk {
namespace {

TEST_CASE("a backup that is made while writing goes on has all that was acknowledged before") {
  TestStore store;
  std::atomic<std::int64_t> acknowledged = 0;
  std::atomic<bool> ended = false;
  std::thread writer([&] {
    for (std::int64_t i = 0; !ended; ++i) {
      store->write([i](Transaction& sql) { add_salt(sql, i, std::string(3000, 'x')); });
      ++acknowledged;
    }
  });
  while (acknowledged < 50) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const std::int64_t before = acknowledged;
  const auto copy = store.folder() / "copy.sqlite";
  Store::backup(store.options().address, copy);
  ended = true;
  writer.join();

  struct stat info {};
  REQUIRE(stat(copy.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  CHECK_FALSE(std::filesystem::exists(copy.string() + ".part"));
  CHECK_FALSE(std::filesystem::exists(copy.string() + "-wal"));
  Store restored({copy.string()});
  CHECK(salts(restored) >= before);
  CHECK(salts(restored) <= acknowledged);
  restored.read([](Transaction& sql) { CHECK(sql.first("PRAGMA integrity_check")->text(0) == "ok"); });
  restored.write([](Transaction& sql) { add_salt(sql, -1); });
}

TEST_CASE("a store of a schema that this program does not know is backed up too") {
  TestStore store;
  store->write([](Transaction& sql) { sql.execute("INSERT INTO schema_version VALUES (999, 'later', 0)"); });
  store.close();
  CHECK(error_of([&] { store.reopen(); })->kind() == ErrorKind::kCorrupt);
  Store::backup(store.options().address, store.folder() / "copy");
  CHECK(std::filesystem::exists(store.folder() / "copy"));
}

TEST_CASE("a damaged store gives no backup") {
  TestStore store;
  store->write([](Transaction& sql) {
    for (int i = 0; i < 2000; ++i) add_salt(sql, i);
  });
  store.close();
  std::string bytes = read_file(store.options().address);
  std::fill(bytes.end() - 8192, bytes.end(), 'x');
  write_file_synced(store.options().address, bytes);
  const auto copy = store.folder() / "copy";
  CHECK(error_of([&] { Store::backup(store.options().address, copy); })->kind() == ErrorKind::kCorrupt);
  CHECK_FALSE(std::filesystem::exists(copy));
}

TEST_CASE("a backup never writes over a file, and leaves none when there is no place for it") {
  TestStore store;
  const auto there = store.folder() / "there";
  write_file_synced(there, "somebody's");
  CHECK(error_of([&] { Store::backup(store.options().address, there); })->kind() == ErrorKind::kInvalidArgument);
  CHECK(read_file(there) == "somebody's");
  const auto nowhere = there / "below";
  CHECK(error_of([&] { Store::backup(store.options().address, nowhere); })->kind() == ErrorKind::kUnavailable);
}

TEST_CASE("a PostgreSQL store is left to PostgreSQL's own backup") {
  if (store_kinds().size() < 2) return;
  TestStore store("postgresql");
  CHECK(error_of([&] { Store::backup(store.options().address, store.folder() / "copy"); })->kind() ==
        ErrorKind::kInvalidArgument);
}

// Writes until it is killed, and tells the number of each write that has returned.
[[noreturn]] void write_for_ever(const StoreOptions& options, int tell, std::int64_t from) {
  Store store(options);
  std::vector<std::thread> threads;
  for (std::int64_t t = 0; t < 4; ++t) {
    threads.emplace_back([&store, tell, from, t] {
      for (std::int64_t i = from + t;; i += 4) {
        store.write([i](Transaction& sql) { add_salt(sql, i); });
        if (::write(tell, &i, sizeof i) != sizeof i) ::_exit(1);
      }
    });
  }
  for (;;) ::pause();
}

TEST_CASE("what was acknowledged outlives a kill at any moment, and the store opens at once") {
  on_each_store([](TestStore& store) {
    store.close();
    std::mt19937 random(20261122);
    std::vector<std::int64_t> acknowledged;
    for (int round = 0; round < 5; ++round) {
      int ends[2];
      REQUIRE(::pipe(ends) == 0);
      const pid_t child = ::fork();
      if (child == 0) write_for_ever(store.options(), ends[1], round * 1000000);
      ::close(ends[1]);
      std::int64_t number = 0;
      const auto told = [&] { return ::read(ends[0], &number, sizeof number) == sizeof number; };
      for (int i = std::uniform_int_distribution(1, 60)(random); i > 0 && told(); --i) acknowledged.push_back(number);
      std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution(0, 3000)(random)));
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      while (told()) acknowledged.push_back(number);
      ::close(ends[0]);

      const auto begun = std::chrono::steady_clock::now();
      store.reopen();
      CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(1));
      std::size_t kept = 0;
      store->read([&](Transaction& sql) {
        for (const std::int64_t one : acknowledged) {
          kept += sql.query("SELECT 1 FROM reader_salts WHERE since = ?", {one}).size();
        }
      });
      CHECK(kept == acknowledged.size());
      store.close();
    }
    CHECK(acknowledged.size() > 5);
  });
}

}  // namespace
}  // namespace pharos::desk
