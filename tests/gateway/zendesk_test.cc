// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "gateway/handover_samples.h"
#include "gateway/kept_files.h"
#include "gateway/scripted_server.h"
#include "pharos/base/digest.h"
#include "pharos/base/json.h"

// The answers are shaped as Zendesk documents them (developer.zendesk.com, Support API).
namespace pharos::gateway_test {
namespace {

using Outcome = desk::Delivery::Outcome;

const std::string kRequest =
    R"({"request":{"id":33,"subject":"x","priority":null,"status":"new","custom_fields":[{"id":7,"value":"payments"}]}})";

std::shared_ptr<desk::Gateway> zendesk(const ScriptedServer& server, bool with_agent = true,
                                       std::map<std::string, std::string> options = {}) {
  options.insert({{"url", server.url()}, {"allow_private", "true"}, {"timeout", "1"}});
  if (with_agent) options.insert({{"user", "agent@example.org"}, {"token_env", "ZENDESK"}});
  return made("zendesk", std::move(options), {{"ZENDESK", "secret"}});
}

bool begins(const SeenRequest& request, const std::string& method, const std::string& target) {
  return request.method == method && request.target.rfind("/api/v2" + target, 0) == 0;
}

desk::Handover just_asked(const std::string& id = "out-1") {
  desk::Handover handover = new_ticket(id);
  handover.ticket.at = system_clock().now();
  return handover;
}

Reaction usual(const SeenRequest& request) {
  if (begins(request, "POST", "/uploads")) return answer(201, R"({"upload":{"token":"up-1"}})");
  if (begins(request, "POST", "/requests")) return answer(201, kRequest);
  if (begins(request, "GET", "/search")) return answer(200, R"({"results":[],"count":0})");
  if (begins(request, "GET", "/tickets/33/comments")) return answer(200, R"({"comments":[]})");
  if (begins(request, "GET", "/tickets/33")) {
    return answer(200, R"({"ticket":{"id":33,"status":"pending","requester_id":1462}})");
  }
  if (begins(request, "PUT", "/tickets/33")) return answer(200, R"({"ticket":{"id":33}})");
  return answer(404, R"({"error":"RecordNotFound","description":"Not found"})");
}

TEST_CASE("a ticket is a reader's request under an idempotency key") {
  ScriptedServer server(usual);
  const desk::Delivery delivery = zendesk(server, true, {{"field_queue", "7"}, {"field_language", "8"}, {"form", "5"}})
                                      ->deliver(just_asked("out-1"));
  CHECK(delivery.outcome == Outcome::kDelivered);
  CHECK(delivery.remote_id == "33");
  CHECK(delivery.remote_url == server.url() + "/agent/tickets/33");
  CHECK(delivery.notes == std::vector<std::string>{"Zendesk keeps priority unset, not high: it takes none from readers",
                                                   "Zendesk used another form than 5",
                                                   "Zendesk dropped the language for its field 8"});
  const auto requests = server.requests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].header("idempotency-key") == "out-1");
  CHECK(requests[0].header("authorization") == "");
  const Json sent = Json::parse(requests[0].body)["request"];
  CHECK(sent["requester"]["email"].string() == "reader@example.org");
  CHECK(sent["subject"].string() == "[7K3M-9QWX-2HTR-5VBN] 提现一直没有到账");
  CHECK(sent["comment"]["body"].string().rfind("我昨天提现了", 0) == 0);
  CHECK(sent["comment"]["body"].string().find("Because") == std::string::npos);
  CHECK(sent["ticket_form_id"].integer() == 5);
  CHECK(sent["custom_fields"].items().size() == 2);
}

TEST_CASE("a second attempt says the same word for word, uploads too") {
  ScriptedServer server([attempts = 0, uploads = 0](const SeenRequest& request) mutable -> Reaction {
    if (begins(request, "POST", "/uploads")) {
      return answer(201, R"({"upload":{"token":"up-)" + std::to_string(++uploads) + "\"}}");
    }
    if (begins(request, "POST", "/requests") && ++attempts == 1) return hang();
    return usual(request);
  });
  KeptFiles files;
  desk::Handover handover = just_asked();
  files.attach(handover, "截图.png", kPng);
  const auto gateway = zendesk(server, false);
  CHECK(gateway->deliver(handover).outcome == Outcome::kRetry);
  CHECK(gateway->deliver(handover).outcome == Outcome::kDelivered);
  const auto requests = server.requests();
  REQUIRE(requests.size() == 3);
  CHECK(requests[0].target == "/api/v2/uploads?filename=%E6%88%AA%E5%9B%BE.png");
  CHECK(requests[0].header("content-type") == "image/png");
  CHECK(requests[0].body == kPng);
  CHECK(requests[1].body == requests[2].body);
  CHECK(Json::parse(requests[1].body)["request"]["comment"]["uploads"].strings() == std::vector<std::string>{"up-1"});
}

TEST_CASE("a key that came before with other words means that the first attempt arrived") {
  const Reaction reused = answer(400, R"({"error":"IdempotentRequestError","description":"Parameters differ"})");
  ScriptedServer server([&reused](const SeenRequest& request) {
    if (begins(request, "POST", "/requests")) return Reaction(reused);
    if (begins(request, "GET", "/search")) {
      return answer(200,
                    R"({"results":[{"id":12,"subject":"another"},{"id":33,"subject":"[7K3M-9QWX-2HTR-5VBN] x"}]})");
    }
    return usual(request);
  });
  CHECK(zendesk(server)->deliver(just_asked()).remote_id == "33");
  const desk::Delivery unknown = zendesk(server, false)->deliver(just_asked());
  CHECK(unknown.outcome == Outcome::kDelivered);
  CHECK(unknown.remote_id == "");
  CHECK(unknown.notes.size() == 1);
}

TEST_CASE("when Zendesk may have forgotten the key, the ticket is searched for") {
  ScriptedServer server([](const SeenRequest& request) {
    if (begins(request, "GET", "/search")) {
      return answer(200, R"({"results":[{"id":33,"subject":"[7K3M-9QWX-2HTR-5VBN] x"}]})");
    }
    return usual(request);
  });
  desk::Handover old = just_asked();
  old.ticket.at.seconds -= 3 * 3600;
  CHECK(zendesk(server)->deliver(old).remote_id == "33");
  const auto requests = server.requests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].header("authorization") == "Basic " + base64("agent@example.org/token:secret"));
}

TEST_CASE("an attachment that Zendesk does not take is noted, and the ticket goes without it") {
  KeptFiles files;
  desk::Handover handover = just_asked();
  files.attach(handover, "bild.png", kPng);
  for (const int status : {401, 403, 413, 422}) {
    ScriptedServer server([status](const SeenRequest& request) {
      return begins(request, "POST", "/uploads") ? answer(status, R"({"description":"no"})") : usual(request);
    });
    const desk::Delivery delivery = zendesk(server)->deliver(handover);
    CHECK(delivery.outcome == Outcome::kDelivered);
    CHECK(delivery.notes[0].find("bild.png") != std::string::npos);
  }
  ScriptedServer busy([](const SeenRequest& request) {
    return begins(request, "POST", "/uploads") ? answer(429, "", "Retry-After: 31\r\n") : usual(request);
  });
  const desk::Delivery later = zendesk(busy)->deliver(handover);
  CHECK(later.outcome == Outcome::kRetry);
  REQUIRE(later.retry_after);
  CHECK(later.retry_after->count() == 31);
}

TEST_CASE("a follow-up is the reader's comment, once, and opens the ticket again") {
  ScriptedServer server([said = false](const SeenRequest& request) mutable {
    if (begins(request, "PUT", "/tickets/33")) said = true;
    if (said && begins(request, "GET", "/tickets/33/comments")) {
      return answer(200, R"({"comments":[{"id":9,"body":"还是没有\n\n----\nTicket: x\nMessage: m-2"}]})");
    }
    return usual(request);
  });
  const auto gateway = zendesk(server);
  CHECK(gateway->deliver(follow_up("out-2", "33")).outcome == Outcome::kDelivered);
  CHECK(gateway->deliver(follow_up("out-2", "33")).outcome == Outcome::kDelivered);
  std::vector<Json> changes;
  for (const SeenRequest& request : server.requests()) {
    if (request.method == "PUT") changes.push_back(Json::parse(request.body)["ticket"]);
  }
  REQUIRE(changes.size() == 1);
  CHECK(changes[0]["status"].string() == "open");
  CHECK(changes[0]["comment"]["author_id"].integer() == 1462);
  CHECK(changes[0]["comment"]["public"].boolean());
  CHECK(changes[0]["comment"]["body"].string().rfind("还是没有", 0) == 0);
}

TEST_CASE("a follow-up that cannot be added becomes a request of its own, and says so") {
  ScriptedServer server([](const SeenRequest& request) {
    if (begins(request, "GET", "/tickets/33.json")) {
      return answer(200, R"({"ticket":{"id":33,"status":"closed","requester_id":1}})");
    }
    if (begins(request, "POST", "/requests")) return answer(201, R"({"request":{"id":34,"priority":"high"}})");
    return usual(request);
  });
  const desk::Delivery closed = zendesk(server)->deliver(follow_up("out-2", "33"));
  CHECK(closed.outcome == Outcome::kDelivered);
  CHECK(closed.notes == std::vector<std::string>{"ticket 33 was closed: a follow-up became ticket 34"});
  CHECK(Json::parse(server.requests().back().body)["request"]["via_followup_source_id"].integer() == 33);
  const desk::Delivery without = zendesk(server, false)->deliver(follow_up("out-2", "33"));
  CHECK(without.outcome == Outcome::kDelivered);
  CHECK(without.notes.size() == 1);
}

TEST_CASE("readers without an address need a requester by settings") {
  ScriptedServer server(usual);
  desk::Handover handover = just_asked();
  handover.ticket.email = "";
  CHECK(zendesk(server)->deliver(handover).outcome == Outcome::kRejected);
  CHECK(zendesk(server, true, {{"requester", "nobody@example.org"}})->deliver(handover).outcome == Outcome::kDelivered);
}

TEST_CASE("failures of Zendesk are told apart") {
  struct Row {
    Reaction reaction;
    Outcome outcome;
  };
  for (const Row& row : std::vector<Row>{
           {answer(422, R"({"error":"RecordInvalid","description":"Record validation errors"})"), Outcome::kRejected},
           {answer(401, R"({"error":"Couldn't authenticate you"})"), Outcome::kRetry},
           {answer(409), Outcome::kRetry},
           {answer(429, "", "Retry-After: 60\r\n"), Outcome::kRetry},
           {answer(500), Outcome::kRetry},
           {answer(200, "<html>"), Outcome::kRetry},
           {answer(201, "{}"), Outcome::kRetry},
           {hang(), Outcome::kRetry}}) {
    CAPTURE(row.reaction.bytes);
    ScriptedServer server([&row](const SeenRequest& request) {
      return begins(request, "POST", "/requests") ? row.reaction : usual(request);
    });
    CHECK(zendesk(server)->deliver(just_asked()).outcome == row.outcome);
  }
}

TEST_CASE("replies are the team's public comments, and that the ticket is solved") {
  ScriptedServer server([](const SeenRequest& request) {
    if (begins(request, "GET", "/tickets/show_many.json?ids=33,44")) {
      return answer(200, R"({"tickets":[
        {"id":33,"status":"solved","requester_id":1462,"updated_at":"2026-11-23T01:00:00Z"},
        {"id":44,"status":"open","requester_id":1462,"updated_at":"2026-11-01T00:00:00Z"}]})");
    }
    if (begins(request, "GET", "/tickets/33/comments")) {
      return answer(200, R"({"comments":[
        {"id":105,"author_id":7,"public":true,"plain_body":"已经处理。","body":"x","created_at":"2026-11-23T00:59:00Z"},
        {"id":104,"author_id":7,"public":false,"plain_body":"for us","created_at":"2026-11-23T00:58:00Z"},
        {"id":103,"author_id":1462,"public":true,"plain_body":"the reader","created_at":"2026-11-23T00:57:00Z"},
        {"id":102,"author_id":7,"public":true,"body":"Добрый день","created_at":"2026-11-23T00:56:00Z"},
        {"id":101,"author_id":7,"public":true,"body":"old","created_at":"2026-11-01T00:00:00Z"}],
        "users":[{"id":7,"name":"Мария"},{"id":1462,"name":"reader"}]})");
    }
    return answer(404);
  });
  desk::Ticket ticket = new_ticket().ticket;
  ticket.remote_id = "33";
  desk::Ticket old = ticket;
  old.remote_id = "44";
  const auto replies = zendesk(server)->poll({ticket, old}, *parse_time("2026-11-23T00:00:00Z"));
  REQUIRE(replies.size() == 3);
  CHECK(replies[0].text == "Добрый день");
  CHECK(replies[0].message_id == "comment-102");
  CHECK(replies[1].text == "已经处理。");
  CHECK(replies[1].author == "Мария");
  CHECK(replies[2].solved);
  CHECK(replies[2].message_id == "solved-33-105");
  CHECK_FALSE(zendesk(server, false)->polls());
  CHECK(zendesk(server, false)->poll({ticket}, {}).empty());
  ScriptedServer down(answer(500));
  CHECK_THROWS_AS(zendesk(down)->poll({ticket}, {}), Error);
}

TEST_CASE("Zendesk settings that cannot work name the option") {
  const std::map<std::string, std::string> environment = {{"ZENDESK", "secret"}};
  struct Row {
    std::map<std::string, std::string> options;
    std::string faulty;
  };
  for (const Row& row : std::vector<Row>{
           {{}, ""},
           {{{"user", "a@b.c"}}, "gateways.zendesk.token_env"},
           {{{"token_env", "ZENDESK"}}, "gateways.zendesk.user"},
           {{{"user", "a@b.c"}, {"token_env", "ZENDESK"}}, ""},
           {{{"user", "a@b.c"}, {"token_env", "ZENDESK"}, {"url", "http://acme.zendesk.com"}}, "gateways.zendesk.url"},
           {{{"requester", "nobody"}}, "gateways.zendesk.requester"},
           {{{"field_queue", "queue"}}, "gateways.zendesk.field_queue"},
           {{{"form", "-1"}}, "gateways.zendesk.form"},
       }) {
    auto options = row.options;
    options.emplace("url", "https://acme.zendesk.com");
    CAPTURE(row.faulty);
    CHECK(faulty_option("zendesk", options, environment) == row.faulty);
  }
}

}  // namespace
}  // namespace pharos::gateway_test
