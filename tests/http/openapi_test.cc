// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "http/json_schema.h"
#include "http/routes.h"
#include "http/served_site.h"

using namespace pharos;
using namespace pharos::http_test;

namespace {

// As OpenAPI writes it: without the dots that say "the whole rest".
std::string documented_path(std::string_view pattern) {
  std::string path(pattern);
  const std::size_t dots = path.find("...");
  if (dots != std::string::npos) path.erase(dots, 3);
  return path;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

struct Row {
  std::string path;    // as documented
  std::string target;  // as requested
  int status;
};

const Row kRows[] = {
    {"/api/v1/search", "/api/v1/search?q=wrong%20network&lang=en", 200},
    {"/api/v1/search", "/api/v1/search?q=network&lang=ru", 200},
    {"/api/v1/search", "/api/v1/search?q=pasword&lang=en", 200},
    {"/api/v1/search", "/api/v1/search?q=zzzzqqqq&lang=en", 200},
    {"/api/v1/search", "/api/v1/search?q=gfhjkm&lang=ru", 200},
    {"/api/v1/search", "/api/v1/search?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C&lang=en", 200},
    {"/api/v1/search", "/api/v1/search?q=gfhjkm&lang=ru&rescue=false&detect=false", 200},
    {"/api/v1/search", "/api/v1/search?q=gfhjkm&lang=ru&rescue=no", 400},
    {"/api/v1/search", "/api/v1/search?q=%E7%BD%91%E7%BB%9C&lang=zh-Hans", 200},
    {"/api/v1/search", "/api/v1/search", 400},
    {"/api/v1/search", "/api/v1/search?q=a&lang=tlh&limit=x&offset=-1", 400},
    {"/api/v1/suggest", "/api/v1/suggest?q=res&lang=en", 200},
    {"/api/v1/suggest", "/api/v1/suggest?q=&lang=en", 200},
    {"/api/v1/suggest", "/api/v1/suggest?lang=en", 400},
    {"/api/v1/articles/{key}", "/api/v1/articles/deposits/wrong-network?lang=en", 200},
    {"/api/v1/articles/{key}", "/api/v1/articles/account/reset-password?lang=zh-Hans", 200},
    {"/api/v1/articles/{key}", "/api/v1/articles/no/such?lang=en", 404},
    {"/api/v1/articles/{key}", "/api/v1/articles/a//b?lang=en", 400},
    {"/api/v1/categories", "/api/v1/categories?lang=ru", 200},
    {"/api/v1/categories/{key}", "/api/v1/categories/deposits?lang=en", 200},
    {"/api/v1/categories/{key}", "/api/v1/categories/nowhere?lang=en", 404},
    {"/api/v1/languages", "/api/v1/languages", 200},
    {"/api/v1/notices", "/api/v1/notices?lang=en", 200},
    {"/api/v1/channels", "/api/v1/channels?lang=en", 200},
    {"/api/v1/channels", "/api/v1/channels?lang=%00", 400},
    {"/api/v1/openapi.json", "/api/v1/openapi.json", 200},
    {"/openapi.json", "/openapi.json", 200},
    {"/healthz", "/healthz", 200},
    {"/readyz", "/readyz", 200},
    {"/metrics", "/metrics", 200},
};

}  // namespace

TEST_CASE("every API route is documented, and everything documented is a route") {
  const std::string text = read_file(std::filesystem::path(PHAROS_SOURCE_DIR) / "site" / "openapi.json");
  const Json document = Json::parse(text, "openapi.json");
  CHECK(document["openapi"].string() == "3.1.0");
  std::set<std::string> documented, served;
  for (const auto& [path, operations] : document["paths"].members()) {
    for (const auto& operation : operations.members()) documented.insert(operation.first + " " + path);
  }
  for (const http::Route& route : http::routes()) {
    if (route.audience == http::Audience::kPage || route.audience == http::Audience::kFile) continue;
    std::string method(route.method);
    for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
    served.insert(method + " " + documented_path(route.pattern));
  }
  CHECK(documented == served);
}

TEST_CASE("the server's real answers are what the description says") {
  ServedSite site;
  const Json document = site.get("/openapi.json").json();
  SchemaCheck check(document);
  std::set<std::string> asked;
  for (const Row& row : kRows) {
    CAPTURE(row.target);
    asked.insert(row.path);
    const Answer answer = site.get(row.target);
    CHECK(answer.status == row.status);
    const Json& operation = document["paths"][row.path]["get"];
    REQUIRE(operation.is_object());
    const Json* described = &operation["responses"][std::to_string(row.status)];
    if (described->contains("$ref")) described = &check.resolve((*described)["$ref"].string());
    REQUIRE(described->is_object());
    const std::string type = answer.header("content-type").substr(0, answer.header("content-type").find(';'));
    const Json& media = (*described)["content"][type];
    CAPTURE(type);
    REQUIRE(media.is_object());
    if (type == "text/plain") continue;
    CHECK(joined(check.violations(answer.json(), media["schema"])) == "");
  }
  for (const auto& path : document["paths"].members()) CHECK_MESSAGE(asked.count(path.first) == 1, path.first);
}

TEST_CASE("every reference of the description names something") {
  const std::string text = read_file(std::filesystem::path(PHAROS_SOURCE_DIR) / "site" / "openapi.json");
  const Json document = Json::parse(text, "openapi.json");
  const SchemaCheck check(document);
  std::vector<const Json*> open = {&document};
  while (!open.empty()) {
    const Json& json = *open.back();
    open.pop_back();
    if (json["$ref"].is_string()) CHECK_MESSAGE(!check.resolve(json["$ref"].string()).is_null(), json["$ref"].string());
    for (const auto& member : json.members()) open.push_back(&member.second);
    for (const Json& item : json.items()) open.push_back(&item);
  }
}
