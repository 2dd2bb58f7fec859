// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "http/served_desk.h"

using namespace pharos;
using namespace pharos::http_test;

namespace {

const Client::Headers kToken = {{"Authorization", std::string("Bearer ") + kOperatorToken}};

Answer command(const ServedDesk& site, const std::string& body) {
  return site.post("/api/v1/operator/commands", body, kJsonType, kToken);
}

}  // namespace

TEST_CASE("only the operator sees and does what is the operator's") {
  ServedDesk site;
  for (const Client::Headers& headers :
       {Client::Headers{}, Client::Headers{{"Authorization", "Bearer wrong"}},
        Client::Headers{{"Authorization", "Bearer "}}, Client::Headers{{"Authorization", "Basic b3A6b3A="}}}) {
    const Answer answer = site.get("/api/v1/desk", headers);
    CHECK(answer.status == 401);
    CHECK(answer.header("www-authenticate").rfind("Bearer", 0) == 0);
    CHECK(answer.json()["type"].string() == "urn:pharos:problem:unauthorized");
    CHECK(site.post("/api/v1/operator/commands", "{}", kJsonType, headers).status == 401);
  }
  CHECK(site.get("/api/v1/desk", kToken).status == 200);
  ServedSite closed;
  CHECK(closed.get("/api/v1/desk", {{"Authorization", "Bearer "}}).status == 401);
}

TEST_CASE("the desk tells operators what it holds") {
  ServedDesk site;
  site.ticket();
  site.post("/api/v1/articles/account/reset-password/ratings", R"({"helpful":true})");
  const Json health = site.get("/api/v1/desk", kToken).json();
  CHECK(health["state"].string() == "open");
  CHECK(health["store"].string() == "sqlite");
  CHECK(health["kept"]["tickets"].integer() == 1);
  CHECK(health["kept"]["ratings"].integer() == 1);
  CHECK(health["outbox"]["waiting"].integer() == 1);
  CHECK(health["outbox"]["oldest_waiting"].is_string());
  CHECK(site.get("/readyz").json()["desk"].string() == "open");
  const std::string metrics = site.get("/metrics").body;
  for (const char* line : {"pharos_desk_kept_total{kind=\"ticket\"} 1\n", "pharos_desk_kept_total{kind=\"rating\"} 1\n",
                           "pharos_outbox_rows{state=\"waiting\"} 1\n", "pharos_outbox_rows{state=\"dead\"} 0\n",
                           "pharos_store_problem 0\n", "pharos_events_dropped_total 0\n"}) {
    CAPTURE(line);
    CHECK(metrics.find(line) != std::string::npos);
  }
}

TEST_CASE("operators answer, solve and forget tickets") {
  ServedDesk site;
  const std::string code = site.ticket();
  const std::string ticket = "/api/v1/tickets/" + code;
  const Answer answered = command(
      site, R"({"command":"tickets.answer","arguments":{"code":")" + code + R"(","text":"Done.","author":"Ada"}})");
  CHECK(answered.status == 200);
  CHECK(answered.json()["state"].string() == "answered");
  CHECK(site.get(ticket).json()["messages"].items()[1]["text"].string() == "Done.");
  CHECK(command(site, R"({"command":"tickets.solve","arguments":{"code":")" + code + R"("}})").status == 200);
  CHECK(site.get(ticket).json()["state"].string() == "solved");
  CHECK(command(site, R"({"command":"tickets.retry"})").json()["due"].integer() == 0);
  CHECK(command(site, R"({"command":"forget","arguments":{"code":")" + code + R"("}})").status == 200);
  CHECK(site.get(ticket).status == 404);
}

TEST_CASE("reports tell operators what readers searched in vain") {
  ServedDesk site;
  const std::vector<std::string> names = site.get("/api/v1/reports", kToken).json()["reports"].strings();
  CHECK(names.size() == 4);
  for (const char* session : {"00112233445566778899aabbccddee00", "00112233445566778899aabbccddee01"}) {
    site.get("/api/v1/search?q=zzzzqqqq&lang=en", {{"Pharos-Session", session}});
  }
  site.store().flush();
  site.time().advance(std::chrono::seconds(1));
  const Json table = site.get("/api/v1/reports/searches?days=7", kToken).json();
  REQUIRE(table["rows"].items().size() == 1);
  const std::vector<std::string> row = table["rows"].items()[0].strings();
  CHECK(row.size() == table["columns"].strings().size());
  CHECK(std::find(row.begin(), row.end(), "zzzzqqqq") != row.end());
  for (const std::string& name : names) CHECK(site.get("/api/v1/reports/" + name, kToken).status == 200);
  CHECK(site.get("/api/v1/reports/nothing", kToken).status == 404);
  CHECK(faults_of(site.get("/api/v1/reports/searches?days=0&limit=all", kToken)).size() == 2);
}

TEST_CASE("a command that cannot be run says why") {
  ServedDesk site;
  struct Row {
    std::string body;
    int status;
    std::string parameter;
  };
  for (const Row& row : std::initializer_list<Row>{
           {R"({"command":"sell"})", 400, "command"},
           {R"({})", 400, "command"},
           {R"({"command":5,"arguments":"x"})", 400, "command"},
           {R"({"command":"tickets.solve"})", 400, "arguments.code"},
           {R"({"command":"tickets.solve","arguments":{"code":7}})", 400, "arguments.code"},
           {R"({"command":"tickets.solve","arguments":{"code":"0000-0000-0000-0000"}})", 404, ""},
           {R"({"command":"questions.reject","arguments":{"id":"q-none","reason":"no"}})", 404, ""},
           {R"([])", 400, ""},
       }) {
    CAPTURE(row.body);
    const Answer answer = command(site, row.body);
    CHECK(answer.status == row.status);
    CHECK(answer.json()["parameter"].string() == row.parameter);
  }
}
