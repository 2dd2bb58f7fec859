// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/target.h"

#include <doctest/doctest.h>

using namespace pharos::http;

TEST_CASE("a target is taken apart and decoded") {
  const auto target =
      parse_target("/en/deposits/wrong%2Dnetwork?q=%E6%8F%90%E7%8E%B0+ok&lang=zh-Hans&&empty=&bare#top");
  REQUIRE(target);
  CHECK(target->path == "/en/deposits/wrong-network");
  REQUIRE(target->query.size() == 4);
  CHECK(target->query[0] == std::pair<std::string, std::string>("q", "提现 ok"));
  CHECK(target->query[1].second == "zh-Hans");
  CHECK(target->query[2] == std::pair<std::string, std::string>("empty", ""));
  CHECK(target->query[3] == std::pair<std::string, std::string>("bare", ""));
}

TEST_CASE("paths that could never be served are no targets") {
  for (const std::string_view bad :
       {"", "*", "en/home", "/en/%00", "/en/a%0d%0aSet-Cookie:x", "/en/%ff", "/en/%C0%AF", "/static/../secret",
        "/static/%2e%2e/secret", "/static/..", "/static/%2e%2e%2fsecret", "/./en", "ftp://host/en"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_target(bad));
  }
}

TEST_CASE("the absolute form of proxies is understood") {
  CHECK(parse_target("http://help.example/en?q=a")->path == "/en");
  CHECK(parse_target("http://help.example")->path == "/");
  CHECK(parse_target("https://help.example?q=a")->path == "/");
}

TEST_CASE("an escape that is none stays as it was typed") {
  CHECK(percent_decode("100%", true) == "100%");
  CHECK(percent_decode("100%+off%zz%4", true) == "100% off%zz%4");
  CHECK(percent_decode("a+b", false) == "a+b");
  CHECK(percent_decode("%e4%bd%a0", false) == "你");
}

TEST_CASE("query values may hold any bytes, for the handlers to judge") {
  const auto query = parse_query("q=%ff%00");
  REQUIRE(query.size() == 1);
  CHECK(query[0].second == std::string("\xff\0", 2));
}
