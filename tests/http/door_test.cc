// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "http/served_site.h"
#include "pharos/base/error.h"

using namespace pharos;
using namespace pharos::http_test;
using namespace std::chrono_literals;

TEST_CASE("what the client has already is not sent again") {
  ServedSite site;
  for (const char* target : {"/api/v1/languages", "/api/v1/search?q=password&lang=en", "/en", "/openapi.json"}) {
    CAPTURE(target);
    const Answer first = site.get(target);
    REQUIRE(first.status == 200);
    const std::string etag = first.header("etag");
    CHECK(etag.size() > 10);
    CHECK(first.header("cache-control") == "no-cache");
    Client client(site.port());
    for (const std::string& value : {etag, "\"other\", " + etag, std::string("*")}) {
      const Answer second = client.request("GET", target, {{"If-None-Match", value}});
      CHECK(second.status == 304);
      CHECK(second.body.empty());
      CHECK(second.headers.count("content-length") == 0);
      CHECK(second.header("etag") == etag);
    }
    CHECK(client.request("GET", target, {{"If-None-Match", "\"other\""}}).status == 200);
  }
}

TEST_CASE("large answers are packed for clients that take it, and only for them") {
  ServedSite site;
  const std::string target = "/openapi.json";
  const Answer plain = site.get(target);
  const Answer packed = site.get(target, {{"Accept-Encoding", "br, gzip"}});
  CHECK(packed.header("content-encoding") == "gzip");
  CHECK(packed.header("vary").find("Accept-Encoding") != std::string::npos);
  CHECK(packed.body.size() < plain.body.size() / 2);
  CHECK(gunzip(packed.body) == plain.body);
  CHECK(packed.header("etag") != plain.header("etag"));
  CHECK(site.get(target, {{"Accept-Encoding", "gzip"}, {"If-None-Match", packed.header("etag")}}).status == 304);
  for (const char* refused : {"gzip;q=0", "identity", "br"}) {
    CHECK(site.get(target, {{"Accept-Encoding", refused}}).headers.count("content-encoding") == 0);
  }
  CHECK(site.get("/healthz", {{"Accept-Encoding", "gzip"}}).headers.count("content-encoding") == 0);
}

TEST_CASE("HEAD is answered like GET without the body") {
  ServedSite site;
  Client client(site.port());
  for (const char* target : {"/api/v1/languages", "/en", "/openapi.json", "/nowhere/at/all"}) {
    CAPTURE(target);
    const Answer head = client.request("HEAD", target);
    const Answer get = client.request("GET", target);
    CHECK(head.status == get.status);
    CHECK(head.header("content-length") == get.header("content-length"));
    CHECK(head.header("etag") == get.header("etag"));
    CHECK(head.body.empty());
  }
}

TEST_CASE("other methods are told what is allowed") {
  ServedSite site;
  for (const char* method : {"DELETE", "PUT", "POST", "PATCH", "TRACE", "CONNECT"}) {
    CAPTURE(method);
    const Answer answer = Client(site.port()).request(method, "/api/v1/search?q=a", {{"Content-Length", "0"}});
    CHECK(answer.status == 405);
    CHECK(answer.header("allow") == "OPTIONS, GET, HEAD");
    CHECK(answer.header("content-type") == "application/problem+json");
  }
  const Answer options = Client(site.port()).request("OPTIONS", "/api/v1/search");
  CHECK(options.status == 204);
  CHECK(options.headers.count("content-length") == 0);
  CHECK(Client(site.port()).request("DELETE", "/en").status == 405);
}

TEST_CASE("unknown addresses are problems below /api and pages elsewhere") {
  ServedSite site;
  const Answer api = site.get("/api/v2/search");
  CHECK(api.status == 404);
  CHECK(api.json()["type"].string() == "urn:pharos:problem:not-found");
  const Answer page = site.get("/en/no/such/page");
  CHECK(page.status == 404);
  CHECK(page.header("content-type") == "text/html; charset=utf-8");
  CHECK(page.header("content-security-policy").find("script-src 'self'") != std::string::npos);
}

TEST_CASE("no path leaves what is meant to be served") {
  ServedSite site;
  for (const char* target :
       {"/static/../openapi.json", "/static/%2e%2e/openapi.json", "/static/..%2fopenapi.json", "/static//etc/passwd",
        "/static/%2fetc%2fpasswd", "/static/..\\openapi.json", "/static/x%00.css", "/static/", "/static",
        "/assets/../CURRENT", "/assets/%2e%2e%2fCURRENT", "/assets/CURRENT", "/assets//etc/passwd", "/assets/x%00.svg",
        "/assets/", "/en/../static/x", "/en/%00", "/%ff", "/en/%C0%AE%C0%AE/"}) {
    CAPTURE(target);
    const Answer answer = site.get(target);
    CHECK((answer.status == 400 || answer.status == 404));
  }
}

TEST_CASE("a picture of an article is served forever, and as a page it may do nothing") {
  ServedSite site;
  const std::string html = site.get("/api/v1/articles/deposits/wrong-network?lang=en").json()["html"].string();
  const std::size_t begin = html.find("/assets/");
  REQUIRE(begin != std::string::npos);
  const Answer picture = site.get(html.substr(begin, html.find('"', begin) - begin));
  CHECK(picture.status == 200);
  CHECK(picture.header("content-type") == "image/svg+xml");
  CHECK(picture.header("cache-control") == "public, max-age=31536000, immutable");
  CHECK(picture.header("content-security-policy").find("sandbox") != std::string::npos);
  CHECK(picture.header("x-content-type-options") == "nosniff");
}

TEST_CASE("an address has one spelling, and a redirect never leaves the site") {
  ServedSite site;
  const Answer slash = site.get("/en/?q=a%20b");
  CHECK(slash.status == 308);
  CHECK(slash.header("location") == "/en?q=a%20b");
  for (const char* target : {"//evil.example/", "//evil.example/x/", "/%2fevil.example/", "/%5cevil.example/"}) {
    CAPTURE(target);
    const std::string location = site.get(target).header("location");
    CHECK(location.rfind("//", 0) != 0);
    CHECK(location.rfind("/\\", 0) != 0);
  }
  const Answer injected = site.get("/en/a%0d%0aSet-Cookie:%20x=1/");
  CHECK(injected.status == 400);
  CHECK(injected.headers.count("set-cookie") == 0);
}

TEST_CASE("configured origins may read the API from a browser") {
  ServedSite site({"https://shop.example"});
  const Answer allowed = site.get("/api/v1/languages", {{"Origin", "https://shop.example"}});
  CHECK(allowed.header("access-control-allow-origin") == "https://shop.example");
  CHECK(allowed.header("vary").find("Origin") != std::string::npos);
  CHECK(site.get("/api/v1/search", {{"Origin", "https://shop.example"}}).header("access-control-allow-origin") ==
        "https://shop.example");
  CHECK(site.get("/api/v1/languages", {{"Origin", "https://evil.example"}})
            .headers.count("access-control-allow-origin") == 0);
  CHECK(site.get("/en", {{"Origin", "https://shop.example"}}).headers.count("access-control-allow-origin") == 0);
  const Answer preflight = Client(site.port())
                               .request("OPTIONS", "/api/v1/search",
                                        {{"Origin", "https://shop.example"}, {"Access-Control-Request-Method", "GET"}});
  CHECK(preflight.status == 204);
  CHECK(preflight.header("access-control-allow-methods") == "OPTIONS, GET, HEAD");
  CHECK(preflight.header("access-control-allow-origin") == "https://shop.example");
}

TEST_CASE("operators see that it lives, what it serves and how much") {
  ServedSite site;
  CHECK(site.get("/healthz").json()["status"].string() == "alive");
  const Answer ready = site.get("/readyz");
  CHECK(ready.status == 200);
  CHECK(ready.json()["generation"].string() == site.help_center().generation());
  CHECK(ready.json()["articles"].integer() == 4);
  CHECK(ready.header("cache-control") == "no-store");
  site.get("/api/v1/search?q=a&lang=en");
  site.get("/api/v1/nothing");
  const std::string metrics = site.get("/metrics").body;
  CHECK(metrics.find("pharos_http_requests_total{route=\"search\",status=\"2xx\"} 1\n") != std::string::npos);
  CHECK(metrics.find("pharos_http_requests_total{route=\"unmatched\",status=\"4xx\"} 1\n") != std::string::npos);
  CHECK(metrics.find("pharos_articles 4\n") != std::string::npos);
}

TEST_CASE("crawlers find every article in every language it is written in") {
  ServedSite site;
  CHECK(site.get("/robots.txt").body.find("Sitemap: https://help.example/sitemap.xml") != std::string::npos);
  const Answer map = site.get("/sitemap.xml");
  CHECK(map.header("content-type") == "application/xml; charset=utf-8");
  CHECK(map.body.find("<loc>https://help.example/ru/account/reset-password</loc>") != std::string::npos);
  CHECK(map.body.find("hreflang=\"zh-Hans\" href=\"https://help.example/zh-Hans/deposits/wrong-network\"") !=
        std::string::npos);
  CHECK(map.body.find("/ru/deposits/wrong-network") == std::string::npos);
}

TEST_CASE("a port in use is an error that says how to choose another") {
  ServedSite site;
  http::Server second(site.help_center(), ServedSite::options(site.port()));
  try {
    second.start();
    FAIL("two servers share a port");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kUnavailable);
    const std::string message = error.what();
    CHECK(message.find("127.0.0.1:" + std::to_string(site.port())) != std::string::npos);
    CHECK(message.find("--port") != std::string::npos);
  }
  CHECK(site.get("/healthz").status == 200);
  const int port = site.port();
  site.server().stop();
  second.start();  // the port is free at once
  CHECK(http_test::get(port, "/healthz").status == 200);
  second.stop();
  second.stop();
}

TEST_CASE("an incomplete site folder is named") {
  ServedSite site;
  TemporaryFolder empty;
  http::ServerOptions options = ServedSite::options(0);
  options.site = empty.path();
  CHECK_THROWS_AS(http::Server(site.help_center(), options), Error);
}
