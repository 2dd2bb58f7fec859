// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>

#include "library_samples.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/index/indexer.h"
#include "pharos/index/schema.h"
#include "pharos/index/snapshot_store.h"
#include "pharos/text/analyzer.h"

namespace pharos::index {
namespace {

namespace fs = std::filesystem;
using content_samples::article;
using content_samples::lang;

content::Library small_library() {
  content::Article picture = article("en", "deposits/late", "Late deposit", "Wait for confirmations.");
  picture.assets = {"en/deposits/pic ture.svg"};
  content::Article copy = article("ru", "deposits/late", "Late deposit", "Wait for confirmations.");
  copy.untranslated_copy = true;
  return content_samples::library({"en", "ru", "zh-Hans"},
                                  {picture, copy, article("en", "account/reset", "Reset", "Choose a new password."),
                                   article("ru", "account/reset", "Сброс пароля", "Задайте новый пароль."),
                                   article("zh-Hans", "account/reset", "重置密码", "设置新密码。")});
}

/// A store with room for a content folder beside it.
struct Store {
  Store() {
    fs::create_directories(folder.path() / "content/en/deposits");
    write_file_synced(folder.path() / "content/en/deposits/pic ture.svg", "<svg/>");
  }
  IndexedLibrary build(content::Library library = small_library()) const {
    library.root = folder.path() / "content";
    IndexOptions options;
    options.now = *parse_time("2026-11-22T10:00:00Z");
    return index_library(library, path(), options);
  }
  fs::path path() const { return folder.path() / "index"; }
  std::set<std::string> names() const {
    std::set<std::string> all;
    for (const auto& entry : fs::directory_iterator(path())) all.insert(entry.path().filename().string());
    return all;
  }
  TemporaryFolder folder;
};

template <class F>
Error fault(F&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was thrown");
  return Error(ErrorKind::kInternal, "");
}

bool tells(const Error& error, std::string_view words) {
  return std::string_view(error.what()).find(words) != std::string_view::npos;
}

TEST_CASE("a library is published and opened again as it was") {
  const Store store;
  const IndexedLibrary built = store.build();
  CHECK(built.generation == "gen-000001");
  CHECK(store.names() == std::set<std::string>{"CURRENT", "LOCK", "gen-000001"});
  CHECK(read_file(store.path() / "CURRENT") == "gen-000001\n");
  const auto snapshot = SnapshotStore(store.path()).open_current();
  CHECK(snapshot->name() == "gen-000001");
  CHECK(snapshot->manifest().schema == kSchemaVersion);
  CHECK(snapshot->manifest().analyzer == text::Analyzer::fingerprint());
  CHECK(snapshot->manifest().created == "2026-11-22T10:00:00Z");
  CHECK(snapshot->manifest().articles == 4);
  CHECK(snapshot->manifest().sections == 4);
  CHECK(snapshot->manifest().languages == 3);
  CHECK(built.bytes > built.database_bytes);
  REQUIRE(snapshot->catalog().articles.size() == 4);
  for (const CatalogArticle& entry : snapshot->catalog().articles) {
    CAPTURE(entry.source_path);
    const content::Library library = small_library();
    const content::Article* source = library.find(entry.key, entry.language);
    REQUIRE(source != nullptr);
    CHECK(snapshot->body(entry) == source->html);
    CHECK(entry.title == source->title);
  }
  CHECK(snapshot->database(lang("en")));
  CHECK(snapshot->database(lang("zh-Hans")));
  CHECK_FALSE(snapshot->database(lang("ja")));
}

TEST_CASE("pictures are stored under names that change with their bytes, and nothing else is given out") {
  const Store store;
  store.build();
  const auto snapshot = SnapshotStore(store.path()).open_current();
  const std::string name = snapshot->catalog().assets.at("en/deposits/pic ture.svg");
  CHECK(name.ends_with("-pic-ture.svg"));
  CHECK(snapshot->asset(name) == "<svg/>");
  for (const char* other :
       {"", "catalog.z", "../catalog.json", "../../CURRENT", "/etc/passwd", "en/deposits/pic ture.svg"}) {
    CHECK_FALSE(snapshot->asset(other));
  }
}

TEST_CASE("an untranslated copy is no article of its language") {
  const Store store;
  store.build();
  const auto snapshot = SnapshotStore(store.path()).open_current();
  for (const CatalogArticle& entry : snapshot->catalog().articles) {
    CHECK_FALSE((entry.language == lang("ru") && entry.key.str() == "deposits/late"));
  }
}

TEST_CASE("the same library gives the same catalog whatever the number of threads") {
  const Store store;
  store.build();
  const std::string first = read_file(store.path() / "gen-000001/catalog.z");
  store.build();
  CHECK(read_file(store.path() / "gen-000002/catalog.z") == first);
}

TEST_CASE("progress counts every article once") {
  const TemporaryFolder folder;
  content::Library library =
      content_samples::library({"en"}, {article("en", "a", "A", "x"), article("en", "b", "B", "y")});
  std::vector<std::size_t> done;
  IndexOptions options;
  options.progress = [&](std::size_t now, std::size_t all) {
    CHECK(all == 2);
    done.push_back(now);
  };
  index_library(library, folder.path() / "i", options);
  CHECK(done == std::vector<std::size_t>{1, 2});
}

TEST_CASE("a library without articles is still a generation") {
  const TemporaryFolder folder;
  index_library(content_samples::library({"en"}, {}), folder.path() / "i", {});
  CHECK(SnapshotStore(folder.path() / "i").open_current()->catalog().articles.empty());
}

TEST_CASE("the newest generations stay on disk and CURRENT names the last") {
  const Store store;
  for (int i = 0; i < 5; ++i) store.build();
  CHECK(SnapshotStore(store.path()).current() == "gen-000005");
  CHECK(store.names() == std::set<std::string>{"CURRENT", "LOCK", "gen-000003", "gen-000004", "gen-000005"});
}

TEST_CASE("a generation stays readable while somebody holds it, however many are published") {
  const Store store;
  store.build();
  const auto held = SnapshotStore(store.path()).open_current();
  for (int i = 0; i < 5; ++i) store.build();
  CHECK(held->body(held->catalog().articles[0]) == "<p>Choose a new password.</p>");
  CHECK(fs::exists(*held->database(lang("ru"))));
  CHECK(held->asset(held->catalog().assets.begin()->second) == "<svg/>");
  const fs::path folder = store.path() / held->name();
  CHECK(fs::exists(folder));
}

TEST_CASE("what a crashed build left is removed by the next one") {
  const Store store;
  store.build();
  fs::create_directories(store.path() / "staging-00ff/work-en");
  write_file_synced(store.path() / "staging-00ff/work-en/x", "half");
  write_file_synced(store.path() / "CURRENT.new", "gen-0000");
  CHECK(SnapshotStore(store.path()).current() == "gen-000001");
  store.build();
  CHECK_FALSE(fs::exists(store.path() / "staging-00ff"));
  CHECK(SnapshotStore(store.path()).current() == "gen-000002");
}

TEST_CASE("a crash between the rename and CURRENT leaves the old generation live") {
  const Store store;
  store.build();
  fs::copy(store.path() / "gen-000001", store.path() / "gen-000002", fs::copy_options::recursive);
  CHECK(SnapshotStore(store.path()).open_current()->name() == "gen-000001");
  CHECK(store.build().generation == "gen-000003");
}

TEST_CASE("a staging that is not published vanishes") {
  const Store store;
  store.build();
  fs::path staged;
  {
    const Staging staging(store.path());
    staged = staging.folder();
    write_file_synced(staged / "x", "y");
  }
  CHECK_FALSE(fs::exists(staged));
  CHECK(SnapshotStore(store.path()).current() == "gen-000001");
}

TEST_CASE("two builds never mix: the second is told to wait") {
  const Store store;
  store.build();
  const Staging first(store.path());
  const Error error = fault([&] { store.build(); });
  CHECK(error.kind() == ErrorKind::kConflict);
  CHECK(tells(error, "another build"));
  CHECK(fs::exists(first.folder()));
}

TEST_CASE("a folder that holds something else is never written into") {
  const Store store;
  fs::create_directories(store.path());
  write_file_synced(store.path() / "thesis.doc", "years of work");
  const Error error = fault([&] { store.build(); });
  CHECK(error.kind() == ErrorKind::kInvalidArgument);
  CHECK(error.parameter() == "--index");
  CHECK(tells(error, "thesis.doc"));
  CHECK(store.names() == std::set<std::string>{"thesis.doc"});
}

TEST_CASE("a file in the place of the store is refused") {
  const TemporaryFolder folder;
  write_file_synced(folder.path() / "index", "x");
  CHECK(fault([&] { index_library(small_library(), folder.path() / "index", {}); }).kind() == ErrorKind::kUnavailable);
}

TEST_CASE("a build that fails leaves the live generation") {
  const Store store;
  store.build();
  content::Library broken = small_library();
  broken.articles[0].assets = {"en/absent.png"};
  fault([&] { store.build(broken); });
  CHECK(SnapshotStore(store.path()).open_current()->name() == "gen-000001");
  CHECK(store.names() == std::set<std::string>{"CURRENT", "LOCK", "gen-000001"});
}

}  // namespace
}  // namespace pharos::index
