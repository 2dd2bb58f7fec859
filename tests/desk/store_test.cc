// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/store.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "desk/store_samples.h"
#include "desk/test_store.h"
#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

TEST_CASE("what was written is read, and is there after a restart") {
  on_each_store([](TestStore& store) {
    store->write([](Transaction& sql) { add_salt(sql, 1); });
    CHECK(salts(*store) == 1);
    store.reopen();
    CHECK(salts(*store) == 1);
  });
}

TEST_CASE("values of every type come back as they were given") {
  on_each_store([](TestStore& store) {
    const std::string text = "充值 не пришло 🙂 'quoted' ? $1 \\ \"x\"";
    const std::int64_t big = 9007199254740993;
    store->write([&](Transaction& sql) {
      sql.execute("CREATE TABLE kept (t TEXT, i BIGINT, d DOUBLE PRECISION, n TEXT)");
      CHECK(sql.execute("INSERT INTO kept VALUES (?, ?, ?, ?)", {text, big, 0.1, {}}) == 1);
    });
    store->read([&](Transaction& sql) {
      const auto row = sql.first("SELECT t, i, d, n, COUNT(*), SUM(i), 'a?b' FROM kept GROUP BY 1, 2, 3, 4");
      REQUIRE(row);
      CHECK(row->text(0) == text);
      CHECK(row->integer(1) == big);
      CHECK(row->number(2) == 0.1);
      CHECK(row->is_null(3));
      CHECK(row->integer(4) == 1);
      CHECK(row->integer(5) == big);
      CHECK(row->text(6) == "a?b");
    });
  });
}

TEST_CASE("text that not every store keeps is refused by all") {
  on_each_store([](TestStore& store) {
    for (const std::string& text : {std::string("a\0b", 3), std::string("\xff")}) {
      CHECK(error_of([&] { store->write([&](Transaction& sql) { add_salt(sql, 1, text); }); })->kind() ==
            ErrorKind::kInvalidArgument);
    }
    CHECK(salts(*store) == 0);
  });
}

TEST_CASE("a job that throws leaves nothing behind, and its exception arrives") {
  on_each_store([](TestStore& store) {
    CHECK_THROWS_AS(store->write([](Transaction& sql) {
      add_salt(sql, 1);
      throw std::length_error("mine");
    }),
                    std::length_error);
    CHECK(salts(*store) == 0);
    CHECK(store->counts().failed == 1);
    CHECK(store->last_problem().empty());
  });
}

TEST_CASE("a broken constraint is a conflict") {
  on_each_store([](TestStore& store) {
    store->write([](Transaction& sql) { add_salt(sql, 1); });
    CHECK(error_of([&] { store->write([](Transaction& sql) { add_salt(sql, 1); }); })->kind() == ErrorKind::kConflict);
  });
}

TEST_CASE("writes that come together share commits, and one that fails harms no other") {
  on_each_store([](TestStore& store) {
    constexpr int kThreads = 16, kEach = 40;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < kEach; ++i) {
          try {
            store->write([&](Transaction& sql) {
              add_salt(sql, t * kEach + i);
              if (i % 8 == 7) throw Error(ErrorKind::kNotFound, "this one");
            });
          } catch (const Error& error) {
            if (error.kind() == ErrorKind::kNotFound) ++refused;
          }
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(refused == kThreads * kEach / 8);
    CHECK(salts(*store) == kThreads * kEach * 7 / 8);
    const StoreCounts counts = store->counts();
    CHECK(counts.jobs == kThreads * kEach * 7 / 8);
    CHECK(counts.failed == kThreads * kEach / 8);
    CHECK(counts.commits < counts.jobs);
  });
}

TEST_CASE("jobs given without waiting are done by the next flush, and by the end") {
  on_each_store([](TestStore& store) {
    for (int i = 0; i < 100; ++i) CHECK(store->write_later([i](Transaction& sql) { add_salt(sql, i); }));
    store->flush();
    CHECK(salts(*store) == 100);
    for (int i = 100; i < 200; ++i) CHECK(store->write_later([i](Transaction& sql) { add_salt(sql, i); }));
    store.reopen();
    CHECK(salts(*store) == 200);
  });
}

TEST_CASE("jobs that nobody waits for are dropped and counted when they fail or too many wait") {
  on_each_store([](TestStore& store) {
    store->write_later([](Transaction&) { throw Error(ErrorKind::kInternal, "no"); });
    store->flush();
    CHECK(store->counts().dropped == 1);
    bool refused = false;
    store->write([&](Transaction&) {
      for (int i = 0; i < 200000 && !refused; ++i) refused = !store->write_later([](Transaction&) {});
    });
    CHECK(refused);
    CHECK(store->counts().dropped == 2);
  });
}

TEST_CASE("an embedded store is one process's to write and everybody's to read") {
  TestStore store;
  store->write([](Transaction& sql) { add_salt(sql, 1); });
  try {
    const Store second(store.options());
    FAIL("two writers");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kConflict);
    CHECK(std::string(error.what()).find("process " + std::to_string(getpid())) != std::string::npos);
  }
  StoreOptions reading = store.options();
  reading.read_only = true;
  Store reader(reading);
  CHECK(salts(reader) == 1);
  store->write([](Transaction& sql) { add_salt(sql, 2); });
  CHECK(salts(reader) == 2);
  CHECK(error_of([&] { reader.write([](Transaction&) {}); })->kind() == ErrorKind::kInternal);
  CHECK(error_of([&] { reader.read([](Transaction& sql) { add_salt(sql, 3); }); })->kind() == ErrorKind::kUnavailable);
}

TEST_CASE("the embedded store's files are for their owner alone") {
  TestStore store;
  store->write([](Transaction& sql) { add_salt(sql, 1); });
  for (const auto& entry : std::filesystem::directory_iterator(store.folder())) {
    CAPTURE(entry.path().string());
    struct stat info {};
    REQUIRE(stat(entry.path().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
  }
}

}  // namespace
}  // namespace pharos::desk
