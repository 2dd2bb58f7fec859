// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spdlog/spdlog.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/served_site.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"
#include "pharos/desk/attachments.h"
#include "pharos/desk/store.h"
#include "pharos/engine/front_desk.h"

// A help center with an open desk on a real port, and what is posted to it.
namespace pharos::http_test {

inline constexpr const char* kJsonType = "application/json";
inline constexpr const char* kOperatorToken = "operators-secret";
inline constexpr const char* kSession = "00112233445566778899aabbccddeeff";
inline constexpr const char* kBrowser = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

/// {"a":"b",...} of texts.
inline std::string json_of(const std::map<std::string, std::string>& members) {
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, value] : members) json.member(name, value);
  json.end_object();
  return json.take();
}

/// A ticket that may be opened, with other or more fields.
inline std::string ticket_json(const std::map<std::string, std::string>& fields = {}) {
  std::map<std::string, std::string> members = fields;
  members.insert({{"language", "en"}, {"message", "My deposit did not arrive."}, {"email", "reader@example.com"}});
  return json_of(members);
}

/// A form as browsers send it: fields, then files under "attachments".
inline std::string multipart_of(const std::vector<std::pair<std::string, std::string>>& fields,
                                const std::vector<desk::Upload>& files, const std::string& boundary = "b0undary") {
  std::string body;
  const std::string part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
  for (const auto& [name, value] : fields) body += part + name + "\"\r\n\r\n" + value + "\r\n";
  for (const desk::Upload& file : files) {
    body += part + "attachments\"; filename=\"" + file.file_name + "\"\r\n\r\n" + file.bytes + "\r\n";
  }
  return body + "--" + boundary + "--\r\n";
}
inline std::string multipart_type(const std::string& boundary = "b0undary") {
  return "multipart/form-data; boundary=" + boundary;
}

/// The smallest picture: 1 by 1, PNG.
inline std::string small_png() {
  return std::string(
      "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9c"
      "c\xf8\xcf\xc0\xf0\x1f\0\5\0\1\xff\x89\x99=\x1d\0\0\0\0IEND\xae"
      "B`\x82",
      70);
}

/// Belongs to one thread; the time is the test's.
class ServedDesk {
 public:
  explicit ServedDesk(engine::DeskLimits limits = {}, http::ReplyReader read_reply = {},
                      std::vector<std::string> cors_origins = {})
      : help_center_(BuiltSite::shared().index()),
        store_({(folder_.path() / "desk.sqlite").string()}),
        files_(folder_.path() / "files"),
        desk_(help_center_, store_, files_, desk_options(std::move(limits)), time_.wall(), time_.monotonic()),
        server_(help_center_, server_options(std::move(read_reply), std::move(cors_origins))) {
    spdlog::set_level(spdlog::level::off);
    server_.start();
  }

  int port() const { return server_.port(); }
  Answer get(const std::string& target, const Client::Headers& headers = {}) const {
    return http_test::get(port(), target, headers);
  }
  /// On a connection of its own, as a browser with a session.
  Answer post(const std::string& target, std::string_view body, const std::string& type = kJsonType,
              Client::Headers headers = {}) const {
    headers.emplace("User-Agent", kBrowser);
    headers.emplace("Pharos-Session", kSession);
    return Client(port()).post(target, type, body, headers);
  }
  /// The code of a new ticket.
  std::string ticket() const { return post("/api/v1/tickets", ticket_json()).json()["code"].string(); }

  engine::FrontDesk& desk() { return desk_; }
  desk::Store& store() { return store_; }
  SimulatedTime& time() { return time_; }
  std::filesystem::path store_file() const { return folder_.path() / "desk.sqlite"; }

 private:
  static engine::DeskOptions desk_options(engine::DeskLimits limits) {
    engine::DeskOptions options;
    options.targets = {{"file", {}}};
    options.limits = std::move(limits);
    options.form_key = "a key for tests";
    return options;
  }
  http::ServerOptions server_options(http::ReplyReader read_reply, std::vector<std::string> cors_origins) {
    http::ServerOptions options = ServedSite::options(0, std::move(cors_origins));
    options.trusted_proxies = {"127.0.0.1"};
    options.door = {&desk_, kOperatorToken, std::move(read_reply)};
    return options;
  }

  TemporaryFolder folder_;
  SimulatedTime time_{UtcTime{1'795'500'000}};
  engine::HelpCenter help_center_;
  desk::Store store_;
  desk::AttachmentStore files_;
  engine::FrontDesk desk_;
  http::Server server_;
};

/// Names of the faults that an answer lists, in order.
inline std::vector<std::string> faults_of(const Answer& answer) {
  std::vector<std::string> names;
  const Json json = answer.json();
  for (const Json& error : json["errors"].items()) names.push_back(error["parameter"].string());
  return names;
}

}  // namespace pharos::http_test
