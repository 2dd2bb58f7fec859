// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"

// The JSON API, version 1. Each is a row in the table of routes (routes.cc) and an operation in site/openapi.json.
namespace pharos::http {

Response api_search(const Context&, const Request&, const PathParameters&);
Response api_suggest(const Context&, const Request&, const PathParameters&);
Response api_article(const Context&, const Request&, const PathParameters&);
Response api_categories(const Context&, const Request&, const PathParameters&);
Response api_category(const Context&, const Request&, const PathParameters&);
Response api_languages(const Context&, const Request&, const PathParameters&);
Response api_notices(const Context&, const Request&, const PathParameters&);
Response api_channels(const Context&, const Request&, const PathParameters&);

/// "POST /api/v1/articles/{key}/ratings": did it help?
Response api_rate(const Context&, const Request&, const PathParameters&);
/// "POST /api/v1/questions": what no article answers.
Response api_ask(const Context&, const Request&, const PathParameters&);
/// "POST /api/v1/tickets": a question for a human.
Response api_open_ticket(const Context&, const Request&, const PathParameters&);
/// "GET /api/v1/tickets/{code}", and what is added to it below.
Response api_ticket(const Context&, const Request&, const PathParameters&);
Response api_add_message(const Context&, const Request&, const PathParameters&);
Response api_solve_ticket(const Context&, const Request&, const PathParameters&);
Response api_attachment(const Context&, const Request&, const PathParameters&);
/// "POST /api/v1/replies/{gateway}": a human's answer, signed by the system it was written in.
Response api_reply(const Context&, const Request&, const PathParameters&);

/// The operator's: what the desk does, and doing something about it.
Response api_desk(const Context&, const Request&, const PathParameters&);
Response api_reports(const Context&, const Request&, const PathParameters&);
Response api_report(const Context&, const Request&, const PathParameters&);
Response api_command(const Context&, const Request&, const PathParameters&);

/// The description of all of it (OpenAPI 3.1).
Response api_openapi(const Context&, const Request&, const PathParameters&);

/// "/healthz": the process answers.
Response api_alive(const Context&, const Request&, const PathParameters&);
/// "/readyz": an index is being served; 503 otherwise.
Response api_ready(const Context&, const Request&, const PathParameters&);
/// "/metrics": for Prometheus.
Response api_metrics(const Context&, const Request&, const PathParameters&);

}  // namespace pharos::http
