// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/base/error.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

TEST_CASE("a tree of ours becomes articles, categories and settings") {
  TreeBuilder tree;
  tree.settings({"en", "zh-Hans"}, "categories: [deposits, account]\nname: Help\n")
      .file("README.md", "# For editors\n")
      .file("en/account/_index.md", "---\ntitle: Your account\nsummary: Sign in.\nicon: account\n---\n")
      .file("zh-Hans/account/_index.md", "---\ntitle: 账户\n---\n登录与密码。\n")
      .page("en/account/reset.md", "Reset your password", "First.\n\n## Steps {#steps}\n\nDo.\n")
      .page("zh-Hans/account/reset.md", "重置密码", "先。\n\n## 步骤 {#steps}\n\n做。\n")
      .page("en/deposits/crypto/wrong-network.md", "Wrong network");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "");
  CHECK(library.counts.files == 5);
  CHECK(library.counts.articles == 3);
  CHECK(library.counts.keys == 2);
  CHECK(library.counts.languages == 2);
  CHECK(library.counts.categories == 3);
  CHECK(library.counts.orphans == 0);
  CHECK(library.counts.articles_by_language.at(lang("en")) == 2);
  const Article& reset = article(library, "account/reset", "zh-Hans");
  CHECK(reset.title == "重置密码");
  CHECK(reset.category == "account");
  CHECK(reset.path == "zh-Hans/account/reset.md");
  CHECK(reset.revision.size() == 16);
  REQUIRE(reset.sections.size() == 2);
  CHECK(reset.sections[1].anchor == "steps");
  REQUIRE(library.categories.size() == 3);
  CHECK(library.categories[0].key == "deposits");
  CHECK(library.categories[1].key == "deposits/crypto");
  CHECK(library.categories[1].parent == "deposits");
  CHECK(library.categories[1].titles.at(lang("en")) == "Crypto");
  CHECK(library.categories[2].key == "account");
  CHECK(library.categories[2].titles.at(lang("zh-Hans")) == "账户");
  CHECK(library.categories[2].summaries.at(lang("zh-Hans")) == "登录与密码。");
  CHECK(library.categories[2].icon == "account");
  CHECK(library.settings.name.for_all() == "Help");
}

TEST_CASE("the title is that of the front matter, else the first heading, else the label, else the file's name") {
  TreeBuilder tree;
  tree.settings({"en"})
      .file("en/a.md", "---\ntitle: Said\n---\n# Heading\n\nText\n")
      .file("en/b.md", "# Heading\n\nText\n")
      .file("en/c.md", "---\nsidebar_label: Label\n---\nText\n")
      .file("en/wrong-network.md", "Text\n");
  const Library library = tree.read();
  CHECK(article(library, "a").title == "Said");
  CHECK(article(library, "b").title == "Heading");
  CHECK(article(library, "c").title == "Label");
  CHECK(article(library, "wrong-network").title == "Wrong network");
  CHECK(joined(found(library.diagnostics)) == "en/wrong-network.md:1 missing-title");
}

TEST_CASE("drafts and pages before or behind their time are held back, and seen in the preview") {
  TreeBuilder tree;
  tree.settings({"en"})
      .page("en/now.md", "Now", "[draft](draft.md) [gone](gone.md)\n")
      .file("en/draft.md", "---\ntitle: D\ndraft: true\n---\nText\n")
      .file("en/later.md", "---\ntitle: L\npublish: 2026-12-01\n---\nText\n")
      .file("en/gone.md", "---\ntitle: G\nexpire: 2026-11-01\n---\nText\n")
      .file("en/there.md", "---\ntitle: T\npublish: 2026-11-01\nexpire: 2026-12-01\n---\nText\n");
  const Library library = tree.read();
  CHECK(library.counts.articles == 2);
  CHECK(library.counts.held_back == 3);
  CHECK(joined(found(library.diagnostics, "broken-link")) == "en/now.md:4 broken-link | en/now.md:4 broken-link");
  CHECK(mentions(library.diagnostics, "broken-link", "a draft"));
  CHECK(mentions(library.diagnostics, "broken-link", "expired"));
  ReadOptions preview;
  preview.drafts = true;
  const Library all = tree.read(preview);
  CHECK(all.counts.articles == 5);
  CHECK(all.counts.held_back == 0);
  CHECK(article(all, "draft").draft);
  CHECK(found(all.diagnostics, "broken-link").empty());
}

TEST_CASE("translationKey links pages whose paths differ") {
  TreeBuilder tree;
  tree.settings({"en", "de"})
      .page("en/deposits/wrong-network.md", "Wrong network")
      .page("en/deposits/memo.md", "Memo")
      .file("de/einzahlung/falsches-netz.md",
            "---\ntitle: Falsches Netz\ntranslationKey: deposits/wrong-network\n---\n[Memo](memo.md)\n")
      .file("de/einzahlung/memo.md",
            "---\ntitle: Vermerk\ntranslationKey: deposits/memo\n---\n[Netz](falsches-netz.md)\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "");
  const Article& german = article(library, "deposits/wrong-network", "de");
  CHECK(german.category == "deposits");
  CHECK(german.html.find("pharos:deposits/memo") != std::string::npos);
  CHECK(library.counts.keys == 2);
  CHECK(library.counts.orphans == 0);
}

TEST_CASE("related keys that are no articles are dropped and told") {
  TreeBuilder tree;
  tree.settings({"en"})
      .file("en/a.md", "---\ntitle: A\nrelated: [b, nowhere, a, c]\n---\nText\n")
      .page("en/b.md", "B")
      .file("en/c.md", "---\ntitle: C\ndraft: true\n---\nText\n");
  const Library library = tree.read();
  CHECK(joined(article(library, "a").related) == "b");
  CHECK(found(library.diagnostics, "broken-related").size() == 3);
}

TEST_CASE("articles are ordered by language and key, and found by both") {
  TreeBuilder tree;
  tree.settings({"en", "de"}).page("en/b.md", "B").page("en/a.md", "A").page("de/b.md", "Be");
  const Library library = tree.read();
  REQUIRE(library.articles.size() == 3);
  CHECK(library.articles[0].language == lang("de"));
  CHECK(library.articles[1].key.str() == "a");
  CHECK_FALSE(has_article(library, "a", "de"));
  CHECK_FALSE(has_article(library, "c", "en"));
}

TEST_CASE("a longer _index.md is a page of its own, a sentence in it is the category's summary") {
  TreeBuilder tree;
  tree.settings({"en"})
      .file("en/a/_index.md", "---\ntitle: Section A\n---\nFirst.\n\nSecond.\n")
      .page("en/a/x.md", "X")
      .file("en/b/_index.md", "---\ntitle: Section B\n---\nOne sentence.\n")
      .page("en/b/x.md", "X");
  const Library library = tree.read();
  CHECK(library.counts.articles == 3);
  CHECK(article(library, "a").category == "a");
  CHECK_FALSE(has_article(library, "b"));
  CHECK(library.categories[1].summaries.at(lang("en")) == "One sentence.");
}

TEST_CASE("progress is told at most a hundred times and ends with all pages") {
  TreeBuilder tree;
  tree.settings({"en"});
  for (int i = 0; i < 250; ++i) tree.page("en/p" + std::to_string(i) + ".md", "P");
  ReadOptions options;
  std::size_t calls = 0;
  std::size_t last = 0;
  options.progress = [&](std::size_t done, std::size_t all) {
    ++calls;
    CHECK(all == 250);
    CHECK(done >= last);
    last = done;
  };
  tree.read(options);
  CHECK(calls >= 50);
  CHECK(calls <= 100);
  CHECK(last == 250);
}

}  // namespace
}  // namespace pharos::content
