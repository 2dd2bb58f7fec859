// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/params.h"

#include <doctest/doctest.h>

#include "pharos/base/json.h"

using namespace pharos;
using namespace pharos::http;

namespace {
Request asking(std::vector<std::pair<std::string, std::string>> query) {
  Request request;
  request.method = "GET";
  request.path = "/api/v1/search";
  request.query = std::move(query);
  return request;
}
}  // namespace

TEST_CASE("good parameters are given as they are, missing ones as their default") {
  const Request request = asking({{"q", "提现\t失败"}, {"limit", "50"}});
  Parameters parameters(request);
  CHECK(parameters.required_text("q") == "提现\t失败");
  CHECK_FALSE(parameters.text("category"));
  CHECK(parameters.number("limit", 10, 1, 50) == 50);
  CHECK(parameters.number("offset", 7, 0, 990) == 7);
  CHECK_FALSE(parameters.problem());
}

TEST_CASE("numbers are whole, in range and nothing else") {
  for (const char* bad : {"0", "51", "-1", "1.5", "1e1", " 1", "1 ", "", "x", "99999999999999999999999", "0x5", "+5"}) {
    CAPTURE(bad);
    const Request request = asking({{"limit", bad}});
    Parameters parameters(request);
    CHECK(parameters.number("limit", 10, 1, 50) == 10);
    REQUIRE(parameters.problem());
    CHECK(parameters.problem()->status == 400);
  }
}

TEST_CASE("all faults are told at once") {
  const Request request = asking({{"q", "a\xff"}, {"limit", "many"}, {"category", std::string("a\0b", 3)}});
  Parameters parameters(request);
  parameters.required_text("q");
  parameters.text("category");
  parameters.number("limit", 10, 1, 50);
  const Json json = Json::parse(parameters.problem()->body);
  CHECK(json["type"].string() == "urn:pharos:problem:invalid-parameter");
  CHECK(json["status"].integer() == 400);
  CHECK(json["instance"].string() == "/api/v1/search");
  CHECK(json["parameter"].string() == "q");
  REQUIRE(json["errors"].items().size() == 3);
  CHECK(json["errors"].items()[0]["message"].string() ==
        "q is not UTF-8 at byte 1: percent-encode the text's UTF-8 bytes.");
  CHECK(json["errors"].items()[1]["parameter"].string() == "category");
  CHECK(json["errors"].items()[2]["message"].string() == "limit is 'many': give a whole number from 1 to 50.");
}

TEST_CASE("a required text that is missing differs from an empty one") {
  const Request empty = asking({{"q", ""}});
  Parameters with(empty);
  CHECK(with.required_text("q") == "");
  CHECK_FALSE(with.problem());
  const Request none = asking({});
  Parameters without(none);
  without.required_text("q");
  CHECK(without.problem());
}

TEST_CASE("what an error means at the door, and what stays inside") {
  struct Row {
    ErrorKind kind;
    int status;
  };
  for (const Row& row :
       {Row{ErrorKind::kInvalidArgument, 400}, Row{ErrorKind::kNotFound, 404}, Row{ErrorKind::kConflict, 409},
        Row{ErrorKind::kUnavailable, 503}, Row{ErrorKind::kCorrupt, 503}, Row{ErrorKind::kInternal, 500}}) {
    CAPTURE(name(row.kind));
    const Response response = problem_of(Error(row.kind, "secret /var/lib/x"), "/api/v1/search");
    CHECK(response.status == row.status);
    CHECK(response.content_type == "application/problem+json");
    const Json json = Json::parse(response.body);
    CHECK(json["status"].integer() == row.status);
    CHECK(json["type"].string().find("urn:pharos:problem:") == 0);
    CHECK((response.body.find("secret") != std::string::npos) == (row.status < 500));
  }
  const Json named = Json::parse(problem_of(Error(ErrorKind::kInvalidArgument, "too long", "q"), "/").body);
  CHECK(named["parameter"].string() == "q");
}
