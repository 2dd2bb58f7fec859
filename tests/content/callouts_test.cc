// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/callouts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pharos/content/markdown.h"

namespace pharos::content {
namespace {

RenderedMarkdown render(std::string_view markdown) {
  MarkdownOptions options;
  options.path = "page.md";
  return render_markdown(markdown, options);
}

std::string callout(const std::string& kind, const std::string& title, const std::string& body) {
  return "<aside class=\"callout callout-" + kind + "\" data-kind=\"" + kind +
         "\" role=\"note\"><p class=\"callout-title\">" + title + "</p>\n" + body + "</aside>\n";
}

// "rule:line rule:line"
std::string faults(const RenderedMarkdown& page) {
  std::string lines;
  for (const Diagnostic& diagnostic : page.diagnostics) {
    lines += (lines.empty() ? "" : " ") + diagnostic.rule + ":" + std::to_string(diagnostic.line);
  }
  return lines;
}

TEST_CASE("three syntaxes become one HTML") {
  const std::string expected = callout("warning", "Own <em>title</em>", "<p>Body <strong>text</strong>.</p>\n");
  CHECK(render(":::warning Own *title*\n\nBody **text**.\n\n:::\n").html == expected);
  CHECK(render("::: warning Own *title*\nBody **text**.\n:::\n").html == expected);
  CHECK(render(":::warning[Own *title*]\nBody **text**.\n:::\n").html == expected);
  CHECK(render("!!! warning \"Own *title*\"\n    Body **text**.\n").html == expected);
  CHECK(render("> [!WARNING] Own *title*\n> Body **text**.\n").html == expected);
}

TEST_CASE("without a title there is no word in any language, only the kind") {
  const std::string expected = callout("tip", "", "<p>Body</p>\n");
  CHECK(render(":::tip\n\nBody\n\n:::\n").html == expected);
  CHECK(render("!!! tip\n\n    Body\n").html == expected);
  CHECK(render("> [!TIP]\n> Body\n").html == expected);
  CHECK(render("> [!tip]\n>\n> Body\n").html == expected);
}

TEST_CASE("kinds of all tools and languages are understood") {
  struct Row {
    const char* word;
    const char* kind;
  };
  const Row rows[] = {
      {"note", "note"},       {"TIP", "tip"},          {"info", "info"},       {"Important", "important"},
      {"warning", "warning"}, {"caution", "caution"},  {"danger", "danger"},   {"success", "success"},
      {"hint", "tip"},        {"정보", "info"},        {"dikkat", "caution"},  {"atenție", "warning"},
      {"bilgi", "info"},      {"figyelem", "warning"}, {"cuidado", "caution"}, {"attenzione", "warning"},
      {"提示", "tip"},        {"เคล็ดลับ", "tip"},       {"aviso", "warning"},   {"avertissement", "warning"},
      {"varování", "warning"}};
  for (const Row& row : rows) {
    CAPTURE(row.word);
    const auto fence = read_colon_fence(std::string(":::") + row.word);
    REQUIRE(fence.has_value());
    REQUIRE(fence->opening.has_value());
    CHECK(fence->opening->kind == row.kind);
    CHECK(fence->opening->title.empty());
  }
}

TEST_CASE("a word that is no kind is the author's title") {
  CHECK(render("::: Bitte beachten\nText\n:::\n").html == callout("note", "Bitte beachten", "<p>Text</p>\n"));
  CHECK(render("> [!FRAGE]\n> Text\n").html == callout("note", "FRAGE", "<p>Text</p>\n"));
}

TEST_CASE("what is no callout stays as it is") {
  const char* const cases[] = {
      ":::", "::::", "!!! Do not share your code with anybody", "!!!", "??? what is this", "!!! attention please"};
  for (const char* line : cases) {
    CAPTURE(line);
    CHECK_FALSE(read_admonition(line).has_value());
  }
  CHECK_FALSE(read_colon_fence("::note").has_value());
  CHECK_FALSE(read_colon_fence("::: !x").has_value());
  CHECK_FALSE(read_alert("[!two words]").has_value());
  CHECK(render("!!! Do not share it\n").html == "<p>!!! Do not share it</p>\n");
  CHECK(render("> [!NOTE\n").html == "<blockquote>\n<p>[!NOTE</p>\n</blockquote>\n");
  CHECK(render("> quote\n").html == "<blockquote>\n<p>quote</p>\n</blockquote>\n");
}

TEST_CASE("in code colons are code") {
  CHECK(render("```\n:::note\nx\n:::\n```\n").html == "<pre><code>:::note\nx\n:::\n</code></pre>\n");
  CHECK(render("- item\n\n  ~~~\n  :::\n  ~~~\n").diagnostics.empty());
  CHECK(render("text\n\n    :::note\n    !!! note\n").html ==
        "<p>text</p>\n<pre><code>:::note\n!!! note\n</code></pre>\n");
  CHECK(render("Write `:::note`.\n").html == "<p>Write <code>:::note</code>.</p>\n");
}

TEST_CASE("callouts hold lists, tables, code and each other") {
  const RenderedMarkdown page = render(
      "::::note Outer\n\n- a\n- b\n\n:::tip Inner\n\n| x | y |\n|---|---|\n| 1 | 2 "
      "|\n\n:::\n\n```\ncode\n```\n\n::::\n\nafter\n");
  CHECK(faults(page) == "");
  CHECK(page.html ==
        callout("note", "Outer",
                "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" +
                    callout("tip", "Inner",
                            "<div class=\"table-wrap\"><table>\n<thead>\n<tr>\n<th>x</th>\n<th>y</th>\n</tr>\n"
                            "</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table></div>\n") +
                    "<pre><code>code\n</code></pre>\n") +
            "<p>after</p>\n");
}

TEST_CASE("callouts stand in list items and quotes") {
  const RenderedMarkdown page = render("1. One\n\n    :::tip\n\n    Inside\n\n    :::\n\n    still one\n\n1. Two\n");
  CHECK(faults(page) == "");
  CHECK(page.html == "<ol>\n<li>\n<p>One</p>\n" + callout("tip", "", "<p>Inside</p>\n") +
                         "<p>still one</p>\n</li>\n<li>\n<p>Two</p>\n</li>\n</ol>\n");
  CHECK(render("> :::note\n> text\n> :::\n").html ==
        "<blockquote>\n" + callout("note", "", "<p>text</p>\n") + "</blockquote>\n");
  CHECK(render("- a\n:::note\ntext\n:::\n").html == "<ul>\n<li>a</li>\n</ul>\n" + callout("note", "", "<p>text</p>\n"));
  CHECK(render(":::note\n- a\n- b\n:::\nafter\n").html ==
        callout("note", "", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n") + "<p>after</p>\n");
}

TEST_CASE("folding ones are details") {
  CHECK(render("::: details Show **more**\nhidden\n:::\n").html ==
        "<details><summary>Show <strong>more</strong></summary>\n<p>hidden</p>\n</details>\n");
  CHECK(
      render("??? tip \"Title\"\n    hidden\n").html ==
      "<details class=\"callout callout-tip\" data-kind=\"tip\"><summary>Title</summary>\n<p>hidden</p>\n</details>\n");
  CHECK(render("???+ note\n    shown\n").html ==
        "<details class=\"callout callout-note\" data-kind=\"note\" open=\"\">\n<p>shown</p>\n</details>\n");
  CHECK(render("> [!NOTE]- Folded\n> hidden\n").html ==
        "<details class=\"callout callout-note\" "
        "data-kind=\"note\"><summary>Folded</summary>\n<p>hidden</p>\n</details>\n");
}

TEST_CASE("containers that only arrange things leave no mark") {
  CHECK(render("::: code-group\n\n```js\na\n```\n\n:::\n").html ==
        "<div>\n<pre><code class=\"language-js\">a\n</code></pre>\n</div>\n");
}

TEST_CASE("a lost closing line is mended at the next heading, and its callout is named") {
  const RenderedMarkdown page = render("text\n\n:::note\n\nIn it.\n\n## Next\n\nNot in it.\n");
  CHECK(page.html ==
        "<p>text</p>\n" + callout("note", "", "<p>In it.</p>\n") + "<h2 id=\"next\">Next</h2>\n<p>Not in it.</p>\n");
  CHECK(faults(page) == "unbalanced-callout:3");
}

TEST_CASE("a lost closing line is mended at the next callout and at the end of the page") {
  const RenderedMarkdown page = render(":::note\nA\n\n:::tip\nB\n:::\n\nC\n");
  CHECK(page.html == callout("note", "", "<p>A</p>\n") + callout("tip", "", "<p>B</p>\n") + "<p>C</p>\n");
  CHECK(faults(page) == "unbalanced-callout:1");
  const RenderedMarkdown last = render("a\n\n:::danger\nb\n");
  CHECK(last.html == "<p>a</p>\n" + callout("danger", "", "<p>b</p>\n"));
  CHECK(faults(last) == "unbalanced-callout:3");
}

TEST_CASE("a closing line that closes nothing goes, and is named") {
  const RenderedMarkdown page = render("a\n\n:::\n\nb\n");
  CHECK(page.html == "<p>a</p>\n<p>b</p>\n");
  CHECK(faults(page) == "unbalanced-callout:3");
}

TEST_CASE("a closing line that lost its indent is put back, and the list goes on") {
  const RenderedMarkdown page = render("1. One\n\n    :::tip\n\n    Inside\n\n:::\n\n    still one\n\n1. Two\n");
  CHECK(page.html == "<ol>\n<li>\n<p>One</p>\n" + callout("tip", "", "<p>Inside</p>\n") +
                         "<p>still one</p>\n</li>\n<li>\n<p>Two</p>\n</li>\n</ol>\n");
  CHECK(faults(page) == "unbalanced-callout:7");
}

TEST_CASE("a closing line with too few colons still closes, and is named") {
  const RenderedMarkdown page = render(":::: warning\nA\n:::\n\nB\n");
  CHECK(page.html == callout("warning", "", "<p>A</p>\n") + "<p>B</p>\n");
  CHECK(faults(page) == "unbalanced-callout:3");
}

TEST_CASE("an admonition ends where its indent ends") {
  CHECK(render("!!! note\n    A\n\n    - b\n\nC\n").html ==
        callout("note", "", "<p>A</p>\n<ul>\n<li>b</li>\n</ul>\n") + "<p>C</p>\n");
  CHECK(render("!!! note \"Custom\"\nC\n").html == callout("note", "Custom", "") + "<p>C</p>\n");
  CHECK(render("!!! note\n    !!! tip\n        inner\n\n    outer\n").html ==
        callout("note", "", callout("tip", "", "<p>inner</p>\n") + "<p>outer</p>\n"));
}

TEST_CASE("a title cannot carry scripts") {
  const RenderedMarkdown page = render(":::note <img src=x onerror=alert(1)> [x](javascript:y)\ntext\n:::\n");
  CHECK(page.html.find("onerror") == std::string::npos);
  CHECK(page.html.find("javascript") == std::string::npos);
}

TEST_CASE("titles and bodies are found by search") {
  const RenderedMarkdown page = render(":::note Title **here**\n\nBody\n\n:::\n\n> [!TIP] Second\n> text\n");
  REQUIRE(page.sections.size() == 1);
  CHECK(page.sections[0].text == "Title here\nBody\nSecond\ntext");
}

TEST_CASE("fences pair up by length, inner ones first") {
  // {colons, opening, parent, position}
  const PairedFences paired = pair_fences(
      {{4, true, 0, 0}, {3, true, 0, 1}, {3, false, 0, 2}, {3, true, 1, 0}, {4, false, 0, 4}, {3, false, 0, 5}});
  REQUIRE(paired.pairs.size() == 3);
  CHECK(paired.pairs[0].open == 3);
  CHECK(paired.pairs[0].close == 5);  // in another block, but all that is left
  CHECK(paired.pairs[1].open == 1);
  CHECK(paired.pairs[1].close == 2);
  CHECK(paired.pairs[2].open == 0);
  CHECK(paired.pairs[2].close == 4);
  CHECK(paired.stray_closings.empty());
}

}  // namespace
}  // namespace pharos::content
