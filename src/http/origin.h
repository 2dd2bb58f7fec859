// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "http/exchange.h"

namespace pharos::http {

/// Whether the request was not made by a page of another site: what changes something for a reader who has a cookie
/// must ask. By Sec-Fetch-Site, else by Origin or Referer against Host; programs that send none of them act for nobody.
bool same_origin(const Request& request);

/// Whether a page of ours in a browser made the request, as far as it says so.
bool from_own_page(const Request& request);

/// Whether it carries the operator's token. Never with an empty `token`.
bool holds_token(const Request& request, std::string_view token);

}  // namespace pharos::http
