// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "pharos/desk/gateway.h"

namespace pharos::engine {
class FrontDesk;
}

namespace pharos::http {

/// Reads the signed reply that a target posts to /api/v1/replies/{gateway}; header names in lower case. Throws
/// Error{not_found} for a gateway that takes none and Error{invalid_argument} for a bad signature or another shape.
/// Called from any thread.
using ReplyReader = std::function<desk::Reply(
    const std::string& gateway, const std::map<std::string, std::string>& headers, std::string_view body)>;

/// What stands behind the addresses by which readers hand over and operators look on. A value type.
struct DeskDoor {
  engine::FrontDesk* desk = nullptr;  ///< outlives the server; null: closed, its addresses answer 503
  std::string operator_token;         ///< of "Authorization: Bearer"; empty: nobody is the operator
  ReplyReader read_reply;             ///< empty: replies do not come by HTTP
};

}  // namespace pharos::http
