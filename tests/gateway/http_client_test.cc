// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http_client.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "gateway/http_outcome.h"
#include "gateway/scripted_server.h"
#include "pharos/base/error.h"

namespace pharos::gateway_test {
namespace {

using gateway::HttpAnswer;
using gateway::HttpClient;
using gateway::HttpPolicy;

HttpPolicy local() {
  HttpPolicy policy;
  policy.allow_private = true;
  policy.connect = std::chrono::milliseconds(200);
  policy.total = std::chrono::milliseconds(200);
  return policy;
}

std::string cause_of(const HttpPolicy& policy, const std::string& url, const std::string& method = "POST") {
  try {
    HttpClient(policy).send({method, url, {}, "{}"});
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kUnavailable);
    return error.what();
  }
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a request arrives as it was given, and its answer comes back") {
  ScriptedServer server(answer(201, "{\"ok\":true}", "X-Kind: Test\r\nEmpty:\r\n"));
  const HttpClient client(local());
  const HttpAnswer got = client.send({"PUT", server.url() + "/a?b=c", {{"X-Ours", "ja, да"}}, std::string(70000, 'x')});
  CHECK(got.status == 201);
  CHECK(got.body == "{\"ok\":true}");
  CHECK(got.headers.at("x-kind") == "Test");
  CHECK(got.headers.at("empty") == "");
  CHECK_FALSE(got.retry_after);
  const auto requests = server.requests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].method == "PUT");
  CHECK(requests[0].target == "/a?b=c");
  CHECK(requests[0].header("x-ours") == "ja, да");
  CHECK(requests[0].header("expect") == "");
  CHECK(requests[0].body == std::string(70000, 'x'));
}

TEST_CASE("private addresses are refused before a connection is made, whatever their name") {
  ScriptedServer server(answer(200));
  const std::string port = std::to_string(server.port());
  HttpPolicy policy = local();
  policy.allow_private = false;
  policy.resolve = {"public.example:" + port + ":127.0.0.1", "six.example:" + port + ":[::ffff:127.0.0.1]"};
  for (const std::string host : {"127.0.0.1", "localhost", "0.0.0.0", "2130706433", "0x7f.1", "[::1]",
                                 "[::ffff:127.0.0.1]", "public.example", "six.example"}) {
    CAPTURE(host);
    CHECK(contains(cause_of(policy, "http://" + host + ":" + port + "/"), "not a public one"));
  }
  CHECK(server.requests().empty());
}

TEST_CASE("a redirect is an answer and is not followed") {
  ScriptedServer inside(answer(200));
  ScriptedServer server(answer(307, "", "Location: " + inside.url() + "/secret\r\n"));
  const HttpAnswer got = HttpClient(local()).send({"POST", server.url(), {}, "{}"});
  CHECK(got.status == 307);
  CHECK(inside.requests().empty());
  const desk::Delivery delivery = gateway::delivery_of(got, server.url() + "/path");
  CHECK(delivery.outcome == desk::Delivery::Outcome::kRetry);
  CHECK(contains(delivery.cause, "redirects are not followed"));
}

TEST_CASE("a proxy of the environment is not used") {
  ScriptedServer proxy(answer(200, "from the proxy"));
  ScriptedServer server(answer(200, "from the server"));
  ::setenv("http_proxy", proxy.url().c_str(), 1);
  const HttpAnswer got = HttpClient(local()).send({"GET", server.url(), {}, ""});
  ::unsetenv("http_proxy");
  CHECK(got.body == "from the server");
}

TEST_CASE("a silent, torn, endless or foreign answer is none") {
  const std::string head = "HTTP/1.1 200 OK\r\n";
  struct Row {
    Reaction reaction;
    std::string cause;
  };
  const std::vector<Row> rows = {
      {hang(), "no complete answer"},
      {{head + "Content-Length: 100\r\n\r\n{\"half\":", false}, ""},
      {{head + "Content-Length: 100\r\n\r\n{\"half\":", true}, "no complete answer"},
      {{"", false}, ""},
      {{head + "Transfer-Encoding: chunked\r\n\r\n5\r\nab", false}, ""},
      {{head + "Content-Length: 99999999999\r\n\r\n", true}, "longer than 1048576 bytes"},
      {{head + "\r\n" + std::string((1 << 20) + 1, 'x'), false}, "longer than 1048576 bytes"},
      {{head + "X: " + std::string(90000, 'y') + "\r\n\r\n", false}, "longer than"},
      {{"SSH-2.0-OpenSSH_9.2\r\n", false}, ""},
  };
  for (const Row& row : rows) {
    ScriptedServer server(row.reaction);
    const std::string cause = cause_of(local(), server.url() + "/token-in-path");
    CAPTURE(row.reaction.bytes.substr(0, 80));
    CHECK(contains(cause, server.url()));
    CHECK(contains(cause, row.cause));
    CHECK_FALSE(contains(cause, "token-in-path"));
  }
}

TEST_CASE("an answer of exactly the limit is taken") {
  ScriptedServer server(answer(200, std::string(1 << 20, 'x')));
  CHECK(HttpClient(local()).send({"GET", server.url(), {}, ""}).body.size() == 1 << 20);
}

TEST_CASE("a port where nobody listens and other protocols are unreachable") {
  int port = 0;
  { port = ScriptedServer(answer(200)).port(); }
  CHECK(cause_of(local(), "http://127.0.0.1:" + std::to_string(port)) != "");
  CHECK(cause_of(local(), "file:///etc/passwd", "GET") != "");
  CHECK(cause_of(local(), "ftp://127.0.0.1/", "GET") != "");
}

TEST_CASE("TLS with a server that has none fails") {
  ScriptedServer server(answer(200));
  CHECK(cause_of(local(), "https://127.0.0.1:" + std::to_string(server.port())) != "");
}

TEST_CASE("a line break in a header is refused, not sent") {
  const HttpClient client(local());
  try {
    client.send({"POST", "http://127.0.0.1:1/", {{"X", "a\r\nInjected: b"}}, ""});
    FAIL("it was sent");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
  }
}

TEST_CASE("Retry-After is read as seconds and as a date, and bounded") {
  struct Row {
    std::string value;
    std::int64_t least, most;
  };
  const UtcTime now = system_clock().now();
  const std::vector<Row> rows = {
      {"17", 17, 17},
      {to_http_date({now.seconds + 90}), 80, 91},
      {"99999999999", 86400, 86400},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    ScriptedServer server(answer(503, "", "Retry-After: " + row.value + "\r\n"));
    const HttpAnswer got = HttpClient(local()).send({"POST", server.url(), {}, "{}"});
    const auto wait = gateway::delivery_of(got, server.url()).retry_after;
    REQUIRE(wait);
    CHECK(wait->count() >= row.least);
    CHECK(wait->count() <= row.most);
  }
  for (const std::string value : {"soon", "-5", "", "Thu, 01 Jan 1970 00:00:00 GMT"}) {
    CAPTURE(value);
    ScriptedServer server(answer(429, "", "Retry-After: " + value + "\r\n"));
    CHECK_FALSE(HttpClient(local()).send({"POST", server.url(), {}, "{}"}).retry_after);
  }
}

TEST_CASE("a status says whether trying again makes sense") {
  using Outcome = desk::Delivery::Outcome;
  const std::vector<std::pair<Outcome, std::vector<int>>> rows = {
      {Outcome::kDelivered, {200, 201, 202, 204}},
      {Outcome::kRetry, {301, 302, 304, 307, 401, 403, 404, 405, 408, 409, 425, 429, 500, 502, 503, 504, 599}},
      {Outcome::kRejected, {400, 410, 413, 414, 415, 422, 431, 451}},
  };
  for (const auto& [outcome, statuses] : rows) {
    for (const int status : statuses) {
      CAPTURE(status);
      HttpAnswer given;
      given.status = status;
      const desk::Delivery delivery = gateway::delivery_of(given, "https://example.org/private/path");
      CHECK(delivery.outcome == outcome);
      if (outcome == Outcome::kDelivered) continue;
      CHECK(contains(delivery.cause, "https://example.org answered " + std::to_string(status)));
      CHECK_FALSE(contains(delivery.cause, "private"));
    }
  }
}

TEST_CASE("what a target says of its refusal reaches the operator in one bounded line") {
  HttpAnswer given;
  given.status = 422;
  given.body = "{\"error\":{\"title\":\"Invalid\",\"message\":\"subject:\\ncannot be blank\"}}";
  CHECK(contains(gateway::delivery_of(given, "https://a.example").cause, "subject: cannot be blank"));
  given.body = "{\"message\":\"" + std::string(5000, 'x') + "\"}";
  CHECK(gateway::delivery_of(given, "https://a.example").cause.size() < 400);
  given.body = "<html>Authorization: Bearer secret</html>";
  CHECK_FALSE(contains(gateway::delivery_of(given, "https://a.example").cause, "secret"));
}

}  // namespace
}  // namespace pharos::gateway_test
