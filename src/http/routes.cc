// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/routes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "http/api.h"
#include "http/media_type.h"
#include "http/page_handlers.h"
#include "http/static_files.h"

namespace pharos::http {
namespace {

constexpr std::string_view kByLanguage = "Accept-Language";
constexpr std::string_view kByReader = "Accept-Language, Cookie";
constexpr std::string_view kRest = "...";

// First segments that are no languages: what stands below them never becomes a page.
constexpr std::array<std::string_view, 3> kReserved = {"api", "static", "assets"};

using enum Audience;
using enum Caching;
using enum Body;
using enum Entry;

// clang-format off
constexpr Route kRoutes[] = {
    {"GET", "/api/v1/search",              "search",       api_search,          kApi,      kRevalidate, kByLanguage},
    {"GET", "/api/v1/suggest",             "suggest",      api_suggest,         kApi,      kRevalidate, kByLanguage},
    {"GET", "/api/v1/articles/{key...}",   "article",      api_article,         kApi,      kRevalidate, kByLanguage},
    {"GET", "/api/v1/categories",          "categories",   api_categories,      kApi,      kRevalidate, kByLanguage},
    {"GET", "/api/v1/categories/{key...}", "category",     api_category,        kApi,      kRevalidate, kByLanguage},
    {"GET", "/api/v1/languages",           "languages",    api_languages,       kApi,      kRevalidate, ""},
    {"GET", "/api/v1/notices",             "notices",      api_notices,         kApi,      kRevalidate, kByLanguage},
    {"GET", "/api/v1/channels",            "channels",     api_channels,        kApi,      kRevalidate, kByLanguage},
    {"POST", "/api/v1/articles/{key...}/ratings", "rate", api_rate, kApi, kNever, "", kSmall, kDesk},
    {"POST", "/api/v1/questions", "ask", api_ask, kApi, kNever, "", kSmall, kDesk},
    {"POST", "/api/v1/tickets", "open-ticket", api_open_ticket, kApi, kNever, "", kUploads, kDesk},
    {"GET", "/api/v1/tickets/{code}", "ticket", api_ticket, kApi, kNever, "", kSmall, kDesk},
    {"POST", "/api/v1/tickets/{code}/messages", "message", api_add_message, kApi, kNever, "", kUploads, kDesk},
    {"POST", "/api/v1/tickets/{code}/solved", "solve", api_solve_ticket, kApi, kNever, "", kSmall, kDesk},
    {"GET", "/api/v1/tickets/{code}/attachments/{id}", "attachment", api_attachment, kApi, kNever, "", kSmall, kDesk},
    {"POST", "/api/v1/replies/{gateway}", "reply", api_reply, kOperator, kNever, "", kMessage, kDesk},
    {"GET", "/api/v1/desk", "desk", api_desk, kOperator, kNever, "", kSmall, kToken},
    {"GET", "/api/v1/reports", "reports", api_reports, kOperator, kNever, "", kSmall, kToken},
    {"GET", "/api/v1/reports/{name}", "report", api_report, kOperator, kNever, "", kSmall, kToken},
    {"POST", "/api/v1/operator/commands", "command", api_command, kOperator, kNever, "", kMessage, kToken},
    {"GET", "/api/v1/openapi.json",        "openapi",      api_openapi,         kApi,      kRevalidate, ""},
    {"GET", "/openapi.json",               "openapi-root", api_openapi,         kApi,      kRevalidate, ""},
    {"GET", "/healthz",                    "healthz",      api_alive,           kOperator, kNever,      ""},
    {"GET", "/readyz",                     "readyz",       api_ready,           kOperator, kNever,      ""},
    {"GET", "/metrics",                    "metrics",      api_metrics,         kOperator, kNever,      ""},
    {"GET", "/static/{path...}",           "static",       serve_static,        kFile,     kRevalidate, ""},
    {"GET", "/assets/{name...}",           "asset",        serve_asset,         kFile,     kForever,    ""},
    {"GET", "/favicon.ico",                "favicon",      serve_favicon,       kFile,     kRevalidate, ""},
    {"GET", "/robots.txt",                 "robots",       serve_robots,        kFile,     kRevalidate, ""},
    {"GET", "/sitemap.xml",                "sitemap",      serve_sitemap,       kFile,     kRevalidate, ""},
    {"GET", "/",                           "root",         handle_root,         kPage,     kRevalidate, kByReader},
    {"GET", "/{lang}/search",              "search-page",  handle_search_page,  kPage,     kRevalidate, ""},
    {"GET", "/{lang}/contact",             "contact-page", handle_contact_page, kPage,     kRevalidate, ""},
    {"GET", "/{lang}/contact/send",        "contact-return", handle_contact_return, kPage, kRevalidate, ""},
    {"POST", "/{lang}/contact/send",       "contact-form", handle_contact_form, kPage,     kNever,      "", Body::kUploads},
    {"POST", "/{lang}/contact/rating",     "rating-form",  handle_rating_form,  kPage,     kNever,      ""},
    {"GET", "/{lang}/contact/question",    "question-page", handle_question_page, kPage,   kRevalidate, ""},
    {"POST", "/{lang}/contact/question",   "question-form", handle_question_form, kPage,   kNever,      ""},
    {"GET", "/{lang}/contact/ticket",      "ticket-lookup", handle_ticket_lookup, kPage,   kNever,      ""},
    {"GET", "/{lang}/contact/ticket/{code}", "ticket-page", handle_ticket_page, kPage,     kNever,      ""},
    {"POST", "/{lang}/contact/ticket/{code}", "ticket-message", handle_ticket_message, kPage, kNever,   "", Body::kUploads},
    {"POST", "/{lang}/contact/ticket/{code}/solved", "ticket-solved", handle_ticket_solved, kPage, kNever, ""},
    {"GET", "/{lang}/{path...}",           "content-page", handle_content_page, kPage,     kRevalidate, ""},
    {"GET", "/{lang}",                     "home",         handle_home,         kPage,     kRevalidate, ""},
};
// clang-format on

std::string_view first_segment(std::string_view path) {
  const std::string_view rest = path.substr(std::min<std::size_t>(1, path.size()));
  return rest.substr(0, rest.find('/'));
}

bool reserved(std::string_view path) {
  return std::find(kReserved.begin(), kReserved.end(), first_segment(path)) != kReserved.end();
}

// What "{key...}" takes, when `after` follows it in the pattern.
std::string_view rest_before(std::string_view path, std::string_view after) {
  if (path.size() < after.size() || path.substr(path.size() - after.size()) != after) return {};
  return path.substr(0, path.size() - after.size());
}

// Both begin with "/"; segment by segment.
std::optional<PathParameters> match(std::string_view pattern, std::string_view path) {
  PathParameters parts;
  while (true) {
    pattern.remove_prefix(1);
    path.remove_prefix(1);
    const std::size_t pattern_end = std::min(pattern.find('/'), pattern.size());
    const std::size_t path_end = std::min(path.find('/'), path.size());
    std::string_view part = pattern.substr(0, pattern_end);
    if (!part.empty() && part.front() == '{') {
      part = part.substr(1, part.size() - 2);
      const bool rest = part.size() > kRest.size() && part.substr(part.size() - kRest.size()) == kRest;
      const std::string_view taken = rest ? rest_before(path, pattern.substr(pattern_end)) : path.substr(0, path_end);
      if (taken.empty()) return std::nullopt;
      parts.emplace(rest ? part.substr(0, part.size() - kRest.size()) : part, taken);
      if (rest) return parts;
    } else if (part != path.substr(0, path_end)) {
      return std::nullopt;
    }
    pattern.remove_prefix(pattern_end);
    path.remove_prefix(path_end);
    if (pattern.empty() || path.empty()) break;
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parts;
}

}  // namespace

RouteTable routes() { return kRoutes; }

RouteMatch find_route(RouteTable table, std::string_view method, std::string_view path) {
  RouteMatch found;
  found.number = table.size();
  if (path.empty() || path[0] != '/') return found;
  const std::string_view wanted = method == "HEAD" ? std::string_view("GET") : method;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Route& route = table[i];
    if (route.audience == kPage && reserved(path)) continue;
    auto parts = match(route.pattern, path);
    if (!parts) continue;
    if (route.method == wanted) {
      found.route = &route;
      found.number = i;
      found.parts = *std::move(parts);
      return found;
    }
    if (found.allow.empty()) found.allow = "OPTIONS";
    if (found.allow.find(route.method) == std::string::npos) found.allow += ", " + std::string(route.method);
    if (route.method == "GET" && found.allow.find("HEAD") == std::string::npos) found.allow += ", HEAD";
  }
  return found;
}

std::size_t body_limit(const Route* route, std::string_view content_type) {
  constexpr std::size_t kSmallBytes = std::size_t{64} << 10;
  constexpr std::size_t kMessageBytes = std::size_t{1} << 20;
  constexpr std::size_t kUploadBytes = std::size_t{52} << 20;
  if (route == nullptr || route->body == kSmall) return kSmallBytes;
  const bool multipart = media_type_of(content_type) == "multipart/form-data";
  return route->body == kUploads && multipart ? kUploadBytes : kMessageBytes;
}

Audience audience_of(std::string_view path) {
  return first_segment(path) == "api" ? kApi : reserved(path) ? kFile : kPage;
}

}  // namespace pharos::http
