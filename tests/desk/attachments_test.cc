// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/attachments.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/utf8.h"

namespace pharos::desk {
namespace {

using namespace std::string_literals;
namespace fs = std::filesystem;

// The smallest files that are what they say.
const std::string kPng =
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9c"
    "c`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xae"
    "B`\x82"s;
const std::string kJpeg = "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9"s;
const std::string kGif =
    "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2"
    "D\1\0;"s;
const std::string kPdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n";
const std::string kZipEnd = "PK\5\6"s + std::string(18, '\0');
const std::string kMp4 = "\0\0\0\x20"s + "ftypisom\0\0\2\0isomiso2avc1mp41\0\0\0\x08"s + "free";
const std::string kMov = "\0\0\0\x14"s + "ftypqt  \0\0\2\0qt  \0\0\0\x08wide"s;
const std::string kHeic = "\0\0\0\x18"s + "ftypheic\0\0\0\0mif1heic"s + std::string(40, '\0');
const std::string kWebm =
    "\x1a\x45\xdf\xa3\x9f\x42\x86\x81\1\x42\xf7\x81\1\x42\xf2\x81\4\x42\xf3\x81\x08\x42\x82\x84webm"s;

struct Row {
  std::string file_name, bytes;
  std::string media_type;  ///< empty: refused
  std::string kept_as;     ///< or a part of the fault
};

ErrorKind kind_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::kInternal;
}

void set_age(const fs::path& path, std::int64_t modified) {
  const timespec times[] = {{modified, 0}, {modified, 0}};
  REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

}  // namespace

TEST_CASE("a file is what its content says, and only pictures, PDF, text and films are taken") {
  const TemporaryFolder folder;
  AttachmentStore store(folder.path() / "attachments");
  const std::vector<Row> rows = {
      {"screen.png", kPng, "image/png", "screen.png"},
      {"photo.JPG", kJpeg, "image/jpeg", "photo.JPG"},
      {"photo.png", kJpeg, "image/jpeg", "photo.png.jpg"},
      {"move.gif", kGif, "image/gif", "move.gif"},
      {"IMG_1.HEIC", kHeic, "image/heic", "IMG_1.HEIC"},
      {"statement.pdf", kPdf, "application/pdf", "statement.pdf"},
      {"note.txt", "Привет, 你好, hello\n", "text/plain", "note.txt"},
      {"one", "a", "text/plain", "one.txt"},
      {"app.log", "2024-01-01 ERROR #include failed\nimport os\nclass Foo {\n", "text/plain", "app.log"},
      {"table.csv", "a,b\n1,2\n3,4\n", "text/plain", "table.csv"},
      {"answer.json", "{\"error\": 5}", "text/plain", "answer.json"},
      {"run.exe", "I am no program.", "text/plain", "run.exe.txt"},
      {"latin1.txt", "Ol\xe1 n\xe3o est\xe1", "text/plain", "latin1.txt"},
      {"film.mp4", kMp4, "video/mp4", "film.mp4"},
      {"film.mov", kMov, "video/quicktime", "film.mov"},
      {"film.webm", kWebm, "video/webm", "film.webm"},
      {"empty.txt", "", "", "is empty"},
      {"picture.png", "MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff"s + std::string(100, '\0'), "", "application/x-dosexec"},
      {"a.zip", "PK\3\4\x14"s + std::string(60, '\0'), "", "application/zip"},
      {"page.txt", "<!DOCTYPE html><html><script>alert(1)</script>", "", "text/html"},
      {"page.txt", "\xEF\xBB\xBF \n <ScRiPt>alert(1)</script>", "", "text/html"},
      {"drawing.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "", "hides a page or script"},
      {"drawing.png", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "", "image/svg+xml"},
      {"x.txt", "<?php system($_GET['c']);", "", "text/x-php"},
      {"x.txt", "#!/bin/sh\nrm -rf ~\n", "", "text/x-shellscript"},
      {"macro.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0'), "", "is application/"},
      {"data.bin", "a\0b\0c\1\2\3"s, "", "application/octet-stream"},
      // Two things at once.
      {"late.pdf", std::string(99, 'x') + "\n" + kPdf, "", "does not begin as such a file"},
      {"page.pdf", "<html><script>alert(1)</script>\n" + kPdf, "", "does not begin as such a file"},
      {"script.gif", "GIF89a/*\1\0\1\0\x80<script>alert(1)</script>*/=1;"s, "", "hides a page or script"},
      {"script.jpg", kJpeg + "<?php system('id'); ?>", "", "hides a page or script"},
      {"jar.png", kPng + "PK\3\4"s + std::string(40, '\0') + kZipEnd, "", "hides an archive"},
      {"jar.txt", "hello\n" + kZipEnd, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file_name);
    const std::vector<std::string> faults = store.faults({{row.file_name, row.bytes}});
    if (row.media_type.empty()) {
      REQUIRE(faults.size() == 1);
      CHECK(faults[0].find(row.kept_as) != std::string::npos);
      CHECK(faults[0].starts_with(row.file_name));
      CHECK(kind_of([&] { store.keep({row.file_name, row.bytes}); }) == ErrorKind::kInvalidArgument);
      continue;
    }
    CHECK(faults == std::vector<std::string>{});
    const Attachment kept = store.keep({row.file_name, row.bytes});
    CHECK(kept.media_type == row.media_type);
    CHECK(kept.file_name == row.kept_as);
    CHECK(kept.bytes == row.bytes.size());
    CHECK(store.read(kept.sha256) == row.bytes);
  }
}

TEST_CASE("all faults of files are told at once") {
  const TemporaryFolder folder;
  AttachmentLimits limits;
  limits.count = 2;
  limits.bytes = 1 << 20;
  const AttachmentStore store(folder.path(), limits);
  const std::vector<Upload> uploads = {
      {"a.png", kPng}, {"../b.txt", std::string(1600 << 10, 'b')}, {"c.zip", "PK\3\4\x14"s + std::string(60, '\0')}};
  const std::vector<std::string> faults = store.faults(uploads);
  for (const std::string& fault : faults) CAPTURE(fault);
  CHECK(faults ==
        std::vector<std::string>{"3 files; at most 2 may be sent", "b.txt has 1.6 MB; a file may have 1 MB",
                                 "c.zip is application/zip by its content, which is not taken; send a picture, a PDF, "
                                 "plain text or a film"});
  CHECK(store.faults({uploads[0]}, 2) == std::vector<std::string>{"3 files; at most 2 may be sent"});
  CHECK(store.faults({uploads[0]}, 1).empty());
}

TEST_CASE("kept files are their owner's alone, once for one content, and proven when they are read") {
  const TemporaryFolder folder;
  const fs::path place = folder.path() / "state" / "attachments";
  AttachmentStore store(place);
  const Attachment first = store.keep({"a.png", kPng});
  const Attachment second = store.keep({"b.png", kPng});
  CHECK(first.id != second.id);
  CHECK(first.id.size() == 32);
  CHECK(first.sha256 == sha256(kPng));
  CHECK(second.sha256 == first.sha256);
  CHECK(std::distance(fs::directory_iterator(place), fs::directory_iterator()) == 1);
  CHECK(fs::status(place).permissions() == fs::perms::owner_all);
  CHECK(fs::status(store.path_of(first.sha256)).permissions() == (fs::perms::owner_read | fs::perms::owner_write));

  std::ofstream(store.path_of(first.sha256), std::ios::app) << "x";
  CHECK(kind_of([&] { store.read(first.sha256); }) == ErrorKind::kCorrupt);
  store.keep({"a.png", kPng});
  CHECK(store.read(first.sha256) == kPng);

  store.remove(first.sha256);
  store.remove(first.sha256);
  CHECK(kind_of([&] { store.read(first.sha256); }) == ErrorKind::kNotFound);
  for (const char* const name : {"../../etc/passwd", "", "ABC", "..", "/etc/passwd"}) {
    CHECK(kind_of([&] { store.read(name); }) == ErrorKind::kNotFound);
    CHECK(kind_of([&] { store.remove(name); }) == ErrorKind::kNotFound);
  }
}

TEST_CASE("files that no ticket names go after a day, and only those") {
  const TemporaryFolder folder;
  AttachmentStore store(folder.path());
  const UtcTime now{2'000'000'000};
  const std::int64_t old = now.seconds - 25 * 3600;
  const std::string used = store.keep({"a.txt", "used"}).sha256;
  const std::string unused = store.keep({"b.txt", "unused"}).sha256;
  const std::string young = store.keep({"c.txt", "young"}).sha256;
  std::ofstream(folder.path() / ".new-0123") << "half of a file";
  std::ofstream(folder.path() / "README") << "of an operator";
  for (const std::string& name : {used, unused, ".new-0123"s, "README"s}) set_age(folder.path() / name, old);
  set_age(folder.path() / young, now.seconds - 23 * 3600);
  CHECK(store.remove_unused({used}, now) == 2);
  CHECK(store.read(used) == "used");
  CHECK(store.read(young) == "young");
  CHECK(fs::exists(folder.path() / "README"));
  CHECK(kind_of([&] { store.read(unused); }) == ErrorKind::kNotFound);
}

TEST_CASE("a place that cannot be written is told, and a failed file leaves nothing behind") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "in the way";
  CHECK(kind_of([&] { AttachmentStore store(folder.path() / "file"); }) == ErrorKind::kUnavailable);
  const fs::path place = folder.path() / "attachments";
  AttachmentStore store(place);
  // A folder stands where the file is to go.
  fs::create_directories(place / sha256("text") / "inside");
  CHECK(kind_of([&] { store.keep({"a.txt", "text"}); }) == ErrorKind::kUnavailable);
  CHECK(std::distance(fs::directory_iterator(place), fs::directory_iterator()) == 1);
}

TEST_CASE("many threads keep and read the same and other files") {
  const TemporaryFolder folder;
  AttachmentStore store(folder.path());
  std::vector<std::thread> threads;
  std::atomic<int> good{0};
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 5; ++i) {
        const std::string text = "text " + std::to_string(t % 2 * 100 + i);
        if (store.read(store.keep({"a.txt", text}).sha256) == text) ++good;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(good == 20);
}

TEST_CASE("names of files are made harmless") {
  std::string emoji;
  for (int i = 0; i < 75; ++i) emoji += "😀";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"screen shot.png", "screen shot.png"},
      {"скриншот экрана.png", "скриншот экрана.png"},
      {"屏幕截图　1.png", "屏幕截图 1.png"},
      {"../../etc/passwd", "passwd"},
      {"C:\\Users\\me\\photo.jpg", "photo.jpg"},
      {"..\\..\\evil.png", "evil.png"},
      {"folder/", "folder"},
      {"", "file"},
      {"..", "file"},
      {"/", "file"},
      {"   ", "file"},
      {".htaccess", "htaccess"},
      {"a.png\0.exe"s, "a.png.exe"},
      {"a\r\nContent-Type: text/html\r\n\r\n.png", "html.png"},
      {"a\r\nSet-Cookie: x=1.png", "aSet-Cookie_ x=1.png"},
      {"photo\xE2\x80\xAEgnp.exe", "photognp.exe"},
      {"in\xE2\x80\x8Bvisible.png", "invisible.png"},
      {"\xff\xfe.png", "png"},
      {"con", "_con"},
      {"CON.txt", "_CON.txt"},
      {"com1.png", "_com1.png"},
      {"com10.png", "com10.png"},
      {"a.png. . ", "a.png"},
      {"-rf.png", "_rf.png"},
      {"a\"b;c<d>.png", "a_b_c_d_.png"},
      {"a.png::$DATA", "a.png___DATA"},
      {"a   b.png", "a b.png"},
      {emoji + ".png", emoji.substr(0, 116) + ".png"},
      {std::string(300, 'a') + ".jpeg", std::string(115, 'a') + ".jpeg"},
      {"a." + std::string(300, 'b'), "a." + std::string(118, 'b')},
  };
  for (const auto& [given, harmless] : rows) {
    CAPTURE(given);
    const std::string name = harmless_file_name(given);
    CHECK(name == harmless);
    CHECK(name.size() <= 120);
    CHECK_FALSE(first_invalid_utf8(name));
    CHECK(harmless_file_name(name) == name);
  }
}

}  // namespace pharos::desk
