// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/base/json.h"
#include "tools/desk_state.h"

namespace pharos::tools {

/// Runs an operator command (http/operator_commands.h) where the store is: here, or by the server that holds it. The
/// arguments are a JSON object. Throws what the command throws, and Error{conflict} when another process holds the
/// store and cannot be asked.
Json run_desk_command(const DeskState& state, std::string_view name, const std::string& arguments);

}  // namespace pharos::tools
