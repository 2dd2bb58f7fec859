// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/front_matter.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "content/field_reader.h"
#include "content/page.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

struct Read {
  std::shared_ptr<const std::string> text;  // the body points into it
  FrontMatter front;
  Diagnostics diagnostics;
  std::string value(std::string_view path) const {
    const DataNode* node = front.data.find(path);
    if (node == nullptr) return "(none)";
    if (!node->is_list()) return node->text;
    std::string items;
    for (const DataNode& item : node->items) items += "[" + item.text + "]";
    return items;
  }
};

Read read(const std::string& text) {
  Read result;
  result.text = std::make_shared<const std::string>(text);
  result.front = read_front_matter(*result.text, "a.md", result.diagnostics);
  return result;
}

TEST_CASE("front matter is cut from the body, whose first line is known") {
  const Read r = read("---\ntitle: Wrong network\ntags: [a, b]\nlast_update:\n  date: 2026-11-01\n---\nBody\n");
  CHECK(r.value("title") == "Wrong network");
  CHECK(r.value("tags") == "[a][b]");
  CHECK(r.value("last_update.date") == "2026-11-01");
  CHECK(r.front.body == "Body\n");
  CHECK(r.front.body_line == 7);
  CHECK(r.diagnostics.empty());
}

TEST_CASE("a page without front matter is all body") {
  for (const char* text : {"# Title\n\nText", "", "---\n\nA rule opens this page.\n", "--\ntitle: x\n--\n"}) {
    CAPTURE(text);
    const Read r = read(text);
    CHECK(r.front.body == text);
    CHECK(r.front.body_line == 1);
    CHECK(r.diagnostics.empty());
  }
}

TEST_CASE("broken YAML is told with its line, the body is kept and so is what can be understood") {
  struct Row {
    std::string why;
    const char* yaml;
    int line;
  };
  const Row rows[] = {
      {"a colon in a value", "draft: true\ntitle: Error: no funds\n", 3},
      {"a bracket that is not closed", "draft: true\ntags: [a, b\n", 3},
      {"a quote that is not closed", "draft: true\ntitle: \"abc\n", 3},
      {"a tab for indentation", "draft: true\nx:\n\ty: 1\n", 4},
      {"a list as key", "draft: true\n[a, b]: c\n", 3},
      {"an alias without anchor", "draft: true\ntitle: *nobody\n", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Read r = read(std::string("---\n") + row.yaml + "---\nBody\n");
    REQUIRE(r.diagnostics.size() == 1);
    CHECK(r.diagnostics[0].rule == "front-matter");
    CHECK(r.diagnostics[0].severity == Severity::kError);
    CHECK(r.diagnostics[0].line >= 2);
    CHECK(r.diagnostics[0].line <= row.line + 1);
    CHECK(r.diagnostics[0].message.find("quotes") != std::string::npos);
    CHECK(r.front.body == "Body\n");
    CHECK(r.value("draft") == "true");
  }
  CHECK(read("---\ntitle: Error: no funds\n---\n").value("title") == "Error: no funds");
}

TEST_CASE("a front matter that is never closed is told, and its keys are used") {
  const Read r = read("---\ntitle: A\ndraft: true\n\nText\n");
  REQUIRE(r.diagnostics.size() == 1);
  CHECK(r.diagnostics[0].line == 1);
  CHECK(r.value("draft") == "true");
  CHECK(r.front.body == "\nText\n");
  CHECK(r.front.body_line == 4);
}

TEST_CASE("a key that stands twice counts once and is told") {
  const Read r = read("---\ntitle: A\norder: 1\ntitle: B\n---\n");
  CHECK(r.value("title") == "A");
  REQUIRE(r.diagnostics.size() == 1);
  CHECK(r.diagnostics[0].line == 4);
}

TEST_CASE("front matter that is no map is told") {
  CHECK(read("---\n- a\n- b\n---\nBody").diagnostics.size() == 1);
  CHECK(read("---\n---\nBody").diagnostics.empty());
  CHECK(read("---\n# only a comment\n---\nBody").diagnostics.empty());
}

TEST_CASE("simple TOML between +++ lines is read") {
  const Read r = read(
      "+++\ntitle = \"Wrong network\"\nweight = 3 # third\ndraft = false\ntags = [\"a, b\", 'c']\n[params]\nx = "
      "1\n+++\n"
      "Body");
  CHECK(r.diagnostics.empty());
  CHECK(r.value("title") == "Wrong network");
  CHECK(r.value("weight") == "3");
  CHECK(r.value("tags") == "[a, b][c]");
  CHECK(r.value("params.x") == "1");
  CHECK(r.front.body == "Body");
  const Read strange = read("+++\ntitle = \"A\"\nx = { a = 1 }\ny = [1,\n2]\n+++\n");
  CHECK(strange.value("title") == "A");
  CHECK(strange.diagnostics.size() >= 1);
}

TEST_CASE("hostile YAML ends within its budget") {
  std::string bomb = "---\na: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i == 0 ? "" : ", ") + "*" + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  const std::string deep = "---\na: " + std::string(20000, '[') + "\n---\n";
  const std::string maps = "---\na: " + std::string(20000, '{') + "\n---\n";
  std::string wide = "---\n";
  for (int i = 0; i < 20000; ++i) wide += "k" + std::to_string(i) + ": v\n";
  for (const std::string& text : {bomb + "---\n", deep, maps}) CHECK(read(text).diagnostics.size() == 1);
  CHECK(read(wide + "---\n").diagnostics.empty());
  const Read self = read("---\na: &a [*a]\n---\n");
  CHECK(self.front.body.empty());
}

TEST_CASE("source text loses byte order mark and carriage returns, and says where it is not UTF-8") {
  Diagnostics diagnostics;
  CHECK(source_text("\xEF\xBB\xBFone\r\ntwo\r\n", "a.md", diagnostics) == "one\ntwo\n");
  CHECK(diagnostics.empty());
  CHECK(source_text("one\r\ntwo \xC3(\n", "a.md", diagnostics) == "one\ntwo \xEF\xBF\xBD(\n");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].rule == "invalid-utf8");
  CHECK(diagnostics[0].line == 2);
  CHECK_FALSE(source_text(std::string("\xFF\xFEt\0", 4), "a.md", diagnostics));
}

TEST_CASE("values of the wrong kind are all told at once") {
  const Read r = read("---\na: [1]\nb: x\nc: maybe\nd: soon\ne: {x: 1}\nf: {en: A, steam: B}\n---\n");
  Diagnostics diagnostics;
  const std::string path = "a.md";
  FieldReader reader(path, "front-matter", diagnostics);
  CHECK_FALSE(reader.text(*r.front.data.find("a"), "a"));
  CHECK_FALSE(reader.number(*r.front.data.find("b"), "b"));
  CHECK_FALSE(reader.flag(*r.front.data.find("c"), "c"));
  CHECK_FALSE(reader.moment(*r.front.data.find("d"), "d"));
  CHECK(reader.texts(*r.front.data.find("e"), "e").empty());
  const LocalizedText words = reader.localized(*r.front.data.find("f"), "f");
  CHECK(words.in({lang("de"), lang("en")}) == "A");
  CHECK(joined(found(diagnostics)) ==
        "a.md:2 front-matter | a.md:3 front-matter | a.md:4 front-matter | a.md:5 front-matter | a.md:6 front-matter | "
        "a.md:7 front-matter");
}

TEST_CASE("a localized text falls back along the chain, to the text for all, to any") {
  LocalizedText text;
  CHECK(text.in({lang("en")}).empty());
  text.set(lang("ja"), "J");
  CHECK(text.in({lang("en")}) == "J");
  text.set(lang("de"), "D");
  CHECK(text.in({lang("en"), lang("ja")}) == "J");
  text.set_for_all("A");
  CHECK(text.in({lang("en")}) == "A");
}

}  // namespace
}  // namespace pharos::content
