// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/time.h"

#include <doctest/doctest.h>

namespace pharos {
namespace {

std::string iso(std::string_view text) {
  const auto time = parse_time(text);
  return time ? to_iso(*time) : "-";
}

TEST_CASE("moments and dates are read as people and generators write them") {
  struct Row {
    const char* written;
    const char* read;
  };
  for (const Row& row : {Row{"2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"},
                         {"2026-11-22t10:00:00z", "2026-11-22T10:00:00Z"},
                         {"2026-11-22T10:00:00.999Z", "2026-11-22T10:00:00Z"},
                         {"2026-11-22T10:00:00+03:00", "2026-11-22T07:00:00Z"},
                         {"2026-11-22T23:30:00-05:30", "2026-11-23T05:00:00Z"},
                         {"2026-11-22 10:00", "2026-11-22T10:00:00Z"},
                         {"2026-11-22 10:00:00 +0800", "2026-11-22T02:00:00Z"},
                         {"2026-11-22", "2026-11-22T00:00:00Z"},
                         {"2026/11/22", "2026-11-22T00:00:00Z"},
                         {"2026-1-2", "2026-01-02T00:00:00Z"},
                         {"2024-02-29", "2024-02-29T00:00:00Z"},
                         {"1969-12-31", "1969-12-31T00:00:00Z"},
                         {"2026-11-22 \n", "2026-11-22T00:00:00Z"}}) {
    CAPTURE(std::string(row.written));
    CHECK(iso(row.written) == std::string(row.read));
  }
}

TEST_CASE("what is no moment is not guessed at") {
  for (const char* text : {"",
                           "yesterday",
                           "2026",
                           "2026-11",
                           "2026-13-01",
                           "2026-02-29",
                           "2026-11-31",
                           "2026-11-22T",
                           "2026-11-22T10",
                           "2026-11-22T24:00",
                           "2026-11-22T10:60",
                           "2026-11-22T10:00:61Z",
                           "2026-11-22T10:00:00+99:00",
                           "2026-11-22T10:00:00+03:75",
                           "2026-11-22T10:00:00Zx",
                           "2026-11-22x",
                           "22.11.2026",
                           "2026-11-22T10:00:00.Z",
                           "99999-01-01",
                           "-2026-01-01"}) {
    CAPTURE(std::string(text));
    CHECK(iso(text) == "-");
  }
}

TEST_CASE("times are written for machines, pages and HTTP headers") {
  const UtcTime time = *parse_time("1994-11-06T08:49:37Z");
  CHECK(time.seconds == 784111777);
  CHECK(to_iso(time) == "1994-11-06T08:49:37Z");
  CHECK(to_iso_date(time) == "1994-11-06");
  CHECK(to_http_date(time) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(to_http_date(UtcTime{0}) == "Thu, 01 Jan 1970 00:00:00 GMT");
  CHECK(to_iso(UtcTime{-1}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("writing and reading a time are inverse") {
  for (std::int64_t seconds = -3'000'000'000; seconds < 5'000'000'000; seconds += 123'456'789) {
    CHECK(parse_time(to_iso(UtcTime{seconds})) == UtcTime{seconds});
  }
}

TEST_CASE("a test's clock stands still and the machine's does not run backwards") {
  CHECK(FixedClock(UtcTime{42}).now() == UtcTime{42});
  const UtcTime before = system_clock().now();
  CHECK(system_clock().now() >= before);
  CHECK(before > *parse_time("2024-01-01"));
}

TEST_CASE("simulated clocks go forward together, and only when told") {
  SimulatedTime time(UtcTime{1000});
  const auto begin = time.monotonic().now();
  CHECK(time.wall().now() == UtcTime{1000});
  time.advance(std::chrono::milliseconds(2500));
  CHECK(time.wall().now() == UtcTime{1002});
  CHECK(time.monotonic().now() - begin == std::chrono::milliseconds(2500));
  CHECK(monotonic_clock().now() <= monotonic_clock().now());
}

}  // namespace
}  // namespace pharos
