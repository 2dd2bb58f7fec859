// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "search/ranking.h"

namespace pharos::search {

/// What tells whether the first answer is one: shares, never a raw score, which means nothing by itself.
inline constexpr std::size_t kEvidence = 14;
using Evidence = std::array<double, kEvidence>;
inline constexpr std::array<std::string_view, kEvidence> kEvidenceNames = {
    "coverage",           "phrase",      "title", "margin",      "exact",          "information", "unknown",
    "coverage of second", "score share", "lead",  "rarest word", "ahead of fifth", "together",    "ahead of nine"};

/// Which of it speaks for the answer; the rest speaks against it.
inline constexpr std::array<bool, kEvidence> kEvidenceSpeaksFor = {true,  true, true, true, true, true, false,
                                                                   false, true, true, true, true, true, true};

/// Of the answers of one language, best first; `unknown` is the share of the query's words that no article has in any
/// form.
Evidence evidence_of(const std::vector<RankedArticle>& ranked, double unknown);

/// 0..1: how likely the first answer is a right one; high for an exact title or question. A word or two name a topic
/// rather than ask: that all of it is found is enough. Otherwise a logistic model fitted by tests/relevance/tune.cc
/// (the constants and how well they do are in tests/relevance/README.md); 0 where nothing answers.
double confidence(const Evidence& evidence, std::size_t words);

/// Below this the honest answer is "I don't know": offer a human first.
inline constexpr double kHandOverBelow = .5;

}  // namespace pharos::search
