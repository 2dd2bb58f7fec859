// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "gateway/handover_samples.h"
#include "gateway/scripted_server.h"
#include "gateway/webhook_signature.h"
#include "pharos/base/json.h"

namespace pharos::gateway_test {
namespace {

using gateway::WebhookSecrets;
using Outcome = desk::Delivery::Outcome;

std::shared_ptr<desk::Gateway> hook(const ScriptedServer& server, const std::string& secrets = kSecret,
                                    std::map<std::string, std::string> more = {{"allow_private", "true"}}) {
  more.emplace("url", server.url() + "/hooks/tickets");
  more.emplace("secret_env", "HOOK");
  more.emplace("timeout", "1");
  return made("webhook", std::move(more), {{"HOOK", secrets}});
}

TEST_CASE("signatures are those of the specification's example") {
  // The example of the Standard Webhooks libraries.
  CHECK(WebhookSecrets({kSecret}).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})") ==
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("a signature is found among several, and among those of other versions") {
  const WebhookSecrets ours({kSecret});
  const std::string right = ours.sign("id", 100, "body");
  CHECK(ours.verify("id", 100, "body", right));
  CHECK(ours.verify("id", 100, "body", "v1a,AAAA v2,BBBB " + right + " v1,CCCC"));
  CHECK(ours.verify("id", 100, "body", WebhookSecrets({kNextSecret, kSecret}).sign("id", 100, "body")));
  CHECK(WebhookSecrets({kNextSecret, kSecret}).verify("id", 100, "body", right));
  for (const std::string& wrong : std::vector<std::string>{"", " ", "v1,", "v1", "g0hM", right.substr(3)}) {
    CAPTURE(wrong);
    CHECK_FALSE(ours.verify("id", 100, "body", wrong));
  }
  CHECK_FALSE(ours.verify("id", 100, "body", right.substr(0, right.size() - 4)));
  CHECK_FALSE(ours.verify("id", 100, "body", "v2," + right.substr(3)));
  CHECK_FALSE(ours.verify("id", 101, "body", right));
  CHECK_FALSE(ours.verify("ie", 100, "body", right));
  CHECK_FALSE(ours.verify("id", 100, "bodz", right));
  CHECK_FALSE(WebhookSecrets({kNextSecret}).verify("id", 100, "body", right));
}

TEST_CASE("a hand-over is a signed event") {
  ScriptedServer server(answer(200, R"({"remote_id":"T-77","remote_url":"https://desk.example/T-77"})"));
  const desk::Delivery delivery = hook(server, kSecret + " " + kNextSecret)->deliver(new_ticket("out-9"));
  CHECK(delivery.outcome == Outcome::kDelivered);
  CHECK(delivery.remote_id == "T-77");
  CHECK(delivery.remote_url == "https://desk.example/T-77");
  const auto requests = server.requests();
  REQUIRE(requests.size() == 1);
  const SeenRequest& seen = requests[0];
  CHECK(seen.target == "/hooks/tickets");
  CHECK(seen.header("content-type") == "application/json");
  CHECK(seen.header("webhook-id") == "out-9");
  const std::int64_t timestamp = std::stoll(seen.header("webhook-timestamp"));
  CHECK(std::abs(timestamp - system_clock().now().seconds) < 10);
  const std::string signatures = seen.header("webhook-signature");
  CHECK(WebhookSecrets({kSecret}).verify("out-9", timestamp, seen.body, signatures));
  CHECK(WebhookSecrets({kNextSecret}).verify("out-9", timestamp, seen.body, signatures));
  const Json event = Json::parse(seen.body);
  CHECK(event["type"].string() == "ticket.created");
  CHECK(event["timestamp"].string() == to_iso(new_ticket().ticket.at));
  CHECK(event["data"]["subject"].string() == "提现一直没有到账");
}

TEST_CASE("an attachment that is only listed is noted on the ticket") {
  ScriptedServer server(answer(204));
  desk::Handover handover = new_ticket();
  handover.ticket.attachments = {{"a1", "bild.png", "image/png", std::string(64, 'a'), 2048}};
  const desk::Delivery delivery = hook(server)->deliver(handover);
  CHECK(delivery.outcome == Outcome::kDelivered);
  REQUIRE(delivery.notes.size() == 1);
  CHECK(delivery.notes[0].find("attachments: inline") != std::string::npos);
  const Json data = Json::parse(server.requests()[0].body)["data"];
  CHECK(data["attachments"].items()[0]["file_name"].string() == "bild.png");
  CHECK_FALSE(data["attachments"].items()[0].contains("content"));
}

TEST_CASE("answers of a target decide what becomes of a hand-over") {
  struct Row {
    Reaction reaction;
    Outcome outcome;
    std::optional<int> wait;
  };
  const std::vector<Row> rows = {
      {answer(200, "OK"), Outcome::kDelivered, {}},
      {answer(200, "{\"remote_id\":\"a\\nb\",\"remote_url\":\"javascript:alert(1)\"}"), Outcome::kDelivered, {}},
      {answer(500), Outcome::kRetry, {}},
      {answer(429, "", "Retry-After: 7\r\n"), Outcome::kRetry, 7},
      {answer(503, "", "Retry-After: 120\r\n"), Outcome::kRetry, 120},
      {answer(410), Outcome::kRejected, {}},
      {answer(302, "", "Location: http://127.0.0.1:1/\r\n"), Outcome::kRetry, {}},
      {hang(), Outcome::kRetry, {}},
      {{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", false}, Outcome::kRetry, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reaction.bytes);
    ScriptedServer server(row.reaction);
    const desk::Delivery delivery = hook(server)->deliver(new_ticket());
    CHECK(delivery.outcome == row.outcome);
    CHECK(delivery.cause.empty() == (row.outcome == Outcome::kDelivered));
    CHECK(delivery.retry_after.has_value() == row.wait.has_value());
    if (row.wait) CHECK(delivery.retry_after->count() == *row.wait);
    CHECK(delivery.remote_id == "");
    CHECK(delivery.remote_url == "");
  }
}

TEST_CASE("this machine gets no webhooks unless it is allowed") {
  ScriptedServer server(answer(200));
  const desk::Delivery delivery = hook(server, kSecret, {})->deliver(new_ticket());
  CHECK(delivery.outcome == Outcome::kRetry);
  CHECK(delivery.cause.find("allow_private: true") != std::string::npos);
  CHECK(server.requests().empty());
}

TEST_CASE("an id that is no header is refused, not sent") {
  ScriptedServer server(answer(200));
  CHECK(hook(server)->deliver(new_ticket("a\r\nX: y")).outcome == Outcome::kRejected);
  CHECK(server.requests().empty());
}

}  // namespace
}  // namespace pharos::gateway_test
