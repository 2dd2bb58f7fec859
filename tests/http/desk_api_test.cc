// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "http/served_desk.h"
#include "pharos/base/error.h"
#include "pharos/desk/events.h"

using namespace pharos;
using namespace pharos::http_test;

namespace {

const std::string kRatings = "/api/v1/articles/account/reset-password/ratings";
const std::string kArticle = "/api/v1/articles/account/reset-password?lang=en";

}  // namespace

TEST_CASE("a vote counts once, may be changed, and shows on the article") {
  ServedDesk site;
  CHECK(site.get(kArticle).json()["ratings"]["helpful"].integer() == 0);
  const Answer first = site.post(kRatings, R"({"language":"en","helpful":true})");
  CHECK(first.status == 201);
  CHECK(first.json()["helpful"].integer() == 1);
  CHECK_FALSE(first.json()["replaced"].boolean());
  CHECK(first.header("cache-control") == "no-store");
  const Answer changed =
      site.post(kRatings, R"({"language":"en","helpful":false,"reason":"unclear","comment":"Where?"})");
  CHECK(changed.status == 200);
  CHECK(changed.json()["replaced"].boolean());
  CHECK(changed.json()["helpful"].integer() == 0);
  CHECK(changed.json()["unhelpful"].integer() == 1);
  const Answer other = site.post(kRatings, R"({"helpful":true})", kJsonType, {{"X-Forwarded-For", "198.51.100.7"}});
  CHECK(other.status == 201);
  CHECK(other.json()["unhelpful"].integer() == 1);
  const Json ratings = site.get(kArticle).json()["ratings"];
  CHECK(ratings["helpful"].integer() == 1);
  CHECK(ratings["unhelpful"].integer() == 1);
  CHECK(site.post("/api/v1/articles/no/such/ratings", R"({"helpful":true})").status == 404);
}

TEST_CASE("a question is kept without what names a person, and counted when it comes again") {
  ServedDesk site;
  const Answer first = site.post("/api/v1/questions", json_of({{"language", "en"},
                                                               {"text", "Why is jane.doe@example.org locked?"},
                                                               {"article", "account/reset-password"}}));
  CHECK(first.status == 201);
  CHECK(first.json()["text"].string() == "Why is [email removed] locked?");
  CHECK(first.json()["state"].string() == "open");
  CHECK(first.json()["askers"].integer() == 1);
  const Answer again =
      site.post("/api/v1/questions", json_of({{"language", "en"}, {"text", "Why is john@example.com locked?"}}),
                kJsonType, {{"Pharos-Session", std::string(32, 'a')}});
  CHECK(again.status == 201);
  CHECK(again.json()["askers"].integer() == 2);
}

TEST_CASE("a ticket gets a code, and whoever knows it reads it") {
  ServedDesk site;
  const Answer opened = site.post("/api/v1/tickets", ticket_json({{"subject", "Deposit"}, {"category", "deposits"}}));
  CHECK(opened.status == 201);
  const Json receipt = opened.json();
  const std::string code = receipt["code"].string();
  CHECK(code.size() == 19);
  CHECK(receipt["state"].string() == "received");
  CHECK(receipt["track"].string() == "/en/contact/ticket/" + code);
  CHECK(opened.header("location") == "/api/v1/tickets/" + code);
  CHECK_FALSE(receipt["queue"].string().empty());
  CHECK_FALSE(receipt["priority"].string().empty());
  std::string spelled = code;
  for (char& c : spelled) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  const Answer read = site.get("/api/v1/tickets/" + encoded(spelled));
  REQUIRE(read.status == 200);
  CHECK(read.header("cache-control") == "no-store");
  CHECK(read.json()["subject"].string() == "Deposit");
  REQUIRE(read.json()["messages"].items().size() == 1);
  CHECK(read.json()["messages"].items()[0]["text"].string() == "My deposit did not arrive.");
  CHECK(read.body.find("reader@example.com") == std::string::npos);
  CHECK(site.get("/api/v1/tickets/0000-0000-0000-0000").status == 404);
  CHECK(site.get("/api/v1/tickets/nonsense").status == 404);
}

TEST_CASE("what must not be known to anybody is masked, and the reader is told") {
  ServedDesk site;
  const Answer opened =
      site.post("/api/v1/tickets",
                ticket_json({{"message",
                              "My phrase is abandon abandon abandon abandon abandon abandon abandon abandon abandon "
                              "abandon abandon about and it does not work"}}));
  REQUIRE(opened.status == 201);
  CHECK(opened.json()["masked"].strings() == std::vector<std::string>{"seed-phrase"});
  const Answer read = site.get("/api/v1/tickets/" + opened.json()["code"].string());
  CHECK(read.body.find("abandon") == std::string::npos);
}

TEST_CASE("a repeated request is answered as the first time, another one under its key is refused") {
  ServedDesk site;
  const Client::Headers keyed = {{"Idempotency-Key", "4f4b1c1e-2f0e-4c8a-9f5e-0d1c2b3a4f5e"}};
  const Answer first = site.post("/api/v1/tickets", ticket_json(), kJsonType, keyed);
  CHECK(first.status == 201);
  CHECK(first.headers.count("idempotency-replayed") == 0);
  const Answer second = site.post("/api/v1/tickets", ticket_json(), kJsonType, keyed);
  CHECK(second.status == 200);
  CHECK(second.header("idempotency-replayed") == "true");
  CHECK(second.json()["code"].string() == first.json()["code"].string());
  const Answer other = site.post("/api/v1/tickets", ticket_json({{"subject", "Other"}}), kJsonType, keyed);
  CHECK(other.status == 422);
  CHECK(other.json()["type"].string() == "urn:pharos:problem:unprocessable");
  // The same form has another boundary each time it is sent.
  const std::vector<std::pair<std::string, std::string>> fields = {{"message", "Help"}, {"email", "a@example.com"}};
  const Client::Headers form_key = {{"Idempotency-Key", "form-1"}};
  for (const char* boundary : {"one", "two"}) {
    const Answer sent = site.post("/api/v1/tickets", multipart_of(fields, {{"a.png", small_png()}}, boundary),
                                  multipart_type(boundary), form_key);
    CHECK(sent.status == (boundary == std::string("one") ? 201 : 200));
  }
  CHECK(site.post("/api/v1/tickets", multipart_of(fields, {}), multipart_type(), form_key).status == 422);
  for (const std::string& key : {std::string(256, 'k'), std::string("tab\there"), std::string("k\xC3\xA9y")}) {
    const Answer refused = site.post("/api/v1/tickets", ticket_json(), kJsonType, {{"Idempotency-Key", key}});
    CHECK(refused.status == 400);
    CHECK(faults_of(refused) == std::vector<std::string>{"Idempotency-Key"});
  }
}

TEST_CASE("files come with a ticket or a message, and are only ever saved") {
  ServedDesk site;
  const std::string text = "A log.\nWith two lines.\n";
  const Answer opened = site.post("/api/v1/tickets",
                                  multipart_of({{"message", "See the picture"}, {"email", "a@example.com"}},
                                               {{"снимок \"1\".png", small_png()}, {"../../log.txt", text}}),
                                  multipart_type());
  REQUIRE(opened.status == 201);
  const std::string ticket = "/api/v1/tickets/" + opened.json()["code"].string();
  const Json message = site.get(ticket).json()["messages"].items()[0];
  const std::vector<Json>& files = message["attachments"].items();
  REQUIRE(files.size() == 2);
  CHECK(files[0]["media_type"].string() == "image/png");
  CHECK(files[0]["bytes"].integer() == static_cast<std::int64_t>(small_png().size()));
  CHECK(files[1]["file_name"].string() == "log.txt");
  const Answer picture = site.get(files[0]["url"].string());
  CHECK(picture.status == 200);
  CHECK(picture.body == small_png());
  CHECK(picture.header("content-type") == "image/png");
  CHECK(picture.header("content-disposition").rfind("attachment; filename=\"", 0) == 0);
  CHECK(picture.header("content-disposition").find("filename*=UTF-8''%D1%81") != std::string::npos);
  CHECK(picture.header("x-content-type-options") == "nosniff");
  CHECK(picture.header("content-security-policy").find("sandbox") != std::string::npos);
  CHECK(picture.header("cache-control") == "private, no-store");
  CHECK(site.get(files[1]["url"].string()).body == text);
  CHECK(site.get(ticket + "/attachments/nonsense").status == 404);
  const std::string other = "/api/v1/tickets/" + site.ticket();
  CHECK(site.get(other + "/attachments/" + files[0]["id"].string()).status == 404);

  const Answer follow_up = site.post(
      ticket + "/messages", multipart_of({{"message", "One more"}}, {{"2.png", small_png()}}), multipart_type());
  CHECK(follow_up.status == 201);
  CHECK(follow_up.json()["messages"].items()[1]["attachments"].items().size() == 1);
  const Answer refused = site.post(
      "/api/v1/tickets",
      multipart_of({{"email", "a@example.com"}}, {{"x.html", "<html><script>1</script></html>"}, {"empty.png", ""}}),
      multipart_type());
  CHECK(refused.status == 400);
  const std::vector<std::string> faults = faults_of(refused);
  CHECK(std::count(faults.begin(), faults.end(), "attachments") >= 1);
  CHECK(std::count(faults.begin(), faults.end(), "message") == 1);
}

TEST_CASE("a conversation goes both ways until it is solved") {
  ServedDesk site(
      {}, [](const std::string& gateway, const std::map<std::string, std::string>& headers, std::string_view body) {
        if (gateway != "file") throw Error(ErrorKind::kNotFound, "no such gateway");
        if (headers.count("webhook-signature") == 0)
          throw Error(ErrorKind::kInvalidArgument, "the signature is missing");
        desk::Reply reply;
        reply.code = body;
        reply.message_id = "remote-1";
        reply.author = "Ada";
        reply.text = "It is on its way.";
        return reply;
      });
  const std::string code = site.ticket();
  const std::string ticket = "/api/v1/tickets/" + code;
  CHECK(site.post(ticket + "/messages", R"({"message":"Any news?"})").status == 201);
  CHECK(site.post("/api/v1/replies/file", code).status == 400);
  CHECK(site.post("/api/v1/replies/other", code).status == 404);
  const Client::Headers is_signed = {{"webhook-signature", "v1,..."}};
  CHECK(site.post("/api/v1/replies/file", code, kJsonType, is_signed).json()["taken"].boolean());
  const Answer again = site.post("/api/v1/replies/file", code, kJsonType, is_signed);
  CHECK(again.status == 200);
  CHECK_FALSE(again.json()["taken"].boolean());
  CHECK(site.post("/api/v1/replies/file", "0000-0000-0000-0000", kJsonType, is_signed).status == 404);
  Json read = site.get(ticket).json();
  CHECK(read["state"].string() == "answered");
  REQUIRE(read["messages"].items().size() == 3);
  CHECK(read["messages"].items()[2]["from"].string() == "team");
  CHECK(read["messages"].items()[2]["author"].string() == "Ada");
  const Answer solved = site.post(ticket + "/solved", "", "");
  CHECK(solved.status == 200);
  CHECK(solved.json()["state"].string() == "solved");
  CHECK(solved.json()["solved"].is_string());
  CHECK(site.post("/api/v1/tickets/0000-0000-0000-0000/solved", "", "").status == 404);
}

TEST_CASE("searches and opened articles are kept for reports, of those who may be followed") {
  ServedDesk site;
  const Client::Headers session = {{"Pharos-Session", kSession}};
  const Answer search = site.get("/api/v1/search?q=password&lang=en", session);
  const std::string search_id = search.json()["search_id"].string();
  site.get("/api/v1/search?q=password&lang=en",
           {{"Pharos-Session", kSession}, {"If-None-Match", search.header("etag")}});  // the answer is there already
  site.get("/api/v1/search?q=network&lang=en", {{"Pharos-Session", kSession}, {"Sec-GPC", "1"}});
  site.get("/api/v1/search?q=ahead&lang=en", {{"Pharos-Session", kSession}, {"Sec-Purpose", "prefetch"}});
  site.get(kArticle + "&from=" + search_id + "&rank=1", session);
  Client(site.port()).request("HEAD", kArticle, session);
  site.store().flush();
  desk::Events events(site.store());
  const auto searches = events.searches_of(kSession, 10);
  REQUIRE(searches.size() == 1);
  CHECK(searches[0].id == search_id);
  CHECK(searches[0].text == "password");
  const auto views = events.views_of(kSession, 10);
  REQUIRE(views.size() == 1);
  CHECK(views[0].article == "account/reset-password");
  CHECK(views[0].search_id == search_id);
  CHECK(views[0].rank == 1);
  int all = 0;
  events.for_each_search({0}, {site.time().wall().now().seconds + 1}, [&](const desk::SearchEvent& event) {
    ++all;
    CHECK((event.session.empty() || event.session == kSession));
  });
  CHECK(all == 2);
  CHECK(site.get(kArticle + "&rank=first").status == 400);
}

TEST_CASE("an article that was opened while typing was found by what was typed") {
  ServedDesk site;
  const Client::Headers ahead = {{"Pharos-Session", kSession}, {"Purpose", "prefetch"}};
  site.get("/api/v1/search?q=passw&lang=en", ahead);
  const std::string typed = site.get("/api/v1/search?q=password&lang=en", ahead).json()["search_id"].string();
  site.get("/en/account/reset-password?from=" + typed + "&rank=2", {{"Pharos-Session", kSession}});
  site.store().flush();
  desk::Events events(site.store());
  const auto searches = events.searches_of(kSession, 10);
  REQUIRE(searches.size() == 1);
  CHECK(searches[0].text == "password");
  const auto views = events.views_of(kSession, 10);
  REQUIRE(views.size() == 1);
  CHECK(views[0].search_id == searches[0].id);
  CHECK(views[0].rank == 2);
}

TEST_CASE("a vote names the revision that was seen") {
  ServedDesk site;
  const std::string revision = site.get("/api/v1/articles/account/reset-password?lang=en").json()["revision"].string();
  CHECK(revision.size() == 16);
  const std::string target = "/api/v1/articles/account/reset-password/ratings";
  const auto body = [](const std::string& seen) {
    return R"({"language":"en","helpful":true,"revision":")" + seen + "\"}";
  };
  CHECK(site.post(target, body(revision)).status == 201);
  CHECK(site.post(target, body("ffffffffffffffff")).status == 201);
  CHECK(site.get("/api/v1/articles/account/reset-password?lang=en").json()["ratings"]["helpful"].integer() == 1);
  const Answer wrong = site.post(target, body("none"));
  CHECK(wrong.status == 400);
  CHECK(wrong.json()["parameter"].string() == "revision");
}

TEST_CASE("a browser on our own pages gets a session with its first answer, and no other does") {
  ServedDesk site;
  const Answer own = site.get("/api/v1/search?q=password&lang=en", {{"Sec-Fetch-Site", "same-origin"}});
  CHECK(own.header("set-cookie").find("pharos_session=") == 0);
  CHECK(own.header("cache-control") == "private, no-cache");
  CHECK(site.get("/api/v1/search?q=password&lang=en").headers.count("set-cookie") == 0);
  CHECK(
      site.get("/api/v1/search?q=password&lang=en", {{"Origin", "https://shop.example"}}).headers.count("set-cookie") ==
      0);
  CHECK(site.get(kArticle, {{"Sec-Fetch-Site", "same-origin"}, {"DNT", "1"}}).headers.count("set-cookie") == 0);
  const Answer secure = site.get(kArticle, {{"Sec-Fetch-Site", "same-origin"}, {"X-Forwarded-Proto", "https"}});
  CHECK(secure.header("set-cookie").find("; Secure") != std::string::npos);
}

TEST_CASE("pages of sites that are let in hand over, and others do not") {
  ServedDesk site({}, {}, {"https://shop.example"});
  const Answer preflight =
      Client(site.port())
          .request("OPTIONS", "/api/v1/tickets",
                   {{"Origin", "https://shop.example"}, {"Access-Control-Request-Method", "POST"}});
  CHECK(preflight.status == 204);
  CHECK(preflight.header("access-control-allow-methods").find("POST") != std::string::npos);
  CHECK(preflight.header("access-control-allow-headers").find("Idempotency-Key") != std::string::npos);
  CHECK(preflight.header("access-control-allow-headers").find("Content-Type") != std::string::npos);
  const std::string form = multipart_of({{"message", "x"}, {"email", "a@example.com"}}, {});
  CHECK(site.post("/api/v1/tickets", form, multipart_type(), {{"Origin", "https://shop.example"}}).status == 201);
  for (const Client::Headers& foreign :
       {Client::Headers{{"Origin", "https://evil.example"}}, Client::Headers{{"Origin", "null"}},
        Client::Headers{{"Sec-Fetch-Site", "cross-site"}}}) {
    const Answer refused = site.post("/api/v1/tickets", form, multipart_type(), foreign);
    CHECK(refused.status == 403);
    CHECK(refused.json()["type"].string() == "urn:pharos:problem:forbidden");
  }
}

TEST_CASE("a closed desk says so, and reading goes on") {
  ServedSite site;
  for (const char* target :
       {"/api/v1/tickets", "/api/v1/questions", "/api/v1/articles/account/reset-password/ratings"}) {
    CAPTURE(target);
    const Answer answer = Client(site.port()).post(target, kJsonType, "{}");
    CHECK(answer.status == 503);
    CHECK(answer.json()["detail"].string().find("closed") != std::string::npos);
  }
  CHECK(site.get(kArticle).json()["ratings"].is_null());
  CHECK(site.get("/readyz").json()["desk"].string() == "closed");
}
