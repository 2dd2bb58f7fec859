// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"

// Files as they are, and what crawlers ask for. Nothing here opens a file: all bytes come from memory or the index.
namespace pharos::http {

/// "/static/...": the site's own styles, scripts and pictures. With "?v=" it never changes.
Response serve_static(const Context&, const Request&, const PathParameters&);
/// "/assets/...": pictures and films of articles, named by their content.
Response serve_asset(const Context&, const Request&, const PathParameters&);
Response serve_favicon(const Context&, const Request&, const PathParameters&);
Response serve_robots(const Context&, const Request&, const PathParameters&);
/// All articles with their translations; 404 while the site's public address is not set.
Response serve_sitemap(const Context&, const Request&, const PathParameters&);

}  // namespace pharos::http
