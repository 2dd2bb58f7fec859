// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/article_key.h"

#include <doctest/doctest.h>

#include <unordered_set>

#include "pharos/base/error.h"

namespace pharos {
namespace {

TEST_CASE("a key is a path of plain segments in any script") {
  for (const char* text :
       {"faq", "deposits/wrong-network", "a/b/c/d", "充值/错误网络", "a b/c", "v1.0/x", "..a/b..", "%2e%2e/x"}) {
    CAPTURE(std::string(text));
    const auto key = ArticleKey::parse(text);
    REQUIRE(key);
    CHECK(key->str() == text);
  }
}

TEST_CASE("what could leave the folder or is not readable is no key") {
  for (const std::string& text :
       {std::string(), std::string("/"), std::string("/a"), std::string("a/"), std::string("a//b"), std::string("."),
        std::string(".."), std::string("a/../b"), std::string("a/./b"), std::string("a\\b"), std::string("a\nb"),
        std::string("a\0b", 3), std::string("a\x7f"), std::string("a\xff"), std::string("\xed\xa0\x80"),
        std::string(513, 'a')}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(ArticleKey::parse(text));
  }
  CHECK(ArticleKey::parse(std::string(512, 'a')));
}

TEST_CASE("a key knows its folder and its last segment") {
  const ArticleKey deep = ArticleKey::require("api/errors/rate-limit");
  CHECK(deep.parent() == "api/errors");
  CHECK(deep.slug() == "rate-limit");
  const ArticleKey top = ArticleKey::require("faq");
  CHECK(top.parent() == "");
  CHECK(top.slug() == "faq");
}

TEST_CASE("a key that must be one names the parameter, and a long one is not repeated whole") {
  try {
    ArticleKey::require(std::string(400, 'x') + "//", "--article");
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
    CHECK(error.parameter() == "--article");
    CHECK(std::string(error.what()).size() < 200);
  }
}

TEST_CASE("keys are ordered and hashed by their text") {
  CHECK(ArticleKey::require("a") < ArticleKey::require("b"));
  const std::unordered_set<ArticleKey> set{ArticleKey::require("a"), ArticleKey::require("a")};
  CHECK(set.size() == 1);
}

TEST_CASE("addresses keep slashes and encode the rest") {
  CHECK(url_path("deposits/wrong-network") == "deposits/wrong-network");
  CHECK(url_path("a b/ü?#&") == "a%20b/%C3%BC%3F%23%26");
  CHECK(url_path("充值") == "%E5%85%85%E5%80%BC");
  CHECK(url_path("a~b_c.d-e") == "a~b_c.d-e");
  CHECK(url_path("\"<>") == "%22%3C%3E");
}

}  // namespace
}  // namespace pharos
