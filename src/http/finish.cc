// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/finish.h"

#include <algorithm>

#include "http/compression.h"
#include "http/etag.h"
#include "http/security.h"

namespace pharos::http {
namespace {

bool equal_names(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool has(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& field) { return equal_names(field.first, name); });
}

void add_where_absent(Response& response, std::string_view name, std::string_view value) {
  if (!has(response, name)) response.headers.emplace_back(name, value);
}

std::string_view caching(const Response& response, const Route* route) {
  if (response.status >= 400 || route == nullptr) return "no-store";
  switch (route->caching) {
    case Caching::kForever:
      return "public, max-age=31536000, immutable";
    case Caching::kNever:
      return "no-store";
    case Caching::kRevalidate:
      break;
  }
  return "no-cache";
}

// One Vary field out of all that handlers, route and CORS gave: some caches read the first one only.
void merge_vary(Response& response, std::string_view first) {
  std::string merged(first);
  auto& headers = response.headers;
  for (const auto& [name, value] : headers) {
    if (equal_names(name, "Vary") && merged.find(value) == std::string::npos) merged += ", " + value;
  }
  headers.erase(std::remove_if(headers.begin(), headers.end(),
                               [](const auto& field) { return equal_names(field.first, "Vary"); }),
                headers.end());
  headers.emplace_back("Vary", std::move(merged));
}

bool answers_reading(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

}  // namespace

void finish(Response& response, const Request& request, const Route* route, Audience audience, const CorsPolicy& cors) {
  for (const auto& [name, value] : security_fields(audience)) add_where_absent(response, name, value);
  add_where_absent(response, "Cache-Control", caching(response, route));
  if (audience == Audience::kApi) {
    for (const auto& [name, value] : cors.answer_fields(request.header("origin"))) {
      if (name == "Vary" || !has(response, name)) response.headers.emplace_back(name, value);
    }
  }
  std::string vary = "Accept-Encoding";
  if (route != nullptr && !route->vary.empty()) vary += ", " + std::string(route->vary);
  merge_vary(response, vary);

  const bool packed = response.body.size() >= kCompressFromBytes && compressible(response.content_type) &&
                      accepts_gzip(request.header("accept-encoding"));
  if (response.status == 200 && answers_reading(request)) {
    const std::string etag = response.etag.empty() ? etag_of(response.body) : response.etag;
    const std::string given = quoted_etag(packed ? gzip_etag(etag) : etag, response.weak_etag);
    add_where_absent(response, "ETag", given);
    if (none_match_names(request.header("if-none-match"), etag)) {
      response.status = 304;
      response.body.clear();
      response.content_type.clear();
    }
  }
  if (packed && !response.body.empty()) {
    response.body = gzip(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
  response.headers.erase(std::remove_if(response.headers.begin(), response.headers.end(),
                                        [](const auto& field) { return !safe_field(field.first, field.second); }),
                         response.headers.end());
}

}  // namespace pharos::http
