// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/events.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "desk/naughty_strings.h"
#include "desk/test_store.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/questions.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/tickets.h"

namespace pharos::desk {
namespace {

constexpr UtcTime kBegin{1772366400};

SearchEvent searched(const std::string& id, const std::string& session, const std::string& text,
                     std::int64_t after = 0) {
  SearchEvent event;
  event.id = id;
  event.session = session;
  event.text = text;
  event.language = "en";
  event.at = {kBegin.seconds + after};
  return event;
}

ViewEvent opened(const std::string& session, const std::string& article, std::int64_t after = 0) {
  ViewEvent event;
  event.session = session;
  event.article = article;
  event.language = "en";
  event.at = {kBegin.seconds + after};
  return event;
}

std::vector<SearchEvent> searches(const Events& events, UtcTime from = {0}, UtcTime to = {1LL << 40}) {
  std::vector<SearchEvent> found;
  events.for_each_search(from, to, [&](const SearchEvent& event) { found.push_back(event); });
  return found;
}

std::vector<ViewEvent> views(const Events& events) {
  std::vector<ViewEvent> found;
  events.for_each_view({0}, {1LL << 40}, [&](const ViewEvent& event) { found.push_back(event); });
  return found;
}

TEST_CASE("events come back as they were recorded") {
  on_each_store([](TestStore& store) {
    Events events(*store);
    SearchEvent one = searched("s-1", "session", "deposit missing");
    one.category = "deposits";
    one.shown = {"deposits/missing", "deposits/wrong-network"};
    one.total = 17;
    one.confidence = .75;
    one.rescued = true;
    one.handed_over = true;
    events.record(one);
    ViewEvent viewed = opened("session", "deposits/missing", 5);
    viewed.search_id = "s-1";
    viewed.rank = 2;
    events.record(viewed);
    store->flush();

    REQUIRE(searches(events).size() == 1);
    const SearchEvent found = searches(events)[0];
    CHECK(found.id == one.id);
    CHECK(found.session == one.session);
    CHECK(found.text == one.text);
    CHECK(found.language == one.language);
    CHECK(found.category == one.category);
    CHECK(found.shown == one.shown);
    CHECK(found.total == 17);
    CHECK(found.confidence == .75);
    CHECK(found.rescued);
    CHECK(found.handed_over);
    CHECK(found.at == one.at);
    REQUIRE(views(events).size() == 1);
    const ViewEvent back = views(events)[0];
    CHECK(back.session == viewed.session);
    CHECK(back.article == viewed.article);
    CHECK(back.language == viewed.language);
    CHECK(back.search_id == viewed.search_id);
    CHECK(back.rank == 2);
    CHECK(back.at == viewed.at);
  });
}

TEST_CASE("a search shown again is one search; a search without an id is kept too") {
  TestStore store;
  Events events(*store);
  events.record(searched("s-1", "a", "fees"));
  events.record(searched("s-1", "a", "fees"));
  events.record(searched("", "", "fees"));
  events.record(searched("", "", "fees"));
  store->flush();
  CHECK(searches(events).size() == 3);
}

TEST_CASE("personal data is masked before anything is kept") {
  on_each_store([](TestStore& store) {
    Events events(*store);
    events.record(searched("s-1", "a", "account jane.doe@example.org locked"));
    events.record(searched("s-2", "a", "card 4111 1111 1111 1111 declined"));
    store->flush();
    for (const SearchEvent& event : searches(events)) {
      CAPTURE(event.text);
      CHECK(event.text.find("jane") == std::string::npos);
      CHECK(event.text.find("4111") == std::string::npos);
      CHECK(event.text.find("removed]") != std::string::npos);
    }
  });
}

TEST_CASE("any text may be searched, and nothing recorded ever throws") {
  on_each_store([](TestStore& store) {
    Events events(*store);
    std::size_t recorded = 0;
    for (const auto* strings : {&naughty_strings(), &broken_strings()}) {
      for (const NaughtyString& row : *strings) {
        CAPTURE(row.kind);
        SearchEvent event = searched("s-" + std::to_string(recorded), "session", row.text);
        event.shown = {row.text};
        event.category = row.text;
        CHECK_NOTHROW(events.record(event));
        CHECK_NOTHROW(events.record(opened("session", row.text)));
        ++recorded;
      }
    }
    events.record(searched("huge", "session", std::string(10 << 20, 'x')));
    store->flush();
    CHECK(searches(events).size() == recorded + 1);
    CHECK(views(events).size() == recorded);
    for (const SearchEvent& event : searches(events)) CHECK_FALSE(first_invalid_utf8(event.text).has_value());
    CHECK(store->counts().dropped == 0);
  });
}

TEST_CASE("a session's events are given oldest first, and those of nobody's session to nobody") {
  TestStore store;
  Events events(*store);
  for (int i = 0; i < 5; ++i) {
    events.record(searched("s-" + std::to_string(9 - i), i == 2 ? "" : "a", "search " + std::to_string(i), i));
    events.record(opened(i == 2 ? "" : "a", "article" + std::to_string(i), i));
  }
  store->flush();
  const auto found = events.searches_of("a", 3);
  REQUIRE(found.size() == 3);
  CHECK(found[0].text == "search 0");
  CHECK(found[2].text == "search 3");
  CHECK(events.views_of("a", 10).size() == 4);
  CHECK(events.searches_of("", 10).empty());
  CHECK(events.views_of("", 10).empty());
}

TEST_CASE("a time has its beginning and not its end, page after page") {
  on_each_store([](TestStore& store) {
    Events events(*store);
    for (int i = 0; i < 2300; ++i) events.record(searched("s-" + std::to_string(i), "a", "fees", i / 1500));
    store->flush();
    CHECK(searches(events, kBegin, {kBegin.seconds + 1}).size() == 1500);
    CHECK(searches(events, {kBegin.seconds + 1}, {kBegin.seconds + 2}).size() == 800);
    CHECK(searches(events, {kBegin.seconds + 2}).empty());
  });
}

TEST_CASE("events expire") {
  on_each_store([](TestStore& store) {
    Events events(*store);
    for (int day = 0; day < 10; ++day) {
      events.record(searched("s-" + std::to_string(day), "a", "fees", day * 86400));
      events.record(opened("a", "fees", day * 86400));
    }
    store->flush();
    CHECK(events.expire({kBegin.seconds + 3 * 86400}) == 6);
    CHECK(searches(events).size() == 7);
    CHECK(views(events).front().at == UtcTime{kBegin.seconds + 3 * 86400});
    CHECK(events.expire({kBegin.seconds + 3 * 86400}) == 0);
  });
}

TEST_CASE("forgetting a session removes what it did and takes its name off what stays") {
  on_each_store([](TestStore& store) {
    FixedClock clock(kBegin);
    Events events(*store);
    Ratings ratings(*store, clock);
    Questions questions(*store, clock);
    for (const std::string session : {"a", "b", ""}) {
      events.record(searched("s-" + session, session, "fees"));
      events.record(opened(session, "fees"));
      RatedArticle rated(ArticleKey::require("fees"), Language::require("en"));
      rated.revision = "r";
      ratings.rate(Rating(rated), {"10.0.0.1", "agent of " + session, session});
      Question question;
      question.language = "en";
      question.text = "a question of " + session;
      questions.ask(question, {"10.0.0.1", "agent", session});
    }
    store->flush();
    Tickets tickets(*store, clock);
    Ticket ticket;
    ticket.message = "my deposit is missing";
    ticket.session = "a";
    const std::string code = tickets.open(ticket, {}, "file").ticket.code;
    CHECK(events.forget_session("") == 0);
    CHECK(events.forget_session("nobody's") == 0);
    CHECK(events.forget_session("a") == 5);
    CHECK(events.forget_session("a") == 0);
    CHECK(events.searches_of("a", 10).empty());
    CHECK(events.views_of("a", 10).empty());
    CHECK(ratings.of_session("a", 10).empty());
    REQUIRE(tickets.find(code));
    CHECK(tickets.find(code)->ticket.session.empty());
    CHECK(tickets.find(code)->ticket.message == ticket.message);
    CHECK(events.searches_of("b", 10).size() == 1);
    CHECK(ratings.of_session("b", 10).size() == 1);
    CHECK(searches(events).size() == 2);
    std::size_t votes = 0;
    ratings.for_each({0}, {1LL << 40}, [&](const RatingRecord&) { ++votes; });
    CHECK(votes == 3);
    CHECK(questions.list(std::nullopt, 10).size() == 3);
    for (const Question& question : questions.list(std::nullopt, 10)) CHECK(question.session != "a");
    store->read([](Transaction& sql) {
      CHECK(sql.query("SELECT 1 FROM question_askers WHERE reader LIKE '%session a%'").empty());
    });
  });
}

}  // namespace
}  // namespace pharos::desk
