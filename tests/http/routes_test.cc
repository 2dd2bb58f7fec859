// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/routes.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace pharos::http;

TEST_CASE("paths lead to their routes with their open parts") {
  struct Row {
    std::string_view path, route, part, value;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"/", "root", "", ""},
           {"/en", "home", "lang", "en"},
           {"/zh-Hans/search", "search-page", "lang", "zh-Hans"},
           {"/en/contact", "contact-page", "lang", "en"},
           {"/en/deposits", "content-page", "path", "deposits"},
           {"/en/deposits/wrong-network", "content-page", "path", "deposits/wrong-network"},
           {"/en/search/more", "content-page", "path", "search/more"},
           {"/api/v1/search", "search", "", ""},
           {"/api/v1/articles/api/errors/429", "article", "key", "api/errors/429"},
           {"/api/v1/categories", "categories", "", ""},
           {"/api/v1/categories/api", "category", "key", "api"},
           {"/static/css/site.css", "static", "path", "css/site.css"},
           {"/assets/0a1b.png", "asset", "name", "0a1b.png"},
           {"/robots.txt", "robots", "", ""},
           {"/openapi.json", "openapi-root", "", ""},
       }) {
    CAPTURE(row.path);
    const RouteMatch match = find_route(routes(), "GET", row.path);
    REQUIRE(match.route != nullptr);
    CHECK(match.route->name == row.route);
    CHECK(&routes()[match.number] == match.route);
    if (!row.part.empty()) CHECK(match.parts.at(std::string(row.part)) == row.value);
    CHECK(find_route(routes(), "HEAD", row.path).route == match.route);
  }
}

TEST_CASE("what follows the rest of a path belongs to its route") {
  const Handler none = nullptr;
  const Route table[] = {
      {"POST", "/api/a/{key...}/ratings", "ratings", none, Audience::kApi, Caching::kNever, ""},
      {"GET", "/api/a/{key...}", "article", none, Audience::kApi, Caching::kNever, ""},
      {"GET", "/api/t/{code}/files/{id}", "file", none, Audience::kApi, Caching::kNever, ""},
  };
  const RouteMatch rating = find_route(table, "POST", "/api/a/deposits/wrong-network/ratings");
  REQUIRE(rating.route != nullptr);
  CHECK(rating.parts.at("key") == "deposits/wrong-network");
  CHECK(find_route(table, "POST", "/api/a/ratings/ratings").parts.at("key") == "ratings");
  CHECK(find_route(table, "GET", "/api/a/x/ratings").parts.at("key") == "x/ratings");
  const RouteMatch file = find_route(table, "GET", "/api/t/C0DE/files/7");
  REQUIRE(file.route != nullptr);
  CHECK(file.parts.at("code") == "C0DE");
  CHECK(file.parts.at("id") == "7");
  CHECK(find_route(table, "PUT", "/api/a/x/ratings").allow == "OPTIONS, POST, GET, HEAD");
  for (const std::string_view path : {"/api/a/ratings", "/api/a//ratings", "/api/a/x/rating", "/api/a/x/ratings/"}) {
    CAPTURE(path);
    CHECK(find_route(table, "POST", path).route == nullptr);
  }
}

TEST_CASE("only routes that take uploads take long bodies") {
  Route route{"POST", "/x", "x", nullptr, Audience::kApi, Caching::kNever, ""};
  CHECK(body_limit(nullptr, "multipart/form-data; boundary=x") == 64 * 1024);
  CHECK(body_limit(&route, "multipart/form-data; boundary=x") == 64 * 1024);
  route.body = Body::kMessage;
  CHECK(body_limit(&route, "multipart/form-data; boundary=x") == 1 << 20);
  route.body = Body::kUploads;
  CHECK(body_limit(&route, "Multipart/Form-Data ; boundary=x") == 52 << 20);
  CHECK(body_limit(&route, "application/json") == 1 << 20);
  CHECK(body_limit(&route, "") == 1 << 20);
}

TEST_CASE("what is reserved never becomes a page") {
  for (const std::string_view path : {"/api", "/api/", "/api/v2/search", "/api/v1", "/api/v1/articles",
                                      "/api/v1/articles/", "/static", "/static/", "/assets", "/assets/", "", "x"}) {
    CAPTURE(path);
    CHECK(find_route(routes(), "GET", path).route == nullptr);
    CHECK(find_route(routes(), "GET", path).allow.empty());
  }
  CHECK(audience_of("/api/v2/search") == Audience::kApi);
  CHECK(audience_of("/static/x") == Audience::kFile);
  CHECK(audience_of("/en/x/y") == Audience::kPage);
}

TEST_CASE("another method is told which ones the path knows") {
  const RouteMatch match = find_route(routes(), "DELETE", "/api/v1/search");
  CHECK(match.route == nullptr);
  CHECK(match.allow == "OPTIONS, GET, HEAD");
}

TEST_CASE("route names are unique, so that metrics are") {
  std::set<std::string_view> names;
  for (const Route& route : routes()) CHECK(names.insert(route.name).second);
}
