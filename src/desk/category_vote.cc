// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/category_vote.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pharos::desk {
namespace {

/// How often readers choose rightly in a form that offers the categories.
constexpr double kReaderRight = .8;

struct Share {
  std::string category;
  double weight = 0;
  std::string name;  ///< the nearest neighbour of this category
};

/// By falling weight. A neighbour weighs by the cube of its score against the best one's.
std::vector<Share> shares_of(const std::vector<Neighbour>& neighbours) {
  double best = 0;
  for (const Neighbour& neighbour : neighbours) best = std::max(best, neighbour.score);
  std::vector<Share> shares;
  double total = 0;
  for (const Neighbour& neighbour : neighbours) {
    if (neighbour.category.empty() || neighbour.score <= 0) continue;
    auto share = std::find_if(shares.begin(), shares.end(),
                              [&](const Share& row) { return row.category == neighbour.category; });
    if (share == shares.end()) share = shares.insert(shares.end(), {neighbour.category, 0, neighbour.name});
    const double weight = std::pow(neighbour.score / best, 3);
    share->weight += weight;
    total += weight;
  }
  for (Share& share : shares) share.weight /= total;
  std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.weight > b.weight; });
  return shares;
}

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

}  // namespace

CategoryVote vote_on_category(std::string_view chosen, const std::vector<Neighbour>& neighbours) {
  const std::vector<Share> shares = shares_of(neighbours);
  CategoryVote vote;
  const double near = shares.empty() ? 0 : shares.front().weight;
  if (!shares.empty()) {
    vote.category = shares.front().category;
    vote.confidence = near;
    vote.reasons.push_back("near " + shares.front().name + "; " + percent(near) + " of the nearest texts are about " +
                           vote.category);
  }
  if (chosen.empty()) return vote;
  const auto own = std::find_if(shares.begin(), shares.end(), [&](const Share& row) { return row.category == chosen; });
  const double for_chosen = kReaderRight * std::max(own == shares.end() ? 0 : own->weight, .05);
  const double for_other = vote.category == chosen ? 0 : (1 - kReaderRight) * near;
  if (for_chosen >= for_other) {
    vote.category = chosen;
    vote.confidence = vote.category == chosen && for_other == 0 ? 1 - (1 - kReaderRight) * (1 - near)
                                                                : for_chosen / (for_chosen + for_other);
    vote.reasons.insert(vote.reasons.begin(), "the reader chose " + std::string(chosen));
  } else {
    vote.confidence = for_other / (for_chosen + for_other);
    vote.reasons.push_back("the reader chose " + std::string(chosen) + "; the text speaks against it");
  }
  return vote;
}

}  // namespace pharos::desk
