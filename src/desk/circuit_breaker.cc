// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/circuit_breaker.h"

#include <algorithm>

namespace pharos::desk {
namespace {

// A target that asks for a year has a fault; a day later it is asked again.
constexpr std::chrono::seconds kLongestPause = std::chrono::hours(24);

}  // namespace

std::size_t CircuitBreaker::allowed(Moment now) const {
  if (open(now)) return 0;
  return open_until_ ? 1 : round_;
}

void CircuitBreaker::succeeded() {
  failures_ = 0;
  round_ = open_until_ ? 1 : std::min(policy_.batch, round_ + 1);
  open_until_.reset();
}

void CircuitBreaker::failed(Moment now, std::optional<std::chrono::seconds> asked_for) {
  ++failures_;
  const auto pause = std::clamp(asked_for.value_or(std::chrono::seconds(0)), std::chrono::seconds(0), kLongestPause);
  if (pause.count() > 0) {
    open_until_ = now + pause;
  } else if (open_until_ || failures_ >= policy_.failures_to_open) {
    open_until_ = now + policy_.open_for;
  }
}

std::chrono::milliseconds CircuitBreaker::retry_in(Moment now) const {
  return open(now) ? *open_until_ - now : std::chrono::milliseconds(0);
}

}  // namespace pharos::desk
