// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "help_site.h"
#include "pharos/base/error.h"

namespace pharos::engine {
namespace {

namespace fs = std::filesystem;

HelpSite& versioned(HelpSite& site, int version) {
  return site
      .page("en/a.md", "Version " + std::to_string(version), "The text of version " + std::to_string(version) + ".\n")
      .build();
}

std::string title(const HelpCenter& center) { return center.article(ArticleKey::require("a"), lang("en"))->title; }

TEST_CASE("a new generation is adopted, once") {
  HelpSite site;
  HelpCenter center(versioned(site, 1).index());
  CHECK_FALSE(center.refresh());
  versioned(site, 2);
  CHECK(title(center) == "Version 1");
  CHECK(center.refresh());
  CHECK(title(center) == "Version 2");
  CHECK(center.generation() == "gen-000002");
  CHECK_FALSE(center.refresh());
}

TEST_CASE("readers are answered while a generation is made ready, and alike before and after") {
  HelpSite site;
  HelpCenter center(versioned(site, 1).index());
  const auto misspelled = [&] { return center.search(search::Query("verzion", lang("en"))).hits.at(0).title; };
  std::thread reader([&] { CHECK(misspelled() == "Version 1"); });
  center.prepare();
  reader.join();
  CHECK(misspelled() == "Version 1");
  versioned(site, 2);
  CHECK(center.refresh());
  CHECK(misspelled() == "Version 2");
  CHECK(center.suggest("verison", lang("en"), 3).size() == 1);
}

TEST_CASE("a damaged generation is refused: the old one keeps serving, and operators are told until it is mended") {
  HelpSite site;
  HelpCenter center(versioned(site, 1).index());
  versioned(site, 2);
  site.damage("gen-000002", "catalog.z");
  for (int i = 0; i < 3; ++i) {
    CHECK_FALSE(center.refresh());
    CHECK(title(center) == "Version 1");
    CHECK(center.search(search::Query("version", lang("en"))).total == 1);
    const std::string problem = center.health().last_problem;
    CHECK(problem.find("catalog.z is damaged") != std::string::npos);
    CHECK(problem.find("pharos build") != std::string::npos);
    CHECK(center.health().generation == "gen-000001");
  }
  CHECK_THROWS_AS(HelpCenter{site.index()}, Error);
  versioned(site, 3);
  CHECK(center.refresh());
  CHECK(title(center) == "Version 3");
  CHECK(center.health().last_problem == "");
}

TEST_CASE("garbage in CURRENT or a folder that is gone stops nothing") {
  HelpSite site;
  HelpCenter center(versioned(site, 1).index());
  write_file_synced(site.index() / "CURRENT", "../../etc/passwd\n");
  CHECK_FALSE(center.refresh());
  CHECK(center.health().last_problem.find("names no generation") != std::string::npos);
  write_file_synced(site.index() / "CURRENT", "gen-000099\n");
  CHECK_FALSE(center.refresh());
  CHECK(center.health().last_problem != "");
  fs::remove(site.index() / "CURRENT");
  CHECK_FALSE(center.refresh());
  CHECK(center.health().last_problem.find("CURRENT is gone") != std::string::npos);
  CHECK(title(center) == "Version 1");
  write_file_synced(site.index() / "CURRENT", "gen-000001\n");
  CHECK_FALSE(center.refresh());
  CHECK(center.health().last_problem == "");
}

TEST_CASE("a help center that is not refreshed still serves its generation after many builds") {
  HelpSite site;
  site.page("de/a.md", "Fassung", "Der Text.\n");
  site.file("pharos.yml", "languages: [en, de]\n");
  HelpCenter center(versioned(site, 1).index());
  for (int version = 2; version < 7; ++version) versioned(site, version);
  CHECK(title(center) == "Version 1");
  CHECK(center.search(search::Query("fassung", lang("de"))).total == 1);
  CHECK(center.refresh());
  CHECK(title(center) == "Version 6");
}

TEST_CASE("no request fails while generations change under it") {
  HelpSite site;
  HelpCenter center(versioned(site, 1).index());
  std::atomic<bool> stop = false;
  std::atomic<int> failed = 0;
  std::atomic<int> asked = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      while (!stop) {
        try {
          const auto result = center.search(search::Query("text of version", lang("en")));
          const bool whole = result.total == 1 && result.hits.at(0).title.starts_with("Version ") &&
                             center.suggest("ver", lang("en"), 3).size() == 1 &&
                             center.article(ArticleKey::require("a"), lang("en")).has_value() &&
                             !center.languages().empty();
          if (!whole) ++failed;
        } catch (const std::exception&) {
          ++failed;
        }
        ++asked;
      }
    });
  }
  int adopted = 0;
  for (int version = 2; version < 9; ++version) {
    versioned(site, version);
    if (center.refresh()) ++adopted;
  }
  while (asked < 50) std::this_thread::yield();
  stop = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(adopted == 7);
  CHECK(failed == 0);
}

TEST_CASE("an index that is not there says how to build it") {
  const TemporaryFolder folder;
  try {
    HelpCenter center(folder.path() / "none");
    FAIL("opened");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kNotFound);
    CHECK(std::string(error.what()).find("pharos build") != std::string::npos);
  }
}

}  // namespace
}  // namespace pharos::engine
