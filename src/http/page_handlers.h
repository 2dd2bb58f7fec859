// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"

// The web pages, rendered on the server. Each is a row in the table of routes (routes.cc).
namespace pharos::http {

/// "/": redirects to the best language by cookie, Accept-Language, default.
Response handle_root(const Context&, const Request&, const PathParameters&);
/// "/{lang}": search box, categories, notices.
Response handle_home(const Context&, const Request&, const PathParameters&);
/// "/{lang}/search?q=".
Response handle_search_page(const Context&, const Request&, const PathParameters&);
/// "/{lang}/contact": the channels.
Response handle_contact_page(const Context&, const Request&, const PathParameters&);
/// "/{lang}/{path}": article, category, redirect of an old address, or not found.
Response handle_content_page(const Context&, const Request&, const PathParameters&);
/// An HTML page for a fault at an address that people open: status 400, 404, 405 or 500, in the best language.
Response fault_page(const Context&, const Request&, int status);

}  // namespace pharos::http
