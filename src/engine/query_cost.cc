// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/query_cost.h"

#include <algorithm>
#include <ctime>
#include <limits>

#include "pharos/base/error.h"

namespace pharos::engine {
namespace {

double processor_microseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

QueryCost measure_cost(const HelpCenter& help_center, const std::vector<JudgedQuery>& queries, std::size_t rounds) {
  std::vector<double> full;
  std::vector<double> plain;
  for (const JudgedQuery& judged : queries) {
    const auto language = help_center.language(judged.language.tag());
    search::Query query(judged.text, language ? *language : help_center.default_language());
    search::Query bare = query;
    bare.plain = true;
    bare.detect_language = false;
    const auto quicker = [&](const search::Query& asked, double& quickest) {
      const double begin = processor_microseconds();
      help_center.search(asked);
      quickest = std::min(quickest, processor_microseconds() - begin);
    };
    double of_full = std::numeric_limits<double>::max();
    double of_plain = of_full;
    try {
      for (std::size_t round = 0; round < rounds; ++round) {
        quicker(query, of_full);
        quicker(bare, of_plain);
      }
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kInvalidArgument) throw;
      continue;
    }
    full.push_back(of_full);
    plain.push_back(of_plain);
  }
  QueryCost cost;
  cost.queries = full.size();
  cost.full = median(std::move(full));
  cost.plain = median(std::move(plain));
  return cost;
}

}  // namespace pharos::engine
