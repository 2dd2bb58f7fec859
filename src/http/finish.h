// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/cors.h"
#include "http/exchange.h"
#include "http/routes.h"

namespace pharos::http {

/// What every answer gets at the door, whoever made it: security headers, Cache-Control, Vary, CORS, its ETag, 304
/// where the client has it already, gzip where the client takes it. `route` is null when none matched. Pure.
void finish(Response& response, const Request& request, const Route* route, Audience audience, const CorsPolicy& cors);

}  // namespace pharos::http
