// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/markdown_budget.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

namespace pharos::content {
namespace {

constexpr std::size_t kPage = 256 * 1024;

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

bool over_budget(const RenderedMarkdown& page) {
  return std::any_of(page.diagnostics.begin(), page.diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.rule == "output-budget"; });
}

TEST_CASE("text that costs the markdown parser too much is shown without markup, at once") {
  struct Row {
    const char* reason;
    std::string markdown;
  };
  const Row rows[] = {
      {"quadratic in open pictures", repeated("![[]()", kPage)},
      {"quadratic in processing instructions", repeated("a <?", kPage)},
      {"quadratic in declarations", repeated("a <!A ", kPage)},
      {"quadratic in CDATA", repeated("a <![CDATA[ ", kPage)},
      {"quadratic in parentheses after an address", "http://a.b/" + repeated(")", kPage)},
      {"5 GB of copied references", "[a]: " + repeated("u", kPage / 2) + "\n\n" + repeated("[a]", kPage / 2)},
      {"500 million cells filled up",
       "|" + repeated("x|", kPage / 32) + "\n|" + repeated("-|", kPage / 32) + "\n" + repeated("a\n", kPage / 2)},
      {"quotes within quotes, then lazy lines", repeated(">", kPage / 4) + repeated("a\n", kPage / 2)},
      {"15 MB of ways back from a footnote", "[^1]: x\n\n" + repeated("[^1]", kPage)},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reason);
    MarkdownOptions options;
    const double began = seconds();
    const RenderedMarkdown page = render_markdown("First <b>words</b>\n\n" + row.markdown, options);
    CHECK(seconds() - began < 3 * options.max_seconds);  // sanitizers slow the tests down
    CHECK(over_budget(page));
    CHECK(page.html.substr(0, 41) == "<p>First &lt;b&gt;words&lt;/b&gt;</p>\n<p>");
    CHECK(page.html.size() <= options.max_html_bytes);
    REQUIRE(page.sections.size() == 1);
    CHECK(page.sections[0].text.substr(0, 18) == "First <b>words</b>");
  }
}

TEST_CASE("text that only looks costly is rendered in time") {
  const char* const patterns[] = {
      "[",          "![",           "[a](",      "[a](<b",   "*a ",        "a**b",          "*a_ ",
      "_*",         "`a``b ",       "<",         "<a ",      "a <!-- ",    "</x ",          "> ",
      "* ",         "- 1. ",        "www.a",     "http://",  "a@",         "a@b.",          "&",
      "|a|b|\n",    "a\n",          "x\n|-\n",   "[x]: <\n", "- a\n\n",    "<div>\n\n",     "<b>\n\n",
      "# a\n\n",    "<p id=a>\n\n", ":::note\n", ":::\n",    "!!! note\n", "> [!NOTE]\n\n", "<table><tr><td>",
      "<a href=x>", "<a b=\"",      "<div b=\"", "<script>", "{{< ",       "{% ",           "<A b={",
      "[ (](",      "<li>",         "<h1><h2>"};
  for (const char* pattern : patterns) {
    CAPTURE(pattern);
    const double began = seconds();
    const RenderedMarkdown page = render_markdown(repeated(pattern, kPage), MarkdownOptions{});
    CHECK(seconds() - began < 6);
    CHECK_FALSE(page.sections.empty());
  }
}

TEST_CASE("a table that begins below a very long paragraph is no table, and costs nothing") {
  const double began = seconds();
  render_markdown(repeated("a\n", kPage) + "|-|", MarkdownOptions{});
  CHECK(seconds() - began < 4);
}

TEST_CASE("ordinary long pages are within the budget") {
  std::string page;
  for (int i = 0; page.size() < kPage; ++i) {
    page +=
        "## Step " + std::to_string(i) + "\n\n![picture](img/" + std::to_string(i) +
        ".png) Open [the page](../x.md) (or https://e.example/a_(b)), see [ref].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "```php\n<?php echo '<!-- x -->'; ?>\n```\n\n";
  }
  page += "[ref]: https://e.example/long/address \"title\"\n";
  const RenderedMarkdown rendered = render_markdown(page, MarkdownOptions{});
  CHECK_FALSE(over_budget(rendered));
  CHECK(rendered.sections.size() > 1000);
}

TEST_CASE("the output's limit is the caller's to set") {
  MarkdownOptions options;
  options.path = "page.md";
  options.max_html_bytes = 600;
  const RenderedMarkdown page = render_markdown("# Title\n\n" + repeated("*a* & ", 400), options);
  CHECK(over_budget(page));
  CHECK(page.title == "Title");
  CHECK(page.html.size() <= 700);
  CHECK(page.diagnostics[0].severity == Severity::kError);
}

}  // namespace
}  // namespace pharos::content
