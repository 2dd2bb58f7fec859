// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <functional>

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

/// A published generation to be damaged.
struct Generation {
  Generation() {
    index_library(content_samples::library({"en", "ru"},
                                           {article("en", "a", "One", "Text."), article("ru", "a", "Один", "Текст.")}),
                  store.path(), {});
    folder = store.path() / "gen-000001";
  }
  /// The error of opening it: it must be clear and say how to mend.
  Error refusal() const {
    try {
      SnapshotStore(store.path()).open_current();
    } catch (const Error& error) {
      CHECK(std::string(error.what()).find("pharos build CONTENT --index") != std::string::npos);
      return error;
    }
    FAIL("a damaged generation was opened");
    return Error(ErrorKind::kInternal, "");
  }
  void edit_manifest(const std::function<void(std::string&)>& change) const {
    std::string text = read_file(folder / "manifest.json");
    change(text);
    write_file_synced(folder / "manifest.json", text);
  }
  TemporaryFolder store;
  fs::path folder;
};

void replace(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

bool tells(const Error& error, std::string_view words) {
  return std::string_view(error.what()).find(words) != std::string_view::npos;
}

const char* const kFiles[] = {"catalog.z", "bodies.z", "en.glass", "en.lexicon", "en.words", "ru.glass", "ru.words"};

TEST_CASE("one flipped bit in any file is found") {
  const Generation generation;
  for (const char* name : kFiles) {
    CAPTURE(std::string(name));
    const std::string bytes = read_file(generation.folder / name);
    for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
      write_file_synced(generation.folder / name, damaged);
      const Error error = generation.refusal();
      CHECK(error.kind() == ErrorKind::kCorrupt);
      CHECK(tells(error, name));
      CHECK(tells(error, "SHA-256"));
    }
    write_file_synced(generation.folder / name, bytes);
  }
  CHECK_NOTHROW(SnapshotStore(generation.store.path()).open_current());
}

TEST_CASE("a file cut short, grown or missing is found") {
  for (const char* name : kFiles) {
    CAPTURE(std::string(name));
    const Generation generation;
    const std::string bytes = read_file(generation.folder / name);
    write_file_synced(generation.folder / name, bytes.substr(0, bytes.size() - 1));
    CHECK(tells(generation.refusal(), "bytes instead of"));
    write_file_synced(generation.folder / name, bytes + "x");
    CHECK(tells(generation.refusal(), "bytes instead of"));
    write_file_synced(generation.folder / name, "");
    CHECK(generation.refusal().kind() == ErrorKind::kCorrupt);
    fs::remove(generation.folder / name);
    const Error error = generation.refusal();
    CHECK(error.kind() == ErrorKind::kCorrupt);
    CHECK(tells(error, std::string(name) + " is missing"));
  }
}

TEST_CASE("an index of another version says which and which is read") {
  const Generation generation;
  generation.edit_manifest(
      [](std::string& text) { replace(text, "\"schema\": " + std::to_string(kSchemaVersion), "\"schema\": 99"); });
  const Error error = generation.refusal();
  CHECK(error.kind() == ErrorKind::kCorrupt);
  CHECK(tells(error, "index version 99"));
  CHECK(tells(error, "reads version " + std::to_string(kSchemaVersion)));
}

TEST_CASE("an index made with another analyzer says that its words would not be found") {
  const Generation generation;
  generation.edit_manifest([](std::string& text) { replace(text, text::Analyzer::fingerprint(), "feedfeedfeedfeed"); });
  const Error error = generation.refusal();
  CHECK(error.kind() == ErrorKind::kCorrupt);
  CHECK(tells(error, "another text analyzer"));
  CHECK(tells(error, "feedfeedfeedfeed"));
}

TEST_CASE("garbage in the manifest is refused, whatever it is") {
  const Generation generation;
  const std::string good = read_file(generation.folder / "manifest.json");
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("\xFF\xFE garbage"), std::string("[]"),
        std::string("{\"format\":\"zim\"}"), good.substr(0, good.size() / 2), std::string(200'000, '[')}) {
    write_file_synced(generation.folder / "manifest.json", text);
    CHECK(generation.refusal().kind() == ErrorKind::kCorrupt);
  }
  write_file_synced(generation.folder / "manifest.json", good);
  generation.edit_manifest([](std::string& text) { replace(text, "\"en.glass\"", "\"../../en.glass\""); });
  CHECK(tells(generation.refusal(), "foreign files"));
  fs::remove(generation.folder / "manifest.json");
  CHECK(generation.refusal().kind() == ErrorKind::kNotFound);
}

TEST_CASE("a manifest that lists no files is refused") {
  const Generation generation;
  generation.edit_manifest([](std::string& text) {
    const std::size_t at = text.find("\"files\": [");
    text = text.substr(0, at) + "\"files\": []\n}";
  });
  CHECK(tells(generation.refusal(), "lists no files"));
}

TEST_CASE("garbage in CURRENT is refused and leads nowhere else") {
  const Generation generation;
  for (const std::string& text :
       {std::string("../../etc"), std::string("gen-1"), std::string("gen-00000x"), std::string(),
        std::string("gen-000001/../x"), std::string(3000, 'g'), std::string("gen-000001\0x", 12)}) {
    CAPTURE(std::string(text));
    write_file_synced(generation.store.path() / "CURRENT", text);
    CHECK(generation.refusal().kind() == ErrorKind::kCorrupt);
  }
  write_file_synced(generation.store.path() / "CURRENT", "gen-000042\n");
  CHECK(generation.refusal().kind() == ErrorKind::kNotFound);
}

TEST_CASE("a folder without an index says how to build one") {
  const TemporaryFolder folder;
  for (const fs::path& path : {folder.path(), folder.path() / "absent"}) {
    try {
      SnapshotStore(path).open_current();
      FAIL("opened");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kNotFound);
      CHECK(tells(error, "pharos build CONTENT --index"));
    }
    CHECK_FALSE(SnapshotStore(path).current());
  }
}

}  // namespace
}  // namespace pharos::index
