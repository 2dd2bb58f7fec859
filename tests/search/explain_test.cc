// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/base/error.h"
#include "tiny_site.h"

namespace pharos::search {
namespace {

TinySite site() {
  content::Article secret = article("en", "risk/secret", "Withdrawal flags", "For agents.");
  secret.audience = content::Audience::kAgent;
  return TinySite({"en", "ru"}, {article("en", "a", "Withdrawal pending", "Wait."),
                                 article("en", "deposits/b", "Deposits", "Nothing to do with it."),
                                 article("ru", "c", "Комиссии", "Только по-русски."), secret});
}

std::string explained(const char* tag, const std::string& text, const char* key, const std::string& category = "") {
  Query query(text, lang(tag));
  query.category = category;
  return site().searcher().explain(query, key == nullptr ? std::nullopt : ArticleKey::parse(key));
}

bool tells(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

TEST_CASE("every stage of a query is told") {
  const std::string text = explained("ru", "  Withdrawal  pending ", nullptr);
  CAPTURE(std::string(text));
  CHECK(tells(text, "query      \"  Withdrawal  pending \""));
  CHECK(tells(text, "normalized \"Withdrawal pending\""));
  CHECK(tells(text, "language ru (1 sections)"));
  CHECK(tells(text, "language en"));
  CHECK(tells(text, "no answers"));
  CHECK(tells(text, "withdraw(2)"));
  CHECK(tells(text, "1. a "));
  CHECK(tells(text, "exact: lifted to the top"));
  CHECK(tells(text, "stem in title"));
}

TEST_CASE("why an article is where it is, or is not there") {
  CHECK(tells(explained("en", "withdrawal", "a"), "rank 1 of 1 in this language"));
  CHECK(tells(explained("en", "withdrawal", "deposits/b"), "shares no term with the query"));
  CHECK(tells(explained("en", "withdrawal", "risk/secret"), "for agents only"));
  CHECK(tells(explained("en", "withdrawal", "a", "deposits"), "outside deposits"));
  Query russian("комиссии", lang("en"));
  russian.detect_language = false;
  CHECK(tells(site().searcher().explain(russian, ArticleKey::parse("c")), "is written in ru"));
  CHECK(tells(explained("en", "withdrawal", "no/such"), "no such key"));
}

TEST_CASE("a query beyond the limits is refused here too") {
  CHECK_THROWS_AS(explained("en", std::string(5000, 'a'), nullptr), Error);
}

}  // namespace
}  // namespace pharos::search
