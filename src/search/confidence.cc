// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/confidence.h"

#include <algorithm>
#include <cmath>

namespace pharos::search {
namespace {

// Fitted by pharos_tune --confidence; see tests/relevance/README.md.
// The fit's bias is -5.881. This is a little more careful: among few articles the first is easily ahead of the rest.
constexpr double kBias = -6;
constexpr Evidence kWeights = {0, 1.004, 0, .885, 0, 2.006, 0, -1.123, 3.44, 1.039, .094, 0, 2.235, 1.846};

constexpr std::size_t kTopicWords = 2;
constexpr double kTopicFound = .7;
constexpr double kExact = .97;

}  // namespace

Evidence evidence_of(const std::vector<RankedArticle>& ranked, double unknown) {
  Evidence evidence{};
  if (ranked.empty()) return evidence;
  const RankedArticle& first = ranked.front();
  const double second = ranked.size() > 1 ? ranked[1].score : 0;
  evidence[0] = first.coverage;
  evidence[1] = first.phrase;
  evidence[2] = first.title;
  evidence[3] = first.score > 0 ? std::clamp(1 - second / first.score, 0.0, 1.0) : 0;
  evidence[4] = first.exact ? 1 : 0;
  evidence[5] = std::log1p(first.information) / 4;
  evidence[6] = unknown;
  evidence[7] = ranked.size() > 1 ? ranked[1].coverage : 0;
  // Other words for the same add to a score, which may then be more than what was typed could have.
  evidence[8] = std::min(first.ideal, 1.0);
  evidence[9] = std::clamp(ranked.size() > 1 ? first.ideal - ranked[1].ideal : first.ideal, 0.0, 1.0);
  evidence[10] = first.rarest;
  evidence[11] = first.score > 0 && ranked.size() > 4 ? std::clamp(1 - ranked[4].score / first.score, 0.0, 1.0) : 1;
  evidence[12] = first.together;
  double next = 0;
  const std::size_t last = std::min<std::size_t>(ranked.size(), 10);
  for (std::size_t i = 1; i < last; ++i) next += ranked[i].score / static_cast<double>(last - 1);
  evidence[13] = first.score > 0 ? std::clamp(1 - next / first.score, 0.0, 1.0) : 0;
  return evidence;
}

double confidence(const Evidence& evidence, std::size_t words) {
  double sum = kBias;
  for (std::size_t i = 0; i < kEvidence; ++i) sum += kWeights[i] * evidence[i];
  double sure = 1 / (1 + std::exp(-sum));
  if (words <= kTopicWords) sure = std::max(sure, kTopicFound * evidence[0] * (1 - evidence[6]));
  if (evidence[4] > 0) sure = std::max(sure, kExact);
  return sure;
}

}  // namespace pharos::search
