// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <functional>
#include <thread>

#include "desk/store_samples.h"
#include "desk/test_store.h"

namespace pharos::desk {
namespace {

// No file of this process may grow beyond so many bytes: a full disk, as programs see it.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : before_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit small{bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    ::signal(SIGXFSZ, before_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit limit_{};
  sighandler_t before_;
};

// Somebody who may not write, where the tests are run by root, whom nothing is forbidden.
class OtherUser {
 public:
  OtherUser() : root_(::geteuid() == 0) {
    if (root_ && ::seteuid(65534) != 0) throw std::runtime_error("cannot be another user");
  }
  ~OtherUser() {
    if (root_ && ::seteuid(0) != 0) std::abort();
  }
  OtherUser(const OtherUser&) = delete;
  OtherUser& operator=(const OtherUser&) = delete;

 private:
  bool root_;
};

TEST_CASE("a full disk fails writes as full, reading goes on, and room is enough to recover") {
  TestStore store;
  store->write([](Transaction& sql) { add_salt(sql, 1); });
  const std::string long_text(20000, 'x');
  std::int64_t kept = 1;
  {
    const FullDisk full(400000);
    std::optional<Error> met;
    for (int i = 2; i < 200 && !met; ++i) {
      met = error_of([&] { store->write([&](Transaction& sql) { add_salt(sql, i, long_text); }); });
      if (!met) ++kept;
    }
    REQUIRE(met);
    CAPTURE(std::string(met->what()));
    CHECK(met->kind() == ErrorKind::kFull);
    CHECK(std::string(met->what()).find("make room") != std::string::npos);
    CHECK(store->last_problem() == std::string(met->what()));
    CHECK(salts(*store) == kept);
    CHECK(error_of([&] { store->write([&](Transaction& sql) { add_salt(sql, 999, long_text); }); })->kind() ==
          ErrorKind::kFull);
  }
  store->write([&](Transaction& sql) { add_salt(sql, 1000, long_text); });
  CHECK(store->last_problem().empty());
  store.reopen();
  CHECK(salts(*store) == kept + 1);
}

TEST_CASE("a job too big for what room is left does not take those beside it along") {
  TestStore store;
  store->write([](Transaction& sql) {
    add_salt(sql, 0);
    sql.query("PRAGMA max_page_count = 120");
  });
  std::vector<std::thread> threads;
  for (int t = 1; t <= 8; ++t) {
    threads.emplace_back([&store, t] {
      const bool big = t == 4;
      const auto met = error_of(
          [&] { store->write([&](Transaction& sql) { add_salt(sql, t, std::string(big ? 2000000 : 10, 'x')); }); });
      CHECK(met.has_value() == big);
      if (met) CHECK(met->kind() == ErrorKind::kFull);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(salts(*store) == 8);
}

TEST_CASE("a store that another program has locked is unavailable until it lets go") {
  TestStore store;
  store->write([](Transaction& sql) { sql.query("PRAGMA busy_timeout = 50"); });
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(store.options().address.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  const auto met = error_of([&] { store->write([](Transaction& sql) { add_salt(sql, 1); }); });
  REQUIRE(met);
  CHECK(met->kind() == ErrorKind::kUnavailable);
  CHECK(std::string(met->what()).find("locked") != std::string::npos);
  CHECK(salts(*store) == 0);
  sqlite3_close(other);
  store->write([](Transaction& sql) { add_salt(sql, 1); });
  CHECK(salts(*store) == 1);
}

TEST_CASE("a store that may not be written or made is unavailable, and the message says what to mend") {
  TestStore store;
  const TemporaryFolder empty;
  store.close();
  for (const auto& folder : {store.folder(), empty.path()}) {
    std::filesystem::permissions(folder, static_cast<std::filesystem::perms>(0755));
    const OtherUser other;
    const auto met = error_of([&] { Store({(folder / "desk.sqlite").string()}); });
    REQUIRE(met);
    CHECK(met->kind() == ErrorKind::kUnavailable);
    CHECK(std::string(met->what()).find("must") != std::string::npos);
  }
  StoreOptions absent{(empty.path() / "desk.sqlite").string(), true};
  CHECK(error_of([&] { Store{absent}; })->kind() == ErrorKind::kNotFound);
}

TEST_CASE("a damaged or foreign file is corrupt, never taken for an empty store") {
  const auto met_with = [](const std::function<void(const std::filesystem::path&)>& harm) {
    TestStore store;
    store->write([](Transaction& sql) {
      for (int i = 0; i < 2000; ++i) add_salt(sql, i);
    });
    store.close();
    harm(store.options().address);
    return error_of([&] {
      store.reopen();
      CHECK(salts(*store) == 2000);
      store->read([](Transaction& sql) { sql.query("SELECT * FROM reader_salts"); });
    });
  };
  const auto garbage = met_with([](const auto& file) { write_file_synced(file, "not a database at all, but a text"); });
  const auto cut = met_with([](const auto& file) { std::filesystem::resize_file(file, 4096 * 20); });
  const auto blank = met_with([](const auto& file) {
    std::string bytes = read_file(file);
    std::fill(bytes.begin() + 4096, bytes.end(), '\0');
    write_file_synced(file, bytes);
  });
  const auto foreign = met_with([](const auto& file) {
    std::filesystem::remove(file);
    sqlite3* other = nullptr;
    sqlite3_open(file.c_str(), &other);
    sqlite3_exec(other, "CREATE TABLE recipes (name TEXT)", nullptr, nullptr, nullptr);
    sqlite3_close(other);
  });
  for (const auto& met : {garbage, cut, blank, foreign}) {
    REQUIRE(met);
    CAPTURE(std::string(met->what()));
    CHECK(met->kind() == ErrorKind::kCorrupt);
  }
}

TEST_CASE("an address that is no store is refused without showing its password") {
  for (const std::string address :
       {"", "mysql://a:secret@h/d", "postgresql://a:secret@[::1/d", "postgresql://a:secret@h:port/d?nothing=1"}) {
    CAPTURE(address);
    const auto met = error_of([&] { Store({address}); });
    REQUIRE(met);
    CHECK(met->kind() == ErrorKind::kInvalidArgument);
    CHECK(met->parameter() == "--store");
    CHECK(std::string(met->what()).find("secret") == std::string::npos);
  }
  const auto unreachable = error_of([] { Store({"postgresql://a:secret@127.0.0.1:1/d"}); });
  REQUIRE(unreachable);
  CHECK(unreachable->kind() == ErrorKind::kUnavailable);
  CHECK(std::string(unreachable->what()).find("secret") == std::string::npos);
}

}  // namespace
}  // namespace pharos::desk
