// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/routing_report.h"

#include <cstdio>
#include <vector>

#include "pharos/base/json.h"

namespace pharos::tools {
namespace {

/// A share, what it is of, and how it is called.
struct ShareRow {
  const char* name;
  const char* json;
  std::size_t part, whole;
};

std::vector<ShareRow> shares(const engine::RoutingEvaluation& e) {
  return {
      {"likeliest category right", "accuracy", e.right, e.labelled},
      {"sure (acted upon)", "coverage", e.sure, e.labelled},
      {"right when sure", "accuracy_when_sure", e.sure_right, e.sure},
      {"unsure where nothing is right", "unsure_when_nowhere", e.nowhere - e.nowhere_sure, e.nowhere},
      {"baseline: nearest text", "baseline_nearest", e.nearest_right, e.labelled},
      {"baseline: commonest label", "baseline_commonest", e.commonest_right, e.labelled},
  };
}

double share(const ShareRow& row) {
  return row.whole == 0 ? 0 : static_cast<double>(row.part) / static_cast<double>(row.whole);
}

std::string line(const ShareRow& row) {
  char buffer[128];
  std::snprintf(buffer, sizeof buffer, "%-32s %6.4f  %5zu of %zu\n", row.name, share(row), row.part, row.whole);
  return buffer;
}

}  // namespace

std::string routing_table(const engine::RoutingEvaluation& evaluation, std::size_t confusions) {
  std::string out = std::to_string(evaluation.labelled) + " texts with a label, " + std::to_string(evaluation.nowhere) +
                    " without; " + std::to_string(evaluation.urgent) + " are urgent\n";
  for (const ShareRow& row : shares(evaluation)) {
    if (row.whole > 0) out += line(row);
  }
  std::size_t shown = 0;
  for (const auto& pair : evaluation.confusions) {
    if (pair.wanted == pair.got || shown >= confusions) continue;
    if (++shown == 1) out += "taken for something else:\n";
    char count[32];
    std::snprintf(count, sizeof count, "%6zu  ", pair.count);
    out += count + (pair.wanted.empty() ? std::string("(nowhere)") : pair.wanted) + " -> " +
           (pair.got.empty() ? std::string("(unsure)") : pair.got) + "\n";
  }
  return out;
}

std::string routing_json(const engine::RoutingEvaluation& evaluation) {
  JsonWriter out;
  out.begin_object().member("labelled", static_cast<std::int64_t>(evaluation.labelled));
  out.member("nowhere", static_cast<std::int64_t>(evaluation.nowhere));
  out.member("urgent", static_cast<std::int64_t>(evaluation.urgent));
  for (const ShareRow& row : shares(evaluation)) {
    if (row.whole > 0) out.member(row.json, share(row));
  }
  out.key("pairs").begin_array();
  for (const auto& pair : evaluation.confusions) {
    out.begin_object().member("wanted", pair.wanted).member("got", pair.got);
    out.member("count", static_cast<std::int64_t>(pair.count)).end_object();
  }
  out.end_array().end_object();
  return out.take();
}

}  // namespace pharos::tools
