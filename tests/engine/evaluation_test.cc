// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/evaluation.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "help_site.h"
#include "pharos/base/error.h"

namespace pharos::engine {
namespace {

double log2_of(double x) { return std::log2(x); }

Evaluation judged(const std::vector<JudgedQuery>& queries,
                  const std::map<std::string, std::vector<std::string>>& answers) {
  return evaluate(queries, [&](const JudgedQuery& query) {
    const auto found = answers.find(query.id);
    return found == answers.end() ? std::vector<std::string>{} : found->second;
  });
}

TEST_CASE("measures are what one gets by hand") {
  const std::vector<JudgedQuery> queries = {{"first", lang("en"), "q", {"a"}},
                                            {"third", lang("en"), "q", {"a", "b"}},
                                            {"none", lang("ru"), "q", {"a"}},
                                            {"wrong", lang("ru"), "q", {"a"}},
                                            {"seventh", lang("ru"), "q", {"z", "y", "a"}}};
  const Evaluation result = judged(queries, {{"first", {"a", "x"}},
                                             {"third", {"x", "y", "b", "a"}},
                                             {"wrong", {"x", "y", "z", "w"}},
                                             {"seventh", {"1", "2", "3", "4", "5", "6", "a", "8", "9", "z"}}});
  REQUIRE(result.languages.size() == 2);
  const Metrics& english = result.languages[0].second;
  CHECK(result.languages[0].first == lang("en"));
  CHECK(english.queries == 2);
  CHECK(english.mrr10 == doctest::Approx((1.0 + 1.0 / 3) / 2));
  CHECK(english.r1 == doctest::Approx(0.5));
  CHECK(english.r5 == doctest::Approx(1));
  const double third = (1 / log2_of(4) + 1 / log2_of(5)) / (1 + 1 / log2_of(3));
  CHECK(english.ndcg10 == doctest::Approx((1 + third) / 2));
  CHECK(english.no_hit == 0);
  const Metrics& russian = result.languages[1].second;
  CHECK(russian.queries == 3);
  CHECK(russian.mrr10 == doctest::Approx(1.0 / 7 / 3));
  CHECK(russian.r5 == 0);
  CHECK(russian.r10 == doctest::Approx(1.0 / 3));
  CHECK(russian.no_hit == doctest::Approx(1.0 / 3));
  const double seventh = (1 / log2_of(8) + 1 / log2_of(11)) / (1 + 1 / log2_of(3) + 1 / log2_of(4));
  CHECK(russian.ndcg10 == doctest::Approx(seventh / 3));
  CHECK(result.all.queries == 5);
  CHECK(result.all.mrr10 == doctest::Approx((1.0 + 1.0 / 3 + 1.0 / 7) / 5));
}

TEST_CASE("what fails is listed with its rank and what came instead") {
  const std::vector<JudgedQuery> queries = {
      {"good", lang("en"), "q", {"a"}}, {"late", lang("en"), "q", {"b"}}, {"lost", lang("en"), "q", {"c"}}};
  const Evaluation result = judged(queries, {{"good", {"a"}}, {"late", {"x", "b", "y", "z"}}});
  REQUIRE(result.failed.size() == 2);
  CHECK(result.failed[0].query->id == "late");
  CHECK(result.failed[0].rank == 2);
  CHECK(result.failed[0].got == std::vector<std::string>{"x", "b", "y"});
  CHECK(result.failed[1].rank == 0);
  CHECK(result.failed[1].got.empty());
}

TEST_CASE("only ten answers count, and queries that nothing answers are no average") {
  const std::vector<JudgedQuery> queries = {{"deep", lang("en"), "q", {"a"}}, {"nothing", lang("en"), "q", {}}};
  const Evaluation result = judged(queries, {{"deep", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a"}}});
  CHECK(result.all.queries == 1);
  CHECK(result.all.mrr10 == 0);
  CHECK(result.all.r10 == 0);
  CHECK(result.all.ndcg10 == 0);
  CHECK(result.unanswerable == 1);
  CHECK(evaluate({}, [](const JudgedQuery&) { return std::vector<std::string>{}; }).all.queries == 0);
}

std::string fault(const std::string& text, bool corpus = false) {
  const TemporaryFolder folder;
  write_file_synced(folder.path() / "q.jsonl", text);
  try {
    if (corpus) {
      read_corpus(folder.path() / "q.jsonl");
    } else {
      read_judged_queries(folder.path() / "q.jsonl");
    }
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
    const std::string what = error.what();
    return what.substr(what.find("q.jsonl"));
  }
  return "";
}

TEST_CASE("a file of judged queries is read line by line") {
  const TemporaryFolder folder;
  write_file_synced(folder.path() / "q.jsonl",
                    "{\"id\":\"1\",\"lang\":\"zh-hans\",\"text\":\"提现\",\"relevant\":[\"a\",\"b\"],\"note\":1}\r\n\n"
                    "{\"id\":\"2\",\"lang\":\"en\",\"text\":\"x\",\"relevant\":[]}");
  const auto queries = read_judged_queries(folder.path() / "q.jsonl");
  REQUIRE(queries.size() == 2);
  CHECK(queries[0].language == lang("zh-Hans"));
  CHECK(queries[0].relevant == std::vector<std::string>{"a", "b"});
  CHECK(queries[1].relevant.empty());
  CHECK_THROWS_AS(read_judged_queries(folder.path() / "absent"), Error);
}

TEST_CASE("faults in judged files name file and line") {
  const std::string good = R"({"id":"1","lang":"en","text":"x","relevant":["a"]})"
                           "\n\n";
  CHECK(fault(good + "{broken").find("q.jsonl:3: the line: is not valid JSON at byte 1") == 0);
  CHECK(fault(good + R"({"id":"1","lang":"en","text":"x"})").find("q.jsonl:3: has no list \"relevant\"") == 0);
  CHECK(fault(good + R"({"id":1,"lang":"en","text":"x","relevant":[]})").find("q.jsonl:3: has no text member \"id\"") ==
        0);
  CHECK(fault(R"({"id":"1","lang":"klingon","text":"x","relevant":[]})")
            .find("q.jsonl:1: 'klingon' is not a language tag") == 0);
  CHECK(fault("{\"id\":\"\xFF\"}").find("q.jsonl:1: the line: is not valid JSON") == 0);
  CHECK(fault("[]").find("q.jsonl:1: has no list") == 0);
  CHECK(fault("").find("q.jsonl: holds no queries") == 0);
  CHECK(fault("\n \n").find("q.jsonl: holds no queries") == 0);
}

TEST_CASE("a corpus is read as a library, and its faults name the line too") {
  const TemporaryFolder folder;
  write_file_synced(folder.path() / "c.jsonl",
                    "{\"id\":\"a\",\"lang\":\"ru\",\"title\":\"Т\",\"body\":\"<b>\"}\n{\"id\":\"b\",\"lang\":\"en\","
                    "\"title\":\"T\",\"body\":\"x\"}\n");
  const content::Library library = read_corpus(folder.path() / "c.jsonl");
  REQUIRE(library.articles.size() == 2);
  CHECK(library.articles[0].language == lang("en"));
  CHECK(library.articles[1].html == "<p>&lt;b&gt;</p>");
  CHECK(library.articles[1].sections.at(0).text == "<b>");
  CHECK(library.settings.default_language == lang("en"));
  const std::string one = R"({"id":"a","lang":"en","title":"T","body":"x"})";
  CHECK(fault(one + "\n" + one, true).find("q.jsonl:2: repeats the id \"a\"") == 0);
  CHECK(fault(R"({"id":"../a","lang":"en","title":"T","body":"x"})", true)
            .find("q.jsonl:1: '../a' is not an article key") == 0);
  CHECK(fault(R"({"id":"a","lang":"en","title":"T"})", true).find("q.jsonl:1: has no text member \"body\"") == 0);
  CHECK(fault("", true).find("q.jsonl: holds no articles") == 0);
}

}  // namespace
}  // namespace pharos::engine
