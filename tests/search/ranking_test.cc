// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <thread>

#include "pharos/base/error.h"
#include "tiny_site.h"

namespace pharos::search {
namespace {

TEST_CASE("the article whose title is the query comes first, however often others say it") {
  const TinySite site(
      {"en"}, {article("en", "a", "Everything about fees", "Withdrawal fee. Withdrawal fee, withdrawal fee: fee!"),
               article("en", "b", "Withdrawal fee", "It depends on the network."),
               article("en", "c", "Withdrawal fee and deposit fee", "Fees.")});
  const SearchResult result = site.ask("en", "withdrawal FEE?");
  REQUIRE(result.total == 3);
  CHECK(result.hits[0].key.str() == "b");
  CHECK(result.hits[0].matched_by.at(0) == "exact-title");
  CHECK(result.hits[0].score > result.hits[1].score);
}

TEST_CASE("a question that readers ask in these very words comes first") {
  content::Article asked = article("en", "a", "Pending transfers", "Wait for the network.");
  asked.questions = {"Where is my money?", "Why is it slow"};
  const TinySite site({"en"},
                      {asked, article("en", "b", "My money", "Where is my money? Money is where my money is.")});
  CHECK(site.keys("en", "where is my money") == "a b");
}

TEST_CASE("an exact title wins although it shares no term that is scored high") {
  const TinySite site({"zh-Hans"}, {article("zh-Hans", "a", "费用", "手续费说明。"),
                                    article("zh-Hans", "b", "费", "提现费用与充值费用")});
  CHECK(site.ask("zh-Hans", "费").hits.at(0).key.str() == "b");
}

TEST_CASE("words in a title count more than in the text") {
  const TinySite site({"en"}, {article("en", "a", "Something else", "How to freeze the account at night."),
                               article("en", "b", "Freeze", "Something else at night about the account.")});
  CHECK(site.keys("en", "freeze account").find("b") == 0);
}

TEST_CASE("what is found is the section, with its anchor and heading") {
  content::Article one = article("en", "security/2fa", "Two-factor authentication", "Codes protect the account.");
  one.sections.push_back({"turn-on", "Turn it on", 2, "Scan the picture with the app."});
  one.sections.push_back({"lost-phone", "Lost phone", 2, "Write to us when the phone is gone."});
  const TinySite site({"en"}, {one, article("en", "b", "Fees", "Nothing.")});
  const SearchResult result = site.ask("en", "lost my phone");
  REQUIRE(result.hits.size() == 1);
  CHECK(result.hits[0].anchor == "lost-phone");
  CHECK(result.hits[0].heading == "Lost phone");
  CHECK(result.hits[0].title == "Two-factor authentication");
  CHECK(result.hits[0].category == "security");
  CHECK(result.hits[0].snippet_html == "Write to us when the <mark>phone</mark> is gone.");
}

TEST_CASE("articles are listed once, however many of their sections answer") {
  content::Article one = article("en", "a", "Deposit", "Deposit.");
  for (int i = 0; i < 8; ++i)
    one.sections.push_back({"s" + std::to_string(i), "Deposit " + std::to_string(i), 2, "Deposit here."});
  const TinySite site({"en"}, {one, article("en", "b", "Other", "A deposit.")});
  const SearchResult result = site.ask("en", "deposit");
  CHECK(result.total == 2);
  CHECK(result.hits.size() == 2);
}

TEST_CASE("a category narrows the answers to what is in it and below it") {
  const TinySite site(
      {"en"}, {article("en", "api/errors/limit", "Limit", "Too many requests."),
               article("en", "api/keys", "Keys", "Limit of keys."),
               article("en", "apiary/bees", "Bees", "Limit of bees."), article("en", "top", "Limits", "Limit.")});
  const auto within = [&](const std::string& category) {
    Query query("limit", lang("en"));
    query.category = category;
    SearchResult result = site.searcher().search(query);
    std::string line;
    std::sort(result.hits.begin(), result.hits.end(), [](const Hit& a, const Hit& b) { return a.key < b.key; });
    for (const Hit& hit : result.hits) line += hit.key.str() + " ";
    CHECK(result.total == result.hits.size());
    return line;
  };
  CHECK(within("api") == "api/errors/limit api/keys ");
  CHECK(within("api/errors") == "api/errors/limit ");
  CHECK(within("apiary") == "apiary/bees ");
  CHECK(within("") == "api/errors/limit api/keys apiary/bees top ");
  Query query("limit", lang("en"));
  query.category = "nowhere";
  try {
    site.searcher().search(query);
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
    CHECK(error.parameter() == "category");
  }
}

TEST_CASE("facets count the top categories of all answers, most first, not only of the page shown") {
  std::vector<content::Article> articles;
  for (int i = 0; i < 5; ++i) articles.push_back(article("en", "deposits/a" + std::to_string(i), "Coin", "Coin."));
  for (int i = 0; i < 3; ++i) articles.push_back(article("en", "api/x/b" + std::to_string(i), "Coin", "Coin."));
  articles.push_back(article("en", "top", "Coin", "Coin."));
  const TinySite site({"en"}, std::move(articles));
  Query query("coin", lang("en"));
  query.limit = 2;
  const SearchResult result = site.searcher().search(query);
  CHECK(result.total == 9);
  CHECK(result.hits.size() == 2);
  REQUIRE(result.facets.size() == 2);
  CHECK(result.facets[0].category == "deposits");
  CHECK(result.facets[0].count == 5);
  CHECK(result.facets[1].category == "api");
  CHECK(result.facets[1].count == 3);
}

TEST_CASE("what is written for agents is hidden from readers") {
  content::Article secret = article("en", "risk", "Risk flags", "How we flag accounts.");
  secret.audience = content::Audience::kAgent;
  const TinySite site({"en"}, {secret, article("en", "b", "Accounts", "Your account and risk.")});
  CHECK(site.keys("en", "risk flags") == "b");
  Query query("risk flags", lang("en"));
  query.agent = true;
  CHECK(site.keys(query).find("risk") == 0);
}

TEST_CASE("a boost lifts an article over its equals") {
  content::Article plain = article("en", "a", "Password", "Choose a new password.");
  content::Article boosted = article("en", "b", "Password help", "Choose a new password.");
  CHECK(TinySite({"en"}, {plain, boosted}).keys("en", "new password") == "a b");
  boosted.boost = 3;
  CHECK(TinySite({"en"}, {plain, boosted}).keys("en", "new password") == "b a");
}

TEST_CASE("what shares only a common word with the best answer is no answer") {
  std::vector<content::Article> articles = {
      article("en", "right", "Liquidation price of a margin position", "Liquidation price.")};
  for (int i = 0; i < 40; ++i) {
    articles.push_back(article("en", "x" + std::to_string(i), "Topic " + std::to_string(i),
                               "This is of a kind and of another, in the end."));
  }
  const SearchResult result = TinySite({"en"}, std::move(articles)).ask("en", "liquidation price of a margin position");
  CHECK(result.total == 1);
}

TEST_CASE("equal answers keep one order, at every call and from every thread") {
  std::vector<content::Article> articles;
  for (int i = 0; i < 30; ++i) articles.push_back(article("en", "k" + std::to_string(10 + i), "Same", "Same text."));
  const TinySite site({"en"}, std::move(articles));
  Query query("same text", lang("en"));
  query.limit = 30;
  const std::string once = site.keys(query);
  CHECK(once.find("k10 k11 k12") == 0);
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) answer = site.keys(query);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) CHECK(answer == once);
}

TEST_CASE("pages of answers are parts of one long list") {
  std::vector<content::Article> articles;
  for (int i = 0; i < 230; ++i) {
    content::Article one = article("en", "k" + std::to_string(100 + i), "Coin " + std::to_string(i % 7),
                                   "A coin is a coin " + std::string(static_cast<std::size_t>(i % 5), 'x'));
    if (i % 11 == 0) one.boost = 1.3;
    articles.push_back(std::move(one));
  }
  articles.push_back(article("ru", "k100", "Монета", "coin"));
  const TinySite site({"en", "ru"}, std::move(articles));
  Query all("coin", lang("ru"));
  all.limit = 1000;
  const SearchResult whole = site.searcher().search(all);
  CHECK(whole.total == 230);
  CHECK(whole.hits.size() == 230);
  CHECK(whole.hits[0].language == lang("ru"));
  std::vector<std::string> paged;
  for (std::size_t offset = 0; offset < 240; offset += 7) {
    Query page("coin", lang("ru"));
    page.limit = 7;
    page.offset = offset;
    const SearchResult part = site.searcher().search(page);
    CHECK(part.total == whole.total);
    for (const Hit& hit : part.hits) paged.push_back(hit.key.str());
  }
  REQUIRE(paged.size() == whole.hits.size());
  for (std::size_t i = 0; i < paged.size(); ++i) CHECK(paged[i] == whole.hits[i].key.str());
}

TEST_CASE("how an answer was found is told, strongest first") {
  const TinySite site({"es"}, {article("es", "a", "Contraseña", "Cambie su contraseña."),
                               article("es", "b", "Retiros", "Los retiros pendientes.")});
  CHECK(site.ask("es", "contrasena").hits.at(0).matched_by == std::vector<std::string>{"unaccented"});
  CHECK(site.ask("es", "retiro").hits.at(0).matched_by == std::vector<std::string>{"stem", "unaccented"});
  CHECK(site.ask("es", "retiros pendientes").hits.at(0).matched_by ==
        std::vector<std::string>{"word", "stem", "phrase", "unaccented"});
}

}  // namespace
}  // namespace pharos::search
