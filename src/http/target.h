// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pharos::http {

/// The target of a request line, taken apart and decoded.
struct Target {
  std::string path;  ///< begins with "/", UTF-8 without control characters, no "." or ".." segments
  std::vector<std::pair<std::string, std::string>> query;  ///< in order; values may hold any bytes
};

/// Percent-decodes. An escape that is none ("100%") stays as it was typed; `plus_is_space` as HTML forms write it.
std::string percent_decode(std::string_view text, bool plus_is_space);

/// Reads an origin-form ("/a?b=c") or absolute-form ("http://host/a?b=c") target. Nothing when the path is not one
/// that could ever be served: other forms, NUL and other control characters, ill-formed UTF-8, "..", encoded or not.
std::optional<Target> parse_target(std::string_view target);

/// The query part "a=b&c=d", decoded.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query);

}  // namespace pharos::http
