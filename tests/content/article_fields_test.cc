// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/article_fields.h"

#include <doctest/doctest.h>

#include <string>

#include "content/front_matter.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

struct Fields {
  Article article{ArticleKey::require("a/b"), Language::require("de")};
  PageFields page;
  Diagnostics diagnostics;
};

Fields fields(const std::string& yaml) {
  Fields result;
  const std::string path = "a.md";
  const DataNode data = read_yaml(yaml, path, 2, "front-matter", result.diagnostics);
  FieldReader reader(path, "front-matter", result.diagnostics);
  read_article_fields(data, reader, result.article, result.page);
  return result;
}

TEST_CASE("our own keys fill an article") {
  const Fields f = fields(
      "title: T\nsummary: S\nquestions: [q1, q2]\ntags: [a, b]\norder: 2.5\nrelated: [x/y, /x/z.md]\naliases: [/old/, "
      "/de/older]\npublish: 2026-01-02\nexpire: 2027-01-02\nupdated: 2026-11-03\naudience: agent\nregions: [EU]\n"
      "boost: 2\nqueue: kyc\nsource: en@abc\ntranslationKey: c/d\nexpects:\n  - query: q\n    rank: 1\n  - plain\n");
  CHECK(f.diagnostics.empty());
  CHECK(f.article.title == "T");
  CHECK(f.article.summary == "S");
  CHECK(joined(f.article.questions) == "q1 | q2");
  CHECK(joined(f.article.tags) == "a | b");
  CHECK(f.article.order == 2.5);
  CHECK(joined(f.article.related) == "x/y | x/z");
  CHECK(joined(f.article.aliases) == "old | older");
  CHECK(to_iso_date(*f.article.publish) == "2026-01-02");
  CHECK(to_iso_date(*f.article.expire) == "2027-01-02");
  CHECK(to_iso_date(*f.article.updated) == "2026-11-03");
  CHECK(f.article.audience == Audience::kAgent);
  CHECK(joined(f.article.regions) == "EU");
  CHECK(f.article.boost == 2);
  CHECK(f.article.queue == "kyc");
  CHECK(f.article.source == "en@abc");
  CHECK(f.page.translation_key == "c/d");
  REQUIRE(f.article.expects.size() == 2);
  CHECK(f.article.expects[0].rank == 1);
  CHECK(f.article.expects[1].query == "plain");
  CHECK(f.article.expects[1].rank == 3);
  CHECK_FALSE(f.article.draft);
  CHECK(f.article.unknown.empty());
}

TEST_CASE("keys of other generators mean the same") {
  for (const char* key : {"weight", "sidebar_position", "nav_order", "order"}) {
    CAPTURE(key);
    CHECK(fields(std::string(key) + ": 7\n").article.order == 7);
  }
  for (const char* key : {"description", "intro", "summary", "excerpt"}) {
    CAPTURE(key);
    CHECK(fields(std::string(key) + ": words\n").article.summary == "words");
  }
  for (const char* yaml : {"draft: true", "unlisted: yes", "hidden: true", "published: false", "draft: perhaps"}) {
    CAPTURE(yaml);
    CHECK(fields(yaml).article.draft);
  }
  for (const char* yaml : {"draft: false", "published: true", "hidden: off", "draft:"}) {
    CAPTURE(yaml);
    CHECK_FALSE(fields(yaml).article.draft);
  }
  for (const char* yaml :
       {"aliases: /old", "redirect_from: [/old/]", "slug: /old", "permalink: https://x.example/de/old/"}) {
    CAPTURE(yaml);
    CHECK(joined(fields(yaml).article.aliases) == "old");
  }
  for (const char* yaml : {"updated: 2026-11-03", "lastmod: 2026-11-03T10:00:00Z", "last_update: {date: 2026/11/3}",
                           "lastUpdated: 2026-11-03", "date: 2026-11-03 12:00:00 +0300"}) {
    CAPTURE(yaml);
    const Fields f = fields(yaml);
    REQUIRE(f.article.updated);
    CHECK(to_iso_date(*f.article.updated) == "2026-11-03");
    CHECK(f.diagnostics.empty());
  }
  for (const char* yaml : {"tags: [a, b]", "keywords: a, b", "categories: [a]\ntopics: [b, a]"}) {
    CAPTURE(yaml);
    CHECK(joined(fields(yaml).article.tags) == "a | b");
  }
  CHECK(fields("sidebar_label: Short").page.short_title == "Short");
  CHECK(fields("publishDate: 2026-11-03").article.publish);
  CHECK(fields("published: 2026-11-03").article.publish);
  CHECK(fields("slug: /").article.aliases.empty());
  CHECK(fields("lastUpdated: false").diagnostics.empty());
}

TEST_CASE("our key comes before another generator's, and a date of change before one of birth") {
  CHECK(fields("weight: 1\norder: 2\n").article.order == 2);
  CHECK(fields("description: d\nsummary: s\n").article.summary == "s");
  CHECK(to_iso_date(*fields("date: 2020-01-01\nlastmod: 2026-01-01\n").article.updated) == "2026-01-01");
}

TEST_CASE("unknown keys are kept as text") {
  const Fields f = fields(
      "title: T\nlayout: page\nlast_update:\n  date: 2026-11-03\n  author: Ann\nseo:\n  og: {image: a.png}\nlist: [1, "
      "2]\n");
  CHECK(f.article.unknown.at("layout") == "page");
  CHECK(f.article.unknown.at("last_update.author") == "Ann");
  CHECK(f.article.unknown.at("seo.og.image") == "a.png");
  CHECK(f.article.unknown.at("list") == "1, 2");
  CHECK(f.article.unknown.size() == 4);
  CHECK(f.diagnostics.empty());
}

TEST_CASE("every value of the wrong kind is told with its line, and the rest is read") {
  const Fields f = fields(
      "title: [a]\nsummary: {x: 1}\ntags: {x: 1}\norder: first\nupdated: soon\naudience: staff\nboost: 900\n"
      "expects: [{rank: 1}]\nqueue: kyc\n");
  CHECK(f.diagnostics.size() == 8);
  for (const Diagnostic& d : f.diagnostics) {
    CHECK(d.rule == "front-matter");
    CHECK(d.line >= 2);
    CHECK(d.message.find(" should be ") != std::string::npos);
  }
  CHECK(f.article.queue == "kyc");
  CHECK(f.article.boost == 1);
  // Whatever was meant, it was not everybody.
  CHECK(f.article.audience == Audience::kAgent);
}

}  // namespace
}  // namespace pharos::content
