// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/exchange.h"
#include "pharos/base/language.h"

// What a request tells about its reader, and addresses as values of a query string.
namespace pharos::http {

/// Percent-encodes a value of a query string (RFC 3986, all but unreserved characters).
std::string encode_query_value(std::string_view value);

/// The value of a cookie, or nothing. Any bytes may be given.
std::optional<std::string> cookie(const Request& request, std::string_view name);

/// The language for a reader whose address names none: remembered by cookie, asked for by the browser, the default.
Language preferred_language(const engine::HelpCenter& help_center, const Request& request);

/// Lets the browser remember the language of the page, unless it does already.
void remember_language(const Request& request, const Language& language, Response& response);

}  // namespace pharos::http
