// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/files.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "pharos/base/error.h"

namespace pharos {
namespace {

namespace fs = std::filesystem;

template <class F>
ErrorKind kind_of(F&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::kInternal;
}

std::vector<std::string> paths(const FileList& list) {
  std::vector<std::string> all;
  for (const FoundFile& file : list.files) all.push_back(file.path);
  return all;
}

TEST_CASE("a file is read whole, and what cannot be read says why") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.md";
  const std::string bytes("with\0zero\xFF", 10);
  write_file_synced(file, bytes);
  CHECK(read_file(file) == bytes);
  CHECK(read_file(file, 10) == bytes);
  CHECK(kind_of([&] { read_file(file, 9); }) == ErrorKind::kInvalidArgument);
  CHECK(kind_of([&] { read_file(folder.path() / "absent"); }) == ErrorKind::kNotFound);
  CHECK(kind_of([&] { read_file(folder.path()); }) == ErrorKind::kNotFound);
  CHECK(kind_of([&] { read_file(file / "below"); }) != ErrorKind::kInternal);
  CHECK(kind_of([&] { write_file_synced(folder.path() / "no" / "folder", "x"); }) == ErrorKind::kUnavailable);
}

TEST_CASE("a pipe in the way is no file and blocks nobody") {
  const TemporaryFolder folder;
  CHECK(kind_of([&] { read_file("/dev/null"); }) == ErrorKind::kNotFound);
  CHECK(list_files(folder.path()).files.empty());
}

TEST_CASE("readers see the old or the new text while a file is replaced, never a part") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "CURRENT";
  const std::string texts[] = {std::string(20'000, 'a'), std::string(30'000, 'b')};
  replace_file(file, texts[0]);
  std::atomic<bool> stop = false;
  std::atomic<int> torn = 0;
  std::thread reader([&] {
    while (!stop) {
      const std::string seen = read_file(file);
      if (seen != texts[0] && seen != texts[1]) ++torn;
    }
  });
  for (int i = 1; i <= 60; ++i) replace_file(file, texts[i % 2]);
  stop = true;
  reader.join();
  CHECK(torn == 0);
  CHECK(read_file(file) == texts[0]);
  CHECK(paths(list_files(folder.path())) == std::vector<std::string>{"CURRENT"});
}

TEST_CASE("a replacement that fails leaves the old text") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "x";
  write_file_synced(file, "old");
  fs::create_directory(folder.path() / "x.new");
  CHECK(kind_of([&] { replace_file(file, "new"); }) == ErrorKind::kUnavailable);
  CHECK(read_file(file) == "old");
}

TEST_CASE("a new file is made, and nothing is ever overwritten by one") {
  const TemporaryFolder folder;
  create_file(folder.path() / "a.md", "first");
  CHECK(read_file(folder.path() / "a.md") == "first");
  CHECK(kind_of([&] { create_file(folder.path() / "a.md", "second"); }) == ErrorKind::kConflict);
  CHECK(read_file(folder.path() / "a.md") == "first");
  fs::create_symlink("nowhere", folder.path() / "b.md");
  CHECK(kind_of([&] { create_file(folder.path() / "b.md", "through a link"); }) == ErrorKind::kConflict);
  CHECK_FALSE(fs::exists(folder.path() / "nowhere"));
  CHECK(kind_of([&] { create_file(folder.path() / "none/a.md", "text"); }) == ErrorKind::kUnavailable);
}

TEST_CASE("files are listed by path, without hidden ones and node_modules") {
  const TemporaryFolder folder;
  for (const char* path : {"b.md", "a/z.md", "a/b/c.md", "a.md", ".hidden.md", ".git/config",
                           "node_modules/x/readme.md", "a/node_modules/y.md", "充值/错误.md"}) {
    fs::create_directories((folder.path() / path).parent_path());
    write_file_synced(folder.path() / path, path);
  }
  const FileList list = list_files(folder.path());
  CHECK(paths(list) == std::vector<std::string>{"a.md", "a/b/c.md", "a/z.md", "b.md", "充值/错误.md"});
  CHECK(list.files[0].size == 4);
  CHECK(list.files[0].modified_ns > 1'500'000'000'000'000'000);
  CHECK(list.outside_symlinks.empty());
  CHECK(kind_of([&] { list_files(folder.path() / "a.md"); }) == ErrorKind::kNotFound);
  CHECK(kind_of([&] { list_files(folder.path() / "absent"); }) == ErrorKind::kNotFound);
}

TEST_CASE("links are followed inside the tree only, and never in a circle") {
  const TemporaryFolder outside;
  const TemporaryFolder folder;
  const fs::path root = folder.path() / "content";
  fs::create_directories(root / "en");
  write_file_synced(outside.path() / "secret.md", "secret");
  write_file_synced(folder.path() / "beside.md", "beside");
  write_file_synced(root / "en" / "real.md", "text");
  fs::create_symlink("real.md", root / "en" / "inside.md");
  fs::create_symlink(outside.path() / "secret.md", root / "en" / "leak.md");
  fs::create_symlink("../../beside.md", root / "en" / "up.md");
  fs::create_symlink("gone.md", root / "en" / "dangling.md");
  fs::create_directory_symlink("..", root / "en" / "circle");
  fs::create_directory_symlink(outside.path(), root / "out");
  const FileList list = list_files(root);
  CHECK(paths(list) == std::vector<std::string>{"en/inside.md", "en/real.md"});
  CHECK(list.outside_symlinks == std::vector<std::string>{"en/dangling.md", "en/leak.md", "en/up.md", "out"});
}

TEST_CASE("a folder beside the root whose name begins the same is outside") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "content");
  fs::create_directories(folder.path() / "content-private");
  write_file_synced(folder.path() / "content-private" / "a.md", "x");
  fs::create_symlink("../content-private/a.md", folder.path() / "content" / "a.md");
  CHECK(list_files(folder.path() / "content").outside_symlinks == std::vector<std::string>{"a.md"});
}

TEST_CASE("a root that is itself a link is the folder behind it") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "real");
  write_file_synced(folder.path() / "real" / "a.md", "x");
  fs::create_directory_symlink("real", folder.path() / "link");
  CHECK(paths(list_files(folder.path() / "link")) == std::vector<std::string>{"a.md"});
}

TEST_CASE("a full disk is told as such, and a file may be its owner's alone") {
  try {
    write_file_synced("/dev/full", "x");
    FAIL("was written");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kFull);
  }
  const TemporaryFolder folder;
  write_file_synced(folder.path() / "secret", "x", 0600);
  CHECK(fs::status(folder.path() / "secret").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a temporary folder goes with its object and belongs to one") {
  fs::path path;
  {
    TemporaryFolder first;
    path = first.path();
    write_file_synced(path / "x", "y");
    const TemporaryFolder second(std::move(first));
    CHECK(second.path() == path);
    CHECK(first.path().empty());
    CHECK(fs::exists(path));
  }
  CHECK_FALSE(fs::exists(path));
  CHECK(TemporaryFolder().path() != TemporaryFolder().path());
}

}  // namespace
}  // namespace pharos
