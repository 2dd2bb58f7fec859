// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace pharos::gateway {

/// What a Pharos server answered. A value type.
struct OperatorAnswer {
  int status = 0;
  std::string body;  ///< JSON
};

/// Posts a JSON document to the operator's part of a Pharos server's API, at `url` with `token`. The server may be on
/// this machine. Throws Error{unavailable} when it cannot be reached. Thread-safe.
OperatorAnswer ask_as_operator(const std::string& url, const std::string& token, const std::string& json);

}  // namespace pharos::gateway
