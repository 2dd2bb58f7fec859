// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>

#include "pharos/base/time.h"

namespace pharos::desk {

/// The wall clock, put forward with it but never back: while the wall clock is set back it goes on by the monotonic
/// one, so that what was due stays due. Thread-safe.
class ForwardClock : public Clock {
 public:
  /// Both must outlive it.
  ForwardClock(const Clock& wall, const MonotonicClock& monotonic) : wall_(wall), monotonic_(monotonic) { now(); }

  UtcTime now() const override {
    const std::int64_t passed = monotonic_.now().count();
    const std::int64_t here = wall_.now().seconds * 1000 - passed;
    std::int64_t ahead = ahead_.load();
    while (here > ahead && !ahead_.compare_exchange_weak(ahead, here)) {
    }
    return {(std::max(here, ahead) + passed) / 1000};
  }

 private:
  const Clock& wall_;
  const MonotonicClock& monotonic_;
  mutable std::atomic<std::int64_t> ahead_{INT64_MIN};  // the farthest that the wall was ahead of the monotonic clock
};

}  // namespace pharos::desk
