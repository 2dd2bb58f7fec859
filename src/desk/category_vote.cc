// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/category_vote.h"

#include <algorithm>
#include <cmath>

namespace pharos::desk {
namespace {

/// A neighbour whose score is less than the best one's by this part of it counts for 1/e.
constexpr double kFalloff = .25;

/// Confidence is logistic in how much of the neighbours agrees and in the odds that the search answers at all. Fitted
/// to two sets of labelled questions, Russian and English, each weighed alike, texts that belong nowhere at .4; scores
/// as such were left out: they differ too much between languages and kinds of articles.
constexpr double kOfAgreement = 2.52;
constexpr double kOfSearch = .56;
constexpr double kBias = -.92;

/// How often readers choose rightly in a form that offers the categories.
constexpr double kReaderRight = .8;

struct Share {
  std::string category;
  double weight = 0;
  std::string name;  ///< the nearest neighbour of this category
};

/// By falling weight; together 1.
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
    const double weight = std::exp((neighbour.score / best - 1) / kFalloff);
    share->weight += weight;
    total += weight;
  }
  for (Share& share : shares) share.weight /= total;
  std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.weight > b.weight; });
  return shares;
}

double confidence_of(double agreement, double search_confidence) {
  const double search = std::clamp(search_confidence, .02, .98);
  const double x = kOfAgreement * agreement + kOfSearch * std::log(search / (1 - search)) + kBias;
  return 1 / (1 + std::exp(-x));
}

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + " %"; }

}  // namespace

CategoryVote vote_on_category(std::string_view chosen, const std::vector<Neighbour>& neighbours) {
  const std::vector<Share> shares = shares_of(neighbours);
  CategoryVote vote;
  if (!shares.empty()) {
    const Share& first = shares.front();
    vote.category = first.category;
    vote.confidence = confidence_of(first.weight, neighbours.front().confidence);
    vote.reasons.push_back("near " + first.name + "; " + percent(first.weight) + " of what is near is about " +
                           first.category);
  }
  if (chosen.empty()) return vote;
  if (vote.category.empty() || vote.category == chosen) {
    vote.category = chosen;
    vote.confidence = 1 - (1 - kReaderRight) * (1 - vote.confidence);
    vote.reasons.insert(vote.reasons.begin(), "the reader chose " + vote.category);
    return vote;
  }
  // Two witnesses contradict each other: who is the likelier to err?
  const double for_chosen = kReaderRight * (1 - vote.confidence);
  const double for_other = (1 - kReaderRight) * vote.confidence;
  const bool believed = for_chosen >= for_other;
  vote.confidence = std::max(for_chosen, for_other) / (for_chosen + for_other);
  vote.reasons.push_back(
      "the reader chose " + std::string(chosen) +
      (believed ? ", and the text does not speak clearly against it" : "; the text speaks against it"));
  if (believed) {
    vote.category = chosen;
    std::rotate(vote.reasons.begin(), vote.reasons.end() - 1, vote.reasons.end());
  }
  return vote;
}

}  // namespace pharos::desk
