// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace pharos::index {

/// What readers say of an article in one language: the votes that count, of its current major revision. A value type.
struct ArticleSignal {
  std::int64_t helpful = 0;
  std::int64_t unhelpful = 0;

  /// Fewer votes of one kind than this say nothing; with twice as many they count in full.
  static constexpr std::int64_t kFewest = 10;
  static constexpr double kLeast = 0.9;
  static constexpr double kMost = 1.06;

  /// What ranking multiplies the article's score by, kLeast to kMost. More than 1 when the 95 % Wilson interval of the
  /// share of helpful votes lies above one half, less than 1 when it lies below, exactly 1 when the votes leave it
  /// open; never falling when a helpful vote comes, never rising when an unhelpful one does. Small on purpose: votes
  /// tell two good answers apart, they never make a bad answer a good one. A bad article loses more than a good one
  /// gains, for a popular article is no better answer to another question.
  double factor() const;
};

/// By article key and language tag.
using ArticleSignals = std::map<std::pair<std::string, std::string>, ArticleSignal>;

}  // namespace pharos::index
