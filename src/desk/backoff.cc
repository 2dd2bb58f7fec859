// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/backoff.h"

#include <algorithm>
#include <cmath>

namespace pharos::desk {

std::chrono::seconds backoff_wait(const DispatchPolicy& policy, std::int64_t failures, double random,
                                  std::optional<std::chrono::seconds> asked_for) {
  const double most = static_cast<double>(policy.most_wait.count());
  const double doubled = std::ldexp(static_cast<double>(policy.first_wait.count()),
                                    static_cast<int>(std::clamp<std::int64_t>(failures - 1, 0, 62)));
  const double jitter = std::clamp(random, 0.0, 1.0) * std::min(doubled, most);
  // What was asked for is a floor, and the jitter stays on top: all those told "in 30 seconds" would meet again.
  const double floor = asked_for ? static_cast<double>(asked_for->count()) : 0;
  return std::chrono::seconds(
      static_cast<std::int64_t>(std::clamp(std::ceil(floor + jitter), 1.0, std::max(most, 1.0))));
}

}  // namespace pharos::desk
