// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/limits.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "desk/naughty_strings.h"

namespace pharos::desk {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Allowance kPlenty{1000000, milliseconds(0)};

TEST_CASE("a source has its burst, then one each refill, and the wait is the truth") {
  SimulatedTime time({0});
  RateLimiter limiter({3, milliseconds(1500)}, kPlenty, time.monotonic());
  for (int i = 0; i < 3; ++i) CHECK(limiter.take("a") == 0);
  CHECK(limiter.take("a") == 2);  // 1.5 s rounded up
  CHECK(limiter.take("b") == 0);  // others are not held up
  time.advance(milliseconds(1499));
  CHECK(limiter.take("a") == 1);
  time.advance(milliseconds(1));
  CHECK(limiter.take("a") == 0);
  CHECK(limiter.take("a") == 2);
  time.advance(seconds(2));
  CHECK(limiter.take("a") == 0);
}

TEST_CASE("being refused costs nothing, and the allowance never grows beyond the burst") {
  SimulatedTime time({0});
  RateLimiter limiter({2, seconds(10)}, kPlenty, time.monotonic());
  CHECK(limiter.take("a") == 0);
  CHECK(limiter.take("a") == 0);
  for (int i = 0; i < 100; ++i) CHECK(limiter.take("a") == 10);
  time.advance(seconds(10));
  CHECK(limiter.take("a") == 0);
  time.advance(std::chrono::hours(24));
  CHECK(limiter.take("a") == 0);
  CHECK(limiter.take("a") == 0);
  CHECK(limiter.take("a") == 10);
}

TEST_CASE("the wait of a source that waits for all others is the longer one, and it loses nothing of its own") {
  SimulatedTime time({0});
  RateLimiter limiter({2, seconds(1)}, {2, seconds(5)}, time.monotonic());
  CHECK(limiter.take("a") == 0);
  CHECK(limiter.take("b") == 0);
  CHECK(limiter.take("c") == 5);
  time.advance(seconds(5));
  CHECK(limiter.take("c") == 0);
  CHECK(limiter.take("c") == 5);
  time.advance(seconds(5));
  CHECK(limiter.take("c") == 0);
}

TEST_CASE("memory is bounded: those with their full allowance are forgotten, those who used it up are not") {
  SimulatedTime time({0});
  RateLimiter limiter({2, seconds(60)}, kPlenty, time.monotonic(), 3);
  for (int i = 0; i < 2; ++i) CHECK(limiter.take("greedy") == 0);
  for (int i = 0; i < 1000; ++i) {
    CHECK(limiter.take("guest " + std::to_string(i)) == 0);
    CHECK(limiter.take("greedy") > 0);
  }
  time.advance(seconds(60));
  CHECK(limiter.take("greedy") == 0);
  CHECK(limiter.take("greedy") == 60);
}

TEST_CASE("any name of a source will do") {
  SimulatedTime time({0});
  RateLimiter limiter({1, seconds(60)}, kPlenty, time.monotonic());
  for (const NaughtyString& row : naughty_strings()) {
    CAPTURE(row.kind);
    CHECK(limiter.take(row.text) == 0);
    CHECK(limiter.take(row.text) == 60);
  }
}

TEST_CASE("threads together take no more than there is") {
  SimulatedTime time({0});
  RateLimiter limiter({100, seconds(60)}, {250, seconds(60)}, time.monotonic());
  std::atomic<int> taken{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) taken += limiter.take(t % 2 == 0 ? "a" : "b") == 0 ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(taken == 200);
}

TEST_CASE("an address is made coarse to its network") {
  struct Row {
    const char* address;
    const char* coarse;
  };
  for (const Row& row : {
           Row{"203.0.113.77", "203.0.113"},
           Row{"203.0.113.1", "203.0.113"},
           Row{"::ffff:203.0.113.77", "203.0.113"},
           Row{"::FFFF:cb00:714d", "203.0.113"},
           Row{"2001:db8:1:2:3:4:5:6", "2001:db8:1"},
           Row{"2001:0db8:0001::1", "2001:db8:1"},
           Row{"2001:DB8:1::", "2001:db8:1"},
           Row{"[2001:db8:1::7]", "2001:db8:1"},
           Row{"fe80::1%eth0", "fe80:0:0"},
           Row{"::1", "0:0:0"},
           Row{"", ""},
           Row{"unix:", "unix:"},
           Row{"999.1.1.1", "999.1.1.1"},
           Row{"1.2.3", "1.2.3"},
           Row{"2001:db8::1::2", "2001:db8::1::2"},
           Row{"proxy.example", "proxy.example"},
       }) {
    CAPTURE(row.address);
    CHECK(coarse_address(row.address) == row.coarse);
  }
  const std::string with_nul("203.0.113.77\0x", 14);
  CHECK(coarse_address(with_nul) == with_nul);
  for (const NaughtyString& row : naughty_strings()) CHECK(coarse_address(row.text) == row.text);
}

}  // namespace
}  // namespace pharos::desk
