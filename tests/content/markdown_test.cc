// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/markdown.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace pharos::content {
namespace {

RenderedMarkdown render(std::string_view markdown, int first_line = 1) {
  MarkdownOptions options;
  options.path = "page.md";
  options.first_line = first_line;
  return render_markdown(markdown, options);
}

std::string html_of(std::string_view markdown) { return render(markdown).html; }

// "rule:line rule:line"
std::string faults(const RenderedMarkdown& page) {
  std::string lines;
  for (const Diagnostic& diagnostic : page.diagnostics) {
    lines += (lines.empty() ? "" : " ") + diagnostic.rule + ":" + std::to_string(diagnostic.line);
  }
  return lines;
}

struct Row {
  const char* markdown;
  const char* html;
};

TEST_CASE("GitHub Flavored Markdown is rendered") {
  const Row rows[] = {
      {"a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n"},
      {"~~gone~~", "<p><del>gone</del></p>\n"},
      {"- [x] done\n- [ ] open",
       "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\"> done</li>\n"
       "<li><input type=\"checkbox\" disabled=\"\"> open</li>\n</ul>\n"},
      {"www.example.com", "<p><a href=\"http://www.example.com\" rel=\"noopener nofollow\">www.example.com</a></p>\n"},
      {"<https://e.example/x>",
       "<p><a href=\"https://e.example/x\" rel=\"noopener nofollow\">https://e.example/x</a></p>\n"},
      {"<help@e.example>", "<p><a href=\"mailto:help@e.example\">help@e.example</a></p>\n"},
      {"1. one\n\n   ```json{2} title=\"a\"\n   {}\n   ```",
       "<ol>\n<li>\n<p>one</p>\n<pre><code class=\"language-json\">{}\n</code></pre>\n</li>\n</ol>\n"},
      {"a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"},
      {":tada: stays", "<p>:tada: stays</p>\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    CHECK(html_of(row.markdown) == row.html);
  }
}

TEST_CASE("one tilde writes a range in East Asian text and strikes nothing out") {
  CHECK(html_of("通常需要5~10分钟，最多30~60分钟") == "<p>通常需要5~10分钟，最多30~60分钟</p>\n");
}

TEST_CASE("tables are wrapped, so that wide ones can scroll") {
  CHECK(html_of("| Fee | % |\n|:--|--:|\n| Maker | 0.1 |") ==
        "<div class=\"table-wrap\"><table>\n<thead>\n<tr>\n<th align=\"left\">Fee</th>\n<th "
        "align=\"right\">%</th>\n</tr>\n"
        "</thead>\n<tbody>\n<tr>\n<td align=\"left\">Maker</td>\n<td align=\"right\">0.1</td>\n</tr>\n</tbody>\n"
        "</table></div>\n");
}

TEST_CASE("footnotes lead there and back, and are no links of the author") {
  const RenderedMarkdown page = render("Text[^a] more.\n\n[^a]: The note.\n");
  CHECK(page.html.find("<a href=\"#fn-a\" id=\"fnref-a\">1</a>") != std::string::npos);
  CHECK(page.html.find("<li id=\"fn-a\">") != std::string::npos);
  CHECK(page.links.empty());
  CHECK(page.sections[0].text == "Text more.\nThe note.");
}

TEST_CASE("raw HTML and markdown mix") {
  CHECK(html_of("<details><summary>More</summary>\n\nwith **markdown**\n\n</details>") ==
        "<details><summary>More</summary>\n<p>with <strong>markdown</strong></p>\n</details>\n");
  CHECK(html_of(
            "<video width=\"100%\" autoplay loop>\n  <source src=\"/a.mp4\" type=\"video/mp4\">\n  Sorry.\n</video>") ==
        "<video width=\"100%\" loop=\"\" controls=\"\">\n  <source src=\"/a.mp4\" type=\"video/mp4\">\n  "
        "Sorry.\n</video>\n");
  CHECK(html_of("Install <version> from <author>us</author> <!-- hidden --> now") ==
        "<p>Install &lt;version&gt; from us  now</p>\n");
  CHECK(html_of("Put <YOUR_KEY> there") == "<p>Put &lt;YOUR_KEY&gt; there</p>\n");
  CHECK(html_of("a <script>alert(1)</script> b") == "<p>a  b</p>\n");
}

TEST_CASE("faults are named with their lines in the source file") {
  const RenderedMarkdown page = render(
      "text\nmore <i onclick=x>y</i>\n\n- item\n- [x](javascript:a)\n\n<div>\n<script>x</script>\n</div>\n\n> <iframe "
      "src=x></iframe>\n",
      10);
  CHECK(faults(page) == "unsafe-html:11 unsafe-link:14 unsafe-html:17 unsafe-html:20");
  CHECK(page.diagnostics[0].path == "page.md");
  CHECK(page.diagnostics[1].message.find("javascript:a") != std::string::npos);
}

TEST_CASE("relative targets of links, pictures and films are resolved, with their lines") {
  MarkdownOptions options;
  options.first_line = 5;
  std::vector<std::string> asked;
  options.resolve = [&](Link& link) -> std::optional<std::string> {
    asked.push_back(link.target + (link.image ? " picture " : " link ") + std::to_string(link.line));
    if (link.image) return "pharos-asset:" + link.target;
    const std::size_t hash = link.target.find('#');
    if (hash != std::string::npos) link.fragment = link.target.substr(hash + 1);
    if (link.target == "unknown.md") return std::nullopt;
    return "pharos:x\"y";
  };
  const RenderedMarkdown page = render_markdown(
      "[a](../a/充值 .md)\n[b](<b c.md#frag>)\n\n![p](img/p.png)\n[u](unknown.md) [e](https://e.example) [h](#here)\n\n"
      "<a href='raw.md'>r</a> <video src=v.mp4 poster=p.jpg></video>\n\n<picture><source srcset=s.webp><img "
      "src=i.png></picture>\n",
      options);
  CHECK(asked == std::vector<std::string>{"b c.md#frag link 6", "img/p.png picture 8", "unknown.md link 9",
                                          "raw.md link 11", "v.mp4 picture 11", "p.jpg picture 11", "s.webp picture 13",
                                          "i.png picture 13"});
  CHECK(page.html.find("<a href=\"pharos:x&quot;y\">b</a>") != std::string::npos);
  CHECK(page.html.find("src=\"pharos-asset:img/p.png\"") != std::string::npos);
  CHECK(page.html.find("<a href=\"unknown.md\">u</a>") != std::string::npos);
  CHECK(page.html.find("srcset=\"pharos-asset:s.webp\"") != std::string::npos);
  REQUIRE(page.links.size() == 10);
  CHECK(page.links[0].fragment == "frag");
  CHECK(page.links[3].target == "https://e.example");
  CHECK(page.links[4].target == "#here");
  CHECK(page.links[4].fragment == "here");
  CHECK_FALSE(page.links[4].article.has_value());
}

TEST_CASE("links in other scripts come back as they were written") {
  const RenderedMarkdown page = render("[x](../帮助/充值.md#第一步) [y](#вывод-средств)\n");
  REQUIRE(page.links.size() == 2);
  CHECK(page.links[0].target == "../帮助/充值.md#第一步");
  CHECK(page.links[1].fragment == "вывод-средств");
  CHECK(page.html.find("href=\"#вывод-средств\"") != std::string::npos);
}

TEST_CASE("an author cannot write our own schemes") {
  const RenderedMarkdown page = render("[x](pharos:secret) ![y](pharos-asset:z.png) <a href=\"PHAROS:k\">k</a>\n");
  CHECK(page.html == "<p>x y k</p>\n");
  CHECK(faults(page) == "unsafe-link:1 unsafe-link:1 unsafe-link:1");
}

TEST_CASE("MDX is read as the markdown in it") {
  const RenderedMarkdown page = render(
      "import Tabs from '@theme/Tabs';\nimport {\n  A,\n  B\n} from './x';\nexport const Red = ({children}) => (\n  "
      "<b>{children}</b>\n);\n\n"
      "<Tabs groupId={group} values={[{label: 'One', value: '1'}]}>\n<TabItem value=\"a\">\n\n**Inner** "
      "text\n\n</TabItem>\n</Tabs>\n\n"
      "{/* a comment */}\n\n<img src={require('./a.png').default} alt=\"A\" style={{width: '50%'}} />\n\n<Card />\n");
  CHECK(page.html ==
        "\n\n<p><strong>Inner</strong> text</p>\n\n\n<img src=\"./a.png\" alt=\"A\" loading=\"lazy\">\n\n");
  CHECK(faults(page) == "unknown-shortcode:10 unknown-shortcode:11 unknown-shortcode:22");
}

TEST_CASE("prose that begins like an import stays") {
  CHECK(html_of("import your wallet from the backup file") == "<p>import your wallet from the backup file</p>\n");
  CHECK(html_of("export default settings to a file") == "<p>export default settings to a file</p>\n");
  CHECK(html_of("    import x from 'y'") == "<pre><code>import x from &#39;y&#39;\n</code></pre>\n");
  CHECK(html_of("```js\nimport x from 'y';\n```") ==
        "<pre><code class=\"language-js\">import x from &#39;y&#39;;\n</code></pre>\n");
}

TEST_CASE("shortcodes show their inner text and are named once a page") {
  const RenderedMarkdown page = render(
      "a {{< alert \"x\" >}}inner{{< /alert >}} b {{% alert %}}\n\n{% include a.html\n   b=c %}\n\n{% raw %}{{ kept "
      "}}{% endraw %} [r]({{< ref \"x/y.md\" "
      ">}})\n\nunclosed {{< x and `{{< code >}}` \\{% x\n",
      3);
  CHECK(page.html ==
        "<p>a inner b</p>\n<p>{{ kept }} <a href=\"x/y.md\">r</a></p>\n<p>unclosed {{&lt; x and <code>{{&lt; code "
        "&gt;}}</code> {% x</p>\n");
  CHECK(faults(page) == "unknown-shortcode:3 unknown-shortcode:5");
  CHECK(page.diagnostics[0].severity == Severity::kInfo);
}

TEST_CASE("what other generators add to markdown goes away, in code it stays") {
  CHECK(html_of("[[toc]]\n\ntext\n{: .class #id}\n\n- a\n{:.b}") == "<p>text</p>\n<ul>\n<li>a</li>\n</ul>\n");
  CHECK(html_of("```\n[[toc]]\n{: .x}\n{% raw %}\n```") == "<pre><code>[[toc]]\n{: .x}\n{% raw %}\n</code></pre>\n");
  CHECK(html_of("- ~~~\n  {% x %}\n  ~~~\n") == "<ul>\n<li>\n<pre><code>{% x %}\n</code></pre>\n</li>\n</ul>\n");
}

TEST_CASE("line ends of every system and a byte order mark are read alike") {
  CHECK(html_of("\xEF\xBB\xBF# T\r\n\r\na\r\nb\r\n") == html_of("# T\n\na\nb\n"));
  CHECK(html_of("a\r\rb") == html_of("a\n\nb"));
  CHECK(faults(render("a\r\n\r\n<i onclick=x>y</i>")) == "unsafe-html:3");
}

TEST_CASE("bytes that are not UTF-8 and control characters do no harm") {
  const RenderedMarkdown page = render(std::string("a\xFF b\0c \xC3", 8));
  CHECK(page.html.find("a\uFFFD b") == 3);
  CHECK(page.sections.size() == 1);
}

TEST_CASE("an empty page has one empty section") {
  for (const char* markdown : {"", "\n\n", "<!-- nothing -->"}) {
    const RenderedMarkdown page = render(markdown);
    CHECK(page.title.empty());
    REQUIRE(page.sections.size() == 1);
    CHECK(page.sections[0].text.empty());
    CHECK(page.diagnostics.empty());
  }
}

TEST_CASE("many threads may render at once") {
  const std::string markdown = "# T\n\n:::note **x**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n:::\n\n> [!TIP]\n> ~~t~~\n";
  const std::string expected = html_of(markdown);
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) wrong[t] += html_of(markdown) == expected ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

}  // namespace
}  // namespace pharos::content
