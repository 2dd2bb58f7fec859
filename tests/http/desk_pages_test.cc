// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "http/dispatch.h"
#include "http/page_samples.h"
#include "http/served_site.h"
#include "pharos/base/digest.h"
#include "pharos/desk/events.h"
#include "pharos/engine/front_desk.h"

using namespace pharos;
using namespace pharos::http;
using namespace pharos::http_test;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string header(const Response& response, const std::string& name) {
  for (const auto& [field, value] : response.headers) {
    if (field == name) return value;
  }
  return {};
}

std::string urlencoded(const Fields& fields) {
  std::string body;
  for (const auto& [name, value] : fields) {
    body += (body.empty() ? "" : "&") + name + "=";
    for (const char c : value) {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      body += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return body;
}

std::string multipart(const Fields& fields, const std::vector<desk::Upload>& files) {
  std::string body;
  const std::string part = "--b0undary\r\nContent-Disposition: form-data; name=\"";
  for (const auto& [name, value] : fields) body += part + name + "\"\r\n\r\n" + value + "\r\n";
  for (const desk::Upload& file : files) {
    body += part + "files\"; filename=\"" + file.file_name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" +
            file.bytes + "\r\n";
  }
  return body + "--b0undary--\r\n";
}

/// The pages over a desk of their own, through the same door as from the network. Belongs to one thread.
class Desk {
 public:
  explicit Desk(engine::DeskLimits limits = {})
      : help_center_(BuiltSite::shared().index()),
        store_({(folder_.path() / "desk.sqlite").string()}),
        files_(folder_.path() / "files"),
        desk_(help_center_, store_, files_, options(std::move(limits)), time_.wall(), time_.monotonic()),
        dispatcher_(help_center_, samples::site(), "{}", CorsPolicy({}), routes(), door()) {
    spdlog::set_level(spdlog::level::off);
  }

  Response get(const std::string& target) { return ask("GET", target, {}, {}); }
  Response post(const std::string& target, const Fields& fields) {
    return ask("POST", target, "application/x-www-form-urlencoded", urlencoded(fields));
  }
  Response post(const std::string& target, const Fields& fields, const std::vector<desk::Upload>& files) {
    return ask("POST", target, "multipart/form-data; boundary=b0undary", multipart(fields, files));
  }
  Response ask(const std::string& method, const std::string& target, const std::string& type, std::string body) {
    RawRequest request;
    request.method = method;
    request.target = target;
    request.address = "203.0.113.9";
    request.headers = headers;
    if (!type.empty()) request.headers["content-type"] = type;
    request.body = std::move(body);
    return dispatcher_.answer(std::move(request));
  }

  std::map<std::string, std::string> headers = {{"host", "help.example"},
                                                {"user-agent", "Mozilla/5.0 (X11; Linux x86_64)"},
                                                {"accept", "text/html"},
                                                {"sec-fetch-site", "same-origin"},
                                                {"cookie", "pharos_session=00112233445566778899aabbccddeeff"}};
  engine::FrontDesk& desk() { return desk_; }
  desk::Store& store() { return store_; }
  SimulatedTime& time() { return time_; }

 private:
  static engine::DeskOptions options(engine::DeskLimits limits) {
    engine::DeskOptions made;
    made.targets = {{"file", {}}};
    made.limits = std::move(limits);
    made.form_key = "secret";
    return made;
  }
  DeskDoor door() {
    DeskDoor made;
    made.desk = &desk_;
    return made;
  }

  TemporaryFolder folder_;
  SimulatedTime time_{*parse_time("2026-11-23T10:00:00Z")};
  engine::HelpCenter help_center_;
  desk::Store store_;
  desk::AttachmentStore files_;
  engine::FrontDesk desk_;
  Dispatcher dispatcher_;
};

const std::string kArticle = "account/reset-password";

Fields vote(const std::string& helpful) {
  return {{"key", kArticle}, {"language", "en"}, {"search_id", "0011aabb"}, {"helpful", helpful}};
}

Fields ticket_fields() {
  return {{"request_key", "00112233445566778899aabbccddeeff"},
          {"subject", "Cannot sign in"},
          {"message", "It says that my password is wrong.\nIt is not."},
          {"email", "reader@example.com"}};
}

Fields with(Fields fields, const std::string& name, const std::string& value) {
  for (auto& [known, old] : fields) {
    if (known == name) {
      old = value;
      return fields;
    }
  }
  fields.emplace_back(name, value);
  return fields;
}

std::string path_of(const Response& response) {
  const std::string location = header(response, "Location");
  return location.substr(0, location.find('?'));
}

std::int64_t unhelpful(Desk& site) {
  return site.desk().ratings_of(ArticleKey::require(kArticle), Language::require("en"))->unhelpful;
}

}  // namespace

TEST_CASE("a vote without scripts leads back to its article, which asks why; the reason replaces the vote") {
  Desk site;
  const Response voted = site.post("/en/contact/rating", vote("no"));
  CHECK(voted.status == 303);
  CHECK(header(voted, "Location") == "/en/account/reset-password?rated=no&from=0011aabb#rating");
  const Response back = site.get("/en/account/reset-password?rated=no&from=0011aabb");
  CHECK(contains(back.body, "data-rating-step=\"ask\" hidden"));
  CHECK_FALSE(contains(back.body, "data-rating-step=\"no\" hidden"));
  CHECK(contains(back.body, "name=\"search_id\" value=\"0011aabb\""));
  CHECK(unhelpful(site) == 1);
  site.time().advance(std::chrono::seconds(40));
  Fields told = with(with(vote("no"), "reason", "outdated"), "comment", "The menu is gone");
  CHECK(header(site.post("/en/contact/rating", told), "Location") ==
        "/en/account/reset-password?rated=told&from=0011aabb#rating");
  CHECK(unhelpful(site) == 1);
  CHECK(site.desk().ratings_of(ArticleKey::require(kArticle), Language::require("en"))->reasons.at("outdated") == 1);
}

TEST_CASE("a vote from a page that was edited since goes to what was read, and so does its reason") {
  Desk site;
  const std::string page = site.get("/en/account/reset-password").body;
  const std::string field = "name=\"revision\" value=\"";
  REQUIRE(contains(page, field));
  CHECK(page.substr(page.find(field) + field.size(), 17).back() == '"');
  const std::string before = "00112233aabbccdd";
  CHECK(header(site.post("/en/contact/rating", with(vote("no"), "revision", before)), "Location") ==
        "/en/account/reset-password?rated=no&from=0011aabb&seen=" + before + "#rating");
  CHECK(contains(site.get("/en/account/reset-password?rated=no&seen=" + before).body,
                 "name=\"revision\" value=\"" + before + "\""));
  CHECK(unhelpful(site) == 0);
  CHECK(site.post("/en/contact/rating", with(vote("no"), "revision", "<script>")).status == 303);
  CHECK(unhelpful(site) == 1);
}

TEST_CASE("a vote that cannot be taken says why on its article and keeps what was written") {
  engine::DeskLimits limits;
  limits.ratings = {1, std::chrono::seconds(45)};
  limits.comment_characters = 5;
  Desk site(limits);
  const Response longer = site.post("/en/contact/rating", with(vote("no"), "comment", "far too long"));
  CHECK(longer.status == 422);
  CHECK(contains(longer.body, "There is room for 5 characters."));
  CHECK(contains(longer.body, ">far too long</textarea>"));
  CHECK(site.post("/en/contact/rating", vote("yes")).status == 303);
  const Response limited = site.post("/en/contact/rating", vote("yes"));
  CHECK(limited.status == 429);
  CHECK(header(limited, "Retry-After") == "45");
  CHECK(contains(limited.body, "has not been sent. Please try again in 45 seconds."));
  CHECK(contains(limited.body, "Reset your password</h1>"));
  const Response russian = site.post("/ru/contact/rating", vote("yes"));
  CHECK(contains(russian.body, "Повторите через 45 секунд."));
  CHECK(site.post("/en/contact/rating", with(vote("yes"), "key", "no/such")).status == 404);
  CHECK(site.post("/en/contact/rating", with(vote("yes"), "helpful", "perhaps")).status == 400);
}

TEST_CASE("a page of another site cannot vote or write for its visitors") {
  Desk site;
  site.headers["sec-fetch-site"] = "cross-site";
  for (const char* target : {"/en/contact/rating", "/en/contact/send", "/en/contact/question"}) {
    const Response refused = site.post(target, ticket_fields());
    CHECK(refused.status == 403);
    CHECK(contains(refused.body, "<!doctype html>"));
  }
  CHECK(unhelpful(site) == 0);
}

TEST_CASE("faults of a request are told at their fields with everything typed kept") {
  Desk site;
  Fields fields = with(with(ticket_fields(), "email", "reader@"), "message", " \r\n ");
  const Response faulty = site.post("/en/contact/send", with(fields, "subject", std::string(201, 'x')), {});
  CHECK(faulty.status == 422);
  CHECK(header(faulty, "Cache-Control") == "no-store");
  CHECK(contains(faulty.body, "id=\"subject-fault\">This is too long. There is room for 200 characters.</p>"));
  CHECK(contains(faulty.body, "id=\"message-fault\">Describe what happened, so that we can help.</p>"));
  CHECK(contains(faulty.body, "id=\"email-fault\">This is not a complete e-mail address."));
  CHECK(contains(faulty.body, "value=\"reader@\""));
  CHECK(contains(faulty.body, std::string(201, 'x')));
  CHECK(contains(faulty.body, "name=\"request_key\" value=\"00112233445566778899aabbccddeeff\""));
  CHECK(contains(site.post("/en/contact/send", with(ticket_fields(), "email", "")).body, "Enter your e-mail address"));
  CHECK(contains(site.post("/en/contact/send", with(ticket_fields(), "category", "nowhere")).body, "category-fault"));
}

TEST_CASE("a request that was sent twice is one; sent again with changes it asks before it is another") {
  Desk site;
  const Response first = site.post("/en/contact/send", ticket_fields(), {});
  CHECK(first.status == 303);
  const std::string address = path_of(first);
  CHECK(address.starts_with("/en/contact/ticket/"));
  CHECK(path_of(site.post("/en/contact/send", ticket_fields(), {})) == address);
  const Response changed = site.post("/en/contact/send", with(ticket_fields(), "subject", "Something else"), {});
  CHECK(changed.status == 422);
  CHECK(contains(changed.body, "You have sent this form before."));
  CHECK_FALSE(contains(changed.body, "value=\"00112233445566778899aabbccddeeff\""));
  const Fields anew = with(with(ticket_fields(), "subject", "Something else"), "request_key", random_hex(16));
  const Response second = site.post("/en/contact/send", anew, {});
  CHECK(second.status == 303);
  CHECK(path_of(second) != address);
}

TEST_CASE("a request is followed, answered and solved on its own page, which nobody keeps or lists") {
  Desk site;
  const std::string address = path_of(site.post("/en/contact/send", ticket_fields(), {}));
  const Response page = site.get(address + "?sent=ticket");
  CHECK(page.status == 200);
  CHECK(header(page, "Cache-Control") == "no-store");
  CHECK(header(page, "Referrer-Policy") == "same-origin");
  CHECK(contains(page.body, "<meta name=\"robots\" content=\"noindex\">"));
  CHECK(contains(page.body, "We have received your request"));
  CHECK(contains(page.body, "It says that my password is wrong.\nIt is not.</div>"));
  CHECK(contains(page.body, "r…@example.com"));

  const Response empty = site.post(address, {{"message", ""}});
  CHECK(empty.status == 422);
  CHECK(contains(empty.body, "message-fault"));
  const Fields more = {{"message", "Now it says <b>locked</b>"}, {"request_key", random_hex(16)}};
  const Response sent = site.post(address, more, {{"screen.txt", "error 42\n"}});
  CHECK(header(sent, "Location") == address + "?sent=message");
  CHECK(site.post(address, more, {{"screen.txt", "error 42\n"}}).status == 303);
  const Response after = site.get(address);
  CHECK(contains(after.body, "Now it says &lt;b&gt;locked&lt;/b&gt;</div>"));
  CHECK(contains(after.body, "id=\"message-2\""));
  CHECK_FALSE(contains(after.body, "id=\"message-3\""));
  CHECK(contains(after.body, "<bdi>screen.txt</bdi>"));

  CHECK(path_of(site.post(address + "/solved", {})) == address);
  CHECK(contains(site.get(address).body, "This request is solved."));
  CHECK(site.post(address, {{"message", "It is back"}}).status == 303);
  CHECK_FALSE(contains(site.get(address).body, "This request is solved."));
}

TEST_CASE("secrets are not kept, and the reader hears of it") {
  Desk site;
  const std::string phrase =
      "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
  const std::string address =
      path_of(site.post("/en/contact/send", with(ticket_fields(), "message", "my phrase is " + phrase), {}));
  const Response page = site.get(address);
  CHECK_FALSE(contains(page.body, "abandon"));
  CHECK(contains(page.body, "We removed secrets from your text"));
  CHECK(contains(page.body, "<li>Seed phrase</li>"));
}

TEST_CASE("files that cannot be taken are named, and must be chosen again with every other fault") {
  Desk site;
  const std::string program = std::string(
                                  "\x7f"
                                  "ELF\x02\x01\x01",
                                  7) +
                              std::string(57, '\0');
  const Response faulty =
      site.post("/en/contact/send", ticket_fields(), {{"shot.txt", "fine\n"}, {"run.png", program}});
  CHECK(faulty.status == 422);
  CHECK(contains(faulty.body, "“run.png” is not a kind of file that we can take."));
  CHECK(contains(faulty.body, "Please choose your files again."));
  std::vector<desk::Upload> many(6, {"shot.txt", "fine\n"});
  CHECK(contains(site.post("/en/contact/send", ticket_fields(), many).body, "You can send up to 5."));
  const Response other = site.post("/en/contact/send", with(ticket_fields(), "email", "x"), {{"shot.txt", "fine\n"}});
  CHECK(contains(other.body, "id=\"files-fault\">Please choose your files again."));
}

TEST_CASE("an unknown code leads to the page that asks for it; guessing is slowed down") {
  Desk site;
  const std::string address = path_of(site.post("/en/contact/send", ticket_fields(), {}));
  const std::string code = address.substr(address.rfind('/') + 1);
  CHECK(site.get("/en/contact/ticket").status == 200);
  std::string typed = code;
  std::transform(typed.begin(), typed.end(), typed.begin(), [](unsigned char c) { return std::tolower(c); });
  CHECK(header(site.get("/en/contact/ticket?code=" + typed), "Location") == address);
  const Response no_code = site.get("/en/contact/ticket?code=hello");
  CHECK(no_code.status == 404);
  CHECK(contains(no_code.body, "value=\"hello\""));
  CHECK(contains(no_code.body, "We know no request with this code."));
  int status = 0;
  for (int i = 0; i < 40 && status != 429; ++i) status = site.get("/en/contact/ticket/0000-0000-0000-0000").status;
  CHECK(status == 429);
  CHECK(contains(site.get("/en/contact/ticket/0000-0000-0000-0001").body, "Please try again in"));
  CHECK(site.get(address).status == 200);
}

TEST_CASE("readers say what is missing, and are thanked without a promise") {
  Desk site;
  const Response asked = site.post("/en/contact/question", {{"question", "Do you list XYZ?"}});
  CHECK(header(asked, "Location") == "/en/contact/question?sent");
  CHECK(contains(site.get("/en/contact/question?sent").body, "Thank you for your question"));
  const Response empty = site.post("/en/contact/question", {{"question", "  "}});
  CHECK(empty.status == 422);
  CHECK(contains(empty.body, "Type your question first."));
}

TEST_CASE("a search, the hit that was opened and the way to people belong together") {
  Desk site;
  const std::string html = site.get("/en/search?q=password").body;
  const std::size_t at = html.find("reset-password?from=");
  REQUIRE(at != std::string::npos);
  const std::string id = html.substr(at + 20, 16);
  CHECK(contains(html, "/en/contact?q=password&amp;from=" + id));
  site.get("/en/account/reset-password?from=" + id + "&rank=1");
  site.get("/en/account/reset-password?from=" + id + "&rated=yes");
  site.store().flush();
  const desk::Events events(site.store());
  const std::string session = "00112233445566778899aabbccddeeff";
  const auto searches = events.searches_of(session, 9);
  const auto views = events.views_of(session, 9);
  REQUIRE(searches.size() == 1);
  REQUIRE(views.size() == 1);
  CHECK(searches[0].id == id);
  CHECK(views[0].search_id == id);
  CHECK(views[0].rank == 1);

  const std::string form = site.get("/en/contact?q=I+forgot+my+password&from=" + id).body;
  CHECK(contains(form, "name=\"subject\" type=\"text\" value=\"I forgot my password\""));
  CHECK(contains(form, "name=\"search_id\" value=\"" + id + "\""));
  CHECK(contains(form, "Reset your password"));
  const Fields agreed = with(with(ticket_fields(), "trail", "yes"), "question", "password");
  const std::string page = site.get(path_of(site.post("/en/contact/send", agreed, {}))).body;
  CHECK(contains(page, "<span class=\"trail-kind\">Searched</span> <bdi>password</bdi>"));
  CHECK(contains(page, "<span class=\"trail-kind\">Read</span> <bdi>Reset your password</bdi>"));
}

TEST_CASE("who does not want to be followed is not, and is not asked to send along what is not there") {
  Desk site;
  site.headers.erase("cookie");
  site.headers["sec-gpc"] = "1";
  const Response page = site.get("/en/contact");
  CHECK_FALSE(contains(page.body, "name=\"trail\""));
  CHECK_FALSE(contains(header(page, "Set-Cookie"), "pharos_session"));
  CHECK(site.get("/en/account/reset-password").status == 200);
}

TEST_CASE("a pasted error message becomes the message, not the subject") {
  Desk site;
  const std::string page = site.get("/en/contact?q=" + std::string(300, 'e')).body;
  CHECK(contains(page, "name=\"subject\" type=\"text\" value=\"\""));
  CHECK(contains(page, ">" + std::string(300, 'e') + "</textarea>"));
}

TEST_CASE("a form sent under another spelling of its language is taken where it is") {
  Desk site;
  const Response sent = site.post("/zh-CN/contact/send", ticket_fields(), {});
  CHECK(sent.status == 303);
  CHECK(path_of(sent).starts_with("/zh-Hans/contact/ticket/"));
}
