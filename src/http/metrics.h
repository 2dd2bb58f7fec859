// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/engine/views.h"

namespace pharos::http {

/// Counts of what was answered, a set for each route. Thread-safe and lock-free; a reading may lie between two
/// additions of one request.
class Metrics {
 public:
  /// `routes`: names by number; the number one past the last counts requests that matched none.
  explicit Metrics(std::vector<std::string_view> routes);

  void count(std::size_t route, int status, std::chrono::nanoseconds time, std::size_t bytes);

  /// Prometheus' text format, version 0.0.4.
  std::string exposition(const engine::HealthView& health) const;

  /// Upper bounds of the histogram of times, in seconds.
  static constexpr std::array<double, 11> kBounds = {.0005, .001, .0025, .005, .01, .025, .05, .1, .25, 1, 5};

 private:
  struct RouteCounts {
    std::array<std::atomic<std::uint64_t>, 5> by_class{};  // 1xx to 5xx
    std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> by_time{};
    std::atomic<std::uint64_t> nanoseconds{0};
    std::atomic<std::uint64_t> bytes{0};
  };
  std::vector<std::string_view> names_;
  std::unique_ptr<RouteCounts[]> counts_;
};

}  // namespace pharos::http
