// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/finish.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "http/etag.h"
#include "http/http_client.h"
#include "http/metrics.h"
#include "http/params.h"
#include "http/security.h"
#include "pharos/base/json.h"

using namespace pharos;
using namespace pharos::http;

namespace {

Request get(std::string_view path, std::map<std::string, std::string> headers = {}) {
  Request request;
  request.method = "GET";
  request.path = path;
  request.headers = std::move(headers);
  return request;
}

std::string field(const Response& response, std::string_view name) {
  std::string all;
  for (const auto& [key, value] : response.headers) {
    if (key == name) all += (all.empty() ? "" : " | ") + value;
  }
  return all;
}

Response finished(Response response, const Request& request, const CorsPolicy& cors = CorsPolicy({})) {
  const RouteMatch match = find_route(routes(), "GET", request.path);
  finish(response, request, match.route, match.route == nullptr ? audience_of(request.path) : match.route->audience,
         cors);
  return response;
}

Response page(std::string body) {
  Response response;
  response.body = std::move(body);
  return response;
}

}  // namespace

TEST_CASE("an answer has a tag, and 304 spares it when the client has it") {
  const Response first = finished(page("hello"), get("/en"));
  CHECK(field(first, "ETag") == quoted_etag(etag_of("hello"), false));
  CHECK(field(first, "Cache-Control") == "no-cache");
  const Response second = finished(page("hello"), get("/en", {{"if-none-match", field(first, "ETag")}}));
  CHECK(second.status == 304);
  CHECK(second.body.empty());
  CHECK(field(second, "ETag") == field(first, "ETag"));
  CHECK(finished(page("other"), get("/en", {{"if-none-match", field(first, "ETag")}})).status == 200);
}

TEST_CASE("a large text is packed under a tag of its own, which revalidates too") {
  const std::string text(5000, 'x');
  const Response packed = finished(page(text), get("/en", {{"accept-encoding", "gzip"}}));
  CHECK(field(packed, "Content-Encoding") == "gzip");
  CHECK(field(packed, "Vary") == "Accept-Encoding");
  CHECK(field(packed, "ETag") == "\"" + etag_of(text) + "-gzip\"");
  CHECK(http_test::gunzip(packed.body) == text);
  const Response again =
      finished(page(text), get("/en", {{"accept-encoding", "gzip"}, {"if-none-match", field(packed, "ETag")}}));
  CHECK(again.status == 304);
  CHECK(field(again, "ETag") == field(packed, "ETag"));
  CHECK(field(finished(page(text), get("/en")), "Content-Encoding").empty());
  CHECK(field(finished(page("short"), get("/en", {{"accept-encoding", "gzip"}})), "Content-Encoding").empty());
}

TEST_CASE("faults are never cached and have no tag") {
  Response fault = page("no");
  fault.status = 404;
  const Response done = finished(fault, get("/en", {{"if-none-match", "*"}}));
  CHECK(done.status == 404);
  CHECK(field(done, "Cache-Control") == "no-store");
  CHECK(field(done, "ETag").empty());
}

TEST_CASE("what a handler says stands, and Vary is one field") {
  Response response = page("x");
  response.headers = {{"Cache-Control", "public, max-age=60"}, {"Vary", "Cookie"}};
  const Response done = finished(response, get("/api/v1/search"), CorsPolicy({"https://a.example"}));
  CHECK(field(done, "Cache-Control") == "public, max-age=60");
  CHECK(field(done, "Vary") == "Accept-Encoding, Accept-Language, Cookie, Origin");
}

TEST_CASE("pages may run their own scripts only and be framed by nobody") {
  const std::string policy = field(finished(page("x"), get("/en")), "Content-Security-Policy");
  CHECK(policy.find("script-src 'self';") != std::string::npos);
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
  CHECK(field(finished(page("x"), get("/api/v1/languages")), "X-Content-Type-Options") == "nosniff");
}

TEST_CASE("a value never begins a header line of its own") {
  CHECK(safe_field("Location", "/en/a%0D%0A"));
  CHECK_FALSE(safe_field("Location", "/en\r\nSet-Cookie: x"));
  CHECK_FALSE(safe_field("Location", std::string("/en\0", 4)));
  CHECK_FALSE(safe_field("Bad Name", "x"));
  Response response = page("x");
  response.headers = {{"Location", "/\r\nSet-Cookie: x=1"}};
  CHECK(field(finished(response, get("/en")), "Location").empty());
}

TEST_CASE("other sites' pages read the API when their origin is configured") {
  const CorsPolicy some({"https://a.example", "https://b.example"});
  const Response seen = finished(page("x"), get("/api/v1/languages", {{"origin", "https://b.example"}}), some);
  CHECK(field(seen, "Access-Control-Allow-Origin") == "https://b.example");
  CHECK(field(seen, "Vary") == "Accept-Encoding, Origin");
  const Response refused = finished(page("x"), get("/api/v1/languages", {{"origin", "https://evil.example"}}), some);
  CHECK(field(refused, "Access-Control-Allow-Origin").empty());
  CHECK(field(refused, "Vary") == "Accept-Encoding, Origin");
  CHECK(field(finished(page("x"), get("/en", {{"origin", "https://b.example"}}), some), "Access-Control-Allow-Origin")
            .empty());
  CHECK(field(finished(page("x"), get("/api/v1/languages", {{"origin", "https://c.example"}}), CorsPolicy({"*"})),
              "Access-Control-Allow-Origin") == "*");
  CHECK(some.preflight_fields("https://evil.example", "GET").size() == 1);
  CHECK(some.preflight_fields("https://a.example", "GET").size() > 3);
}
