// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <chrono>
#include <limits>

#include "pharos/base/error.h"
#include "pharos/search/analyzed_query.h"
#include "tiny_site.h"

namespace pharos::search {
namespace {

const TinySite& site() {
  static const TinySite one({"en", "zh-Hans"}, {article("en", "a", "Withdraw", "Withdraw money."),
                                                article("zh-Hans", "a", "提现", "提现说明")});
  return one;
}

std::string refused_parameter(const Query& query) {
  const auto begin = std::chrono::steady_clock::now();
  try {
    site().searcher().search(query);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
    CHECK(std::string(error.what()).size() < 300);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
    return error.parameter();
  }
  return "";
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST_CASE("a query beyond the limits is refused at once, naming what is wrong") {
  struct Row {
    const char* reason;
    std::string text;
  };
  for (const Row& row :
       {Row{"100 kB", std::string(100'000, 'a')}, Row{"100 kB of words", repeated("word ", 20'000)},
        Row{"100 kB of spaces", std::string(100'000, ' ')}, Row{"one byte too many", std::string(513, 'a')},
        Row{"combining marks", "a" + repeated("\u0301", 31)}, Row{"60,000 combining marks", repeated("\u0301", 60'000)},
        Row{"invalid UTF-8", "with\xFF"}, Row{"a surrogate", "\xED\xA0\x80"}, Row{"cut character", "提\xE7\x8E"},
        Row{"different words", [] {
              std::string text;
              for (char a = 'a'; a <= 'z'; ++a) {
                for (char b = 'a'; b <= 'f'; ++b) text += std::string{a, b, ' '};
              }
              return text;
            }()}}) {
    CAPTURE(std::string(row.reason));
    CHECK(refused_parameter(Query(row.text, lang("en"))) == "q");
  }
}

TEST_CASE("what is just within the limits is answered") {
  for (const std::string& text : {std::string(512, 'a'), repeated("a ", 256), "a" + repeated("\u0301", 30),
                                  std::string(600, ' ') + "withdraw", repeated("提", 170), repeated("ﷺ", 28)}) {
    CHECK(refused_parameter(Query(text, lang("en"))) == "");
    CHECK(refused_parameter(Query(text, lang("zh-Hans"))) == "");
  }
}

TEST_CASE("a query without words finds nothing and is no fault") {
  for (const char* text : {"", "   ", "?!…", "😀", "\u200b", "、。", "\u0301", "<mark>&", "*"}) {
    CAPTURE(std::string(text));
    const SearchResult result = site().ask("en", text);
    if (std::string_view(text) != "<mark>&") CHECK(result.total == 0);
    CHECK(result.hits.empty());
    CHECK(result.facets.empty());
  }
  CHECK(site().ask("en", "  withdraw \n money ").text == "withdraw money");
}

TEST_CASE("the window of answers ends at a thousand, whatever numbers are given") {
  const auto window = [](std::size_t offset, std::size_t limit) {
    Query query("withdraw", lang("en"));
    query.offset = offset;
    query.limit = limit;
    return refused_parameter(query);
  };
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  CHECK(window(0, 1000) == "");
  CHECK(window(990, 10) == "");
  CHECK(window(0, 0) == "");
  CHECK(window(991, 10) == "offset");
  CHECK(window(0, 1001) == "limit");
  CHECK(window(kMost, 1) == "offset");
  CHECK(window(5, kMost) == "limit");
  CHECK(window(kMost, kMost) == "limit");
}

TEST_CASE("letters that mean something to query languages mean nothing here") {
  for (const char* text : {"withdraw AND money", "title:withdraw", "\"withdraw money\"", "-withdraw", "with*",
                           "(withdraw", "withdraw~2", "XOR NOT NEAR/3 withdraw"}) {
    CAPTURE(std::string(text));
    CHECK_NOTHROW(site().ask("en", text));
  }
}

TEST_CASE("one line shows what a query became") {
  const QueryLimits limits;
  const auto analyzed = [&](const char* tag, const std::string& text) {
    return analyze_query(checked_text(text, limits), lang(tag), text::Analyzer(lang(tag)), limits);
  };
  CHECK(print(analyzed("sw", "  Withdrawal   USDT ")) ==
        "sw \"Withdrawal USDT\": word:withdrawal word:usdt bare:withdrawal bare:usdt exact:\"withdrawal usdt\"");
  CHECK(print(analyzed("zh-Hans", "提,提")) == "zh-Hans \"提,提\": word:提*2 unit:提*2 bigram:提*2 exact:\"提 提\"");
  CHECK(analyzed("zh-Hans", "提现USDT不到账 币").runs == std::vector<std::string>{"提现", "不到账", "币"});
}

TEST_CASE("another text adds the terms that the query has not, and says why") {
  const QueryLimits limits;
  AnalyzedQuery query = analyze_query("withdrwal USDT", lang("sw"), text::Analyzer(lang("sw")), limits);
  QueryText meant;
  meant.text = "withdrawal withdrawal usdt";
  meant.kind = "typo";
  meant.factor = .8;
  meant.end = 9;
  add_text(query, meant);
  CHECK(print(query) ==
        "sw \"withdrwal USDT\": word:withdrwal word:usdt bare:withdrwal bare:usdt word:withdrawal*2~typo "
        "bare:withdrawal*2~typo exact:\"withdrwal usdt\"");
  REQUIRE(query.texts.size() == 2);
  CHECK(query.texts[0].kind.empty());
  CHECK(query.texts[0].factor == 1);
  CHECK(query.texts[1].kind == "typo");
}

}  // namespace
}  // namespace pharos::search
