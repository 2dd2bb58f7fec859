// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/rating.h"

#include <algorithm>
#include <cmath>

namespace pharos::desk {

const std::vector<std::string_view>& rating_reasons() {
  static const std::vector<std::string_view> reasons = {"not-my-question", "unclear",  "outdated",
                                                        "did-not-work",    "language", "other"};
  return reasons;
}

double wilson_lower_bound(std::int64_t helpful, std::int64_t all) {
  if (all <= 0) return 0;
  constexpr double kZ = 1.959963984540054;  // 95 %, both sides
  const double n = static_cast<double>(all);
  const double share = std::clamp(static_cast<double>(helpful) / n, 0.0, 1.0);
  const double middle = share + kZ * kZ / (2 * n);
  const double half = kZ * std::sqrt((share * (1 - share) + kZ * kZ / (4 * n)) / n);
  // Without helpful votes rounding would leave a speck beside 0.
  return std::max(0.0, helpful <= 0 ? 0.0 : (middle - half) / (1 + kZ * kZ / n));
}

}  // namespace pharos::desk
