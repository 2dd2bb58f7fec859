// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pharos/engine/routing_evaluation.h"

namespace pharos::tools {

/// How well tickets are routed, for operators: shares, baselines, and which labels are taken for which.
std::string routing_table(const engine::RoutingEvaluation& evaluation, std::size_t confusions);

/// The same as JSON, with all confusions.
std::string routing_json(const engine::RoutingEvaluation& evaluation);

}  // namespace pharos::tools
