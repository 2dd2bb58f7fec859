// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "insight/busy_days.h"
#include "insight/middle_values.h"

namespace pharos::insight {
namespace {

const UtcTime kLater{kMonday.seconds + 30 * kDaySeconds};

/// What one session did on Monday, and what it counts as.
struct Row {
  const char* meaning;
  void (*days)(BusyDays& desk);
  bool counted, served, escalated;
};

TEST_CASE("what a session counts as") {
  for (const Row& row : {
           Row{"searched and opened an article",
               [](BusyDays& desk) {
                 desk.search("a", "fees");
                 desk.at(60);
                 desk.open("a");
               },
               true, true, false},
           Row{"searched and opened nothing", [](BusyDays& desk) { desk.search("a", "fees"); }, true, false, false},
           Row{"opened an article without a search", [](BusyDays& desk) { desk.open("a"); }, false, false, false},
           Row{"opened an article, then searched and opened nothing",
               [](BusyDays& desk) {
                 desk.open("a");
                 desk.at(60);
                 desk.search("a", "fees");
               },
               true, false, false},
           Row{"searched, opened, asked a human after an hour",
               [](BusyDays& desk) {
                 desk.search("a", "fees");
                 desk.open("a");
                 desk.at(kHour);
                 desk.ticket("a");
               },
               true, false, true},
           Row{"searched, opened nothing, asked a human",
               [](BusyDays& desk) {
                 desk.search("a", "fees");
                 desk.at(60);
                 desk.ticket("a");
               },
               true, false, true},
           Row{"asked a human a second before the 24 hours were over",
               [](BusyDays& desk) {
                 desk.search("a", "fees");
                 desk.open("a");
                 desk.at(kDaySeconds - 1);
                 desk.ticket("a");
               },
               true, false, true},
           Row{"asked a human after 25 hours: about something else",
               [](BusyDays& desk) {
                 desk.search("a", "fees");
                 desk.open("a");
                 desk.at(25 * kHour);
                 desk.ticket("a");
               },
               true, true, false},
           Row{"came back after 20 hours and asked a human 25 hours after the search",
               [](BusyDays& desk) {
                 desk.search("a", "fees");
                 desk.open("a");
                 desk.at(20 * kHour);
                 desk.open("a");
                 desk.at(25 * kHour);
                 desk.ticket("a");
               },
               true, false, true},
           Row{"had asked a human an hour before it searched: that was no self-service",
               [](BusyDays& desk) {
                 desk.ticket("a");
                 desk.at(kHour);
                 desk.search("a", "fees");
                 desk.open("a");
               },
               true, false, false},
           Row{"another session asked a human",
               [](BusyDays& desk) {
                 desk.search("a", "fees");
                 desk.open("a");
                 desk.ticket("b");
                 desk.ticket("");
               },
               true, true, false},
           Row{"searched without being followed",
               [](BusyDays& desk) {
                 desk.search("", "fees");
                 desk.open("");
                 desk.ticket("");
               },
               false, false, false},
           Row{"searched on the last second, opened an article on the next day",
               [](BusyDays& desk) {
                 desk.at(kDaySeconds - 1);
                 desk.search("a", "fees");
                 desk.at(kDaySeconds + 60);
                 desk.open("a");
               },
               true, true, false},
           Row{"searched on the next day only",
               [](BusyDays& desk) {
                 desk.at(kDaySeconds);
                 desk.search("a", "fees");
               },
               false, false, false},
           Row{"asked for the same thing many times: one session",
               [](BusyDays& desk) {
                 for (int i = 0; i < 5; ++i) desk.search("a", "fees");
                 for (int i = 0; i < 5; ++i) desk.open("a");
               },
               true, true, false},
       }) {
    CAPTURE(row.meaning);
    BusyDays desk;
    row.days(desk);
    const ServiceRates rates = service_rates(desk.store(), day(0), kLater);
    CHECK(rates.self_service.all == (row.counted ? 1 : 0));
    CHECK(rates.escalation.all == (row.counted ? 1 : 0));
    CHECK(rates.self_service.of == (row.served ? 1 : 0));
    CHECK(rates.escalation.of == (row.escalated ? 1 : 0));
    CHECK(rates.still_open_sessions == 0);
  }
}

TEST_CASE("sessions whose 24 hours are not over count neither way") {
  BusyDays desk;
  desk.search("served", "fees");
  desk.open("served");
  desk.search("asked", "fees");
  desk.ticket("asked");
  desk.at(kHour);
  desk.search("later", "fees");
  ServiceRates rates = service_rates(desk.store(), day(0), {kMonday.seconds + kDaySeconds - 1});
  CHECK(rates.sessions == 3);
  CHECK(rates.still_open_sessions == 3);
  CHECK(rates.self_service.all == 0);
  CHECK(rates.escalation.of == 0);
  rates = service_rates(desk.store(), day(0), {kMonday.seconds + kDaySeconds});
  CHECK(rates.still_open_sessions == 1);
  CHECK(rates.self_service.of == 1);
  CHECK(rates.self_service.all == 2);
  CHECK(rates.escalation.of == 1);
}

TEST_CASE("the numbers of a day") {
  for (const std::string& kind : desk::store_kinds()) {
    CAPTURE(kind);
    BusyDays desk(kind);
    for (int i = 0; i < 9; ++i) {
      const std::string session = "served " + std::to_string(i);
      desk.open(session, "fees", desk.search(session, "fees"));
    }
    desk.search("escalated", "my deposit", 0, true);
    desk.ticket("escalated");
    desk.search("", "fees", 1, true);
    desk.ticket("", "fees");
    desk.at(60);
    desk.hand_over();
    desk.at(2 * kHour);
    desk.ticket("", "fees");
    desk.at(2 * kHour + 600);
    desk.hand_over();
    desk.at(3 * kHour);
    desk.ticket("", "fees");  // never handed over
    desk.at(2 * kDaySeconds);
    desk.ticket("", "fees");  // not of this day

    const ServiceRates rates = service_rates(desk.store(), day(0), desk.now());
    CHECK(rates.sessions == 10);
    CHECK(rates.searches == 11);
    CHECK(rates.untracked_searches == 1);
    CHECK(rates.tickets == 4);
    CHECK(rates.self_service.of == 9);
    CHECK(rates.self_service.all == 10);
    CHECK(rates.self_service.value == doctest::Approx(.9));
    // Wilson, 9 of 10, worked out apart from the code.
    CHECK(rates.self_service.low == doctest::Approx(.5958).epsilon(.001));
    CHECK(rates.self_service.high == doctest::Approx(.9821).epsilon(.001));
    CHECK(rates.escalation.of == 1);
    CHECK(rates.escalation.low == doctest::Approx(.0179).epsilon(.01));
    CHECK(rates.escalation.high == doctest::Approx(.4042).epsilon(.001));
    CHECK(rates.hand_over_offered.of == 2);
    CHECK(rates.hand_over_offered.all == 11);
    REQUIRE(rates.median_seconds_to_hand_over);
    CHECK(*rates.median_seconds_to_hand_over == 60);
    CHECK(*rates.p95_seconds_to_hand_over == 600);
  }
}

TEST_CASE("an empty store has no rates, and says so") {
  BusyDays desk;
  const ServiceRates rates = service_rates(desk.store(), day(0), kLater);
  CHECK(rates.self_service.all == 0);
  CHECK(rates.self_service.high == 0);
  CHECK_FALSE(rates.median_seconds_to_hand_over);
  CHECK_FALSE(rates.p95_seconds_to_hand_over);
}

TEST_CASE("medians and percentiles") {
  CHECK_FALSE(median({}));
  CHECK(*median({3}) == 3);
  CHECK(*median({9, 1, 2}) == 2);
  CHECK(*median({4, 1, 2, 9}) == 3);
  CHECK_FALSE(percentile({}, .95));
  CHECK(*percentile({7}, .95) == 7);
  std::vector<double> hundred;
  for (int i = 100; i > 0; --i) hundred.push_back(i);
  CHECK(*percentile(hundred, .95) == 95);
  CHECK(*percentile(hundred, 1) == 100);
  CHECK(*percentile(hundred, 0) == 1);
}

}  // namespace
}  // namespace pharos::insight
