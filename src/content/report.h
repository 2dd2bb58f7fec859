// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/base/diagnostic.h"

namespace pharos::content {

/// Adds a diagnostic with the severity that its row in lint_rules() gives it. Throws Error{internal} for a rule without
/// a row, so that none can be emitted that editors cannot look up.
void report(Diagnostics& out, std::string_view rule, std::string path, int line, std::string message);

}  // namespace pharos::content
