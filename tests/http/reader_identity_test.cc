// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reader_identity.h"

#include <doctest/doctest.h>

#include "http/origin.h"

using namespace pharos;
using namespace pharos::http;

namespace {

const std::string kSession = "00112233445566778899aabbccddeeff";

Request asking(std::map<std::string, std::string> headers) {
  Request request;
  request.method = "GET";
  request.path = "/en";
  request.headers = std::move(headers);
  request.headers.emplace("host", "help.example");
  request.address = "203.0.113.7";
  return request;
}

std::string cookie_set(const Request& request) {
  Response response;
  remember(identify(request), request, response);
  for (const auto& [name, value] : response.headers) {
    if (name == "Set-Cookie") return value;
  }
  return {};
}

}  // namespace

TEST_CASE("a browser gets a session, and keeps it") {
  const Request first = asking({{"accept", "text/html,*/*"}, {"user-agent", "Mozilla/5.0"}});
  CHECK(reader_of(first).session.empty());
  CHECK(reader_of(first).address == "203.0.113.7");
  CHECK(reader_of(first).agent == "Mozilla/5.0");
  const std::string cookie = cookie_set(first);
  CHECK(cookie.rfind("pharos_session=", 0) == 0);
  CHECK(cookie.find("; Path=/; HttpOnly; SameSite=Lax") != std::string::npos);
  CHECK(cookie.find("Secure") == std::string::npos);
  CHECK(cookie.find("Expires") == std::string::npos);
  CHECK(cookie != cookie_set(first));
  const Request second =
      asking({{"accept", "text/html"}, {"cookie", "lang=ru; " + cookie.substr(0, cookie.find(';')) + "; x=y"}});
  CHECK(identify(second).session == cookie.substr(15, 32));
  CHECK(cookie_set(second).empty());
  Request secure = first;
  secure.secure = true;
  CHECK(cookie_set(secure).find("; Secure") != std::string::npos);
}

TEST_CASE("an answer that sets a session is kept by nobody else") {
  const Request request = asking({{"accept", "text/html"}});
  Response response;
  remember(identify(request), request, response);
  bool is_private = false;
  for (const auto& [name, value] : response.headers)
    is_private |= name == "Cache-Control" && value == "private, no-cache";
  CHECK(is_private);
}

TEST_CASE("who does not want to be followed is not") {
  for (const char* field : {"dnt", "sec-gpc"}) {
    CAPTURE(field);
    const Request request = asking({{"accept", "text/html"},
                                    {field, "1"},
                                    {"cookie", "pharos_session=" + kSession},
                                    {"pharos-session", kSession}});
    CHECK(identify(request).session.empty());
    CHECK(cookie_set(request).empty());
  }
  CHECK(identify(asking({{"dnt", "0"}, {"cookie", "pharos_session=" + kSession}})).session == kSession);
}

TEST_CASE("programs and pages of other sites name their session themselves, or have none") {
  CHECK(cookie_set(asking({{"accept", "*/*"}})).empty());
  CHECK(cookie_set(asking({{"accept", "*/*"}, {"origin", "https://shop.example"}})).empty());
  CHECK(cookie_set(asking({{"accept", "*/*"}, {"sec-fetch-site", "cross-site"}})).empty());
  CHECK_FALSE(cookie_set(asking({{"accept", "*/*"}, {"sec-fetch-site", "same-origin"}})).empty());
  CHECK_FALSE(cookie_set(asking({{"accept", "*/*"}, {"referer", "https://help.example/en"}})).empty());
  const Request named = asking({{"pharos-session", kSession}});
  CHECK(identify(named).session == kSession);
  CHECK(cookie_set(named).empty());
}

TEST_CASE("what is no session is none") {
  for (const std::string& text : {kSession.substr(1), kSession + "0", std::string(32, 'G'), std::string(32, 'A'),
                                  std::string(), kSession + ", " + kSession}) {
    CAPTURE(text);
    CHECK(reader_of(asking({{"pharos-session", text}})).session.empty());
    CHECK(reader_of(asking({{"cookie", "pharos_session=" + text}})).session.empty());
    CHECK(reader_of(asking({{"cookie", "xpharos_session=" + kSession}})).session.empty());
  }
}

TEST_CASE("pages that browsers fetch ahead are nobody's reading") {
  CHECK(asked_by_a_person(asking({})));
  CHECK_FALSE(asked_by_a_person(asking({{"sec-purpose", "prefetch;prerender"}})));
  Request head = asking({});
  head.method = "HEAD";
  CHECK_FALSE(asked_by_a_person(head));
}

TEST_CASE("a page of another site does not act for its visitors") {
  struct Row {
    const char *field, *value;
    bool same;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"x-nothing", "", true},
           {"sec-fetch-site", "same-origin", true},
           {"sec-fetch-site", "none", true},
           {"sec-fetch-site", "same-site", false},
           {"sec-fetch-site", "cross-site", false},
           {"origin", "https://help.example", true},
           {"origin", "http://help.example:80", true},
           {"origin", "https://HELP.example:443", true},
           {"origin", "https://help.example:8443", false},
           {"origin", "https://evil.example", false},
           {"origin", "https://help.example.evil.example", false},
           {"origin", "null", false},
           {"referer", "https://help.example/en/contact?q=a", true},
           {"referer", "https://evil.example/help.example", false},
       }) {
    CAPTURE(row.value);
    CHECK(same_origin(asking({{row.field, row.value}})) == row.same);
  }
  CHECK_FALSE(same_origin(asking({{"sec-fetch-site", "cross-site"}, {"origin", "https://help.example"}})));
  Request nameless = asking({{"origin", "https://help.example"}});
  nameless.headers["host"] = "";
  CHECK_FALSE(same_origin(nameless));
}

TEST_CASE("the operator's token opens only when it is the operator's") {
  CHECK(holds_token(asking({{"authorization", "Bearer s3cret"}}), "s3cret"));
  CHECK(holds_token(asking({{"authorization", "bearer s3cret"}}), "s3cret"));
  for (const char* value : {"", "Bearer", "Bearer ", "Bearer s3cre", "Bearer s3crets", "Basic s3cret", "s3cret"}) {
    CAPTURE(value);
    CHECK_FALSE(holds_token(asking({{"authorization", value}}), "s3cret"));
    CHECK_FALSE(holds_token(asking({{"authorization", value}}), ""));
  }
}
