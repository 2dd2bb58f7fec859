// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/dispatch.h"

#include <doctest/doctest.h>
#include <spdlog/sinks/ostream_sink.h>

#include <sstream>
#include <stdexcept>

#include "http/served_site.h"
#include "pharos/base/error.h"

using namespace pharos;
using namespace pharos::http;
using namespace pharos::http_test;

namespace {

Response throws_error(const Context&, const Request&, const PathParameters&) {
  throw Error(ErrorKind::kCorrupt, "/var/lib/secret is damaged");
}
Response throws_exception(const Context&, const Request&, const PathParameters&) {
  throw std::runtime_error("secret of a library");
}
Response throws_something(const Context&, const Request&, const PathParameters&) { throw 42; }
Response injects(const Context&, const Request&, const PathParameters&) {
  Response response;
  response.headers.emplace_back("Location", "/\r\nSet-Cookie: secret=1");
  return response;
}

const Route kFaulty[] = {
    {"GET", "/api/error", "error", throws_error, Audience::kApi, Caching::kRevalidate, ""},
    {"GET", "/api/exception", "exception", throws_exception, Audience::kApi, Caching::kRevalidate, ""},
    {"GET", "/api/something", "something", throws_something, Audience::kApi, Caching::kRevalidate, ""},
    {"GET", "/page/error", "page-error", throws_error, Audience::kPage, Caching::kRevalidate, ""},
    {"GET", "/page/exception", "page-exception", throws_exception, Audience::kPage, Caching::kRevalidate, ""},
    {"GET", "/page/injects", "page-injects", injects, Audience::kPage, Caching::kRevalidate, ""},
};

RawRequest asking(std::string target) {
  RawRequest request;
  request.method = "GET";
  request.target = std::move(target);
  return request;
}

// Lends the program's logger another sink.
class CaughtLog {
 public:
  CaughtLog() : before_(spdlog::default_logger()) {
    auto logger = std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::ostream_sink_mt>(text_));
    logger->set_pattern("%v");
    logger->set_level(spdlog::level::info);
    spdlog::set_default_logger(logger);
  }
  ~CaughtLog() { spdlog::set_default_logger(before_); }
  std::string text() const { return text_.str(); }

 private:
  std::shared_ptr<spdlog::logger> before_;
  std::ostringstream text_;
};

}  // namespace

TEST_CASE("whatever a handler throws ends in an answer that tells nothing of the inside") {
  spdlog::set_level(spdlog::level::off);
  const engine::HelpCenter help_center(BuiltSite::shared().index());
  const Pages pages(ServedSite::options(0).site, false);
  const Dispatcher dispatcher(help_center, pages, "{}", CorsPolicy({}), kFaulty);
  struct Row {
    std::string target;
    int status;
    std::string_view type;
  };
  for (const Row& row :
       {Row{"/api/error", 503, "application/problem+json"}, Row{"/api/exception", 500, "application/problem+json"},
        Row{"/api/something", 500, "application/problem+json"}, Row{"/page/error", 503, "text/html"},
        Row{"/page/exception", 500, "text/html"}}) {
    CAPTURE(row.target);
    const Response response = dispatcher.answer(asking(row.target));
    CHECK(response.status == row.status);
    CHECK(response.content_type.rfind(row.type, 0) == 0);
    CHECK(response.body.find("secret") == std::string::npos);
    CHECK_FALSE(response.body.empty());
  }
  for (const auto& [name, value] : dispatcher.answer(asking("/page/injects")).headers) {
    CHECK(value.find("secret") == std::string::npos);
  }
}

TEST_CASE("the log tells what was answered and not what was asked") {
  const engine::HelpCenter help_center(BuiltSite::shared().index());
  const Pages pages(ServedSite::options(0).site, false);
  const Dispatcher dispatcher(help_center, pages, "{}", CorsPolicy({}));
  const CaughtLog log;
  dispatcher.answer(asking("/api/v1/search?q=hunter2&lang=en"));
  const Json line = Json::parse(log.text());
  CHECK(line["route"].string() == "search");
  CHECK(line["method"].string() == "GET");
  CHECK(line["status"].integer() == 200);
  CHECK(line["bytes"].integer() > 100);
  CHECK(line["ms"].is_number());
  CHECK(log.text().find("hunter2") == std::string::npos);
}
