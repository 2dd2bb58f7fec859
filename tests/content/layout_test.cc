// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "content/page_names.h"
#include "content/tree_places.h"
#include "pharos/base/error.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

FileList files(const std::vector<std::string>& paths) {
  FileList list;
  // A page is as long as its name; a translation into Russian is longer.
  for (const std::string& path : paths) {
    list.files.push_back({path, name_of(path).size() + (path.find("/ru/") != std::string::npos ? 1 : 0), 0});
  }
  std::sort(list.files.begin(), list.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return list;
}

std::string shown(const TreeLayout& tree) {
  std::string text = std::string(name(tree.layout)) + " in \"" + tree.documents_folder + "\": " + tags(tree.languages);
  if (tree.default_language) text += ", default " + tree.default_language->tag();
  if (tree.default_at_root) text += ", at the root";
  return text;
}

struct Row {
  std::string why;
  std::vector<std::string> paths;
  std::string expected;
};

TEST_CASE("the layout of a tree is found out") {
  const std::vector<Row> rows = {
      {"sibling folders below docs/, a README for developers beside them",
       {"README.md", "docs/en/a.md", "docs/en/b.md", "docs/de/a.md", "docs/de/b.md", "docs/zh-tw/a.md"},
       "folders in \"docs\": de en zh-TW, default en"},
      {"sibling folders at the top", {"en/a.md", "fr/a.md"}, "folders in \"\": en fr, default en"},
      {"Astro's deep folder",
       {"src/content/docs/en/a.md", "src/content/docs/ja/a.md", "src/notes.md"},
       "folders in \"src/content/docs\": en ja, default en"},
      {"no English: the language with most pages",
       {"content/de/a.md", "content/de/b.md", "content/fr/a.md"},
       "folders in \"content\": de fr, default de"},
      {"one language's folder with all pages in it",
       {"docs/en/a.md", "docs/en/b.md", "README.md"},
       "folders in \"docs\": en, default en"},
      {"folders that only look like languages have no twins",
       {"docs/_category_.json", "docs/it/mail.md", "docs/hr/leave.md", "docs/a.md", "docs/b.md", "docs/c.md"},
       "single in \"docs\": en, default en"},
      {"Docusaurus, whose default language has texts but no pages",
       {"README.md", "docs/a.md", "docs/b/c.md", "i18n/en/code.json", "i18n/de/code.json",
        "i18n/de/docusaurus-plugin-content-docs/current/a.md"},
       "docusaurus in \"docs\": de en, default en"},
      {"Docusaurus, whose i18n/en has the very pages of docs/",
       {"docs/a.md", "i18n/en/docusaurus-plugin-content-docs/current/a.md",
        "i18n/ja/docusaurus-plugin-content-docs/current/a.md"},
       "docusaurus in \"docs\": en ja, default en"},
      {"Docusaurus, whose i18n/de has the very pages of docs/",
       {"docs/a.md", "docs/bc.md", "i18n/en/docusaurus-plugin-content-docs/current/bc.md",
        "i18n/de/docusaurus-plugin-content-docs/current/a.md", "i18n/en/docusaurus-plugin-content-docs/current/bcd.md"},
       "docusaurus in \"docs\": de en, default de"},
      {"Docusaurus below a folder",
       {"website/docs/a.md", "website/i18n/ru/docusaurus-plugin-content-docs/current/a.md"},
       "docusaurus in \"website/docs\": en ru, default en"},
      {"Docusaurus with docs/ beside the site",
       {"docs/a.md", "website/i18n/ru/docusaurus-plugin-content-docs/current/a.md"},
       "docusaurus in \"docs\": en ru, default en"},
      {"endings of names with twins",
       {"docs/a.en.md", "docs/a.de.md", "docs/b.en.md"},
       "suffix in \"docs\": de en, default en"},
      {"settings of ours",
       {"pharos.yml", "en/a/b.md", "zh-Hans/a/c.md", "notices/x.en.md"},
       "folders in \"\": en zh-Hans, default en"},
      {"Docusaurus without translations", {"docs/_category_.json", "docs/a.md"}, "single in \"docs\": en, default en"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const TreeLayout tree = detect_layout(files(row.paths), {});
    CHECK(shown(tree) == row.expected);
    CHECK_FALSE(tree.reasons.empty());
  }
}

TEST_CASE("what contradicts itself is asked, naming the option, never guessed") {
  struct Question {
    std::string why;
    std::vector<std::string> paths;
    std::string option;
  };
  const std::vector<Question> rows = {
      {"one language, nothing says which", {"a.md", "b.md"}, "--default-language"},
      {"folders like languages without common pages", {"de/a.md", "de/b.md", "fr/c.md", "fr/d.md"}, "--languages"},
      {"a folder it/ that shares nothing", {"en/a.md", "de/a.md", "fr/a.md", "it/mail.md"}, "--languages"},
      {"equally many pages in two languages, none English", {"de/a.md", "fr/a.md"}, "--default-language"},
      {"pages outside the languages' folders",
       {"docs/a.md", "docs/b.md", "docs/zh/a.md", "docs/zh/b.md"},
       "--default-language"},
      {"endings, and pages without", {"a.md", "a.de.md"}, "--default-language"},
      {"Docusaurus, whose i18n/en differs from docs/",
       {"docs/abc.md", "i18n/en/docusaurus-plugin-content-docs/current/abcd.md"},
       "--default-language"},
      {"Docusaurus without i18n/en, with one language equal to docs/",
       {"docs/a.md", "i18n/de/docusaurus-plugin-content-docs/current/a.md",
        "i18n/ru/docusaurus-plugin-content-docs/current/a.md"},
       "--default-language"},
      {"two trees in one", {"a/en/x.md", "a/de/x.md", "b/en/y.md", "b/de/y.md"}, "--layout"},
  };
  for (const Question& row : rows) {
    CAPTURE(row.why);
    try {
      const TreeLayout tree = detect_layout(files(row.paths), {});
      FAIL_CHECK(shown(tree));
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kInvalidArgument);
      CHECK(error.parameter() == row.option);
      CHECK(std::string(error.what()).find(row.option == "--layout" ? "content folder" : row.option) !=
            std::string::npos);
    }
  }
}

TEST_CASE("the operator's word counts more than the evidence") {
  ReadOptions options;
  options.default_language = lang("de");
  CHECK(shown(detect_layout(files({"a.md"}), options)) == "single in \"\": de, default de");
  CHECK(shown(detect_layout(files({"en/a.md", "de/a.md"}), options)) == "folders in \"\": de en, default de");
  CHECK(shown(detect_layout(files({"a.md", "a.en.md"}), options)) == "suffix in \"\": de en, default de");
  CHECK(shown(detect_layout(files({"docs/a.md", "docs/b.md", "docs/zh/a.md", "docs/zh/b.md"}), options)) ==
        "folders in \"docs\": de zh, default de, at the root");
  options = {};
  options.languages = {lang("de"), lang("fr")};
  CHECK(shown(detect_layout(files({"de/a.md", "de/b.md", "fr/c.md", "en/a.md"}), options)) ==
        "folders in \"\": de fr, default de");
  options = {};
  options.layout = Layout::kSingle;
  options.default_language = lang("en");
  CHECK(shown(detect_layout(files({"docs/en/a.md", "docs/de/a.md"}), options)) == "single in \"docs\": en, default en");
}

TEST_CASE("an operator's word that the tree does not bear out is refused") {
  ReadOptions options;
  options.layout = Layout::kDocusaurus;
  CHECK_THROWS_AS(detect_layout(files({"en/a.md"}), options), Error);
  options = {};
  options.languages = {lang("en"), lang("ja")};
  CHECK_THROWS_AS(detect_layout(files({"en/a.md", "de/a.md"}), options), Error);
  options = {};
  options.default_language = lang("ja");
  CHECK_THROWS_AS(detect_layout(files({"en/a.md", "de/a.md"}), options), Error);
}

TEST_CASE("a folder without markdown is not found, and the message says what to write") {
  try {
    detect_layout(files({"a.txt"}), {});
    FAIL_CHECK("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kNotFound);
    CHECK(std::string(error.what()).find(".md") != std::string::npos);
  }
}

TEST_CASE("names of layouts are read back") {
  for (const Layout layout : {Layout::kFolders, Layout::kDocusaurus, Layout::kSuffix, Layout::kSingle}) {
    CHECK(parse_layout(name(layout)) == layout);
  }
  CHECK_FALSE(parse_layout("hugo"));
}

TEST_CASE("every path of a tree has its place") {
  const FileList list = files({"docs/a.md", "docs/a.de.md", "docs/release.it.md"});
  ReadOptions options;
  options.default_language = lang("en");
  const TreePlaces places(detect_layout(list, options), list);
  const auto shown_place = [&](std::string_view path) {
    const std::optional<Place> place = places.place(path);
    return place ? place->language.tag() + ":" + place->path : "none";
  };
  CHECK(shown_place("docs/a.md") == "en:a.md");
  CHECK(shown_place("docs/a.de.md") == "de:a.md");
  // A suffix without a twin is part of the name.
  CHECK(shown_place("docs/release.it.md") == "en:release.it.md");
  CHECK(shown_place("elsewhere/a.md") == "none");
}

TEST_CASE("names of pages") {
  CHECK(stem("a/b.mdx") == "a/b");
  CHECK(stem("a.b/c") == "a.b/c");
  CHECK(is_folder_page("a/README.md"));
  CHECK(is_folder_page("Index.md"));
  CHECK_FALSE(is_folder_page("a/indexes.md"));
  CHECK(is_partial("a/_part.md"));
  CHECK(is_partial("_parts/a.md"));
  CHECK_FALSE(is_partial("a/_index.md"));
  CHECK(normalized("a/./b/../c") == "a/c");
  CHECK_FALSE(normalized("../a"));
}

}  // namespace
}  // namespace pharos::content
