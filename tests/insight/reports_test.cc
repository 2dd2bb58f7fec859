// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/insight/reports.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "desk/naughty_strings.h"
#include "insight/busy_days.h"
#include "pharos/base/error.h"

namespace pharos::insight {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("searches that did not help, by what was meant") {
  for (const std::string& kind : desk::store_kinds()) {
    CAPTURE(kind);
    BusyDays desk(kind);
    desk.search("a", "Tax Report", 0);
    desk.search("b", "tax report", 0);
    desk.search("c", "ＴＡＸ  report ", 0, true);
    desk.search("", "tax report", 0);
    // Found, but nobody opened a hit; opening something else does not help.
    desk.search("d", "withdrawal", 5);
    desk.open("d", "fees");
    // Found and opened, on the second try.
    desk.search("e", "fees", 5);
    desk.open("e", "fees", desk.search("e", "fees", 5));
    // Found, not known whether opened: says nothing.
    desk.search("", "deposit", 5);
    // Opened by somebody who was sent the address.
    desk.open("g", "limits", desk.search("f", "limits", 5));
    // The same words in another language are another search.
    desk.search("h", "tax report", 0, false, "de");
    desk.at(kDaySeconds);
    desk.search("i", "tomorrow", 0);

    const auto rows = failing_searches(desk.store(), day(0), 10);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].text == "tax report");
    CHECK(rows[0].language == "en");
    CHECK(rows[0].searches == 4);
    CHECK(rows[0].sessions == 3);
    CHECK(rows[0].without_result == 4);
    CHECK(rows[0].without_click == 0);
    CHECK(rows[0].handed_over == 1);
    CHECK(rows[1].text == "tax report");
    CHECK(rows[1].language == "de");
    CHECK(rows[2].text == "limits");
    CHECK(rows[2].without_click == 1);
    CHECK(rows[3].text == "withdrawal");
    CHECK(rows[3].without_click == 1);
    CHECK(rows[3].without_result == 0);
    CHECK(failing_searches(desk.store(), day(0), 1).size() == 1);
  }
}

TEST_CASE("one reader who tries the same again and again is one") {
  BusyDays desk;
  for (int i = 0; i < 20; ++i) desk.search("a", "moon", 0);
  desk.search("b", "sun", 0);
  desk.search("c", "sun", 0);
  const auto rows = failing_searches(desk.store(), day(0), 10);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].text == "sun");
  CHECK(rows[1].searches == 1);
}

TEST_CASE("letters that only look alike stay apart") {
  BusyDays desk;
  desk.search("a", "й", 0);
  desk.search("b", "и", 0);
  desk.search("c", "が", 0);
  desk.search("d", "か", 0);
  CHECK(failing_searches(desk.store(), day(0), 10).size() == 4);
}

TEST_CASE("articles by how surely they do not help") {
  for (const std::string& kind : desk::store_kinds()) {
    CAPTURE(kind);
    BusyDays desk(kind);
    // One vote of one says less than eight of ten.
    desk.rate("one-vote", false);
    for (int i = 0; i < 10; ++i) {
      desk.at(60 * i);
      desk.rate("bad", i < 2,
                i < 2   ? "unclear"
                : i < 5 ? "outdated"
                        : "did-not-work",
                i % 2 == 0 ? "comment " + std::to_string(i) : "");
    }
    desk.at(kHour);
    for (int i = 0; i < 10; ++i) desk.rate("good", i != 0);
    for (int i = 0; i < 3; ++i) desk.rate("perfect", true);
    desk.rate("machines", false, "", "bought", "r1", "the text", "curl/8");
    desk.rate("bad", false, "", "bought", "r1", "the text", "curl/8");
    // Rewritten since: the old votes are not its own.
    for (int i = 0; i < 9; ++i) desk.rate("mended", false, "outdated");
    desk.at(2 * kHour);
    desk.rate("mended", true, "", "", "r2", "something else altogether, with other words");
    desk.open("a", "bad");
    desk.open("b", "bad");
    desk.open("b", "bad", "", "de");
    desk.open("b", "unrated");

    const auto rows = unhelpful_articles(desk.store(), day(0), 10);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].article == "bad");
    CHECK(rows[0].summary.unhelpful == 8);
    CHECK(rows[0].summary.helpful == 2);
    CHECK(rows[0].summary.set_aside == 1);
    CHECK(rows[0].surely_unhelpful == doctest::Approx(.4902).epsilon(.001));
    CHECK(rows[0].summary.reasons == std::map<std::string, std::int64_t>{{"did-not-work", 5}, {"outdated", 3}});
    CHECK(rows[0].comments == Strings{"comment 8", "comment 6", "comment 4", "comment 2", "comment 0"});
    CHECK(rows[0].views == 2);
    CHECK(rows[1].article == "one-vote");
    CHECK(rows[2].article == "good");
    CHECK(unhelpful_articles(desk.store(), day(0), 2).size() == 2);
    CHECK(unhelpful_articles(desk.store(), day(1), 10).empty());
  }
}

TEST_CASE("questions that ended in a ticket, by category and language") {
  for (const std::string& kind : desk::store_kinds()) {
    CAPTURE(kind);
    BusyDays desk(kind);
    desk.ticket("a", "deposits", true);
    desk.at(100);
    desk.ticket("", "deposits");
    desk.at(200);
    desk.hand_over();
    desk.ticket("", "deposits");
    desk.ticket("", "deposits", false, "ru");
    desk.ticket("", "", false, "ru", true);
    desk.at(kDaySeconds);
    desk.ticket("", "deposits");

    const auto rows = escalations(desk.store(), day(0));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].category == "deposits");
    CHECK(rows[0].language == "en");
    CHECK(rows[0].tickets == 3);
    CHECK(rows[0].urgent == 1);
    CHECK(rows[0].handed_on == 2);
    CHECK(rows[0].median_seconds_to_hand_over == 150);
    CHECK(rows[1].category.empty());
    CHECK(rows[1].unsure == 1);
    CHECK(rows[2].language == "ru");
    CHECK(rows[2].median_seconds_to_hand_over == 0);
  }
}

TEST_CASE("a clock that was set back makes no hand-over end before it began") {
  BusyDays desk("sqlite");
  desk.at(5000);
  desk.ticket("", "deposits");
  desk.at(1400);
  desk.hand_over();
  const auto rows = escalations(desk.store(), day(0));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].handed_on == 1);
  CHECK(rows[0].median_seconds_to_hand_over == 0);
}

TEST_CASE("the reports as tables") {
  BusyDays desk;
  desk.search("a", "tax report", 0, true);
  desk.open("b", "fees", desk.search("b", "fees"));
  desk.rate("fees", false, "outdated", "old");
  desk.rate("fees", false, "outdated", "older");
  desk.ticket("a", "taxes", true);
  desk.at(90);
  desk.hand_over();
  const UtcTime later{kMonday.seconds + 2 * kDaySeconds};

  Table table = report("searches", desk.store(), day(0), later, 10);
  CHECK(table.name == "searches");
  CHECK_FALSE(table.title.empty());
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0] == Strings{"tax report", "en", "1", "1", "1", "0", "1"});

  table = report("articles", desk.store(), day(0), later, 10);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][0] == "fees");
  CHECK(table.rows[0][2] == "2");
  CHECK(table.rows[0][4] == "34.2");
  CHECK(table.rows[0][7] == "outdated 2");

  table = report("escalations", desk.store(), day(0), later, 10);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0] == Strings{"taxes", "en", "1", "1", "0", "1", "90"});

  table = report("rates", desk.store(), day(0), later, 100);
  REQUIRE(table.rows.size() == 10);
  CHECK(table.rows[0] == Strings{"self_service_percent", "50.0", "9.5", "90.5", "1", "2"});
  CHECK(table.rows[3] == Strings{"sessions", "2", "", "", "", ""});
  CHECK(table.rows[9] == Strings{"p95_seconds_to_hand_over", "90", "", "", "", ""});

  CHECK(report_names() == std::vector<std::string_view>{"searches", "articles", "escalations", "rates"});
  for (const std::string_view name : report_names()) {
    CAPTURE(std::string(name));
    const Table empty = report(name, desk.store(), day(5), later, 10);
    for (const auto& row : empty.rows) CHECK(row.size() == empty.columns.size());
    for (const auto& row : report(name, desk.store(), day(0), later, 10).rows)
      CHECK(row.size() == empty.columns.size());
  }
  CHECK(report("rates", desk.store(), day(5), later, 10).rows[0][1].empty());
  CHECK_THROWS_AS(report("nonsense", desk.store(), day(0), later, 10), Error);
}

TEST_CASE("whatever was searched and written, reports are made of it") {
  BusyDays desk;
  for (const auto* strings : {&desk::naughty_strings(), &desk::broken_strings()}) {
    for (const desk::NaughtyString& row : *strings) {
      desk.search("a", row.text, 0);
      desk.rate("fees", false, "other", row.text);
    }
  }
  CHECK(failing_searches(desk.store(), day(0), 1000).size() > 40);
  for (const std::string_view name : report_names()) {
    CHECK_NOTHROW(report(name, desk.store(), day(0), {kMonday.seconds + kDaySeconds}, 1000));
  }
}

}  // namespace
}  // namespace pharos::insight
