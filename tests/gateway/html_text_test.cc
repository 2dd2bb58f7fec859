// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/html_text.h"

#include <doctest/doctest.h>

#include <vector>

namespace pharos::gateway {
namespace {

TEST_CASE("a person's HTML becomes what a person reads") {
  struct Row {
    std::string html, text;
  };
  for (const Row& row : std::vector<Row>{
           {"", ""},
           {"plain 答复", "plain 答复"},
           {"<p>One</p><p>Two<br/>Three</p>", "One\nTwo\nThree"},
           {"a\n  b\t c", "a b c"},
           {"<ul><li>x</li><li>y</li></ul>", "x\ny"},
           {"<p>&lt;b&gt; &amp;amp; &quot;&#39;&#x4e2d;&#20013;&nbsp;.</p>", "<b> &amp; \"'中中 ."},
           {"Gr&uuml;&szlig;e &Alpha;&omega; &hellip;&ldquo;x&rdquo; &zwnj;", "Grüße Αω …“x” \u200c"},
           {"&unknown; &; &#; &#x; &#0; &#xd800; &#99999999; & a &lt",
            "&unknown; &; &#; &#x; &#0; &#xd800; &#99999999; & a &lt"},
           {"<style>p{}</style><SCRIPT>alert('</p>')</SCRIPT>text", "text"},
           {"<!-- <p>no</p> -->yes", "yes"},
           {"<a href=\"x\">link</a> <b>bold</b>", "link bold"},
           {"cut <b", "cut"},
           {"<!-- never ends", ""},
       }) {
    CHECK(text_of_html(row.html) == row.text);
  }
}

TEST_CASE("a megabyte of angle brackets takes no time") {
  CHECK(text_of_html(std::string(1 << 20, '<')).empty());
  CHECK(text_of_html(std::string(1 << 20, '&')).size() == 1 << 20);
}

}  // namespace
}  // namespace pharos::gateway
