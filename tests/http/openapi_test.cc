// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "http/json_schema.h"
#include "http/routes.h"
#include "http/served_desk.h"

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
  std::string target;  // as requested; "{code}" is a ticket's, "{file}" of its file
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
    {"/api/v1/tickets/{code}", "/api/v1/tickets/{code}", 200},
    {"/api/v1/tickets/{code}", "/api/v1/tickets/0000-0000-0000-0000", 404},
    {"/api/v1/tickets/{code}/attachments/{id}", "/api/v1/tickets/{code}/attachments/{file}", 200},
    {"/api/v1/tickets/{code}/attachments/{id}", "/api/v1/tickets/{code}/attachments/none", 404},
    {"/api/v1/desk", "/api/v1/desk", 200},
    {"/api/v1/desk", "/api/v1/desk", 401},
    {"/api/v1/reports", "/api/v1/reports", 200},
    {"/api/v1/reports", "/api/v1/reports", 401},
    {"/api/v1/reports/{name}", "/api/v1/reports/searches?days=1", 200},
    {"/api/v1/reports/{name}", "/api/v1/reports/rates", 200},
    {"/api/v1/reports/{name}", "/api/v1/reports/nothing", 401},
    {"/healthz", "/healthz", 200},
    {"/readyz", "/readyz", 200},
    {"/metrics", "/metrics", 200},
};

// The same for what is posted.
struct PostRow {
  std::string path, target;
  int status;
  std::string body = "{}";
  std::string type = kJsonType;
  Client::Headers headers = {};
};

const std::string kBearer = std::string("Bearer ") + kOperatorToken;

const PostRow kPostRows[] = {
    {"/api/v1/articles/{key}/ratings", "/api/v1/articles/account/reset-password/ratings", 201, R"({"helpful":true})"},
    {"/api/v1/articles/{key}/ratings", "/api/v1/articles/account/reset-password/ratings", 200, R"({"helpful":false})"},
    {"/api/v1/articles/{key}/ratings", "/api/v1/articles/no/such/ratings", 404, R"({"helpful":true})"},
    {"/api/v1/articles/{key}/ratings", "/api/v1/articles/account/reset-password/ratings", 400},
    {"/api/v1/articles/{key}/ratings", "/api/v1/articles/account/reset-password/ratings", 415, "a=b", "text/plain"},
    {"/api/v1/questions", "/api/v1/questions", 201, R"({"text":"Why?"})"},
    {"/api/v1/questions", "/api/v1/questions", 400, R"({"text":5})"},
    {"/api/v1/questions", "/api/v1/questions", 403, "{}", kJsonType, {{"Origin", "https://evil.example"}}},
    {"/api/v1/questions", "/api/v1/questions", 413, std::string(70'000, ' ')},
    {"/api/v1/tickets", "/api/v1/tickets", 201, ticket_json(), kJsonType, {{"Idempotency-Key", "k"}}},
    {"/api/v1/tickets", "/api/v1/tickets", 200, ticket_json(), kJsonType, {{"Idempotency-Key", "k"}}},
    {"/api/v1/tickets", "/api/v1/tickets", 422, ticket_json({{"subject", "x"}}), kJsonType, {{"Idempotency-Key", "k"}}},
    {"/api/v1/tickets", "/api/v1/tickets", 400},
    {"/api/v1/tickets/{code}/messages", "/api/v1/tickets/{code}/messages", 201, R"({"message":"More."})"},
    {"/api/v1/tickets/{code}/messages", "/api/v1/tickets/{code}/messages", 400},
    {"/api/v1/tickets/{code}/messages", "/api/v1/tickets/0000-0000-0000-0000/messages", 404, R"({"message":"More."})"},
    {"/api/v1/tickets/{code}/solved", "/api/v1/tickets/{code}/solved", 200, ""},
    {"/api/v1/tickets/{code}/solved", "/api/v1/tickets/0000-0000-0000-0000/solved", 404, ""},
    {"/api/v1/replies/{gateway}", "/api/v1/replies/file", 200, "{code}"},
    {"/api/v1/replies/{gateway}", "/api/v1/replies/other", 404},
    {"/api/v1/operator/commands", "/api/v1/operator/commands", 401},
    {"/api/v1/operator/commands", "/api/v1/operator/commands", 400, "{}", kJsonType, {{"Authorization", kBearer}}},
    {"/api/v1/operator/commands",
     "/api/v1/operator/commands",
     200,
     R"({"command":"tickets.retry"})",
     kJsonType,
     {{"Authorization", kBearer}}},
    {"/api/v1/operator/commands",
     "/api/v1/operator/commands",
     404,
     R"({"command":"tickets.solve","arguments":{"code":"0000-0000-0000-0000"}})",
     kJsonType,
     {{"Authorization", kBearer}}},
};

desk::Reply reply_with_code(const std::string& gateway, const std::map<std::string, std::string>&,
                            std::string_view body) {
  if (gateway != "file") throw Error(ErrorKind::kNotFound, "There is no gateway of this name.");
  desk::Reply reply;
  reply.code = body;
  reply.message_id = "1";
  reply.text = "An answer.";
  return reply;
}

std::string with(std::string text, const std::string& placeholder, const std::string& value) {
  const std::size_t at = text.find(placeholder);
  return at == std::string::npos ? text : text.replace(at, placeholder.size(), value);
}

// Holds an answer to what the document says of it. Gives the violations.
std::string described(SchemaCheck& check, const Json& operation, const Answer& answer) {
  if (!operation.is_object()) return "there is no such operation";
  const Json* response = &operation["responses"][std::to_string(answer.status)];
  if (response->contains("$ref")) response = &check.resolve((*response)["$ref"].string());
  if (!response->is_object()) return "the status is not documented";
  const std::string type = answer.header("content-type").substr(0, answer.header("content-type").find(';'));
  if ((*response)["content"].contains("*/*")) return {};
  const Json& media = (*response)["content"][type];
  if (!media.is_object()) return "the media type " + type + " is not documented";
  return type == "text/plain" ? std::string() : joined(check.violations(answer.json(), media["schema"]));
}

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
  ServedDesk site({}, reply_with_code);
  const Json document = site.get("/openapi.json").json();
  SchemaCheck check(document);
  const Answer opened = site.post(
      "/api/v1/tickets", multipart_of({{"message", "x"}, {"email", "a@example.com"}}, {{"a.png", small_png()}}),
      multipart_type());
  const std::string code = opened.json()["code"].string();
  const Json conversation = site.get("/api/v1/tickets/" + code).json();
  const std::string file = conversation["messages"].items()[0]["attachments"].items()[0]["id"].string();
  std::set<std::string> asked;
  for (const Row& row : kRows) {
    CAPTURE(row.target);
    asked.insert("get " + row.path);
    Client::Headers headers = {};
    if (row.status == 200) headers = {{"Authorization", kBearer}};
    const Answer answer = site.get(with(with(row.target, "{code}", code), "{file}", file), headers);
    CHECK(answer.status == row.status);
    CHECK(described(check, document["paths"][row.path]["get"], answer) == "");
  }
  for (const PostRow& row : kPostRows) {
    CAPTURE(row.target);
    CAPTURE(row.body.substr(0, 80));
    asked.insert("post " + row.path);
    const Answer answer =
        site.post(with(row.target, "{code}", code), with(row.body, "{code}", code), row.type, row.headers);
    CHECK(answer.status == row.status);
    CHECK(described(check, document["paths"][row.path]["post"], answer) == "");
  }
  for (const auto& [path, operations] : document["paths"].members()) {
    for (const auto& operation : operations.members()) {
      CHECK_MESSAGE(asked.count(operation.first + " " + path) == 1, operation.first, " ", path);
    }
  }
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
