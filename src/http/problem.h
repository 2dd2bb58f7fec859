// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/exchange.h"
#include "pharos/base/error.h"

namespace pharos::engine {
class InvalidFields;
}

namespace pharos::http {

/// One wrong parameter of a request, and how to mend it.
struct Fault {
  std::string parameter;
  std::string message;
};

/// The status an Error means at the door. The core knows no status codes.
int status_of(ErrorKind kind);

/// An answer of application/problem+json (RFC 9457). Its `type` is stable: "urn:pharos:problem:" and a name that
/// follows from the status. `instance` is the path that was asked.
Response problem(int status, std::string_view detail, std::string_view instance);

/// 400 for wrong parameters: `parameter` names the first, `errors` lists them all. REQUIRES: at least one fault.
Response parameter_problem(const std::vector<Fault>& faults, std::string_view instance);

/// The same for what the desk found wrong.
Response fields_problem(const engine::InvalidFields& invalid, std::string_view instance);

/// Retry-After, where something is known of it (seconds above 0).
void say_when(Response& response, std::int64_t retry_after);

/// What an Error means. The words of errors that are the server's own fault stay in the log: they may name files.
Response problem_of(const Error& error, std::string_view instance);

}  // namespace pharos::http
