// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/routing.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace pharos::desk {
namespace {

Language lang(const char* tag) { return Language::require(tag); }

RoutingRules rules() {
  RoutingRules rules;
  rules.queues = {
      {"withdrawals", "payments"}, {"deposits", "payments"}, {"security", "security"}, {"api", "developers"}};
  RoutingRule refund;
  refund.name = "wrong network";
  refund.phrases = {{lang("en"), {"wrong network", "wrong chain"}},
                    {lang("ru"), {"не та сеть", "перепутал* сеть"}},
                    {lang("zh-Hans"), {"转错网络", "网络选错"}},
                    {lang("ja"), {"ネットワークを間違え"}}};
  refund.category = "deposits";
  refund.queue = "recovery";
  refund.priority = Priority::kHigh;
  RoutingRule lawyer;
  lawyer.name = "authorities";
  lawyer.phrases = {{lang("en"), {"court order", "police"}}};
  lawyer.queue = "legal";
  lawyer.urgent = true;
  RoutingRule thanks;
  thanks.name = "praise";
  thanks.phrases = {{lang("en"), {"thank you for your great work"}}};
  thanks.priority = Priority::kLow;
  rules.rules = {thanks, refund, lawyer};
  return rules;
}

const Router& router() {
  static const Router made(rules());
  return made;
}

Routing route(const char* language, const std::string& message, const std::string& chosen = {},
              const std::vector<Neighbour>& neighbours = {}) {
  return router().route(lang(language), "", message, chosen, neighbours);
}

std::string all_reasons(const Routing& routing) {
  std::string all;
  for (const std::string& reason : routing.reasons) all += reason + "; ";
  return all;
}

const std::vector<Neighbour> kWithdrawals = {{"withdrawals/crypto", 10, "withdrawals/pending"},
                                             {"withdrawals/crypto", 9.5, "withdrawals/fees"},
                                             {"withdrawals/crypto", 9, "withdrawals/limits"},
                                             {"withdrawals/crypto", 8.5, "withdrawals/hash"},
                                             {"fees", 4, "fees/table"}};

}  // namespace

TEST_CASE("a rule's phrase decides, by stems and in the ticket's language") {
  for (const auto& [language, text] : std::vector<std::pair<const char*, const char*>>{
           {"en", "I sent USDT on the wrong networks"},
           {"en", "Sent over wrong BEP20 network"},
           {"ru", "Здравствуйте, перепутала сеть при переводе"},
           {"zh-Hans", "我充值时网络选错了"},
           {"zh-Hant", "我入金時轉錯網路了，轉錯網絡"},
           {"ja", "ネットワークを間違えて送金しました"},
           {"ru", "wrong network when I sent it"},
       }) {
    CAPTURE(text);
    const Routing routing = route(language, text);
    CHECK(routing.category == "deposits");
    CHECK(routing.queue == "recovery");
    CHECK(routing.priority == Priority::kHigh);
    CHECK_FALSE(routing.unsure);
    CHECK(all_reasons(routing).find("wrong network") != std::string::npos);
  }
  CHECK(route("en", "The network is fine, nothing is wrong.").category.empty());
}

TEST_CASE("what cannot wait comes first, by words of every language and by rules marked so") {
  const Routing hacked = route("en", "My account was hacked", "", kWithdrawals);
  CHECK(hacked.urgent);
  CHECK(hacked.priority == Priority::kUrgent);
  CHECK(hacked.reasons.front() == "cannot wait: \"hacked\"");
  CHECK(hacked.category == "withdrawals/crypto");

  const Routing police = route("en", "Thank you for your great work. The police asks for data.");
  CHECK(police.urgent);
  CHECK(police.queue == "legal");
  CHECK(police.priority == Priority::kUrgent);

  CHECK_FALSE(route("en", "What happens if there is a court order?").urgent);
  CHECK_FALSE(route("en", "I did not call the police").urgent);

  const Routing praise = route("en", "thank you for your great work");
  CHECK(praise.priority == Priority::kLow);
  CHECK_FALSE(praise.urgent);
  CHECK(route("ru", "Мой аккаунт взломали").urgent);
  CHECK_FALSE(route("ru", "как защитить аккаунт от взлома").urgent);
}

TEST_CASE("a borrowed word is no urgent rule's word bent in another language") {
  RoutingRules with;
  RoutingRule taken;
  taken.name = "taken over";
  taken.phrases = {{lang("en"), {"hacked"}}};
  taken.urgent = true;
  with.rules = {taken};
  const Router router(with);
  CHECK_FALSE(router.route(lang("vi"), "", "làm sao để tránh bị hack", "", {}).urgent);
  CHECK_FALSE(router.route(lang("tr"), "", "hack nedir", "", {}).urgent);
  CHECK(router.route(lang("vi"), "", "my account was hacked", "", {}).urgent);
  CHECK(router.route(lang("vi"), "", "tài khoản bị hack rồi", "", {}).urgent);
}

TEST_CASE("the subject counts as the message does") {
  CHECK(router().route(lang("en"), "Account hacked", "please see above", "", {}).urgent);
  CHECK(router().route(lang("en"), "Wrong network", "what now", "", {}).category == "deposits");
}

TEST_CASE("near texts give the category, and a subcategory has its parent's queue") {
  const Routing routing = route("en", "where is my withdrawal", "", kWithdrawals);
  CHECK(routing.category == "withdrawals/crypto");
  CHECK(routing.queue == "payments");
  CHECK_FALSE(routing.unsure);
  CHECK(routing.confidence > .5);
  CHECK(all_reasons(routing).find("withdrawals/pending") != std::string::npos);
}

TEST_CASE("torn or missing neighbours leave it unsure, with the default queue") {
  const Routing nothing = route("en", "hello");
  CHECK(nothing.unsure);
  CHECK(nothing.category.empty());
  CHECK(nothing.queue == "general");
  CHECK(nothing.confidence < .5);
  const Routing torn =
      route("en", "hm", "",
            {{"api", 5, "a"}, {"fees", 5, "b"}, {"trading", 4.9, "c"}, {"security", 4.9, "d"}, {"account", 4.8, "e"}});
  CHECK(torn.unsure);
  CHECK(torn.queue == "general");
}

TEST_CASE("a reader's choice counts, but a rule or a clear text counts more") {
  const Routing chosen = route("en", "hello", "api");
  CHECK(chosen.category == "api");
  CHECK(chosen.queue == "developers");
  CHECK_FALSE(chosen.unsure);

  const Routing agreed = route("en", "where is my withdrawal", "withdrawals/crypto", kWithdrawals);
  CHECK(agreed.confidence > route("en", "where is my withdrawal", "", kWithdrawals).confidence);

  const Routing mistaken = route("en", "I used the wrong network", "api");
  CHECK(mistaken.category == "deposits");
  CHECK(all_reasons(mistaken).find("a rule counts more") != std::string::npos);

  const Routing against = route("en", "where is my withdrawal", "api", kWithdrawals);
  CHECK((against.category == "withdrawals/crypto" || against.category == "api"));
  CHECK(against.confidence < agreed.confidence);
}

TEST_CASE("any text is routed") {
  for (const std::string& text :
       {std::string(), std::string("\xFF\xFE\x00", 3), std::string(20000, 'a'), std::string(20000, '\n')}) {
    CHECK(route("en", text).queue == "general");
    CHECK(route("th", text).queue == "general");
    CHECK(route("ar", text).queue == "general");
  }
  std::string marks;
  for (int i = 0; i < 10000; ++i) marks += "\xCC\x81";
  CHECK(route("en", marks).unsure);
}

}  // namespace pharos::desk
