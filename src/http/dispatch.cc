// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/dispatch.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <exception>

#include "http/body_refused.h"
#include "http/finish.h"
#include "http/origin.h"
#include "http/page_handlers.h"
#include "http/problem.h"
#include "http/target.h"
#include "pharos/base/article_key.h"
#include "pharos/base/json.h"
#include "pharos/base/time.h"
#include "pharos/engine/front_desk.h"

namespace pharos::http {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string_view> names_of(RouteTable table) {
  std::vector<std::string_view> names;
  for (const Route& route : table) names.push_back(route.name);
  return names;
}

// What was asked for stays out of the log: queries are the readers' own business.
void log_access(const Request& request, const Route* route, const Response& response, Clock::duration time) {
  if (!spdlog::should_log(spdlog::level::info)) return;
  JsonWriter json;
  json.begin_object()
      .member("time", to_iso(system_clock().now()))
      .member("event", "request")
      .member("method", request.method)
      .member("route", route == nullptr ? std::string_view("unmatched") : route->name)
      .member("status", response.status)
      .member("bytes", static_cast<std::uint64_t>(response.body.size()))
      .member("ms", static_cast<double>(std::chrono::duration_cast<std::chrono::microseconds>(time).count()) / 1000.0)
      .end_object();
  spdlog::info("{}", json.take());
}

void log_failure(const Request& request, std::string_view what) {
  JsonWriter json;
  json.begin_object().member("time", to_iso(system_clock().now())).member("event", "failure");
  json.member("method", request.method).member("cause", what).end_object();
  spdlog::error("{}", json.take());
}

Response plain(int status) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "Error " + std::to_string(status) + "\n";
  return response;
}

// "/en/" and "/en" are one page with one address. Encoded afresh, so that no second slash can name another host.
std::optional<Response> without_last_slash(const Request& request) {
  const std::string_view path = request.path;
  if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
  if (path.size() < 2 || path.back() != '/' || path[1] == '/') return std::nullopt;
  std::string_view shorter = path;
  while (!shorter.empty() && shorter.back() == '/') shorter.remove_suffix(1);
  Response response = plain(308);
  response.body.clear();
  std::string location = url_path(shorter);
  for (const auto& [name, value] : request.query) {
    location += location.find('?') == std::string::npos ? '?' : '&';
    location += url_path(name) + "=" + url_path(value);
  }
  response.headers.emplace_back("Location", std::move(location));
  return response;
}

/// All but the target, which may be none.
Request request_of(RawRequest raw) {
  Request request;
  request.method = std::move(raw.method);
  request.headers = std::move(raw.headers);
  request.body = std::move(raw.body);
  request.address = std::move(raw.address);
  request.secure = raw.secure;
  return request;
}

}  // namespace

Dispatcher::Dispatcher(const engine::HelpCenter& help_center, const Pages& pages, std::string_view openapi,
                       CorsPolicy cors, RouteTable table, DeskDoor door)
    : table_(table),
      door_(std::move(door)),
      context_{help_center, pages, &metrics_, openapi, door_.desk, door_.read_reply ? &door_.read_reply : nullptr},
      cors_(std::move(cors)),
      metrics_(names_of(table)) {}

Response Dispatcher::answer(RawRequest raw) const {
  const auto start = Clock::now();
  auto target = parse_target(raw.target);
  Audience audience = audience_of(raw.target);
  Request request = request_of(std::move(raw));
  Response response;
  RouteMatch match;
  match.number = table_.size();
  try {
    if (target) {
      request.path = std::move(target->path);
      request.query = std::move(target->query);
      match = find_route(table_, request.method, request.path);
      audience = match.route != nullptr ? match.route->audience : audience_of(request.path);
      response = route_to_handler(request, match, audience);
    } else {
      request.path = "/";
      response = fault(request, audience, 400,
                       "The address is not one: its path must be percent-encoded UTF-8 without control characters and "
                       "without '..'.");
    }
    finish(response, request, match.route, audience, cors_);
  } catch (const std::exception& error) {
    log_failure(request, error.what());
    response = plain(500);
  }
  const auto time = Clock::now() - start;
  metrics_.count(match.number, response.status, time, request.method == "HEAD" ? 0 : response.body.size());
  log_access(request, match.route, response, time);
  return response;
}

Response Dispatcher::refuse(const ReadOutcome& refused) const {
  const auto start = Clock::now();
  Request request = request_of(refused.request);
  RouteMatch match;
  match.number = table_.size();
  Audience audience = Audience::kApi;
  if (auto target = parse_target(refused.request.target)) {
    request.path = std::move(target->path);
    match = find_route(table_, request.method, request.path);
    const Audience asked = match.route != nullptr ? match.route->audience : audience_of(request.path);
    if (asked == Audience::kPage && shows_pages(refused.request)) audience = Audience::kPage;
  }
  Response response = fault(request, audience, refused.status, refused.reason);
  say_when(response, refused.retry_after);
  finish(response, request, match.route, audience, cors_);
  metrics_.count(match.number, refused.status, Clock::now() - start, response.body.size());
  log_access(request, match.route, response, Clock::now() - start);
  return response;
}

std::size_t Dispatcher::body_limit_of(const RawRequest& head) const {
  const auto target = parse_target(head.target);
  const auto type = head.headers.find("content-type");
  return body_limit(target ? find_route(table_, head.method, target->path).route : nullptr,
                    type == head.headers.end() ? std::string_view() : std::string_view(type->second));
}

// The desk trusts nobody's word for who they are, but a page of another site must not act through its visitors.
std::optional<Response> Dispatcher::refuse_stranger(const Request& request, const Route& route) const {
  if (route.entry == Entry::kToken && !holds_token(request, door_.operator_token)) {
    Response response =
        problem(401, "Send the header 'Authorization: Bearer ' with the operator's token.", request.path);
    response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"pharos\"");
    return response;
  }
  const bool let_in = route.method == "GET" || same_origin(request) ||
                      (route.audience == Audience::kApi && cors_.allows(request.header("origin")));
  if (!let_in) {
    return fault(request, route.audience, 403,
                 "A page of another site asked for this: its origin must be let in with --cors.");
  }
  if (route.entry != Entry::kOpen && context_.desk == nullptr) {
    return fault(request, route.audience, 503,
                 "The desk is closed here: this help center is for reading only, nothing can be handed over.");
  }
  return std::nullopt;
}

Response Dispatcher::route_to_handler(const Request& request, const RouteMatch& match, Audience audience) const {
  if (audience == Audience::kPage) {
    if (auto redirect = without_last_slash(request)) return *std::move(redirect);
  }
  if (match.route == nullptr) return without_handler(request, match, audience);
  if (auto refusal = refuse_stranger(request, *match.route)) return *std::move(refusal);
  try {
    return match.route->handler(context_, request, match.parts);
  } catch (const BodyRefused& refused) {
    return fault(request, audience, refused.status(), refused.what());
  } catch (const engine::InvalidFields& invalid) {
    if (audience == Audience::kPage) return fault(request, audience, 400, {});
    return fields_problem(invalid, request.path);
  } catch (const Error& error) {
    const int status = status_of(error.kind());
    if (status >= 500) log_failure(request, error.what());
    if (audience != Audience::kPage) return problem_of(error, request.path);
    Response response = fault(request, audience, status, {});
    say_when(response, error.retry_after());
    return response;
  } catch (const std::exception& error) {
    log_failure(request, error.what());
  } catch (...) {
    log_failure(request, "something that is no exception was thrown");
  }
  return fault(request, audience, 500, "The fault is in our log. Try again later.");
}

Response Dispatcher::without_handler(const Request& request, const RouteMatch& match, Audience audience) const {
  if (match.allow.empty()) {
    return fault(request, audience, 404, "Nothing is served at this address. See /openapi.json for what is.");
  }
  Response response;
  if (request.method == "OPTIONS") {
    response.status = 204;
    response.content_type.clear();
    if (audience == Audience::kApi && !request.header("access-control-request-method").empty()) {
      response.headers = cors_.preflight_fields(request.header("origin"), match.allow);
    }
  } else {
    response = fault(request, audience, 405, "Only these methods are served here: " + match.allow + ".");
  }
  response.headers.emplace_back("Allow", match.allow);
  return response;
}

Response Dispatcher::fault(const Request& request, Audience audience, int status, std::string_view detail) const {
  if (audience != Audience::kPage) return problem(status, detail, request.path);
  try {
    Response response = fault_page(context_, request, status == 503 ? 500 : status);
    response.status = status;
    return response;
  } catch (const std::exception& error) {
    log_failure(request, error.what());
    return plain(status);
  }
}

}  // namespace pharos::http
