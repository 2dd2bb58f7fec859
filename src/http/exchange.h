// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pharos/engine/help_center.h"
#include "pharos/http/desk_door.h"

namespace pharos::http {

/// A request as plain values, so that handlers do not know the transport. Header names are in lower case.
struct Request {
  std::string method;
  std::string path;                                        ///< percent-decoded, begins with "/"
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order
  std::map<std::string, std::string> headers;
  std::string body;
  std::string address;  ///< IP address of who asks, after trusted proxies
  bool secure = false;  ///< came by https, as a trusted proxy says

  /// The first value of that name, or nothing.
  std::optional<std::string> parameter(std::string_view name) const;
  std::string header(std::string_view name) const;
};

/// An answer as plain values. ETag, Content-Length, gzip and the security headers are added at the door.
struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string etag;        ///< validator without quotes; empty: made from the body
  bool weak_etag = false;  ///< the etag names what is said, not the very bytes
};

/// What handlers work with; all of it is safe to use from many threads.
struct Context {
  const engine::HelpCenter& help_center;
  const class Pages& pages;                ///< templates and interface texts
  const class Metrics* metrics = nullptr;  ///< for /metrics alone
  std::string_view openapi = {};           ///< the API's description, as served
  engine::FrontDesk* desk = nullptr;       ///< where readers hand over; null: closed
  const ReplyReader* read_reply = nullptr;
};

/// What a route matched: the parts of the path that its pattern left open. "{lang}" takes one segment, "{key...}" the
/// whole rest; both are found by their bare name.
using PathParameters = std::map<std::string, std::string, std::less<>>;

using Handler = Response (*)(const Context&, const Request&, const PathParameters&);

}  // namespace pharos::http
