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
  constexpr auto kFewestVotes = static_cast<double>(ArticleSignal::kFewest);
  return std::clamp((votes - kFewestVotes + 1) / kFewestVotes, 0.0, 1.0);
}

}  // namespace

double ArticleSignal::factor() const {
  const double good = static_cast<double>(std::max<std::int64_t>(helpful, 0));
  const double bad = static_cast<double>(std::max<std::int64_t>(unhelpful, 0));
  const double votes = good + bad;
  if (votes == 0) return 1;
  constexpr double kZ = 1.959964;  // 95 %
  const double share = good / votes;
  const double middle = share + kZ * kZ / (2 * votes);
  const double reach = kZ * std::sqrt(share * (1 - share) / votes + kZ * kZ / (4 * votes * votes));
  const double all = 1 + kZ * kZ / votes;
  const double above = std::clamp(2 * (middle - reach) / all - 1, 0.0, 1.0);
  const double below = std::clamp(1 - 2 * (middle + reach) / all, 0.0, 1.0);
  return 1 + (kMost - 1) * counted(good) * smooth(above) - (1 - kLeast) * counted(bad) * smooth(below);
}

}  // namespace pharos::index
