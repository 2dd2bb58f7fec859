// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "http/exchange.h"

namespace pharos::http {

/// Who a route is for. It decides how a fault looks and which security headers stand on the answer.
enum class Audience { kApi, kPage, kFile, kOperator };

/// How long an answer may be kept.
enum class Caching { kRevalidate, kForever, kNever };

/// How large a body may be.
enum class Body {
  kSmall,    ///< 64 KiB
  kMessage,  ///< 1 MiB: a long message, each of its characters escaped
  kUploads   ///< 52 MiB of multipart/form-data, else as a message
};

/// What a route needs; without it the request does not reach the handler.
enum class Entry {
  kOpen,
  kDesk,  ///< Context::desk: 503 where it is closed
  kToken  ///< the operator's token, else 401, and the desk
};

/// A row of the table of routes.
struct Route {
  std::string_view method;
  /// "{lang}" takes one segment of the path, "{key...}" the whole rest but for what follows it in the pattern.
  std::string_view pattern;
  std::string_view name;  ///< in metrics and logs
  Handler handler;
  Audience audience;
  Caching caching;
  std::string_view vary;  ///< request headers besides Accept-Encoding that the answer depends on
  Body body = Body::kSmall;
  Entry entry = Entry::kOpen;
};

/// Routes; the first row that matches is taken.
using RouteTable = std::span<const Route>;

/// All routes of the program, for as long as it lives.
RouteTable routes();

/// What a method and path lead to.
struct RouteMatch {
  const Route* route = nullptr;
  std::size_t number = 0;  ///< of the row; the number of rows when there is none
  PathParameters parts;
  std::string allow;  ///< methods the path knows, for Allow; empty: the path is unknown
};

/// HEAD is taken for GET. Linear in the path; pure.
RouteMatch find_route(RouteTable table, std::string_view method, std::string_view path);

/// The most bytes of a body, for a route (null: none matched) and the request's Content-Type.
std::size_t body_limit(const Route* route, std::string_view content_type);

/// Who asks at this path, when no route matched.
Audience audience_of(std::string_view path);

}  // namespace pharos::http
