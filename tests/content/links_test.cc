// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "content/link_map.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

struct Row {
  std::string why;
  std::string target;
  std::string address;  ///< "" = left as written
};

/// Resolves links of one page of a tree; no page is rendered.
class Resolver {
 public:
  Resolver(const TreeBuilder& tree, const ReadOptions& options)
      : files_(list_files(tree.path())), places_(detect_layout(files_, options), files_), links_(places_, files_) {
    for (const FoundFile& file : files_.files) {
      const std::optional<Place> place = places_.place(file.path);
      if (!place || !file.path.ends_with(".md")) continue;
      std::optional<Page> page = read_page(tree.path(), file, *place, options, diagnostics);
      if (page) links_.add_page(*page);
    }
  }
  LinkMap& links() { return links_; }

  std::string address(const std::string& from, const std::string& target, bool image = false) {
    const Language language = places_.place(from) ? places_.place(from)->language : lang("en");
    Link link;
    link.target = target;
    link.line = 7;
    link.image = image;
    const std::string path = from;
    const auto resolve = links_.resolver(path, language, diagnostics, assets);
    return resolve(link).value_or("");
  }

  Diagnostics diagnostics;
  std::vector<std::string> assets;

 private:
  FileList files_;
  TreePlaces places_;
  LinkMap links_;
};

TEST_CASE("links of a tree of ours lead to keys, in every way that they are written") {
  TreeBuilder tree;
  tree.settings({"en", "de"})
      .page("en/deposits/wrong-network.md", "W")
      .page("en/deposits/memo.md", "M")
      .page("en/deposits/Größe 1.md", "G")
      .page("en/account/README.md", "Account")
      .page("en/account/reset.md", "R")
      .file("en/fees/old.md", "---\ntitle: F\naliases: [fees/ancient, legacy.html]\n---\nx\n")
      .page("de/deposits/memo.md", "M")
      .file("assets/net.svg", "<svg/>")
      .file("en/deposits/near.png", "x");
  Resolver r(tree, {});
  r.links().add_category("deposits");
  const Row rows[] = {
      {"a neighbour", "memo.md", "pharos:deposits/memo"},
      {"with ./ and fragment", "./memo.md#why", "pharos:deposits/memo#why"},
      {"another folder", "../account/reset.md", "pharos:account/reset"},
      {"without ending", "../account/reset", "pharos:account/reset"},
      {"as HTML", "../account/reset.html#a", "pharos:account/reset#a"},
      {"from the top", "/account/reset", "pharos:account/reset"},
      {"from the top with language", "/de/deposits/memo", "pharos:deposits/memo"},
      {"into another language's folder", "../../de/deposits/memo.md", "pharos:deposits/memo"},
      {"percent-encoded", "Gr%C3%B6%C3%9Fe%201.md", "pharos:deposits/Gr%C3%B6%C3%9Fe%201"},
      {"with a query", "memo.md?x=1#y", "pharos:deposits/memo#y"},
      {"a category's folder", "../deposits/", "pharos:deposits"},
      {"a category by its description", "_index.md", "pharos:deposits"},
      {"a folder with a page of its own", "../account/", "pharos:account"},
      {"that page by name", "../account/README.md", "pharos:account"},
      {"an old address", "/fees/ancient", "pharos:fees/old"},
      {"an old address with ending", "/legacy.html", "pharos:fees/old"},
      {"as if addresses ended in a slash", "../memo", "pharos:deposits/memo"},
      {"the home page", "/", "pharos:"},
      {"the home page of a language", "/de/", "pharos:"},
      {"within the page", "#steps", ""},
      {"a file to fetch", "../../assets/net.svg", "pharos-asset:assets/net.svg"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(r.address("en/deposits/wrong-network.md", row.target) == row.address);
  }
  CHECK(joined(found(r.diagnostics)) == "");
  CHECK(r.address("notices/x.en.md", "../en/account/reset.md") == "pharos:account/reset");
  CHECK(r.address("de/deposits/memo.md", "wrong-network.md") == "pharos:deposits/wrong-network");
}

TEST_CASE("pictures are found beside the page, from the top and beside the original") {
  TreeBuilder tree;
  tree.settings({"en", "de"})
      .page("en/a/x.md", "X")
      .page("de/a/x.md", "X")
      .file("assets/a b.svg", "x")
      .file("en/a/near.png", "x")
      .file("static/img/top.png", "x");
  Resolver r(tree, {});
  CHECK(r.address("en/a/x.md", "../../assets/a%20b.svg", true) == "pharos-asset:assets/a%20b.svg");
  CHECK(r.address("en/a/x.md", "near.png", true) == "pharos-asset:en/a/near.png");
  CHECK(r.address("de/a/x.md", "near.png", true) == "pharos-asset:en/a/near.png");
  CHECK(r.address("de/a/x.md", "/img/top.png", true) == "pharos-asset:static/img/top.png");
  CHECK(r.address("de/a/x.md", "/assets/a b.svg", true) == "pharos-asset:assets/a%20b.svg");
  CHECK(joined(r.assets) == "assets/a b.svg | en/a/near.png | static/img/top.png");
  CHECK(r.diagnostics.empty());
}

TEST_CASE("what leads to nothing stays as written and is told with its line") {
  TreeBuilder tree;
  tree.settings({"en"}).page("en/a/x.md", "X");
  Resolver r(tree, {});
  CHECK(r.address("en/a/x.md", "nowhere.md") == "");
  CHECK(r.address("en/a/x.md", "../../../../etc/passwd") == "");
  CHECK(r.address("en/a/x.md", "missing.png", true) == "");
  CHECK(r.address("en/a/x.md", "form.pdf") == "");
  CHECK(joined(found(r.diagnostics)) ==
        "en/a/x.md:7 broken-link | en/a/x.md:7 broken-link | en/a/x.md:7 broken-asset | en/a/x.md:7 broken-asset");
}

TEST_CASE("links of a Docusaurus tree lead to keys") {
  TreeBuilder tree;
  const std::string german = "i18n/de/docusaurus-plugin-content-docs/current/";
  tree.page("docs/general/filters.md", "F")
      .page("docs/ios/ios.md", "I")
      .page("docs/ios/settings.md", "S")
      .page("docs/contribute/translate/rewards.md", "R")
      .page("docs/contribute/translate/priority.md", "P")
      .page(german + "ios/settings.md", "Einstellungen");
  Resolver r(tree, {});
  const Row rows[] = {
      {"from the top, with ending", "/general/filters.md", "pharos:general/filters"},
      {"from the top, without", "/general/filters#x", "pharos:general/filters#x"},
      {"below docs/", "/docs/general/filters", "pharos:general/filters"},
      {"a folder with a page of its name", "/ios/", "pharos:ios/ios"},
      {"a file in another folder", "../general/filters.md", "pharos:general/filters"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(r.address("docs/ios/settings.md", row.target) == row.address);
    CHECK(r.address(german + "ios/settings.md", row.target) == row.address);
  }
  CHECK(r.address("docs/contribute/translate/rewards.md", "../priority") == "pharos:contribute/translate/priority");
  CHECK(joined(found(r.diagnostics)) == "");
}

TEST_CASE("fragments are held against the page in the reader's language, else the one it falls back to") {
  TreeBuilder tree;
  tree.settings({"en", "de"})
      .page("en/a.md", "A", "## Steps {#steps}\n\nx\n\n## Other words\n\nx\n")
      .page("de/a.md", "A", "## Schritte {#steps}\n\nx\n\n## Andere Worte\n\nx\n")
      .page("en/b.md", "B", "## Only here\n\nx\n")
      .page("de/c.md", "C",
            "[1](a.md#steps) [2](a.md#other-words) [3](b.md#only-here) [4](b.md#nothing) [5](#own) [6](#mine)\n\n## "
            "Own\n\nx\n");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics, "broken-anchor")) ==
        "de/c.md:4 broken-anchor | de/c.md:4 broken-anchor | de/c.md:4 broken-anchor");
  CHECK(mentions(library.diagnostics, "broken-anchor", "give the translated heading the id {#other-words}"));
  CHECK(mentions(library.diagnostics, "broken-anchor", "#nothing"));
  CHECK(mentions(library.diagnostics, "broken-anchor", "#mine"));
}

TEST_CASE("a page knows its links and pictures") {
  TreeBuilder tree;
  tree.settings({"en"})
      .page("en/a.md", "A", "![net](../assets/net.svg) [B](b.md#x) [out](https://x.example) [gone](gone.md)\n")
      .page("en/b.md", "B", "## X\n\nx\n")
      .file("assets/net.svg", "<svg/>");
  const Library library = tree.read();
  const Article& a = article(library, "a");
  CHECK(joined(a.assets) == "assets/net.svg");
  CHECK(a.html.find("src=\"pharos-asset:assets/net.svg\"") != std::string::npos);
  CHECK(a.html.find("href=\"pharos:b#x\"") != std::string::npos);
  REQUIRE(a.links.size() == 4);
  CHECK(a.links[1].article == ArticleKey::require("b"));
  CHECK(joined(found(library.diagnostics)) == "en/a.md:4 broken-link");
}

}  // namespace
}  // namespace pharos::content
