// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "http/page_builders.h"
#include "http/page_samples.h"

namespace pharos::http {
namespace {

using samples::site;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a search page says what was searched instead of what was typed, with the way back to it") {
  struct Row {
    const char* text;
    std::vector<search::Rewrite> rewrites;
    const char* repaired;  // empty: no correction is shown
  };
  const Row rows[] = {
      {"dsdjl", {{"layout", "dsdjl", "вывод"}}, "вывод"},
      {"usdt dsdjl?", {{"layout", "dsdjl", "вывод"}}, "usdt вывод?"},
      {"widthdraw", {{"typo", "widthdraw", "withdraw"}, {"typo", "widthdraw", "width"}}, "withdraw"},
      {"chua bank a", {{"unaccented", "a", "à"}}, "chua bank à"},
      {"to to", {{"typo", "to", "two"}}, "two two"},
      {"提线到银行", {{"homophone", "提线", "提现"}}, "提现到银行"},
      {"with drawal usdtt", {{"typo", "usdtt", "usdt"}, {"join", "with drawal", "withdrawal"}}, "withdrawal usdt"},
      {"cash out", {{"synonym", "cash out", "withdrawal"}, {"prefix", "out", "output"}}, ""},
      {"cash", {{"region", "cash", "money"}, {"typed", "cash", "kash"}, {"translation", "cash", "вывод"}}, ""},
      {"right", {{"typo", "wrong", "write"}}, ""},
      {"same", {{"typo", "same", "same"}}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    SearchPage search = samples::found(samples::kEnglish, row.text);
    search.category = "deposits";
    search.result->rewrites = row.rewrites;
    const std::string html = search_page(samples::frame(site(), samples::kEnglish), search);
    const bool corrected = *row.repaired != '\0';
    CHECK(contains(html, "search-corrected") == corrected);
    CHECK(contains(html, "&amp;rescue=false") == corrected);
    if (!corrected) continue;
    CHECK(contains(html, "Showing results for “<strong><bdi>" + std::string(row.repaired) + "</bdi></strong>”."));
    CHECK(contains(html, "Search instead for “<bdi>" + std::string(row.text) + "</bdi>”</a>"));
    CHECK(contains(html, "articles for “" + std::string(row.repaired) + "”"));
    search.rescue = false;
    search.result->rewrites.clear();
    const std::string literal = search_page(samples::frame(site(), samples::kEnglish), search);
    CHECK_FALSE(contains(literal, "search-corrected"));
    CHECK(contains(literal, "&amp;page=3&amp;rescue=false"));
  }
}

TEST_CASE("words that were searched besides are named quietly, each once and not many") {
  SearchPage search = samples::found(samples::kEnglish, "cash out");
  search.result->rewrites = {{"synonym", "cash out", "withdrawal"}, {"translation", "cash out", "withdrawal"},
                             {"synonym", "cash out", "one"},        {"typed", "cash out", "two"},
                             {"region", "cash out", "three"},       {"prefix", "out", "four"}};
  const std::string html = search_page(samples::frame(site(), samples::kEnglish), search);
  CHECK(
      contains(html, "Also searched: <bdi>withdrawal</bdi> · <bdi>one</bdi> · <bdi>two</bdi> · <bdi>three</bdi></p>"));
}

TEST_CASE("an answer in another language than the page's says so and leads back to the page's") {
  const Language arabic = Language::require("ar");
  SearchPage search = samples::found(samples::kEnglish, "سحب");
  CHECK_FALSE(contains(search_page(samples::frame(site(), samples::kEnglish), search), "detect=false"));
  search.result->language = arabic;
  search.result->hits[0].language = arabic;
  const std::string html = search_page(samples::frame(site(), samples::kEnglish), search);
  CHECK(contains(html, "Answered in <bdi lang=\"ar\" dir=\"rtl\">العربية§</bdi> because you asked in it."));
  CHECK(contains(html, "<a href=\"/en/search?q=%D8%B3%D8%AD%D8%A8&amp;rescue=false\">"));
  CHECK(contains(html, "<a href=\"/en/search?q=%D8%B3%D8%AD%D8%A8&amp;detect=false\">Search in this page’s language"));
  CHECK(contains(html, "<a href=\"/ar/deposits/wrong-network#steps\" lang=\"ar\" dir=\"rtl\">"));
  search.result->hits[0].language = samples::kEnglish;
  CHECK(contains(search_page(samples::frame(site(), samples::kEnglish), search),
                 "<a href=\"/en/deposits/wrong-network#steps\">"));
  search.result->hits.clear();
  const std::string nothing = search_page(samples::frame(site(), samples::kEnglish), search);
  CHECK_FALSE(contains(nothing, "Answered in"));
  CHECK(contains(nothing, "&amp;detect=false"));
}

TEST_CASE("where no answer is sure a person is offered before the hits, once and only beside hits") {
  SearchPage search = samples::found(samples::kEnglish, "wrong");
  search.number = 1;
  const auto shown = [&] { return search_page(samples::frame(site(), samples::kEnglish), search); };
  const std::string html = shown();
  const std::size_t panel = html.find("class=\"unsure\"");
  REQUIRE(panel < html.find("class=\"hits\""));
  CHECK(html.find("href=\"/en/contact\"", panel) < html.find("class=\"hits\""));
  search.number = 2;
  CHECK_FALSE(contains(shown(), "class=\"unsure\""));
  search.number = 1;
  search.result->should_hand_over = false;
  CHECK_FALSE(contains(shown(), "class=\"unsure\""));
  search.result->should_hand_over = true;
  search.result->hits.clear();
  CHECK_FALSE(contains(shown(), "class=\"unsure\""));
}

}  // namespace pharos::http
