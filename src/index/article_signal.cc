// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/article_signal.h"

#include <algorithm>
#include <cmath>

namespace pharos::index {
namespace {

// Level at both ends: no single vote makes a step.
double smooth(double share) { return share * share * (3 - 2 * share); }

// By the votes that speak for the direction alone: were it by all of them, a helpful one could make the unhelpful ones
// count.
double counted(double votes) {
  constexpr auto fewest = static_cast<double>(ArticleSignal::kFewest);
  return std::clamp((votes - fewest + 1) / fewest, 0.0, 1.0);
}

}  // namespace

double ArticleSignal::factor() const {
  const double good = static_cast<double>(std::max<std::int64_t>(helpful, 0));
  const double bad = static_cast<double>(std::max<std::int64_t>(unhelpful, 0));
  const double votes = good + bad;
  if (votes == 0) return 1;
  constexpr double z = 1.959964;  // 95 %
  const double share = good / votes;
  const double middle = share + z * z / (2 * votes);
  const double reach = z * std::sqrt(share * (1 - share) / votes + z * z / (4 * votes * votes));
  const double all = 1 + z * z / votes;
  const double above = std::clamp(2 * (middle - reach) / all - 1, 0.0, 1.0);
  const double below = std::clamp(1 - 2 * (middle + reach) / all, 0.0, 1.0);
  return 1 + (kMost - 1) * counted(good) * smooth(above) - (1 - kLeast) * counted(bad) * smooth(below);
}

}  // namespace pharos::index
