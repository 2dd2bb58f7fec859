// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/json.h"
#include "pharos/base/time.h"
#include "pharos/desk/attachments.h"
#include "pharos/desk/store.h"

namespace pharos::http {

/// What an operator may do to the desk from outside, a row each: "tickets.retry", "forget"...
struct OperatorCommand {
  std::string_view name;
  std::string_view arguments;  ///< names of its arguments, for messages and documents
};
const std::vector<OperatorCommand>& operator_commands();

/// Runs a command and gives its answer as a JSON object. The server runs them for POST /api/v1/operator/commands, the
/// command line by itself when no server holds the store. Thread-safe. Throws Error{invalid_argument} naming the
/// parameter for an unknown command or wrong arguments, and what the desk throws (not_found, conflict...).
std::string run_operator_command(desk::Store& store, desk::AttachmentStore& files, std::string_view name,
                                 const Json& arguments, const Clock& clock = system_clock());

}  // namespace pharos::http
