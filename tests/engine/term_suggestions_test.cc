// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/term_suggestions.h"

#include <doctest/doctest.h>

#include "help_site.h"
#include "pharos/base/error.h"
#include "pharos/index/snapshot_store.h"

namespace pharos::engine {
namespace {

HelpSite& site() {
  static HelpSite* const site = [] {
    auto* made = new HelpSite;  // lives as long as the tests
    made->file("pharos.yml", "site:\n  name: Help\ndefault_language: en\nlanguages: [en, zh-Hans, ru]\n");
    made->file("glossary/en.yml",
               "terms:\n  - {concept: withdrawal, term: withdrawal, synonyms: [cash out]}\n"
               "  - {concept: 2fa, term: authenticator app, typed: [ga]}\n");
    made->file("glossary/zh-Hans.yml", "terms:\n  - {concept: withdrawal, term: 提现, synonyms: [出金]}\n");
    made->page("en/a/withdraw.md", "Withdrawal is pending", "Wait for the network.\n",
               "tags: [withdrawal]\nquestions: [My payout is stuck, Where is my payout]\n");
    made->page("en/a/reset.md", "Reset the authenticator app", "Use the backup key.\n");
    made->page("zh-Hans/a/withdraw.md", "提现处理中", "请等待网络确认。\n");
    made->page("ru/a/withdraw.md", "Вывод задерживается", "Подождите.\n");
    made->build();
    return made;
  }();
  return *site;
}

JudgedQuery asked(const char* language, const std::string& text) { return {"", lang(language), text, {}}; }

std::vector<TermSuggestion> suggested(const std::vector<JudgedQuery>& queries, const SuggestionOptions& options = {}) {
  const auto snapshot = index::SnapshotStore(site().index()).open_current();
  return suggest_terms(
      queries, *snapshot,
      [](const JudgedQuery& query) {
        return std::vector<std::string>{query.text.find("phone") == std::string::npos ? "a/withdraw" : "a/reset", "x"};
      },
      options);
}

const TermSuggestion* find(const std::vector<TermSuggestion>& all, const std::string& text) {
  for (const TermSuggestion& one : all) {
    if (one.text == text) return &one;
  }
  return nullptr;
}

TEST_CASE("a word that readers use and no article has is suggested with its count, examples and concept") {
  const auto all = suggested({asked("en", "bounced transfer"), asked("en", "it bounced"), asked("en", "Bounced again"),
                              asked("en", "only once")});
  const TermSuggestion* bounced = find(all, "bounced");
  REQUIRE(bounced != nullptr);
  CHECK(bounced->language == lang("en"));
  CHECK(bounced->reason == kUnknownToIndex);
  CHECK(bounced->queries == 3);
  CHECK(bounced->questions == 0);
  CHECK(bounced->examples == std::vector<std::string>{"bounced transfer", "it bounced", "Bounced again"});
  CHECK(bounced->article == "a/withdraw");
  CHECK(bounced->title == "Withdrawal is pending");
  CHECK(bounced->leading == 3);
  CHECK(bounced->concept_id == "withdrawal");
  CHECK(bounced->term == "withdrawal");
  CHECK(find(all, "once") == nullptr);
}

TEST_CASE("a word that only questions of articles have is suggested as such, without queries too") {
  const auto all = suggested({asked("en", "my account"), asked("en", "my coins"), asked("en", "my name"),
                              asked("en", "my e-mail"), asked("en", "my card")});
  const TermSuggestion* payout = find(all, "payout");
  REQUIRE(payout != nullptr);
  CHECK(payout->reason == kOnlyInQuestions);
  CHECK(payout->queries == 0);
  CHECK(payout->questions == 2);
  CHECK(payout->article == "a/withdraw");
  CHECK(find(suggested({asked("en", "payout?")}), "payout")->queries == 1);
}

TEST_CASE("what glossary or articles have is not suggested, in any form") {
  const auto all =
      suggested({asked("en", "cash out withdrawals"), asked("en", "cashing out"), asked("en", "ga network"),
                 asked("en", "ga networks"), asked("en", "123456"), asked("en", "123456")});
  for (const char* text : {"cash", "cash out", "cashing out", "ga", "network", "networks", "withdrawals", "123456"}) {
    CAPTURE(std::string(text));
    CHECK(find(all, text) == nullptr);
  }
}

TEST_CASE("of a word and a phrase that always come together the phrase is suggested") {
  const auto all =
      suggested({asked("en", "seed phrase"), asked("en", "lost seed phrase"), asked("en", "seed phrases?")});
  CHECK(find(all, "seed phrase") != nullptr);
  CHECK(find(all, "seed") == nullptr);
  CHECK(find(all, "phrase") == nullptr);
}

TEST_CASE("a term that the queries have anyway is not the concept of the new word") {
  const auto all = suggested({asked("en", "withdrawal to my phone zyx"), asked("en", "phone withdrawal zyx")});
  const TermSuggestion* phone = find(all, "zyx");
  REQUIRE(phone != nullptr);
  CHECK(phone->article == "a/reset");
  CHECK(phone->concept_id == "2fa");
}

TEST_CASE("crumbs of a script without spaces are suggested together") {
  const auto all = suggested({asked("zh-Hans", "提现卡单了"), asked("zh-Hans", "卡单怎么办")});
  const TermSuggestion* stuck = find(all, "卡单");
  REQUIRE(stuck != nullptr);
  CHECK(stuck->queries == 2);
  CHECK(stuck->concept_id == "withdrawal");
  CHECK(find(all, "提现") == nullptr);
  CHECK(find(all, "卡") == nullptr);
}

TEST_CASE("each language is asked by itself, and one that nothing is written in not at all") {
  const auto all = suggested(
      {asked("ru", "завис вывод"), asked("ru", "завис"), asked("en", "завис"), asked("th", "ค้าง"), asked("th", "ค้าง")});
  REQUIRE(find(all, "завис") != nullptr);
  CHECK(find(all, "завис")->language == lang("ru"));
  CHECK(find(all, "завис")->queries == 2);
  CHECK(find(all, "ค้าง") == nullptr);
}

TEST_CASE("judged queries lead where people said, and options bound the list") {
  JudgedQuery judged{"", lang("en"), "frozen coins", {"a/reset"}};
  const auto all = suggested({judged, judged});
  REQUIRE(find(all, "frozen coins") != nullptr);
  CHECK(find(all, "frozen coins")->article == "a/reset");
  CHECK(suggested({judged, judged}, {.fewest = 3, .most = 50}).empty());
  CHECK(suggested({judged, judged}, {.fewest = 1, .most = 1}).size() == 1);
}

TEST_CASE("a log is lines of text or of JSON") {
  HelpSite files;
  files.file("log.txt",
             "first query\n\n  second \r\n{\"text\":\"third\",\"lang\":\"ru\"}\n{\"text\":\"4\",\"relevant\":[\"a\"]}");
  const auto queries = read_asked_queries(files.content() / "log.txt", lang("en"));
  REQUIRE(queries.size() == 4);
  CHECK(queries[0].text == "first query");
  CHECK(queries[1].text == "second");
  CHECK(queries[1].language == lang("en"));
  CHECK(queries[2].language == lang("ru"));
  CHECK(queries[3].relevant == std::vector<std::string>{"a"});
  files.file("bad.txt", "ok\n{\"lang\":\"ru\"}\n");
  CHECK_THROWS_WITH_AS(read_asked_queries(files.content() / "bad.txt", lang("en")), doctest::Contains("bad.txt:2"),
                       Error);
  CHECK_THROWS_AS(read_asked_queries(files.content() / "absent", lang("en")), Error);
}

}  // namespace
}  // namespace pharos::engine
