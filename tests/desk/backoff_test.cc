// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/backoff.h"

#include <doctest/doctest.h>

#include "desk/circuit_breaker.h"

namespace pharos::desk {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST_CASE("waits double with each failure, anywhere below, up to the longest") {
  const DispatchPolicy policy;  // 5 s first, 900 s at most
  struct Row {
    std::int64_t failures;
    double random;
    std::optional<seconds> asked_for;
    std::int64_t expected;
    const char* why;
  };
  for (const Row& row : {
           Row{1, 0.999, {}, 5, "the first wait at most"},
           Row{1, 0, {}, 1, "never nothing"},
           Row{2, 0.5, {}, 5, "half of ten"},
           Row{4, 0.999, {}, 40, "doubled thrice"},
           Row{40, 0.999, {}, 900, "the longest wait at most"},
           Row{4'000'000'000, 0.5, {}, 450, "no overflow"},
           Row{0, 0.5, {}, 3, "before any failure as after the first"},
           Row{1, 0, seconds(30), 30, "what the target asked for"},
           Row{1, 0.8, seconds(30), 34, "and jitter on top of it"},
           Row{1, 0, seconds(86400), 900, "a row is looked at again within the longest wait"},
           Row{1, 0.5, seconds(-5), 1, "a target's nonsense"},
       }) {
    CAPTURE(row.why);
    CHECK(backoff_wait(policy, row.failures, row.random, row.asked_for).count() == row.expected);
  }
}

TEST_CASE("the circuit opens after failures in a row, lets one probe through, and closes when it succeeds") {
  DispatchPolicy policy;
  policy.batch = 16;
  policy.failures_to_open = 3;
  policy.open_for = seconds(30);
  CircuitBreaker breaker(policy);
  milliseconds now{1000};

  CHECK(breaker.allowed(now) == 16);
  breaker.failed(now, {});
  breaker.failed(now, {});
  breaker.succeeded();  // not in a row
  breaker.failed(now, {});
  breaker.failed(now, {});
  CHECK(breaker.allowed(now) == 16);
  CHECK_FALSE(breaker.probing());
  breaker.failed(now, {});
  CHECK(breaker.open(now));
  CHECK(breaker.allowed(now) == 0);
  CHECK(breaker.retry_in(now) == seconds(30));

  now += milliseconds(29'999);
  CHECK(breaker.allowed(now) == 0);
  now += milliseconds(1);
  CHECK(breaker.allowed(now) == 1);
  CHECK(breaker.probing());
  breaker.failed(now, {});  // one failure is enough now
  CHECK(breaker.allowed(now) == 0);

  now += seconds(30);
  breaker.succeeded();
  CHECK_FALSE(breaker.open(now));
  CHECK_FALSE(breaker.probing());
  for (const std::size_t round : {1U, 2U, 4U, 8U, 16U, 16U}) {
    CHECK(breaker.allowed(now) == round);
    for (std::size_t i = 0; i < round; ++i) breaker.succeeded();
  }
}

TEST_CASE("a target that asks for time gets it, within reason") {
  CircuitBreaker breaker{DispatchPolicy()};
  breaker.failed(milliseconds(0), seconds(120));
  CHECK(breaker.retry_in(milliseconds(0)) == seconds(120));
  CHECK(breaker.allowed(seconds(119)) == 0);
  CHECK(breaker.allowed(seconds(120)) == 1);
  breaker.failed(seconds(120), seconds(365 * 86400));
  CHECK(breaker.retry_in(seconds(120)) == std::chrono::hours(24));
}

}  // namespace
}  // namespace pharos::desk
