// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/term_document.h"

#include <doctest/doctest.h>

#include "library_samples.h"
#include "pharos/index/schema.h"

namespace pharos::index {
namespace {

using content_samples::article;
using content_samples::lang;

std::string printed(const content::Article& one, std::size_t section) {
  return print(build_documents(one, 7, text::Analyzer(one.language)).at(section));
}

bool has(const std::string& line, const std::string& term) {
  return (line + " ").find(" " + term + " ") != std::string::npos;
}

TEST_CASE("a section becomes terms of its title and text, with filters") {
  CHECK(printed(article("sw", "deposits/crypto/late", "Amana", "Amana yako."), 0) ==
        "article 7: Apublic Cdeposits Cdeposits/crypto Kdeposits/crypto/late Xamana wamana*3 wyako");
}

TEST_CASE("a title's terms are counted in every section, questions and summary in the first") {
  content::Article one = article("en", "faq", "Withdraw", "Opening.");
  one.summary = "Overview";
  one.questions = {"Where is my money?"};
  one.tags = {"payout"};
  one.sections.push_back({"fees", "Fees", 2, "Nothing is free."});
  const std::string first = printed(one, 0);
  const std::string second = printed(one, 1);
  CHECK(has(first, "wwithdraw*2"));
  CHECK(has(second, "wwithdraw*2"));
  CHECK(has(first, "woverview"));
  CHECK_FALSE(has(second, "woverview"));
  CHECK(has(first, "wmoney"));
  CHECK_FALSE(has(second, "wmoney"));
  CHECK(has(first, "Xwithdraw"));
  CHECK(first.find("Xwhere is my money") != std::string::npos);
  CHECK_FALSE(has(second, "Xwithdraw"));
  CHECK(has(first, "wpayout"));
  CHECK(has(second, "wpayout"));
  CHECK(has(second, "wfee"));
  CHECK_FALSE(has(first, "wfee"));
}

TEST_CASE("terms stand once with their count, in order") {
  const auto documents = build_documents(article("en", "a", "Coin", "coin coin coin"), 0, text::Analyzer(lang("en")));
  std::string last;
  for (const auto& [term, count] : documents.at(0).terms) {
    CHECK(last < term);
    last = term;
    if (term == "wcoin") CHECK(count == 3 + kTitleCount);
    if (term.starts_with("K") || term.starts_with("A")) CHECK(count == 0);
  }
}

TEST_CASE("what only ranking counts is no posting") {
  const std::string english = printed(article("en", "a", "Withdrawal pending", "Withdrawal pending now."), 0);
  CHECK(english.find("withdraw_pend") == std::string::npos);
  const std::string vietnamese = printed(article("vi", "a", "Rút tiền", "Rút tiền."), 0);
  CHECK(vietnamese.find("tiền") != std::string::npos);
  CHECK(vietnamese.find("_tien") == std::string::npos);
}

TEST_CASE("what several classes give alike is one posting, counted once") {
  const std::string turkish = printed(article("tr", "a", "Şifre", "Şifre ve sifre."), 0);
  CHECK(has(turkish, "wşifre*3"));
  CHECK(has(turkish, "wsifre*4"));  // without marks, of both
  CHECK(has(turkish, "wve"));
  const std::string chinese = printed(article("zh-Hans", "a", "提现", "提现，提现额度 USDT"), 0);
  CHECK(has(chinese, "b提现*4"));
  CHECK(has(chinese, "b现额"));
  CHECK(has(chinese, "u提*4"));
  CHECK(has(chinese, "wusdt"));
  CHECK_FALSE(has(chinese, "w提现*4"));
}

TEST_CASE("agents' articles carry their audience and what is beside the terms is kept") {
  content::Article one = article("zh-Hans", "risk/flags", "风控", "内部说明");
  one.audience = content::Audience::kAgent;
  one.sections[0].anchor = "top";
  one.sections[0].heading = "说明";
  const auto documents = build_documents(one, 3, text::Analyzer(lang("zh-Hans")));
  REQUIRE(documents.size() == 1);
  const std::string line = print(documents[0]);
  CHECK(has(line, "Aagent"));
  CHECK_FALSE(has(line, "Apublic"));
  CHECK(has(line, "u内"));
  CHECK(has(line, "b内部"));
  const SectionData data = decode_section(documents[0].data);
  CHECK(data.anchor == "top");
  CHECK(data.heading == "说明");
  CHECK(data.text == "内部说明");
  CHECK(documents[0].article == 3);
}

}  // namespace
}  // namespace pharos::index
