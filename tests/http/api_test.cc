// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "http/served_site.h"

using namespace pharos;
using namespace pharos::http_test;

namespace {

std::string searching(std::string_view query, std::string_view rest = "&lang=en") {
  return "/api/v1/search?q=" + encoded(query) + std::string(rest);
}

std::string first_key(const Answer& answer) {
  const Json json = answer.json();
  const auto& hits = json["hits"].items();
  return hits.empty() ? std::string() : hits[0]["key"].string();
}

}  // namespace

TEST_CASE("a search answers with the article and its best section") {
  ServedSite site;
  const Answer answer = site.get(searching("password link by e-mail"));
  REQUIRE(answer.status == 200);
  CHECK(answer.header("content-type") == "application/json");
  const Json json = answer.json();
  REQUIRE(json["hits"].items().size() >= 1);
  const Json& hit = json["hits"].items()[0];
  CHECK(hit["key"].string() == "account/reset-password");
  CHECK(hit["language"].string() == "en");
  CHECK(hit["url"].string().rfind("/en/account/reset-password", 0) == 0);
  CHECK(hit["category_path"].items()[0]["title"].string() == "Account");
  CHECK(hit["title_html"].string().find("<mark>") != std::string::npos);
  CHECK_FALSE(hit["is_fallback"].boolean());
  CHECK_FALSE(hit["matched_by"].items().empty());
  CHECK(json["query"]["text"].string() == "password link by e-mail");
  CHECK(json["total"].integer() >= 1);
  CHECK(json["search_id"].string().size() == 16);
  CHECK(json["search_id"].string() != site.get(searching("password link by e-mail")).json()["search_id"].string());
}

TEST_CASE("an article that is not translated is found along the fallback chain and marked") {
  ServedSite site;
  const Json json = site.get(searching("network", "&lang=ru&detect=false")).json();
  REQUIRE(json["hits"].items().size() == 1);
  const Json& hit = json["hits"].items()[0];
  CHECK(hit["key"].string() == "deposits/wrong-network");
  CHECK(hit["language"].string() == "en");
  CHECK(hit["is_fallback"].boolean());
  CHECK(hit["url"].string().rfind("/ru/", 0) == 0);
}

TEST_CASE("a search says how its text was read, and may be told to take it literally") {
  ServedSite site;
  const Answer repaired = site.get(searching("gfhjkm", "&lang=ru"));
  const Json json = repaired.json();
  CHECK(first_key(repaired) == "account/reset-password");
  REQUIRE_FALSE(json["query"]["rewrites"].items().empty());
  const Json& rewrite = json["query"]["rewrites"].items()[0];
  CHECK(rewrite["kind"].string() == "layout");
  CHECK(rewrite["from"].string() == "gfhjkm");
  CHECK(rewrite["to"].string() == "пароль");
  CHECK(json["confidence"].number() > 0);

  const Answer literal = site.get(searching("gfhjkm", "&lang=ru&rescue=false"));
  CHECK(literal.json()["query"]["rewrites"].items().empty());
  CHECK(literal.json()["total"].integer() == 0);
  CHECK(literal.json()["confidence"].number() == 0);
  CHECK(literal.json()["should_hand_over"].boolean());
  CHECK(literal.header("etag") != repaired.header("etag"));
  CHECK(site.get(searching("gfhjkm", "&lang=ru&rescue=true")).header("etag") == repaired.header("etag"));
}

TEST_CASE("a search is answered in the language it is asked in, unless that is not wanted") {
  ServedSite site;
  const Answer detected = site.get(searching("забыл пароль"));
  const Json json = detected.json();
  CHECK(json["query"]["language"].string() == "ru");
  CHECK(json["query"]["page_language"].string() == "en");
  CHECK(json["query"]["language_reason"].string() == "script");
  REQUIRE_FALSE(json["hits"].items().empty());
  CHECK(json["hits"].items()[0]["url"].string().rfind("/ru/account/reset-password", 0) == 0);
  const Answer kept = site.get(searching("забыл пароль", "&lang=en&detect=false"));
  CHECK(kept.json()["query"]["language"].string() == "en");
  CHECK(kept.json()["query"]["language_reason"].string() == "interface");
  CHECK(kept.header("etag") != detected.header("etag"));
}

TEST_CASE("the language is the asked one, else the browser's, else the default") {
  ServedSite site;
  const auto language = [&](const std::string& rest, const Client::Headers& headers) {
    return site.get("/api/v1/search?q=a" + rest, headers).json()["query"]["language"].string();
  };
  CHECK(language("&lang=ru", {{"Accept-Language", "zh"}}) == "ru");
  CHECK(language("&lang=zh-CN", {}) == "zh-Hans");
  CHECK(language("", {{"Accept-Language", "fr, ru;q=0.8, en;q=0.5"}}) == "ru");
  CHECK(language("", {{"Accept-Language", "tlh"}}) == "en");
  CHECK(language("", {}) == "en");
}

TEST_CASE("a category narrows a search, and facets say what it would give") {
  ServedSite site;
  const Json all = site.get(searching("password network")).json();
  CHECK(all["total"].integer() == 2);
  REQUIRE(all["facets"].items().size() == 2);
  const Json some = site.get(searching("password network", "&lang=en&category=deposits")).json();
  REQUIRE(some["total"].integer() == 1);
  CHECK(some["hits"].items()[0]["key"].string() == "deposits/wrong-network");
}

TEST_CASE("a window of the hits is given as asked") {
  ServedSite site;
  const Answer first = site.get(searching("password network", "&lang=en&limit=1"));
  const Answer second = site.get(searching("password network", "&lang=en&limit=1&offset=1"));
  CHECK(first.json()["hits"].items().size() == 1);
  CHECK(first.json()["total"].integer() == 2);
  CHECK(first_key(first) != first_key(second));
  CHECK(site.get(searching("password", "&lang=en&limit=50&offset=950")).status == 200);
}

TEST_CASE("wrong parameters are all told at once, with what to do") {
  ServedSite site;
  struct Row {
    std::string target;
    std::vector<std::string> parameters;
  };
  std::string marks = "a";
  for (int i = 0; i < 40; ++i) marks += "\u0301";
  std::string words;  // different ones, short enough to be within the limit of bytes
  for (std::size_t i = 0; i <= search::QueryLimits{}.max_terms; ++i) {
    words += {static_cast<char>('a' + i / 26), static_cast<char>('a' + i % 26), ' '};
  }
  for (const Row& row : std::initializer_list<Row>{
           {"/api/v1/search", {"q"}},
           {"/api/v1/search?q=", {"q"}},
           {"/api/v1/search?q=%20%09", {"q"}},
           {searching("a", "&lang=tlh"), {"lang"}},
           {searching("a", "&lang="), {"lang"}},
           {searching("a", "&lang=en&limit=0"), {"limit"}},
           {searching("a", "&lang=en&limit=51"), {"limit"}},
           {searching("a", "&lang=en&limit=10&offset=991"), {"offset"}},
           {searching("a", "&lang=en&offset=-1"), {"offset"}},
           {searching("a", "&lang=en&category=no/such"), {"category"}},
           {searching("a", "&lang=en&rescue=no"), {"rescue"}},
           {searching("a", "&lang=en&rescue=&detect=FALSE"), {"rescue", "detect"}},
           {searching(std::string(600, 'a')), {"q"}},
           {searching(words), {"q"}},
           {searching(marks), {"q"}},
           {"/api/v1/search?q=%ff%fe&lang=en", {"q"}},
           {"/api/v1/search?q=a%00b&lang=en", {"q"}},
           {"/api/v1/search?q=%ff&lang=xx&limit=many&offset=x", {"q", "lang", "limit", "offset"}},
           {"/api/v1/suggest?q=%ff&lang=en", {"q"}},
           {"/api/v1/suggest?q=" + encoded(marks) + "&lang=en", {"q"}},
           {"/api/v1/articles/a//b", {"key"}},
       }) {
    CAPTURE(row.target.substr(0, 100));
    const Answer answer = site.get(row.target);
    REQUIRE(answer.status == 400);
    CHECK(answer.header("content-type") == "application/problem+json");
    const Json problem = answer.json();
    CHECK(problem["type"].string() == "urn:pharos:problem:invalid-parameter");
    CHECK(problem["parameter"].string() == row.parameters[0]);
    std::vector<std::string> named;
    for (const Json& fault : problem["errors"].items()) {
      named.push_back(fault["parameter"].string());
      CHECK(fault["message"].string().size() > 10);
    }
    CHECK(named == row.parameters);
  }
}

TEST_CASE("an unknown language is answered with the ones there are") {
  ServedSite site;
  const std::string detail = site.get(searching("a", "&lang=tlh")).json()["detail"].string();
  CHECK(detail.find("en, ru, zh-Hans") != std::string::npos);
}

TEST_CASE("a query of 100 kB is refused before it is read") {
  ServedSite site;
  const Answer answer = site.get(searching(std::string(100'000, 'a')));
  CHECK(answer.status == 414);
  CHECK(answer.json()["detail"].string().find("512") != std::string::npos);
}

TEST_CASE("hostile queries are answered like others") {
  ServedSite site;
  for (const std::string_view query :
       {"\"", "AND OR NOT", "a*", "((((", "title:x", "<script>alert(1)</script>", "%", "100%",
        "\xEF\xBB\xBF"
        "a",
        "\xE2\x80\xAE"
        "abc",
        "\xF0\x9F\x98\x80", "-", "'; DROP TABLE articles; --", "../../etc/passwd", "{{q}}"}) {
    CAPTURE(query);
    const Answer answer = site.get(searching(query));
    CHECK((answer.status == 200 || answer.status == 400));
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.json().is_object());
  }
}

TEST_CASE("suggestions lead to articles or to searches") {
  ServedSite site;
  const Json json = site.get("/api/v1/suggest?q=res&lang=en").json();
  CHECK(json["query"].string() == "res");
  const auto& lines = json["suggestions"].items();
  const auto article = std::find_if(lines.begin(), lines.end(), [](const Json& line) {
    return line["type"].string() == "article" && line["key"].string() == "account/reset-password";
  });
  REQUIRE(article != lines.end());
  CHECK((*article)["url"].string() == "/en/account/reset-password");
  CHECK((*article)["text_html"].string().find("<mark>") != std::string::npos);
  CHECK(site.get("/api/v1/suggest?q=&lang=en").json()["suggestions"].items().empty());
  CHECK(site.get("/api/v1/suggest?q=e&lang=en&limit=1").json()["suggestions"].items().size() <= 1);
}

TEST_CASE("an article is given with its contents, translations and place") {
  ServedSite site;
  const Json article = site.get("/api/v1/articles/account/reset-password?lang=en").json();
  CHECK(article["title"].string() == "Reset your password");
  CHECK(article["toc"].items().size() == 2);
  CHECK(article["toc"].items()[0]["anchor"].string() == "by-email");
  CHECK(article["html"].string().find("id=\"by-email\"") != std::string::npos);
  REQUIRE(article["translations"].items().size() == 2);
  CHECK(article["translations"].items()[1]["url"].string() == "/ru/account/reset-password");
  CHECK(article["updated"].string() == "2026-11-01T00:00:00Z");
  CHECK(article["category_path"].items()[0]["key"].string() == "account");

  const Json fallback = site.get("/api/v1/articles/account/reset-password?lang=zh-Hans").json();
  CHECK(fallback["is_fallback"].boolean());
  CHECK(fallback["language"].string() == "en");
  CHECK(fallback["requested_language"].string() == "zh-Hans");
  CHECK(site.get("/api/v1/articles/deposits/wrong-network?lang=en").json()["related"].items().size() >= 1);
  CHECK(site.get("/api/v1/articles/deposits?lang=en").status == 404);
}

TEST_CASE("categories, languages, notices and channels are given for browsing") {
  ServedSite site;
  const Json tree = site.get("/api/v1/categories?lang=ru").json();
  REQUIRE(tree["categories"].items().size() == 2);
  CHECK(tree["categories"].items()[0]["title"].string() == "Аккаунт");
  CHECK(tree["categories"].items()[1]["articles"].items()[0]["is_fallback"].boolean());
  CHECK(site.get("/api/v1/categories/account?lang=en").json()["category"]["article_count"].integer() == 1);
  const Json languages = site.get("/api/v1/languages").json();
  CHECK(languages["default"].string() == "en");
  CHECK(languages["languages"].items()[2]["language"].string() == "zh-Hans");
  CHECK(languages["languages"].items()[0]["articles"].integer() == 2);
  const Json notices = site.get("/api/v1/notices?lang=ru").json();
  REQUIRE(notices["notices"].items().size() == 1);
  CHECK(notices["notices"].items()[0]["active"].boolean());
  CHECK(notices["notices"].items()[0]["language"].string() == "en");
  const Json channels = site.get("/api/v1/channels?lang=ru").json();
  REQUIRE(channels["channels"].items().size() == 2);
}
