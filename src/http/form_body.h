// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/exchange.h"
#include "pharos/desk/attachments.h"

namespace pharos::http {

/// What a form sent. A value type.
struct FormBody {
  std::map<std::string, std::string, std::less<>> fields;  ///< the first of each name; values may hold any bytes
  std::vector<desk::Upload> files;                         ///< in order; fields for files that were left empty are not

  /// Empty where there is none.
  const std::string& field(std::string_view name) const;
};

/// Reads application/x-www-form-urlencoded (WHATWG URL) and multipart/form-data (RFC 7578). Strict and linear. Throws
/// BodyRefused: 415 for another Content-Type, 400 for a body that is not what it says, or has more than 64 parts.
FormBody read_form(const Request& request);

/// Whether the body is said to be one of the two.
bool is_form(const Request& request);

}  // namespace pharos::http
