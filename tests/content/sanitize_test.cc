// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/sanitize.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "content/html_policy.h"
#include "content/html_tag.h"
#include "content/link_target.h"

namespace pharos::content {
namespace {

std::string sanitized(std::string_view html) {
  PageDiagnostics diagnostics("page.md");
  return sanitized_html(html, 1, diagnostics);
}

std::vector<std::string> rules_broken_by(std::string_view html) {
  PageDiagnostics diagnostics("page.md");
  sanitized_html(html, 1, diagnostics);
  std::vector<std::string> rules;
  for (const Diagnostic& diagnostic : diagnostics.take()) rules.push_back(diagnostic.rule);
  return rules;
}

// What every sanitized text must be: only tags and attributes of the allowlist, every "<" a tag, every tag closed.
void check_safe(const std::string& html) {
  CAPTURE(html);
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at)) {
    const auto tag = read_html_tag(html, at);
    REQUIRE(tag.has_value());
    const ElementRule* const rule = element_rule(tag->name);
    REQUIRE(rule != nullptr);
    CHECK(rule->treatment == Treatment::kKeep);
    if (tag->end_tag) {
      REQUIRE(!open.empty());
      CHECK(open.back() == tag->name);
      open.pop_back();
    } else if (!rule->is(kVoid)) {
      open.push_back(tag->name);
    }
    for (const TagAttribute& attribute : tag->attributes) {
      CAPTURE(attribute.name);
      CHECK(attribute.has_value);
      CHECK_FALSE(dangerous_attribute(attribute.name));
      CHECK(attribute.name != "style");
      CHECK(attribute.name != "data-line");
      if (is_address(attribute.name)) CHECK(classify_link(attribute.value).kind != LinkTarget::Kind::kRefused);
    }
    at = tag->end;
  }
  CHECK(open.empty());
}

TEST_CASE("what help centers use passes unchanged") {
  const char* const cases[] = {
      "<p>text <strong>b</strong> <em>i</em> <kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup> <mark>m</mark></p>",
      "<details><summary>More</summary><p>text</p></details>",
      "<details open=\"\"><summary>More</summary></details>",
      "<dl><dt>term</dt><dd>meaning</dd></dl>",
      "<table><thead><tr><th align=\"right\">a</th></tr></thead><tbody><tr><td "
      "colspan=\"2\">b</td></tr></tbody></table>",
      "<ol start=\"3\"><li>three</li></ol>",
      "<pre><code class=\"language-json\">{}</code></pre>",
      "<blockquote><p>q</p></blockquote>",
      "<figure><img src=\"a.png\" alt=\"A\" loading=\"lazy\"><figcaption>c</figcaption></figure>",
      "<picture><source srcset=\"a.webp\" media=\"(prefers-color-scheme: dark)\"><img src=\"a.png\" "
      "loading=\"lazy\"></picture>",
      "<p><abbr title=\"Two-factor\">2FA</abbr> <del>old</del><ins>new</ins><br>line</p><hr>",
      "<p><a href=\"mailto:a@b.example\">m</a> <a href=\"tel:+123\">t</a> <a href=\"../x/y.md?a=1#b\">r</a></p>",
      "<aside class=\"callout callout-tip\" data-kind=\"tip\" role=\"note\"><p class=\"callout-title\"></p></aside>",
      "<ruby>漢<rt>かん</rt></ruby>",
      "<h2 id=\"über-uns\">Über uns</h2>",
  };
  for (const char* html : cases) {
    CAPTURE(html);
    CHECK(sanitized(html) == html);
    CHECK(rules_broken_by(html).empty());
  }
}

TEST_CASE("elements are completed or left out") {
  struct Row {
    const char* html;
    const char* expected;
  };
  const Row rows[] = {
      {"<a href=\"https://e.example/\" target=_blank>x</a>",
       "<a href=\"https://e.example/\" rel=\"noopener nofollow\">x</a>"},
      {"<a href=\"//e.example/\">x</a>", "<a href=\"https://e.example/\" rel=\"noopener nofollow\">x</a>"},
      {"<a href=\"/\\e.example\">x</a>", "<a href=\"https://e.example\" rel=\"noopener nofollow\">x</a>"},
      {"<a name=\"old\"></a>", "<a id=\"old\"></a>"},
      {"<a>x</a>", "x"},
      {"<video src=v.mp4 autoplay loop muted width=100%></video>",
       "<video src=\"v.mp4\" loop=\"\" muted=\"\" width=\"100%\" controls=\"\"></video>"},
      {"<img src=a.png width=\"10;20\">", "<img src=\"a.png\" loading=\"lazy\">"},
      {"<img alt=\"Only words\">", "Only words"},
      {"<input type=checkbox checked>", "<input type=\"checkbox\" checked=\"\" disabled=\"\">"},
      {"<input type=password>", ""},
      {"<span class=\"badge callout\">x</span>", "<span class=\"callout\">x</span>"},
      {"<code class=\"language-js{1,2}\">x</code>", "<code class=\"language-js\">x</code>"},
      {"<em id=\"x\">no id here</em>", "<em>no id here</em>"},
      {"<div id=\"pharos-search\">chrome</div>", "<div>chrome</div>"},
      {"<div id=\"a b\">white space</div>", "<div>white space</div>"},
      {"<center><font color=red>old</font></center>", "old"},
      {"<p></p><p> </p>text", " text"},
      {"<!-- comment -->a<!DOCTYPE html><?php echo 1 ?>b", "ab"},
      {"<b>one <i>two</b> three</i>", "<b>one <i>two</i></b> three"},
      {"<li>alone", "<li>alone</li>"},
      {"a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"},
      {"<pre>\n\nx</pre>", "<pre>\n\nx</pre>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(sanitized(row.html) == row.expected);
  }
}

TEST_CASE("unknown elements show their inner text, placeholders stay visible") {
  CHECK(sanitized("Write <author>Ann</author> there") == "Write Ann there");
  CHECK(sanitized("Install <version> of <your app name>.") == "Install &lt;version&gt; of &lt;your app name&gt;.");
  CHECK(sanitized("the <script> tag") == "the &lt;script&gt; tag");
  CHECK(sanitized("the <title> and <meta> tags") == "the &lt;title&gt; and &lt;meta&gt; tags");
  CHECK(sanitized("<Tabs><TabItem value=\"a\">Inner</TabItem></Tabs>") == "Inner");
  CHECK(sanitized("a<Badge text=\"new\" />b") == "ab");
  CHECK(sanitized("<foo <script>x") == "&lt;foo &lt;script&gt;x");
  CHECK(rules_broken_by("<Tabs>a</Tabs><Tabs>b</Tabs>") == std::vector<std::string>{"unknown-shortcode"});
}

const char* const kAttacks[] = {
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<script/x>alert(1)</script >",
    "<img src=x onerror=alert(1)>",
    "<img src=\"x\" OnErRoR = \"alert(1)\">",
    "<img/src=x/onerror=alert(1)>",
    "<img src=`x` onerror=alert(1)>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=\"a.png\"onerror=\"alert(1)\">",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"java&#10;script:alert(1)\">x</a>",
    "<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>",
    "<a href=\"&#x6A&#x61&#x76&#x61script&colon;alert(1)\">x</a>",
    "<a href=\" &#14; javascript:alert(1)\">x</a>",
    "<a href=\"vbscript:x\">x</a>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
    "<a href=\"pharos:account/password\">x</a>",
    "<img src=\"pharos-asset:a.png\">",
    "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
    "<video poster=javascript:alert(1) src=javascript:alert(1)></video>",
    "<video><source onerror=alert(1) src=javascript:x></video>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=x.swf></object><embed src=x.swf>",
    "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button></form>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<div style=\"background:url(javascript:alert(1))\">x</div>",
    "<style>@import 'x.css';</style>",
    "<link rel=stylesheet href=x.css><base href=//evil.example><meta http-equiv=refresh content=0>",
    "<details open ontoggle=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--x--!><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<template><script>alert(1)</script></template>",
    "<select><option><script>alert(1)</script></select>",
    "<p title='\"><script>alert(1)</script>'>x</p>",
    "<abbr title='\" onmouseover=\"alert(1)'>x</abbr>",
    "<abbr title='&quot; onmouseover=&quot;alert(1)'>x</abbr>",
    "<table><td><a href=x><table><td><a href=javascript:alert(1)>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<a href=\"https://e.example/\"onclick=alert(1)>x",
    "<a\nhref\n=\njavascript:alert(1)>x",
    "<a href='javascript:alert(1)",
    "<img src=x:alert(1)",
    "</p></div></aside></main><script>x</script>",
    "<body onload=alert(1)><html onclick=x>",
    "<input type=image src=x onerror=alert(1)>",
    "<a id=x tabindex=1 onfocus=alert(1)>x</a>",
    "<img srcset=\"javascript:alert(1) 1x, x 2x\" src=x>",
    "<source srcset=\"javascript:alert(1)\">",
    "<p data-line=\"7\" data-sourcepos=\"9999999999999:1\">x</p>",
    "<!--pharos-line:99999999999999999999--><!--pharos-line:-1-->x",
    "<\xC2\xA0script>alert(1)</script>",
    "<a href=\"\xE2\x80\xA8javascript:alert(1)\">x</a>",
};

TEST_CASE("attacks come out harmless, and sanitizing again changes nothing") {
  for (const char* attack : kAttacks) {
    CAPTURE(attack);
    const std::string once = sanitized(attack);
    check_safe(once);
    CHECK(sanitized(once) == once);
  }
}

TEST_CASE("attacks within each other and within markup come out harmless") {
  const char* const frames[][2] = {{"<table><tr><td>", "</td></tr></table>"},
                                   {"<ul><li>", "</li></ul>"},
                                   {"<p title=\"", "\">x</p>"},
                                   {"<pre><code>", "</code></pre>"},
                                   {"<b><i><a href=x>", "</b></a></i>"},
                                   {"<table>", ""},
                                   {"<!--", "-->"},
                                   {"<h2>", "</h3>"}};
  for (const auto& frame : frames) {
    for (const char* attack : kAttacks) {
      const std::string once = sanitized(std::string(frame[0]) + attack + frame[1]);
      check_safe(once);
    }
  }
}

TEST_CASE("random soup of tags comes out well-formed") {
  const char* const pieces[] = {"<b>",        "</b>",      "<i>",
                                "<a href=x>", "</a>",      "<table>",
                                "</table>",   "<tr>",      "<td>",
                                "</td>",      "<p>",       "</p>",
                                "<div>",      "</div>",    "<li>",
                                "<ul>",       "</ul>",     "text",
                                "<h2>",       "</h2>",     "<svg>",
                                "<script>",   "</script>", "<",
                                "\"",         "'",         ">",
                                "<!--",       "-->",       "<select>",
                                "<option>",   "&lt;",      "<img src=x alt=y>",
                                "<details>",  "<summary>", "</details>",
                                "<pre>",      "\n",        "<caption>",
                                "<dl>",       "<dt>",      "<dd>",
                                "<ruby>",     "<rt>",      "</td",
                                "<a id=",     "<video>",   "<col>",
                                "</br>"};
  std::mt19937 random(20261122);
  for (int round = 0; round < 3000; ++round) {
    std::string soup;
    for (int i = 0; i < 25; ++i) soup += pieces[random() % std::size(pieces)];
    const std::string once = sanitized(soup);
    CAPTURE(soup);
    check_safe(once);
    const std::string twice = sanitized(once);
    CHECK(sanitized(twice) == twice);
  }
}

TEST_CASE("nesting without end neither overflows the stack nor takes long") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  const std::string once = sanitized(deep + "x");
  check_safe(once);
  CHECK(once.find('x') != std::string::npos);
  CHECK(rules_broken_by(deep) == std::vector<std::string>{"unsafe-html"});
}

TEST_CASE("authors are told what was left out, each fault on its line") {
  PageDiagnostics diagnostics("page.md");
  sanitized_html("<p>\nfine\n</p><script>\nx\n</script>\n<a\nhref=javascript:x>y</a>\n<i onclick=x>z</i>", 10,
                 diagnostics);
  const Diagnostics found = diagnostics.take();
  REQUIRE(found.size() == 3);
  CHECK(to_line(found[0]).rfind("page.md:12: warning: <script> may not stand in an article", 0) == 0);
  CHECK(found[1].line == 15);
  CHECK(found[1].rule == "unsafe-link");
  CHECK(found[2].line == 17);
  CHECK(found[2].message.find("onclick") != std::string::npos);
}

TEST_CASE("a page full of faults has an end of diagnostics") {
  std::string page;
  for (int i = 0; i < 5000; ++i) page += "<script></script>";
  CHECK(rules_broken_by(page).size() == PageDiagnostics::kMost);
}

TEST_CASE("addresses are judged as browsers read them") {
  using Kind = LinkTarget::Kind;
  struct Row {
    const char* address;
    Kind kind;
    const char* written;
  };
  const Row rows[] = {
      {"https://e.example/a b", Kind::kExternal, "https://e.example/a%20b"},
      {"HTTP://e.example", Kind::kExternal, "HTTP://e.example"},
      {"  ../a.md\n", Kind::kRelative, "../a.md"},
      {"img\\a.png", Kind::kRelative, "img/a.png"},
      {"a.md?x=\\", Kind::kRelative, "a.md?x=\\"},
      {"充值.md", Kind::kRelative, "充值.md"},
      {"充值:x", Kind::kRelative, "充值:x"},
      {"a/b:c", Kind::kRelative, "a/b:c"},
      {"#x", Kind::kInPage, "#x"},
      {"tel:+1", Kind::kContact, "tel:+1"},
      {"ftp://e.example", Kind::kRefused, ""},
      {"C:\\x", Kind::kRefused, ""},
      {"pharos:x", Kind::kRefused, ""},
      {"", Kind::kRefused, ""},
      {" \t ", Kind::kRefused, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.address);
    const LinkTarget target = classify_link(row.address);
    CHECK(target.kind == row.kind);
    CHECK(target.address == row.written);
  }
  CHECK(percent_decoded("%D0%B1%20c%2Fd%23", false) == "б c%2Fd%23");
  CHECK(percent_decoded("%D0%B1%20c%2Fd", true) == "б c/d");
  CHECK(percent_decoded("%FF%zz%", true) == "%FF%zz%");
}

}  // namespace
}  // namespace pharos::content
