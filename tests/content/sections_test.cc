// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pharos/content/markdown.h"

namespace pharos::content {
namespace {

RenderedMarkdown render(std::string_view markdown) { return render_markdown(markdown, MarkdownOptions{}); }

// "level#anchor heading: text", a line a section, line ends in the text as "/".
std::string print(const RenderedMarkdown& page) {
  std::string lines;
  for (const Section& section : page.sections) {
    std::string text = section.text;
    for (char& c : text) c = c == '\n' ? '/' : c;
    lines += std::to_string(section.level) + "#" + section.anchor + " " + section.heading + ": " + text + "\n";
  }
  return lines;
}

TEST_CASE("every heading opens a section, the text before the first one is a section too") {
  CHECK(print(render("Intro.\n\n## One\n\nA\n\nB\n\n### Two *three*\n\nC\n\n## Four\n")) ==
        "0# : Intro.\n"
        "2#one One: A/B\n"
        "3#two-three Two three: C\n"
        "2#four Four: \n");
  CHECK(print(render("## At once\n\nA")) == "0# : \n2#at-once At once: A\n");
}

TEST_CASE("a first-level heading that opens the page is its title and no section") {
  const RenderedMarkdown page = render("# Reset *your* `password` &amp; more\n\nText\n");
  CHECK(page.title == "Reset your password & more");
  CHECK(page.html == "\n<p>Text</p>\n");
  CHECK(print(page) == "0# : Text\n");
  CHECK(render("Title\n=====\n\nText").title == "Title");
  CHECK(render("![logo](x.png)\n\n# Title").title.empty() == false);
}

TEST_CASE("later first-level headings are sections of the second level") {
  const RenderedMarkdown page = render("# Title\n\na\n\n# Other\n\nb\n");
  CHECK(page.title == "Title");
  CHECK(print(page) == "0# : a\n2#other Other: b\n");
  CHECK(page.html.find("<h2 id=\"other\">Other</h2>") != std::string::npos);
  const RenderedMarkdown late = render("Text first\n\n# Not the title\n");
  CHECK(late.title.empty());
  CHECK(print(late) == "0# : Text first\n2#not-the-title Not the title: \n");
}

TEST_CASE("plain text has its blocks on lines of their own and no markup") {
  CHECK(print(render("A *b*\nc  d&nbsp;e &lt;f&gt;\n\n- one\n- two\n  - three\n\n> quote\n\n1. x\n\n   y\n")) ==
        "0# : A b c d e <f>/one/two/three/quote/x/y\n");
  CHECK(print(render("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | |\n")) == "0# : a b/1 2/3\n");
  CHECK(print(render("```sh\nline  one\n\nline two\n```\n\n`inline`")) == "0# : line one/line two/inline\n");
  CHECK(print(render("see ![the *button*](x.png) here")) == "0# : see the button here\n");
  CHECK(print(render("<details><summary>More</summary>\n\nhidden\n\n</details>")) == "0# : More/hidden\n");
  CHECK(print(render("<dl><dt>t</dt><dd>d</dd></dl>\n\na<br>b  \nc")) == "0# : t/d/a/b/c\n");
  CHECK(print(render("H<sub>2</sub>O and <b>bo</b>ld")) == "0# : H2O and bold\n");
  CHECK(print(render("<video src=x>Your browser is old</video>after")) == "0# : after\n");
  CHECK(print(render("中文**粗体**文字，不加空格")) == "0# : 中文粗体文字，不加空格\n");
}

TEST_CASE("custom ids are the anchors and leave the heading") {
  const RenderedMarkdown page = render(
      "## Where to see it {#see-status}\n\na\n\n### Кириллица {#кир}\n\n#### Kramdown {: #kram .x}\n\n##### Class "
      "{.only}\n\n## Code `{#x}`\n");
  CHECK(print(page) ==
        "0# : \n2#see-status Where to see it: a\n3#кир Кириллица: \n4#kram Kramdown: \n5#class Class: \n2#code-x Code "
        "{#x}: \n");
  CHECK(page.html.find("<h2 id=\"see-status\">Where to see it</h2>") != std::string::npos);
}

TEST_CASE("braces that are no id stay in the heading") {
  CHECK(print(render("## Use {name}\n")) == "0# : \n2#use-name Use {name}: \n");
  CHECK(print(render("## Ours {#pharos-search}\n")) == "0# : \n2#ours Ours: \n");  // the page keeps these ids
  CHECK(print(render("## A {#}\n")) == "0# : \n2#a A {#}: \n");
}

TEST_CASE("equal headings get different anchors, as on GitHub") {
  const RenderedMarkdown page = render("# Setup\n\n## Setup\n\n## Setup\n\n## Setup-1\n\n## !!!\n\n## ???\n");
  CHECK(print(page) ==
        "0# : \n2#setup-1 Setup: \n2#setup-2 Setup: \n2#setup-1-1 Setup-1: \n2#section !!!: \n2#section-1 ???: \n");
  CHECK(page.diagnostics.empty());
  CHECK(page.custom_ids == std::vector<std::string>{"setup-1", "setup-2", "setup-1-1", "section", "section-1"});
}

TEST_CASE("an id that an author uses twice is a fault") {
  const RenderedMarkdown page = render("## One {#x}\n\n## Two {#x}\n\n<a id=\"x\"></a>\n");
  CHECK(page.custom_ids == std::vector<std::string>{"x", "x-1", "x-2"});
  REQUIRE(page.diagnostics.size() == 2);
  CHECK(page.diagnostics[0].rule == "duplicate-anchor");
  CHECK(page.diagnostics[0].line == 3);
  CHECK(page.diagnostics[1].line == 5);
}

TEST_CASE("ids in raw HTML are known, those of the title too") {
  CHECK(render("# T {#top}\n\n<a name=\"old\"></a>\n\n## <a id=\"older\"></a>Heading\n").custom_ids ==
        std::vector<std::string>{"top", "old", "older", "heading"});
  CHECK(render("<h3 id=\"mine\">Raw</h3>\n\ntext").sections[1].anchor == "mine");
}

TEST_CASE("headings within callouts, lists and quotes open sections too") {
  CHECK(print(render(":::note\n## In\n\na\n:::\n\nb\n")) == "0# : \n2#in In: a/b\n");
  CHECK(print(render("> ### Q\n> a\n")) == "0# : \n3#q Q: a\n");
}

TEST_CASE("a heading without words opens no section") {
  const RenderedMarkdown page = render("a\n\n##\n\n## ![](x.png)\n\nb\n");
  CHECK(print(page) == "0# : a/b\n");
  CHECK(page.html.find("<h2") == std::string::npos);
  CHECK(page.html.find("x.png") != std::string::npos);
}

TEST_CASE("headings may hold links, code and pictures") {
  const RenderedMarkdown page = render("## [Link](a.md) and `code` ![pic](x.png) {#id}\n");
  CHECK(page.html ==
        "<h2 id=\"id\"><a href=\"a.md\">Link</a> and <code>code</code> <img src=\"x.png\" alt=\"pic\" "
        "loading=\"lazy\"></h2>\n");
  CHECK(page.sections[1].heading == "Link and code pic");
  CHECK(page.links.size() == 2);
}

}  // namespace
}  // namespace pharos::content
