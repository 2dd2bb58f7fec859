// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/watcher.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>

#include "pharos/base/error.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kLimit{5000};
constexpr milliseconds kSettle{30};

TEST_CASE("the watcher tells what was written, moved and removed, each once") {
  TreeBuilder tree;
  tree.file("en/a.md", "x").file("en/b.md", "x").file("en/c.md", "x");
  Watcher watcher(tree.path());
  tree.file("en/a.md", "y").file("en/a.md", "z");
  std::filesystem::rename(tree.path() / "en/b.md", tree.path() / "en/d.md");
  std::filesystem::remove(tree.path() / "en/c.md");
  CHECK(joined(watcher.wait(kLimit, kSettle)) == "en/a.md | en/b.md | en/c.md | en/d.md");
}

TEST_CASE("new folders are watched, with what is already in them") {
  TreeBuilder tree;
  tree.file("en/a.md", "x");
  Watcher watcher(tree.path());
  tree.file("de/deep/b.md", "x");
  CHECK(joined(watcher.wait(kLimit, kSettle)) == "de/deep/b.md");
  tree.file("de/deep/c.md", "x");
  CHECK(joined(watcher.wait(kLimit, kSettle)) == "de/deep/c.md");
}

TEST_CASE("a folder that moved is known by its new name") {
  TreeBuilder tree;
  tree.file("en/old/a.md", "x");
  Watcher watcher(tree.path());
  std::filesystem::rename(tree.path() / "en/old", tree.path() / "en/new");
  CHECK(joined(watcher.wait(kLimit, kSettle)) == "en/new/a.md | en/old");
  tree.file("en/new/a.md", "y");
  CHECK(joined(watcher.wait(kLimit, kSettle)) == "en/new/a.md");
}

TEST_CASE("hidden files and editors' copies are nobody's content") {
  TreeBuilder tree;
  tree.file("en/a.md", "x");
  Watcher watcher(tree.path());
  tree.file("en/.a.md.swp", "x").file("en/a.md~", "x").file(".git/index", "x");
  CHECK(watcher.wait(milliseconds(150), kSettle).empty());
}

TEST_CASE("without a change the limit ends the waiting") {
  TreeBuilder tree;
  tree.file("en/a.md", "x");
  Watcher watcher(tree.path());
  const auto begin = std::chrono::steady_clock::now();
  CHECK(watcher.wait(milliseconds(60), kSettle).empty());
  CHECK(std::chrono::steady_clock::now() - begin >= milliseconds(60));
}

TEST_CASE("a change while waiting is told, and somebody who never stops writing does not hold it up") {
  TreeBuilder tree;
  tree.file("en/a.md", "x");
  Watcher watcher(tree.path());
  std::jthread writer([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      tree.file("en/a.md", "y");
      std::this_thread::sleep_for(milliseconds(5));
    }
  });
  const auto begin = std::chrono::steady_clock::now();
  CHECK(joined(watcher.wait(milliseconds(300), milliseconds(100))) == "en/a.md");
  CHECK(std::chrono::steady_clock::now() - begin < milliseconds(3000));
}

TEST_CASE("an absent folder cannot be watched") {
  TreeBuilder tree;
  CHECK_THROWS_AS(Watcher(tree.path() / "absent"), Error);
}

}  // namespace
}  // namespace pharos::content
