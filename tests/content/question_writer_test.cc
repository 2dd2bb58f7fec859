// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/question_writer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/content/library.h"

namespace pharos::content {
namespace {

using Strings = std::vector<std::string>;

/// The questions of a page as a library reads it.
Strings questions_of(const std::string& page) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "en");
  write_file_synced(folder.path() / "en/page.md", page);
  ReadOptions options;
  options.drafts = true;
  const Library library = read_library(folder.path(), options);
  REQUIRE(library.articles.size() == 1);
  return library.articles[0].questions;
}

TEST_CASE("a question is added and every other byte stays") {
  struct Row {
    const char* style;
    std::string before, after;
  };
  for (const Row& row : {
           Row{"block list", "---\ntitle: A\nquestions:\n  - one\n  - two\ndraft: true\n---\nBody\n",
               "---\ntitle: A\nquestions:\n  - one\n  - two\n  - new one\ndraft: true\n---\nBody\n"},
           Row{"block list at the end, as far left as its key", "---\nquestions:\n- one\n- 'it''s two'\n---\nBody",
               "---\nquestions:\n- one\n- 'it''s two'\n- new one\n---\nBody"},
           Row{"block list before another key as far left", "---\nquestions:\n- one\ntags:\n- t\n---\nBody",
               "---\nquestions:\n- one\n- new one\ntags:\n- t\n---\nBody"},
           Row{"block list with comments, blank lines and a folded item",
               "---\n# c\nquestions:  # asked often\n\n    - one\n      and more\n    # c2\n\n# c3\ntitle: A # "
               "t\n---\nBody\n",
               "---\n# c\nquestions:  # asked often\n\n    - one\n      and more\n    - new one\n    # c2\n\n# "
               "c3\ntitle: A # "
               "t\n---\nBody\n"},
           Row{"flow list", "---\nquestions: [one, \"two, ]\"] # c\n---\nBody\n",
               "---\nquestions: [one, \"two, ]\", \"new one\"] # c\n---\nBody\n"},
           Row{"flow list with an apostrophe", "---\nquestions: [can't log in, 'that''s it']\n---\n",
               "---\nquestions: [can't log in, 'that''s it', \"new one\"]\n---\n"},
           Row{"empty flow list", "---\nquestions: []\ntitle: A\n---\n",
               "---\nquestions: [\"new one\"]\ntitle: A\n---\n"},
           Row{"flow list with a comma at its end", "---\nquestions: [one, ]\n---\n",
               "---\nquestions: [one, \"new one\" ]\n---\n"},
           Row{"flow list on many lines", "---\nquestions: [\n  one,\n  two\n]\ntitle: A\n---\n",
               "---\nquestions: [\n  one,\n  two, \"new one\"\n]\ntitle: A\n---\n"},
           Row{"flow list that ends with a comment", "---\nquestions: [\n  one, # first\n  two # [last\n  ]\n---\n",
               "---\nquestions: [\"new one\", \n  one, # first\n  two # [last\n  ]\n---\n"},
           Row{"flow list below its key", "---\nquestions:\n  [one]\ntitle: A\n---\n",
               "---\nquestions:\n  [one, \"new one\"]\ntitle: A\n---\n"},
           Row{"a single text", "---\nquestions: where is my money # c\ntitle: A\n---\n",
               "---\nquestions:\n  - where is my money # c\n  - new one\ntitle: A\n---\n"},
           Row{"key without a value", "---\nquestions:\ntitle: A\n---\n",
               "---\nquestions:\n  - new one\ntitle: A\n---\n"},
           Row{"key in quotes", "---\n\"questions\" :\n  - one\n---\n",
               "---\n\"questions\" :\n  - one\n  - new one\n---\n"},
           Row{"key absent", "---\ntitle: A\nsummary: |\n  questions:\n  - no\n---\nBody\n",
               "---\ntitle: A\nsummary: |\n  questions:\n  - no\nquestions:\n  - new one\n---\nBody\n"},
           Row{"key of an inner map", "---\nother:\n  questions:\n    - no\n---\nBody\n",
               "---\nother:\n  questions:\n    - no\nquestions:\n  - new one\n---\nBody\n"},
           Row{"front matter empty", "---\n---\nBody\n", "---\nquestions:\n  - new one\n---\nBody\n"},
           Row{"front matter indented", "---\n  title: A\n  questions:\n    - one\n---\n",
               "---\n  title: A\n  questions:\n    - one\n    - new one\n---\n"},
           Row{"front matter closed by dots", "---\ntitle: A\n...\nBody",
               "---\ntitle: A\nquestions:\n  - new one\n...\nBody"},
           Row{"front matter absent", "# Title\n\nBody\n", "---\nquestions:\n  - new one\n---\n# Title\n\nBody\n"},
           Row{"lines of Windows and a byte order mark",
               "\xEF\xBB\xBF---\r\ntitle: A\r\nquestions:\r\n  - one\r\n---\r\nBody\r\n",
               "\xEF\xBB\xBF---\r\ntitle: A\r\nquestions:\r\n  - one\r\n  - new one\r\n---\r\nBody\r\n"},
           Row{"lines of Windows without front matter", "# Title\r\nBody",
               "---\r\nquestions:\r\n  - new one\r\n---\r\n# Title\r\nBody"},
           Row{"spaces behind the fence", "--- \nquestions: [one]\n---\t\nBody\n---\n",
               "--- \nquestions: [one, \"new one\"]\n---\t\nBody\n---\n"},
           Row{"an anchor", "---\nquestions: &q\n  - one\nmore: *q\n---\n", ""},
       }) {
    CAPTURE(row.style);
    if (row.after.empty()) {
      // The list is used twice: whoever adds to it changes the other key too.
      CHECK_THROWS_AS(add_question(row.before, "new one", "en/page.md"), Error);
      continue;
    }
    const Strings before = questions_of(row.before);
    const std::string edited = add_question(row.before, "new one", "en/page.md");
    CHECK(edited == row.after);
    Strings questions = questions_of(edited);
    CHECK(questions.size() == before.size() + 1);
    CHECK(std::find(questions.begin(), questions.end(), "new one") != questions.end());
    std::erase(questions, "new one");
    CHECK(questions == before);
    CHECK(add_question(edited, "new one", "en/page.md") == edited);
  }
}

TEST_CASE("what cannot be edited is told, with what to write by hand") {
  for (const char* page : {
           "+++\ntitle = \"A\"\n+++\nBody\n",
           "---\ntitle: A\nBody without an end\n",
           "---\n{title: A, questions: [one]}\n---\n",
           "---\nquestions: *unknown\n---\n",
           "---\nquestions:\n  one: two\n---\n",
           "---\ntitle: \"never closed\nquestions:\n  - one\n---\n",
           "\xFF\xFEu\0t\0f\0",
       }) {
    CAPTURE(std::string(page));
    try {
      add_question(page, "a: b", "en/page.md");
      FAIL("nothing was thrown");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kInvalidArgument);
      CHECK(error.parameter() == "article");
      CHECK(std::string(error.what()).find("en/page.md: ") == 0);
      CHECK(std::string(error.what()).find("\"a: b\"") != std::string::npos);
    }
  }
}

TEST_CASE("a question as a line, and as YAML") {
  struct Row {
    std::string typed, line, yaml;
  };
  using namespace std::string_literals;
  for (const Row& row : {
           Row{"how do I withdraw?", "how do I withdraw?", "how do I withdraw?"},
           Row{"  two\n\nlines\tand a tab ", "two lines and a tab", "two lines and a tab"},
           Row{"как вывести USDT", "как вывести USDT", "как вывести USDT"},
           Row{"提现　怎么办", "提现 怎么办", "提现 怎么办"},
           Row{"fee: how much", "fee: how much", R"("fee: how much")"},
           Row{"what #hash", "what #hash", R"("what #hash")"},
           Row{R"(he said "no" \o/)", R"(he said "no" \o/)", R"("he said \"no\" \\o/")"},
           Row{"- dash", "- dash", R"("- dash")"},
           Row{"---", "---", R"("---")"},
           Row{"yes", "yes", R"("yes")"},
           Row{"Null", "Null", R"("Null")"},
           Row{"2026-11-23", "2026-11-23", R"("2026-11-23")"},
           Row{"[email removed] gone", "[email removed] gone", R"("[email removed] gone")"},
           Row{"why 😀", "why 😀", "why 😀"},
           Row{"a\xE2\x80\xAE"
               "b",
               "a\xE2\x80\xAE"
               "b",
               R"("a\u202Eb")"},
           Row{"a\0b\x1b[0m\x7f"s, "a b [0m", R"("a b [0m")"},
           Row{"a\xC2\x85"
               "b\xE2\x80\xA8"
               "c",
               "a b c", "a b c"},
           Row{"caf\xE9", "caf\xEF\xBF\xBD", "caf\xEF\xBF\xBD"},
           Row{"a\xEF\xBF\xBF", "a\xEF\xBF\xBF", R"("a\uFFFF")"},
           Row{"!important", "!important", R"("!important")"},
           Row{"'quoted'", "'quoted'", R"("'quoted'")"},
           Row{" \n\xE2\x80\x8B ", "", ""},
           Row{"", "", ""},
       }) {
    CAPTURE(row.typed);
    CHECK(question_line(row.typed) == row.line);
    if (!row.line.empty()) CHECK(yaml_text(row.line) == row.yaml);
  }
}

TEST_CASE("whatever readers type is read back from each style of front matter") {
  using namespace std::string_literals;
  const Strings typed = {
      "- dash",
      "? mark",
      ": colon",
      "ends with colon:",
      "#hash",
      "a # b",
      "[list",
      "{map}",
      "}",
      "]",
      ",",
      "&anchor",
      "*alias",
      "!tag",
      "| pipe",
      "> fold",
      "'",
      "\"",
      "'a",
      "\"a",
      "a\"b'c",
      "% per cent",
      "@at",
      "`tick`",
      "~",
      "null",
      "true",
      "No",
      "1",
      "1.5e3",
      "0x1F",
      "2026-01-01",
      "12:30:00",
      "---",
      "...",
      "+++",
      "<<",
      "=",
      "\\",
      "\\n",
      "a\\",
      "{{ x }}",
      "{% raw %}",
      "<b>&amp;</b>",
      "a: b: c",
      "key:",
      "a:b",
      "http://x.example/?a=1&b=2#c",
      "😀👩‍👩‍👧",
      "لماذا لم يصل؟",
      "\xE2\x80\xAEoverride",
      "Z\xCC\x81\xCC\x82\xCC\x83",
      "\xEF\xBB\xBFmark",
      "\xF4\x8F\xBF\xBF",
      "\xEF\xBF\xBE",
      "ผมฝากเงิน",
      "a\tb",
      "two\nlines",
      "nul\0nul"s,
      "bad \xED\xA0\x80 bytes",
      std::string(3000, 'x'),
      "C:\\",
      "-1",
      "--help",
      "=cmd|' /C calc'!A0",
      "'; DROP TABLE x; --",
      "$(id)",
      "a 'b' c",
      "x  y",
      "?",
      "-",
      "- - -",
      "[email removed]",
  };
  for (const std::string page : {"---\nquestions:\n  - one\n---\nBody\n", "---\nquestions: [one]\n---\nBody\n",
                                 "---\nquestions: one\n---\nBody\n", "---\ntitle: A\n---\nBody\n", "Body\n"}) {
    CAPTURE(page);
    std::string all = page;
    Strings expected = questions_of(page);
    for (const std::string& text : typed) {
      CAPTURE(text);
      const std::string line = question_line(text);
      REQUIRE_FALSE(line.empty());
      all = add_question(all, line, "en/page.md");
      if (std::find(expected.begin(), expected.end(), line) == expected.end()) expected.push_back(line);
    }
    CHECK(questions_of(all) == expected);
  }
}

}  // namespace
}  // namespace pharos::content
