// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "http/exchange.h"
#include "http/page_frame.h"

// What the handlers of pages have in common.
namespace pharos::http {

/// The part of the path that the route left open under that name; empty where there is none.
std::string path_part(const PathParameters& parameters, std::string_view name);

/// What every page of the site needs, for one request.
PageFrame frame_for(const Context& context, const Language& language);

Response page_response(const Request& request, const Language& language, std::string html);
Response redirect(std::string address, int status);

/// What the query string was, for redirects that keep it.
std::string query_of(const Request& request);

/// Serves an address below a language: not found for a language that the site lacks, a redirect for another spelling
/// of one that it has ("/zh-CN/..." is at home under "/zh-Hans/..."; a form that was sent is taken where it is), else
/// what `serve` makes.
Response in_language(const Context& context, const Request& request, const PathParameters& parameters,
                     const std::function<Response(const Language&)>& serve);

/// An id of a search as it is given out: letters, digits and hyphens; empty for all else.
std::string search_id_of(std::string_view text);

}  // namespace pharos::http
