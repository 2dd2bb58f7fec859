// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/build.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/page_html.h"
#include "help_site.h"
#include "pharos/base/error.h"
#include "pharos/engine/addresses.h"
#include "pharos/engine/expectations.h"

namespace pharos::engine {
namespace {

TEST_CASE("a build tells what it did") {
  HelpSite site;
  site.file("pharos.yml", "languages: [en, ru]\n")
      .page("en/a.md", "One", "Text.\n\n## More\n\nText.\n")
      .page("ru/a.md", "Один");
  site.file("en/bad.md", "---\ntitle: [broken\n---\nText.\n");
  BuildOptions options;
  std::set<std::string> phases;
  options.progress = [&](std::string_view phase, std::size_t done, std::size_t all) {
    CHECK(done <= all);
    phases.emplace(phase);
  };
  const BuildReport report = build(site.content(), site.index(), options);
  CHECK(phases == std::set<std::string>{"reading", "indexing"});
  CHECK(report.generation == "gen-000001");
  CHECK(report.counts.articles >= 2);
  CHECK(report.counts.languages == 2);
  CHECK(report.sections >= 3);
  CHECK(report.index_bytes > 1000);
  CHECK(report.markdown_bytes > 40);
  CHECK_FALSE(report.diagnostics.empty());
}

TEST_CASE("a build takes what readers say of the articles") {
  HelpSite site;
  site.page("en/a.md", "Password", "Choose a new password.\n")
      .page("en/b.md", "Password help", "Choose a new password.\n");
  BuildOptions options;
  const auto first = [&] {
    build(site.content(), site.index(), options);
    return HelpCenter(site.index()).search(search::Query("choose new password", lang("en"))).hits.at(0).key.str();
  };
  CHECK(first() == "a");
  options.signals = [] { return index::ArticleSignals{{{"a", "en"}, {5, 95}}, {{"b", "en"}, {300, 10}}}; };
  CHECK(first() == "b");
}

TEST_CASE("a folder that cannot be read leaves the live generation alone") {
  HelpSite site;
  site.page("en/a.md", "One").build();
  const TemporaryFolder empty;
  CHECK_THROWS_AS(build(empty.path(), site.index(), {}), Error);
  CHECK_THROWS_AS(build(empty.path() / "absent", site.index(), {}), Error);
  CHECK(HelpCenter(site.index()).generation() == "gen-000001");
}

TEST_CASE("addresses are made of language and key alone") {
  CHECK(page_address(lang("zh-Hans"), "deposits/wrong-network") == "/zh-Hans/deposits/wrong-network");
  CHECK(page_address(lang("en"), "") == "/en");
  CHECK(page_address(lang("en"), "a", "步骤 1") == "/en/a#%E6%AD%A5%E9%AA%A4%201");
  CHECK(asset_address("0123-a.png") == "/assets/0123-a.png");
}

TEST_CASE("only attribute values that we wrote become addresses") {
  index::Catalog catalog;
  catalog.assets.emplace("img/a&b.png", "00-a-b.png");
  const auto with = [&](std::string_view html) { return with_addresses(html, lang("ru"), catalog); };
  CHECK(with("<a href=\"pharos:a/b#x\">t</a>") == "<a href=\"/ru/a/b#x\">t</a>");
  CHECK(with("<a href=\"pharos:a\">1</a><a href=\"pharos:b\">2</a>") ==
        "<a href=\"/ru/a\">1</a><a href=\"/ru/b\">2</a>");
  CHECK(with("<img src=\"pharos-asset:img/a&amp;b.png\">") == "<img src=\"/assets/00-a-b.png\">");
  CHECK(with("<img src=\"pharos-asset:gone.png\">") == "<img src=\"\">");
  CHECK(with("<p>He said \"pharos:x\" and \"pharos-asset:y\".</p>") ==
        "<p>He said \"pharos:x\" and \"pharos-asset:y\".</p>");
  CHECK(with("<a href=\"https://x/?q=\"pharos\">") == "<a href=\"https://x/?q=\"pharos\">");
  CHECK(with("\"pharos:") == "\"pharos:");
  CHECK(with("<a href=\"pharos:a") == "<a href=\"pharos:a");
  CHECK(with("<a href=\"pharos:a&quot;b\">") == "<a href=\"/ru/a&quot;b\">");
  CHECK(with("") == "");
}

TEST_CASE("files have the media types that browsers expect") {
  CHECK(media_type("a.PNG") == "image/png");
  CHECK(media_type("a.b.svg") == "image/svg+xml");
  CHECK(media_type("a.mp4") == "video/mp4");
  CHECK(media_type("a.exe") == "application/octet-stream");
  CHECK(media_type("none") == "application/octet-stream");
}

TEST_CASE("what articles expect is held against a real search") {
  HelpSite site;
  site.page("en/reset.md", "Reset your password", "Choose a new one.\n",
            "expects:\n  - forgot password\n  - {query: password, rank: 1}\n  - staking rewards\n  - {query: \"" +
                std::string(600, 'x') + "\", rank: 1}\n");
  site.page("en/b.md", "Staking rewards", "Paid daily.\n");
  site.page("en/c.md", "Secret flags", "For agents.\n", "audience: agent\nexpects: [secret flags]\n");
  content::ReadOptions options;
  const Diagnostics missed = check_expectations(content::read_library(site.content(), options));
  REQUIRE(missed.size() == 2);
  CHECK(missed[0].path == "en/reset.md");
  CHECK(missed[0].rule == "expects-missed");
  CHECK(missed[0].message.find(
            "'staking rewards' must find this article at rank 3 or better, but it does not find it; first comes 'b'") !=
        std::string::npos);
  CHECK(missed[1].message.find("cannot be asked") != std::string::npos);
  HelpSite none;
  none.page("en/a.md", "A");
  CHECK(check_expectations(content::read_library(none.content(), options)).empty());
}

}  // namespace
}  // namespace pharos::engine
