// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tiny_site.h"

namespace pharos::search {
namespace {

using Votes = std::vector<std::pair<std::string, index::ArticleSignal>>;

TinySite rated(const std::vector<content::Article>& articles, const Votes& votes) {
  index::IndexOptions options;
  for (const auto& [key, signal] : votes) options.signals[{key, "en"}] = signal;
  return TinySite(content_samples::library({"en", "de"}, articles), options);
}

std::vector<content::Article> equals() {
  return {article("en", "a", "Password", "Choose a new password."),
          article("en", "b", "Password help", "Choose a new password.")};
}

TEST_CASE("readers' votes decide between answers that are nearly as good") {
  const auto best = [](const Votes& votes) { return rated(equals(), votes).keys("en", "choose new password"); };
  CHECK(best({}) == "a b");
  CHECK(best({{"a", {0, 9}}, {"b", {9, 0}}}) == "a b");
  CHECK(best({{"a", {5, 95}}, {"b", {300, 10}}}) == "b a");
  CHECK(best({{"a", {300, 10}}, {"b", {5, 95}}}) == "a b");
}

TEST_CASE("a bad article stays above one that answers clearly worse") {
  const std::vector<content::Article> articles = {
      article("en", "right", "Liquidation price of a margin position", "How the liquidation price is found."),
      article("en", "wrong", "Margin", "Interest on a margin position is paid by the hour.")};
  const std::string asked = "what is the liquidation price of my margin position";
  CHECK(rated(articles, {}).keys("en", asked) == "right wrong");
  CHECK(rated(articles, {{"right", {0, 5000}}, {"wrong", {5000, 0}}}).keys("en", asked) == "right wrong");
}

TEST_CASE("an exact title is first whatever readers say of it") {
  CHECK(rated(equals(), {{"a", {0, 5000}}, {"b", {5000, 0}}}).keys("en", "Password") == "a b");
}

TEST_CASE("votes count for the language that was read") {
  const TinySite site =
      rated({article("en", "a", "Password", "Choose."), article("de", "a", "Passwort", "Wähle.")}, {{"a", {41, 4}}});
  for (const index::CatalogArticle& entry : site.snapshot().catalog().articles) {
    CHECK(entry.signal.helpful == (entry.language == lang("en") ? 41 : 0));
  }
}

TEST_CASE("what votes did is told") {
  const std::string text =
      rated(equals(), {{"b", {41, 4}}}).searcher().explain(Query("password", lang("en")), ArticleKey::require("b"));
  CAPTURE(text);
  CHECK(text.find("times helpfulness 1.04 (41 of 45 readers found it helpful)") != std::string::npos);
  CHECK(text.find("times helpfulness 1.00") == std::string::npos);
}

}  // namespace
}  // namespace pharos::search
