// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tree_builder.h"

namespace pharos::content {
namespace {

constexpr const char* kPages = "/docusaurus-plugin-content-docs/current/";

std::string i18n(const std::string& tag, const std::string& path) { return "i18n/" + tag + kPages + path; }

/// A small Docusaurus knowledge base as AdGuard's is made.
TreeBuilder docusaurus_tree() {
  TreeBuilder tree;
  const std::string english =
      "---\ntitle: Ad filters\nsidebar_position: 2\n---\nFilters are lists of rules that tell the program what should "
      "be "
      "blocked on the pages that you open. Choose them in the settings of the program, but do not choose too many.\n";
  tree.file("README.md", "# Website\n\nFor developers.\n")
      .file("docs/intro.md", "---\ntitle: Overview\nsidebar_position: 1\nslug: /\n---\nHello to everybody who reads.\n")
      .file("docs/general/_category_.json", R"({"position": 2, "label": "General", "collapsible": true})")
      .file("docs/general/filters.md", english)
      .file("docs/general/secret.md", "---\ntitle: Secret\nunlisted: true\n---\nText\n")
      .file("docs/ios/_category_.json", R"({"position": 1, "label": "Solving problems", "key": "solving-ios"})")
      .file("docs/ios/ios.md", "---\ntitle: For iOS\n---\n- [Filters](/general/filters.md)\n")
      .file("docs/ios/part/_partial.mdx", "Only included.\n")
      .file(
          "docs/ios/table.mdx",
          "---\ntitle: Table\n---\nimport X from './x';\n\nThe free version differs from the full one in many ways.\n")
      .file("i18n/en/code.json", "{}")
      .file("i18n/en/docusaurus-plugin-content-docs/current.json", "{}")
      .file(i18n("de", "intro.md"), "---\ntitle: Überblick\nslug: /\n---\nHallo an alle, die hier lesen.\n")
      .file(
          i18n("de", "general/filters.md"),
          "---\ntitle: Werbefilter\n---\nFilter sind Listen von Regeln, die dem Programm sagen, was auf den geöffneten "
          "Seiten gesperrt werden soll. Wählen Sie sie in den Einstellungen des Programms, aber nicht zu viele.\n")
      .file("i18n/de/docusaurus-plugin-content-docs/current.json",
            R"({"version.label": {"message": "Weitere"},
                "sidebar.tutorialSidebar.category.General": {"message": "Allgemein"},
                "sidebar.tutorialSidebar.category.solving-ios": {"message": "Probleme lösen"}})")
      // An untouched copy, a copy of an older version, and a page that English no longer has.
      .file(i18n("sk", "intro.md"), "---\ntitle: Overview\nslug: /\n---\nHello to everybody who reads.\n")
      .file(
          i18n("sk", "general/filters.md"),
          "---\ntitle: Ad filters\n---\nFilters are lists of rules that tell the program what should be blocked on the "
          "pages that you open. Choose them in the settings.\n")
      .file(
          i18n("sk", "general/old.md"),
          "---\ntitle: Rules\n---\nChoose the rules of the program in the settings of the pages that you open, but not "
          "too many. The rules are what the program should open.\n")
      .file("i18n/sk/docusaurus-plugin-content-docs/current.json",
            R"({"sidebar.tutorialSidebar.category.General": {"message": "General"}})");
  return tree;
}

TEST_CASE("a Docusaurus tree is read unedited") {
  const Library library = docusaurus_tree().read();
  CHECK(library.tree.layout == Layout::kDocusaurus);
  CHECK(tags(library.tree.languages) == "de en sk");
  CHECK(library.settings.default_language == lang("en"));
  CHECK(library.counts.files == 11);
  CHECK(library.counts.articles == 6);
  CHECK(library.counts.held_back == 1);
  CHECK(library.counts.untranslated_copies == 3);
  CHECK(library.counts.copies_by_language.at(lang("sk")) == 3);
  CHECK(library.counts.orphans == 1);
  CHECK(library.counts.errors == 0);
  CHECK(joined(found(library.diagnostics, "broken-link")) == "");
  CHECK(found(library.diagnostics, "untranslated-copy").size() == 3);
  CHECK(article(library, "general/filters").order == 2);
  CHECK(article(library, "general/filters", "de").title == "Werbefilter");
  CHECK_FALSE(article(library, "general/filters", "de").untranslated_copy);
  CHECK(article(library, "general/filters", "sk").untranslated_copy);
  CHECK(article(library, "ios/ios").html.find("pharos:general/filters") != std::string::npos);
  CHECK(has_article(library, "ios/table"));
  CHECK_FALSE(has_article(library, "README"));
  CHECK_FALSE(has_article(library, "ios/part/_partial"));
}

TEST_CASE("Docusaurus' category labels are titles, translated by its message files") {
  const Library library = docusaurus_tree().read();
  REQUIRE(library.categories.size() == 2);
  CHECK(library.categories[0].key == "ios");
  CHECK(library.categories[0].titles.at(lang("en")) == "Solving problems");
  CHECK(library.categories[0].titles.at(lang("de")) == "Probleme lösen");
  CHECK(library.categories[1].titles.at(lang("de")) == "Allgemein");
  CHECK_FALSE(library.categories[1].titles.contains(lang("sk")));
}

TEST_CASE("Docusaurus' second copy of the default language is left out in silence but said") {
  TreeBuilder tree;
  tree.page("docs/a.md", "A").page(i18n("en", "a.md"), "A").page(i18n("ja", "a.md"), "あ", "日本語の文です。\n");
  const Library library = tree.read();
  CHECK(library.counts.articles == 2);
  CHECK(library.counts.refused == 0);
  CHECK(library.diagnostics.empty());
  CHECK(library.tree.reasons.back().find("repeat") != std::string::npos);
}

TEST_CASE("a category file that is no JSON is told, the folder's name is shown") {
  TreeBuilder tree;
  tree.page("docs/how-to/a.md", "A").file("docs/how-to/_category_.json", "{\"label\": ");
  const Library library = tree.read();
  CHECK(joined(found(library.diagnostics)) == "docs/how-to/_category_.json:0 category-file");
  CHECK(library.categories.at(0).titles.at(lang("en")) == "How to");
}

/// A small VuePress FAQ as Wallpaper Engine's is made.
TEST_CASE("a VuePress tree without front matter is read unedited") {
  TreeBuilder tree;
  tree.file("README.md", "# FAQ repository\n");
  struct Words {
    const char* folder;
    const char* home;
    const char* title;
    const char* text;
  };
  const Words rows[] = {
      {"en", "Guide", "Black screen", "The screen stays black when the videos cannot be played on the computer."},
      {"de", "Anleitung", "Schwarzer Bildschirm",
       "Der Bildschirm bleibt schwarz, wenn Videos nicht abgespielt werden."},
      {"zh", "指南", "黑屏", "如果电脑无法播放视频，屏幕会一直是黑的。"},
      {"zh-tw", "指南", "黑畫面", "如果電腦無法播放影片，畫面會一直是黑的。"},
  };
  for (const Words& w : rows) {
    const std::string folder = std::string("docs/") + w.folder;
    tree.file(folder + "/README.md", std::string("# ") + w.home + "\n\n[1](noshow/black.html)\n")
        .file(folder + "/noshow/black.md", std::string("# ") + w.title + "\n\n" + w.text + "\n\n::: tip\n" + w.text +
                                               "\n:::\n\n![x](./shot.png)\n\n[2](/noshow/black.html)\n");
  }
  tree.page("docs/zh/wegame/only.md", "WeGame", "只在中文里。\n").file("docs/en/noshow/shot.png", "x");
  const Library library = tree.read();
  CHECK(library.tree.layout == Layout::kFolders);
  CHECK(library.tree.documents_folder == "docs");
  CHECK(tags(library.tree.languages) == "de en zh zh-TW");
  CHECK(library.counts.files == 9);
  CHECK(library.counts.articles == 9);
  CHECK(library.counts.keys == 3);
  CHECK(library.counts.orphans == 1);
  CHECK(library.counts.untranslated_copies == 0);
  CHECK(joined(found(library.diagnostics)) == "");
  const Article& black = article(library, "noshow/black", "zh-TW");
  CHECK(black.title == "黑畫面");
  CHECK(black.category == "noshow");
  CHECK(black.path == "docs/zh-tw/noshow/black.md");
  CHECK(black.html.find("pharos:noshow/black") != std::string::npos);
  CHECK(joined(black.assets) == "docs/en/noshow/shot.png");
  CHECK(article(library, "index", "de").title == "Anleitung");
  CHECK(article(library, "index", "de").category == "");
  REQUIRE(library.categories.size() == 2);
  CHECK(library.categories[0].titles.at(lang("en")) == "Noshow");
  CHECK(library.settings.name.in({lang("de")}) == "Anleitung");
  CHECK(tags(library.settings.chain(lang("zh-TW"))) == "zh-TW zh en");
}

TEST_CASE("pages outside the languages' folders are in the default language when they have twins in them") {
  TreeBuilder tree;
  tree.page("docs/guide/a.md", "A", "[b](b.md)\n")
      .page("docs/guide/b.md", "B")
      .page("docs/zh/guide/a.md", "甲", "中文。\n")
      .page("docs/zh/guide/b.md", "乙", "[甲](/zh/guide/a.html)\n");
  ReadOptions options;
  options.default_language = lang("en");
  const Library library = tree.read(options);
  CHECK(library.counts.articles == 4);
  CHECK(library.counts.keys == 2);
  CHECK(article(library, "guide/b", "zh").html.find("pharos:guide/a") != std::string::npos);
  CHECK(library.diagnostics.empty());
}

TEST_CASE("languages by suffix are read where the twin exists") {
  TreeBuilder tree;
  tree.page("docs/a.md", "A").page("docs/a.fr.md", "A fr", "Du texte.\n").page("docs/release.it.md", "Release");
  ReadOptions options;
  options.default_language = lang("en");
  const Library library = tree.read(options);
  CHECK(library.counts.articles == 3);
  CHECK(article(library, "a", "fr").title == "A fr");
  CHECK(has_article(library, "release.it", "en"));
}

TEST_CASE("a Hugo tree is read unedited") {
  TreeBuilder tree;
  for (const char* tag : {"en", "fr"}) {
    const std::string folder = std::string("content/") + tag + "/docs/";
    tree.file(folder + "_index.md", "+++\ntitle = \"Documents " + std::string(tag) + "\"\nweight = 1\n+++\n")
        .file(folder + "install/index.md",
              "+++\ntitle = \"Install " + std::string(tag) + "\"\ntags = [\"x\"]\n+++\n![p](p.png)\n")
        .file(folder + "install/p.png", "x")
        .file(folder + "use.md", "---\ntitle: Use\nweight: 3\ndate: 2026-01-01\n---\nText " + std::string(tag) + "\n");
  }
  const Library library = tree.read();
  CHECK(library.counts.articles == 4 - library.counts.untranslated_copies);
  CHECK(article(library, "docs/install", "fr").title == "Install fr");
  // A folder with its own page only is no category.
  CHECK(article(library, "docs/install", "fr").category == "docs");
  REQUIRE(library.categories.size() == 1);
  CHECK(library.categories[0].titles.at(lang("fr")) == "Documents fr");
  CHECK(joined(article(library, "docs/install", "fr").assets) == "content/fr/docs/install/p.png");
}

}  // namespace
}  // namespace pharos::content
