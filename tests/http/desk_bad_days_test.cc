// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "desk/naughty_strings.h"
#include "http/served_desk.h"
#include "pharos/base/utf8.h"

using namespace pharos;
using namespace pharos::http_test;
using namespace std::chrono_literals;

namespace {

const std::string kRatings = "/api/v1/articles/account/reset-password/ratings";

// So many that limits of rate do not come in between.
engine::DeskLimits generous() {
  engine::DeskLimits limits;
  for (desk::Allowance* allowance : {&limits.ratings, &limits.all_ratings, &limits.questions, &limits.all_questions,
                                     &limits.tickets, &limits.all_tickets}) {
    *allowance = {100'000, 1ms};
  }
  return limits;
}

struct TextField {
  std::string target, field;
  std::map<std::string, std::string> others;  // that make the body a good one
};

const std::vector<TextField>& text_fields() {
  const std::map<std::string, std::string> ticket = {{"message", "x"}, {"email", "a@example.com"}};
  static const std::vector<TextField> fields = {
      {kRatings, "comment", {}},
      {kRatings, "reason", {}},
      {kRatings, "language", {}},
      {kRatings, "search_id", {}},
      {"/api/v1/questions", "text", {}},
      {"/api/v1/questions", "article", {{"text", "x"}}},
      {"/api/v1/questions", "category", {{"text", "x"}}},
      {"/api/v1/questions", "search_id", {{"text", "x"}}},
      {"/api/v1/tickets", "subject", ticket},
      {"/api/v1/tickets", "message", ticket},
      {"/api/v1/tickets", "email", ticket},
      {"/api/v1/tickets", "category", ticket},
      {"/api/v1/tickets", "question", ticket},
      {"/api/v1/tickets", "search_id", ticket},
      {"/api/v1/tickets", "language", ticket},
  };
  return fields;
}

// The body with one field's value as JSON.
std::string body_with(const TextField& field, const std::string& value) {
  std::string body = field.target == kRatings ? R"({"helpful":true)" : "{";
  for (const auto& [name, text] : field.others) {
    if (name == field.field) continue;
    body += (body.size() > 1 ? "," : "") + ("\"" + name + "\":\"" + text + "\"");
  }
  return body + (body.size() > 1 ? "," : "") + "\"" + field.field + "\":" + value + "}";
}

std::string as_json(const std::string& text) {
  JsonWriter json;
  json.value(text);
  return json.take();
}

// "a b": what doctest prints of it when it is not what it should be.
std::string all_faults_of(const Answer& answer) {
  std::string all;
  for (const std::string& fault : faults_of(answer)) all += (all.empty() ? "" : " ") + fault;
  return all;
}

bool lists(const Answer& answer, const std::string& parameter) {
  const std::vector<std::string> faults = faults_of(answer);
  return std::find(faults.begin(), faults.end(), parameter) != faults.end();
}

// No file of this process may grow beyond so many bytes: a full disk, as programs see it.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : before_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit small{bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    ::signal(SIGXFSZ, before_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit limit_{};
  sighandler_t before_;
};

}  // namespace

TEST_CASE("whatever stands in a text field is kept or named, and never breaks an answer") {
  ServedDesk site(generous());
  Client client(site.port());
  for (const TextField& field : text_fields()) {
    CAPTURE(field.target);
    CAPTURE(field.field);
    for (const desk::NaughtyString& naughty : desk::naughty_strings()) {
      CAPTURE(naughty.kind);
      const Answer answer =
          client.post(field.target, kJsonType, body_with(field, as_json(naughty.text)), {{"User-Agent", kBrowser}});
      const bool good = answer.status == 200 || answer.status == 201;
      CHECK((good || answer.status == 400));
      CHECK(answer.json().is_object());
      if (!good) CHECK(lists(answer, field.field));
      if (!good || field.field != "message") continue;
      const Json read = client.request("GET", answer.header("location")).json();
      const std::string kept = read["messages"].items()[0]["text"].string();
      CHECK_FALSE(kept.empty());
      // But for white space around it and line ends, which are the same for all.
      if (naughty.text.find('\r') == std::string::npos && read["masked"].items().empty()) {
        CHECK(naughty.text.find(kept) != std::string::npos);
      }
    }
  }
}

TEST_CASE("a text of another type, too long or without letters is named") {
  ServedDesk site(generous());
  for (const TextField& field : text_fields()) {
    CAPTURE(field.target);
    CAPTURE(field.field);
    for (const char* value : {"5", "true", "[]", "[\"a\"]", "{}", "{\"a\":\"b\"}", "1e308"}) {
      CAPTURE(value);
      const Answer answer = site.post(field.target, body_with(field, value));
      CHECK(answer.status == 400);
      CHECK(all_faults_of(answer) == field.field);
    }
    if (field.field == "search_id" || field.field == "question") continue;
    const Answer answer = site.post(field.target, body_with(field, as_json(std::string(30'000, 'w'))));
    CHECK(answer.status == 400);
    CHECK(lists(answer, field.field));
    CHECK(answer.body.size() < 4000);
  }
  const engine::DeskLimits limits;
  struct Row {
    const char *target, *field;
    std::size_t most;
  };
  for (const Row& row : {Row{"/api/v1/questions", "text", limits.question_characters},
                         Row{"/api/v1/tickets", "message", limits.message_characters},
                         Row{"/api/v1/tickets", "subject", limits.subject_characters}}) {
    CAPTURE(row.field);
    const auto found = std::find_if(text_fields().begin(), text_fields().end(), [&](const TextField& field) {
      return field.target == row.target && field.field == row.field;
    });
    // Characters, not bytes: each of these is three of them, and six when it is escaped.
    std::string most, escaped;
    for (std::size_t i = 0; i < row.most; ++i) most += "提", escaped += "\\u63d0";
    CHECK(site.post(row.target, body_with(*found, as_json(most))).status == 201);
    CHECK(site.post(row.target, body_with(*found, "\"" + escaped + "\"")).status == 201);
    CHECK(site.post(row.target, body_with(*found, as_json(most + "提"))).status == 400);
  }
}

TEST_CASE("all faults of a request are told at once, and nothing of it is kept") {
  ServedDesk site;
  CHECK(all_faults_of(site.post(kRatings, R"({"language":"tlh","helpful":"yes","reason":"because","comment":5})")) ==
        "helpful comment language reason");
  CHECK(all_faults_of(site.post("/api/v1/questions", R"({"category":"nowhere","article":"no/such","search_id":[]})")) ==
        "search_id text category article");
  CHECK(all_faults_of(site.post("/api/v1/tickets",
                                R"({"trail":"yes","subject":7,"email":"nobody","category":"nowhere","language":"tlh"})",
                                kJsonType, {{"Idempotency-Key", "a b"}})) ==
        "subject trail language message email category Idempotency-Key");
  CHECK(all_faults_of(site.post(
            "/api/v1/tickets",
            multipart_of({{"message", "\xFF"}, {"email", "x"}, {"trail", "maybe"}}, {{"photo.png",
                                                                                      "\x7f"
                                                                                      "ELF\2\1\1" +
                                                                                          std::string(57, '\0')}}),
            multipart_type())) == "trail message email attachments");
  CHECK(site.desk().health().kept.tickets == 0);
}

TEST_CASE("what is no JSON object in UTF-8 is refused whole") {
  ServedDesk site(generous());
  for (const char* target :
       {"/api/v1/articles/account/reset-password/ratings", "/api/v1/questions", "/api/v1/tickets"}) {
    CAPTURE(target);
    for (const std::string& body :
         {std::string(), std::string("{"), std::string("null"), std::string("[]"), std::string("\"text\""),
          std::string("{\"text\":\"\xFF\"}"), std::string("{\"text\":\"\xC0\xAF\"}"),
          std::string("{\"text\":\"\xED\xA0\x80\"}"), std::string("{\"text\":\"\\ud800\"}"),
          std::string("{\"text\":\"a\0b\"}", 14), std::string("{'text':'a'}"), std::string("{\"text\":\"a\"}{}"),
          std::string("\xFF\xFE{\0}\0", 6), std::string("{\"helpful\":NaN}")}) {
      CAPTURE(body);
      const Answer answer = site.post(target, body);
      CHECK(answer.status == 400);
      CHECK(answer.json()["type"].string() == "urn:pharos:problem:bad-request");
    }
    for (const char* type : {"", "text/plain", "application/xml", "application/json; charset=utf-16",
                             "application/octet-stream", "multipart/mixed; boundary=b"}) {
      CAPTURE(type);
      CHECK(site.post(target, "{}", type).status == 415);
    }
    CHECK(site.post(target, "{}", "Application/JSON ; charset=\"UTF-8\"").status == 400);  // read, and wanting
    CHECK(Client(site.port()).post(target, kJsonType, "{}", {{"Content-Encoding", "gzip"}}).status == 415);
  }
  CHECK(site.post("/api/v1/questions", "text=a", "application/x-www-form-urlencoded").status == 415);
  CHECK(site.post("/api/v1/tickets", "message=a&email=a%40example.com", "application/x-www-form-urlencoded").status ==
        201);
}

TEST_CASE("JSON a million deep is refused at once") {
  ServedDesk site;
  std::string deep(1'000'000, '[');
  const auto start = std::chrono::steady_clock::now();
  CHECK(site.post("/api/v1/tickets", deep).status == 400);
  deep = R"({"message":)" + std::string(500'000, '[') + std::string(500'000, ']') + "}";
  CHECK(site.post("/api/v1/tickets", deep).status == 400);
  std::string objects;
  for (int i = 0; i < 150'000; ++i) objects += R"({"a":)";
  CHECK(site.post("/api/v1/tickets", objects).status == 400);
  CHECK(site.post("/api/v1/questions", deep).status == 413);
  CHECK(std::chrono::steady_clock::now() - start < 10s);
}

TEST_CASE("an upload of 10 GB is answered before it is sent") {
  ServedDesk site;
  const std::string head = "Host: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n";
  for (const std::string& more : {std::string(), std::string("Expect: 100-continue\r\n")}) {
    Client client(site.port());
    const auto start = std::chrono::steady_clock::now();
    client.send("POST /api/v1/tickets HTTP/1.1\r\n" + head + more + "Content-Length: 10737418240\r\n\r\n");
    const Answer answer = client.receive();
    CHECK(std::chrono::steady_clock::now() - start < 5s);
    CHECK(answer.status == 413);
    CHECK(answer.json()["detail"].string().find("54525952") != std::string::npos);
    CHECK(client.closed_within(5s));
  }
  Client chunked(site.port());
  chunked.send("POST /api/v1/tickets HTTP/1.1\r\n" + head + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n");
  CHECK(chunked.receive().status == 501);
  Client silent(site.port());
  silent.send("POST /api/v1/tickets HTTP/1.1\r\n" + head + "Content-Length: 1000000\r\nExpect: 100-continue\r\n\r\n");
  CHECK(silent.receive().status == 100);
}

TEST_CASE("files up to the limit are taken, one byte more is named, and a sixth too") {
  ServedDesk site(generous());
  std::string text(10U << 20, 'a');
  for (std::size_t at = 79; at < text.size(); at += 80) text[at] = '\n';
  const std::vector<std::pair<std::string, std::string>> fields = {{"message", "x"}, {"email", "a@example.com"}};
  std::vector<desk::Upload> files;
  for (int i = 0; i < 5; ++i) files.push_back({"log" + std::to_string(i) + ".txt", text});
  const auto start = std::chrono::steady_clock::now();
  const Answer taken = site.post("/api/v1/tickets", multipart_of(fields, files), multipart_type());
  CHECK(taken.status == 201);
  CHECK(std::chrono::steady_clock::now() - start < 20s);
  const Answer large = site.post("/api/v1/tickets", multipart_of(fields, {{"a.txt", text + "b"}}), multipart_type());
  CHECK(large.status == 400);
  CHECK(lists(large, "attachments"));
  const std::vector<desk::Upload> six(6, desk::Upload{"a.txt", "a"});
  const Answer many = site.post("/api/v1/tickets", multipart_of(fields, six), multipart_type());
  CHECK(many.status == 400);
  CHECK(lists(many, "attachments"));
}

TEST_CASE("uploads that take their time leave room for others") {
  ServedDesk site;
  const std::string head = "POST /api/v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + multipart_type() +
                           "\r\nContent-Length: 1000000\r\n\r\n--b0und";
  // Four of one address are waited for, whichever come first; the one that is too many is told at once.
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 5; ++i) {
    slow.push_back(std::make_unique<Client>(site.port()));
    slow.back()->send(head);
  }
  Answer refused;
  for (int rounds = 0; rounds < 20 && refused.status == 0; ++rounds) {
    for (const auto& client : slow) {
      if (client->answered_within(10ms)) refused = client->receive();
    }
  }
  CHECK(refused.status == 503);
  CHECK(refused.header("retry-after") == "5");
  CHECK(site.get("/api/v1/search?q=password&lang=en").status == 200);
  CHECK(site.post("/api/v1/tickets", ticket_json()).status == 201);
}

TEST_CASE("a thousand posts of one source are limited, and Retry-After is true") {
  ServedDesk site;
  Client client(site.port());
  int kept = 0;
  Answer limited;
  for (int i = 0; i < 1000; ++i) {
    const Answer answer = client.post("/api/v1/tickets", kJsonType, ticket_json());
    if (answer.status == 201) {
      ++kept;
    } else {
      REQUIRE(answer.status == 429);
      limited = answer;
    }
  }
  CHECK(kept == 10);
  CHECK(site.desk().health().kept.tickets == 10);
  CHECK(limited.json()["type"].string() == "urn:pharos:problem:too-many-requests");
  const int seconds = std::stoi("0" + limited.header("retry-after"));
  REQUIRE(seconds > 0);
  CHECK(limited.json()["detail"].string().find(std::to_string(seconds)) != std::string::npos);
  CHECK(client.post("/api/v1/tickets", kJsonType, ticket_json(), {{"X-Forwarded-For", "198.51.100.7"}}).status == 201);
  site.time().advance(std::chrono::seconds(seconds) - 1ms);
  CHECK(client.post("/api/v1/tickets", kJsonType, ticket_json()).status == 429);
  site.time().advance(1ms);
  CHECK(client.post("/api/v1/tickets", kJsonType, ticket_json()).status == 201);
}

TEST_CASE("guessing codes is limited, reading one's own ticket is not") {
  ServedDesk site;
  const std::string ticket = "/api/v1/tickets/" + site.ticket();
  Client client(site.port());
  Answer limited;
  for (int i = 0; i < 200 && limited.status != 429; ++i) {
    limited = client.request("GET", "/api/v1/tickets/0000-0000-0000-" + std::to_string(1000 + i));
  }
  CHECK(limited.status == 429);
  CHECK_FALSE(limited.header("retry-after").empty());
  for (int i = 0; i < 50; ++i) CHECK(client.request("GET", ticket).status == 200);
}

TEST_CASE("a full disk keeps nothing and says so, and searching goes on") {
  ServedDesk site(generous());
  const std::string ticket = "/api/v1/tickets/" + site.ticket();
  const std::string long_message = ticket_json({{"message", std::string(19'000, 'w')}});
  {
    const FullDisk full(600'000);
    Answer answer;
    int kept = 0;
    for (int i = 0; i < 200 && answer.status != 507; ++i) {
      answer = site.post("/api/v1/tickets", long_message);
      kept += answer.status == 201 ? 1 : 0;
    }
    CHECK(answer.status == 507);
    CHECK(answer.json()["type"].string() == "urn:pharos:problem:storage-full");
    const Answer ready = site.get("/readyz");
    CHECK(ready.status == 200);
    CHECK(ready.json()["desk"].string() == "troubled");
    CHECK(site.get("/metrics").body.find("pharos_store_problem 1\n") != std::string::npos);
    CHECK(site.desk().health().kept.tickets == static_cast<std::uint64_t>(kept) + 1);
    CHECK(site.get("/api/v1/search?q=password&lang=en").json()["total"].integer() > 0);
    CHECK(site.get("/en/account/reset-password").status == 200);
    CHECK(site.get("/api/v1/articles/account/reset-password?lang=en").status == 200);
    CHECK(site.get(ticket).status == 200);
  }
  CHECK(site.post("/api/v1/tickets", long_message).status == 201);
  CHECK(site.get("/readyz").json()["desk"].string() == "open");
}

TEST_CASE("a locked store is unavailable, and searching goes on") {
  ServedDesk site;
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(site.store_file().c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  const Answer answer = site.post(kRatings, R"({"helpful":true})");
  CHECK(answer.status == 503);
  CHECK(answer.body.find("sqlite") == std::string::npos);
  CHECK(site.get("/api/v1/search?q=password&lang=en").status == 200);
  CHECK(site.get("/readyz").json()["desk"].string() == "troubled");
  sqlite3_close(other);
  CHECK(site.post(kRatings, R"({"helpful":true})").status == 201);
}
