// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/json_answer.h"
#include "http/metrics.h"
#include "http/metrics_desk.h"
#include "pharos/base/json.h"
#include "pharos/engine/front_desk.h"

namespace pharos::http {

namespace {

// A desk in trouble does not make the server unready: reading and searching need no store.
std::string_view desk_state(const Context& context) {
  if (context.desk == nullptr) return "closed";
  return context.desk->store().last_problem().empty() ? "open" : "troubled";
}

}  // namespace

Response api_openapi(const Context& context, const Request&, const PathParameters&) {
  Response response;
  response.content_type = "application/json";
  response.body = context.openapi;
  return response;
}

Response api_alive(const Context&, const Request&, const PathParameters&) {
  JsonWriter json;
  json.begin_object().member("status", "alive").end_object();
  return json_answer(json);
}

Response api_ready(const Context& context, const Request&, const PathParameters&) {
  const engine::HealthView health = context.help_center.health();
  const bool ready = !health.generation.empty();
  JsonWriter json;
  json.begin_object()
      .member("status", ready ? "ready" : "not-ready")
      .member("generation", health.generation)
      .member("built_at", health.built_at)
      .member("articles", static_cast<std::uint64_t>(health.articles))
      .member("languages", static_cast<std::uint64_t>(health.languages))
      .member("last_problem", health.last_problem)
      .member("desk", desk_state(context))
      .member("desk_notice", context.desk == nullptr ? std::string() : context.desk->notice())
      .end_object();
  Response response = json_answer(json);
  if (!ready) response.status = 503;
  return response;
}

Response api_metrics(const Context& context, const Request&, const PathParameters&) {
  Response response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  if (context.metrics != nullptr) response.body = context.metrics->exposition(context.help_center.health());
  if (context.desk != nullptr) response.body += desk_exposition(context.desk->health());
  return response;
}

}  // namespace pharos::http
