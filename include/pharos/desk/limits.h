// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "pharos/base/time.h"

namespace pharos::desk {

/// So many in a burst, then one each `refill`. A value type.
struct Allowance {
  std::size_t burst = 10;
  std::chrono::milliseconds refill{1000};
};

/// A token bucket for each source and one for all (Turner 1986), in bounded memory: when there are too many sources,
/// those that have their full allowance are forgotten first. Waits are measured by the monotonic clock. Thread-safe.
class RateLimiter {
 public:
  RateLimiter(Allowance per_source, Allowance global, const MonotonicClock& clock, std::size_t most_sources = 65536);
  ~RateLimiter();

  /// 0 when it may go on now (one is taken), otherwise after how many seconds, rounded up, it may be tried again: the
  /// truth, if nobody else comes in between.
  std::int64_t take(std::string_view source);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The network a reader is in: "203.0.113" (/24) or "2001:db8:1" (/48); the text itself for what is no address.
std::string coarse_address(std::string_view address);

}  // namespace pharos::desk
