// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>

#include "pharos/base/error.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

TEST_CASE("one page with broken YAML does not stop the rest, and is read itself") {
  TreeBuilder tree;
  tree.settings({"en"}).file("en/bad.md", "---\ntitle: Error: no funds\n---\nBody\n").page("en/good.md", "Good");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "en/bad.md:2 front-matter");
  CHECK(library.counts.articles == 2);
  CHECK(library.counts.errors == 1);
  CHECK(article(library, "bad").title == "Error: no funds");
  CHECK(article(library, "bad").html.find("Body") != std::string::npos);
}

TEST_CASE("a page that is not UTF-8 is told with its line and stays readable") {
  TreeBuilder tree;
  tree.settings({"en"}).file("en/bad.md",
                             "---\ntitle: T\n---\ngood\nb\xE4"
                             "d\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "en/bad.md:5 invalid-utf8");
  CHECK(article(library, "bad")
            .html.find("b\xEF\xBF\xBD"
                       "d") != std::string::npos);
}

TEST_CASE("an article of ten MiB is refused, the rest is read") {
  TreeBuilder tree;
  tree.settings({"en"}).file("en/big.md", std::string(10 * 1024 * 1024, 'x')).page("en/good.md", "Good");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "en/big.md:0 article-too-large");
  CHECK(mentions(library.diagnostics, "article-too-large", "512 KiB"));
  CHECK(library.counts.refused == 1);
  CHECK(library.counts.articles == 1);
  CHECK(library.counts.files == 2);
}

TEST_CASE("a link out of the tree is not followed") {
  TreeBuilder outside;
  outside.file("secret.md", "# Secret\n");
  TreeBuilder tree;
  tree.settings({"en"}).page("en/good.md", "Good");
  std::filesystem::create_symlink(outside.path() / "secret.md", tree.path() / "en/secret.md");
  std::filesystem::create_symlink("nowhere.md", tree.path() / "en/dangling.md");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "en/dangling.md:0 symlink-outside | en/secret.md:0 symlink-outside");
  CHECK(library.counts.articles == 1);
}

TEST_CASE("of two files with one key, the first by path is read and both are named") {
  TreeBuilder tree;
  tree.settings({"en"})
      .page("en/a.md", "First")
      .page("en/a.mdx", "Second")
      .file("en/b.md", "---\ntitle: Third\ntranslationKey: a\n---\nText\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "en/a.mdx:0 duplicate-key | en/b.md:0 duplicate-key");
  CHECK(mentions(library.diagnostics, "duplicate-key", "en/a.md and en/a.mdx"));
  CHECK(article(library, "a").title == "First");
  CHECK(library.counts.refused == 2);
}

TEST_CASE("of two translations with one key, the one named like the original is read") {
  TreeBuilder tree;
  tree.settings({"en", "de"})
      .page("en/a.mdx", "A", "Some words.\n")
      .page("de/a.md", "Alt", "Alte Worte.\n")
      .page("de/a.mdx", "Neu", "Neue Worte.\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "de/a.md:0 duplicate-key");
  CHECK(article(library, "a", "de").title == "Neu");
}

TEST_CASE("an absent or empty folder cannot be read, and the message says what to do") {
  TreeBuilder empty;
  CHECK_THROWS_AS(read_library(empty.path() / "absent", {}), Error);
  try {
    empty.read();
    FAIL_CHECK("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kNotFound);
    CHECK(std::string(error.what()).find("write a first article") != std::string::npos);
  }
}

TEST_CASE("a language that is not configured is skipped and told") {
  TreeBuilder tree;
  tree.settings({"en"})
      .page("en/a.md", "A")
      .page("de/a.md", "A de")
      .page("de/b.md", "B de")
      .page("drafts/x.md", "X")
      .file("notices/x.yml", "severity: info\n")
      .page("notices/x.fr.md", "N")
      .page("notices/x.en.md", "N")
      .file("glossary/pl.yml", "terms: []\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) ==
        "de:0 unconfigured-language | drafts:0 outside-languages | glossary/pl.yml:0 unconfigured-language | "
        "notices/x.fr.md:0 unconfigured-language");
  CHECK(mentions(library.diagnostics, "unconfigured-language", "2 pages"));
  CHECK(library.counts.articles == 1);
  CHECK(library.counts.languages == 1);
}

TEST_CASE("missing front matter is no fault") {
  TreeBuilder tree;
  tree.settings({"en"}).file("en/a.md", "# Title\n\nText.\n");
  const Library library = tree.read();
  CHECK(library.diagnostics.empty());
  CHECK(article(library, "a").title == "Title");
}

TEST_CASE("files whose path cannot be an address are refused") {
  TreeBuilder tree;
  tree.settings({"en"}).page("en/a.md", "A").page("en/b\n.md", "B");
  const Library library = tree.read();
  CHECK(found(library.diagnostics, "bad-path").size() == 1);
  CHECK(library.counts.refused == 1);
}

TEST_CASE("broken settings are told, the languages are found out instead") {
  TreeBuilder tree;
  tree.file("pharos.yml", "name: a: b\n").page("en/a.md", "A").page("de/a.md", "A de");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "pharos.yml:1 site-settings");
  CHECK(tags(library.tree.languages) == "de en");
  CHECK(library.settings.default_language == lang("en"));
}

TEST_CASE("a hostile page neither takes long nor floods the diagnostics") {
  std::string links;
  for (int i = 0; i < 8000; ++i) links += "[x](nowhere" + std::to_string(i) + ".md)\n\n";
  TreeBuilder tree;
  tree.settings({"en", "de"})
      .file("en/links.md", links)
      .file("en/angles.md", std::string(200 * 1024, '<'))
      .file("de/angles.md", std::string(200 * 1024, '`') + "\n")
      .file("en/dots.md", "[x](" + std::string(100 * 1024, '.') + "/)\n");
  const Library library = tree.read();
  CHECK(found(library.diagnostics, "broken-link").size() <= 102);
  CHECK(library.counts.articles >= 3);
}

}  // namespace
}  // namespace pharos::content
