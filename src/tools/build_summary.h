// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pharos/engine/build.h"

namespace pharos::tools {

/// What was found and built, for people: layout with reasons, a table of counts, the first diagnostics.
std::string summary_table(const engine::BuildReport& report, std::size_t shown_diagnostics);

/// The same for machines, on one line.
std::string summary_json(const engine::BuildReport& report);

}  // namespace pharos::tools
