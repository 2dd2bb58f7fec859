// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "gateway/handover_samples.h"
#include "gateway/kept_files.h"
#include "gateway/scripted_server.h"
#include "pharos/base/digest.h"
#include "pharos/base/json.h"

// The answers are those of Request Tracker 5.0.3; tests/gateway/request_tracker_test.py asks a real one.
namespace pharos::gateway_test {
namespace {

using Outcome = desk::Delivery::Outcome;

const std::string kNone = R"({"items":[],"count":0,"total":0})";
const std::string kCreated = R"({"type":"ticket","_url":"http://127.0.0.1/REST/2.0/ticket/41","id":"41"})";
const std::string kTicket = R"({"id":41,"Priority":"100","Requestor":[{"id":"reader@example.org"}]})";

std::shared_ptr<desk::Gateway> tracker(const ScriptedServer& server) {
  return made("request-tracker",
              {{"url", server.url() + "/rt/"}, {"queue", "Payments"}, {"token_env", "RT"}, {"timeout", "1"}},
              {{"RT", "1-14-secret"}});
}

bool begins(const SeenRequest& request, const std::string& method, const std::string& target) {
  return request.method == method && request.target.rfind("/rt/REST/2.0" + target, 0) == 0;
}

// A tracker without tickets, that takes everything.
Reaction usual(const SeenRequest& request) {
  if (begins(request, "GET", "/tickets?")) return answer(200, kNone);
  if (begins(request, "POST", "/ticket/41/")) return answer(201, R"(["Correspondence added"])");
  if (begins(request, "POST", "/ticket")) return answer(201, kCreated);
  if (begins(request, "GET", "/ticket/41/attachments")) return answer(200, kNone);
  if (begins(request, "GET", "/ticket/41")) return answer(200, kTicket);
  return answer(404, R"({"message":"Not Found"})");
}

std::vector<std::string> told(const std::vector<SeenRequest>& requests) {
  std::vector<std::string> lines;
  for (const SeenRequest& request : requests) {
    lines.push_back(request.method + " " + request.target.substr(0, request.target.find('?')));
  }
  return lines;
}

TEST_CASE("a ticket is searched for, created and looked at") {
  ScriptedServer server(usual);
  const desk::Delivery delivery = tracker(server)->deliver(new_ticket());
  CHECK(delivery.outcome == Outcome::kDelivered);
  CHECK(delivery.remote_id == "41");
  CHECK(delivery.remote_url == server.url() + "/rt/Ticket/Display.html?id=41");
  CHECK(delivery.notes.empty());
  const auto requests = server.requests();
  CHECK(told(requests) ==
        std::vector<std::string>{"GET /rt/REST/2.0/tickets", "POST /rt/REST/2.0/ticket", "GET /rt/REST/2.0/ticket/41"});
  CHECK(requests[0].target.find("query=Subject%20LIKE%20%277K3M-9QWX-2HTR-5VBN%27") != std::string::npos);
  for (const SeenRequest& request : requests) CHECK(request.header("authorization") == "token 1-14-secret");
  const Json sent = Json::parse(requests[1].body);
  CHECK(sent["Queue"].string() == "Payments");
  CHECK(sent["Subject"].string() == "[7K3M-9QWX-2HTR-5VBN] 提现一直没有到账");
  CHECK(sent["Requestor"].string() == "reader@example.org");
  CHECK(sent["Priority"].integer() == 100);
  CHECK(sent["Content"].string().find("我昨天提现了 0.5 BTC,\n还没有到账") == 0);
}

TEST_CASE("after a lost answer the ticket of the first attempt is found") {
  int created = 0;
  ScriptedServer server([&created](const SeenRequest& request) -> Reaction {
    if (begins(request, "POST", "/ticket")) {
      ++created;
      return hang();
    }
    if (begins(request, "GET", "/tickets?") && created > 0) return answer(200, R"({"items":[{"id":"41"}],"count":1})");
    return usual(request);
  });
  const auto gateway = tracker(server);
  CHECK(gateway->deliver(new_ticket()).outcome == Outcome::kRetry);
  const desk::Delivery second = gateway->deliver(new_ticket());
  CHECK(second.outcome == Outcome::kDelivered);
  CHECK(second.remote_id == "41");
  CHECK(created == 1);
}

TEST_CASE("attachments are parts of a form, with their names as they are") {
  ScriptedServer server([](const SeenRequest& request) {
    if (begins(request, "GET", "/ticket/41/attachments")) {
      return answer(200, R"({"items":[{"Filename":""},{"Filename":"截图.png"}]})");
    }
    return usual(request);
  });
  KeptFiles files;
  desk::Handover handover = new_ticket();
  files.attach(handover, "截图.png", kPng);
  CHECK(tracker(server)->deliver(handover).outcome == Outcome::kDelivered);
  const auto requests = server.requests();
  REQUIRE(requests.size() == 4);
  const std::string type = requests[1].header("content-type");
  CHECK(type.rfind("multipart/form-data; boundary=", 0) == 0);
  const std::string boundary = type.substr(type.find('=') + 1);
  const std::string& body = requests[1].body;
  CHECK(body.find("name=\"JSON\"\r\nContent-Type: application/json\r\n\r\n{") != std::string::npos);
  CHECK(body.find("name=\"Attachments\"; filename=\"截图.png\"\r\nContent-Type: image/png\r\n\r\n" + kPng + "\r\n--" +
                  boundary + "--\r\n") != std::string::npos);
}

TEST_CASE("a tracker that drops attachments at creation gets them by comment") {
  ScriptedServer server(usual);
  KeptFiles files;
  desk::Handover handover = new_ticket();
  files.attach(handover, "bild.png", kPng);
  const desk::Delivery delivery = tracker(server)->deliver(handover);
  CHECK(delivery.outcome == Outcome::kDelivered);
  CHECK(delivery.notes.empty());
  CHECK(told(server.requests()) == std::vector<std::string>{"GET /rt/REST/2.0/tickets", "POST /rt/REST/2.0/ticket",
                                                            "GET /rt/REST/2.0/ticket/41/attachments",
                                                            "POST /rt/REST/2.0/ticket/41/comment",
                                                            "GET /rt/REST/2.0/ticket/41"});
}

TEST_CASE("what the tracker changed is noted, and a fault after creation leads to no second ticket") {
  ScriptedServer changed([](const SeenRequest& request) {
    if (begins(request, "GET", "/ticket/41")) return answer(200, R"({"id":41,"Priority":"0","Requestor":[]})");
    return usual(request);
  });
  const desk::Delivery delivery = tracker(changed)->deliver(new_ticket());
  CHECK(delivery.outcome == Outcome::kDelivered);
  REQUIRE(delivery.notes.size() == 2);
  CHECK(delivery.notes[0] == "Request Tracker keeps priority 0, not 100 (high)");
  ScriptedServer blind([](const SeenRequest& request) {
    return begins(request, "GET", "/ticket/41") ? answer(403, R"({"message":"Forbidden"})") : usual(request);
  });
  const desk::Delivery unseen = tracker(blind)->deliver(new_ticket());
  CHECK(unseen.outcome == Outcome::kDelivered);
  CHECK(unseen.remote_id == "41");
  CHECK(unseen.notes.size() == 1);
}

TEST_CASE("a follow-up is added once") {
  ScriptedServer server([said = false](const SeenRequest& request) mutable {
    if (begins(request, "POST", "/ticket/41/correspond")) said = true;
    if (said && begins(request, "GET", "/ticket/41/attachments")) {
      return answer(200, R"({"items":[{"Subject":"Re: x [7K3M-9QWX-2HTR-5VBN/out-2]"}]})");
    }
    return usual(request);
  });
  const auto gateway = tracker(server);
  CHECK(gateway->deliver(follow_up("out-2", "41")).outcome == Outcome::kDelivered);
  CHECK(gateway->deliver(follow_up("out-2", "41")).outcome == Outcome::kDelivered);
  CHECK(gateway->deliver(follow_up("out-2", "")).outcome == Outcome::kRejected);
  CHECK(gateway->deliver(follow_up("out-2", "41 OR 1=1")).outcome == Outcome::kRejected);
  const auto requests = server.requests();
  REQUIRE(requests.size() == 3);
  const Json sent = Json::parse(requests[1].body);
  CHECK(sent["Subject"].string() == "Re: 提现一直没有到账 [7K3M-9QWX-2HTR-5VBN/out-2]");
  CHECK(sent["Content"].string().rfind("还是没有", 0) == 0);
  CHECK(sent["ContentType"].string() == "text/plain");
}

TEST_CASE("a tracker's failures are told apart") {
  struct Row {
    Reaction reaction;
    Outcome outcome;
  };
  for (const Row& row : std::vector<Row>{
           {answer(401, "Authorization required"), Outcome::kRetry},
           {answer(403, R"({"message":"No permission to create tickets in the queue 'Payments'"})"), Outcome::kRetry},
           {answer(400, R"({"message":"Could not create ticket. Queue not set"})"), Outcome::kRejected},
           {answer(500), Outcome::kRetry},
           {answer(200, "<html>Log in</html>"), Outcome::kRetry},
           {answer(200, "{}"), Outcome::kRetry},
           {answer(302, "", "Location: /\r\n"), Outcome::kRetry},
           {hang(), Outcome::kRetry}}) {
    CAPTURE(row.reaction.bytes);
    ScriptedServer server([&row](const SeenRequest& request) {
      return begins(request, "POST", "/ticket") ? row.reaction : usual(request);
    });
    const desk::Delivery delivery = tracker(server)->deliver(new_ticket());
    CHECK(delivery.outcome == row.outcome);
    CHECK(delivery.cause.find("secret") == std::string::npos);
  }
}

TEST_CASE("replies are read from the history: the team's words, and that it is done") {
  ScriptedServer server([](const SeenRequest& request) {
    const auto attachment = [](const std::string& text) {
      return answer(200, R"({"Content":")" + base64(text).insert(4, "\\n") + "\\n\"}");
    };
    if (begins(request, "GET", "/tickets?")) {
      return answer(200, R"({"items":[{"id":"41","LastUpdated":"2026-11-23T00:58:51Z"},)"
                         R"({"id":"42","LastUpdated":"2026-11-01T00:00:00Z"}]})");
    }
    if (begins(request, "GET", "/ticket/41/history")) {
      return answer(200, R"({"items":[
        {"id":"69","Type":"Status","NewValue":"open","Created":"2026-11-23T00:58:51Z","Creator":{"Name":"RT_System"}},
        {"id":"67","Type":"Correspond","Created":"2026-11-23T00:58:51Z","Creator":{"Name":"pharos","EmailAddress":"p@x.y"}},
        {"id":"66","Type":"Correspond","Created":"2026-11-23T00:58:50Z","Creator":{"Name":"r","EmailAddress":"reader@example.org"}},
        {"id":"65","Type":"Status","NewValue":"resolved","Created":"2026-11-23T00:58:50Z","Creator":{"Name":"maria"}},
        {"id":"63","Type":"Correspond","Created":"2026-11-23T00:58:49Z","Creator":{"Name":"maria","RealName":"Мария"}},
        {"id":"61","Type":"Comment","Created":"2026-11-23T00:58:49Z","Creator":{"Name":"maria"}},
        {"id":"60","Type":"Correspond","Created":"2026-11-23T00:58:48Z","Creator":{"Name":"maria"}},
        {"id":"50","Type":"Correspond","Created":"2026-11-22T00:00:00Z","Creator":{"Name":"maria"}}]})");
    }
    if (begins(request, "GET", "/transaction/67/")) {
      return answer(
          200, R"({"items":[{"id":"90","Subject":"Re: x [7K3M-9QWX-2HTR-5VBN/out-2]","ContentType":"text/plain"}]})");
    }
    if (begins(request, "GET", "/transaction/63/")) {
      return answer(200, R"({"items":[{"id":"80","ContentType":"multipart/mixed"},
        {"id":"81","ContentType":"text/plain","Filename":"log.txt"},{"id":"82","ContentType":"text/plain","Filename":""}]})");
    }
    if (begins(request, "GET", "/transaction/60/")) {
      return answer(200,
                    R"({"items":[{"id":"70","ContentType":"text/html","Subject":"Re: [7K3M-9QWX-2HTR-5VBN] x"}]})");
    }
    if (begins(request, "GET", "/attachment/82")) return attachment("已经处理了。\nПроверьте, пожалуйста.");
    if (begins(request, "GET", "/attachment/70")) return attachment("<p>Wir pr&uuml;fen &lt;es&gt;</p><p>bald</p>");
    return answer(404);
  });
  desk::Ticket ticket = new_ticket().ticket;
  ticket.remote_id = "41";
  desk::Ticket old = ticket;
  old.remote_id = "42";
  desk::Ticket odd = ticket;
  odd.remote_id = "x'";
  const auto gateway = tracker(server);
  CHECK(gateway->polls());
  const auto replies = gateway->poll({ticket, old, odd}, *parse_time("2026-11-22T12:00:00Z"));
  REQUIRE(replies.size() == 3);
  CHECK(replies[0].message_id == "transaction-60");
  CHECK(replies[0].text == "Wir prüfen <es>\nbald");
  CHECK(replies[1].text == "已经处理了。\nПроверьте, пожалуйста.");
  CHECK(replies[1].author == "Мария");
  CHECK(replies[1].remote_id == "41");
  CHECK(to_iso(replies[1].at) == "2026-11-23T00:58:49Z");
  CHECK_FALSE(replies[1].solved);
  CHECK(replies[2].solved);
  CHECK(replies[2].text == "");
  CHECK(server.requests()[0].target.find("query=id%3D41%20OR%20id%3D42") != std::string::npos);
}

TEST_CASE("a tracker that cannot be asked for replies says so; a deleted ticket does not hide the others") {
  desk::Ticket ticket = new_ticket().ticket;
  ticket.remote_id = "41";
  ScriptedServer down(answer(503));
  CHECK_THROWS_AS(tracker(down)->poll({ticket}, {}), Error);
  ScriptedServer gone([](const SeenRequest& request) {
    if (begins(request, "GET", "/tickets?")) {
      return answer(200, R"({"items":[{"id":"41","LastUpdated":"2026-11-23T00:58:51Z"}]})");
    }
    return answer(403, R"({"message":"Forbidden"})");
  });
  CHECK(tracker(gone)->poll({ticket}, {}).empty());
}

TEST_CASE("tracker settings that cannot work name the option") {
  const std::map<std::string, std::string> environment = {{"RT", "1-14-secret"}, {"TWO_LINES", "a\nb"}};
  CHECK(faulty_option("request-tracker", {{"url", "https://rt.example"}, {"token_env", "RT"}}, environment) ==
        "gateways.request-tracker.queue");
  CHECK(faulty_option("request-tracker", {{"url", "https://rt.example"}, {"queue", "q"}}, environment) ==
        "gateways.request-tracker.token_env");
  CHECK(faulty_option("request-tracker", {{"url", "https://rt.example"}, {"queue", "q"}, {"token_env", "TWO_LINES"}},
                      environment) == "gateways.request-tracker.token_env");
}

}  // namespace
}  // namespace pharos::gateway_test
