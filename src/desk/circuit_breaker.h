// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "pharos/desk/dispatcher.h"

namespace pharos::desk {

/// Keeps attempts away from a target that is down (Nygard, Release It!, 2007). Closed: all go. Open, after failures in
/// a row or when the target asked for time: none goes. Half-open, when that time is over: one goes, and closes it or
/// opens it again. Closed again, the number of attempts a round grows from one by one with each success (twofold a
/// round), so that what has waited does not fall on a target that has just come back. Moments are of the monotonic
/// clock. Not thread-safe.
class CircuitBreaker {
 public:
  using Moment = std::chrono::milliseconds;

  explicit CircuitBreaker(const DispatchPolicy& policy) : policy_(policy), round_(policy.batch) {}

  /// How many attempts may be made now, at most policy.batch.
  std::size_t allowed(Moment now) const;
  /// Whether an attempt made now would be a probe: it tells of the target, not of the row.
  bool probing() const { return open_until_.has_value(); }

  void succeeded();
  /// `asked_for` is the target's Retry-After: nothing is tried before it is over, at most a day.
  void failed(Moment now, std::optional<std::chrono::seconds> asked_for);

  bool open(Moment now) const { return open_until_ && now < *open_until_; }
  /// 0 when it may be tried now.
  std::chrono::milliseconds retry_in(Moment now) const;

 private:
  DispatchPolicy policy_;
  int failures_ = 0;                  // in a row
  std::optional<Moment> open_until_;  // open before it, half-open from then on
  std::size_t round_;                 // attempts a round while closed
};

}  // namespace pharos::desk
