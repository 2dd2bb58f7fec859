// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/cors.h"
#include "http/exchange.h"
#include "http/metrics.h"
#include "http/pages.h"
#include "http/request_reader.h"
#include "http/routes.h"

namespace pharos::http {

/// From a request's plain values to a finished answer, whatever happens in between: the door at which exceptions end.
/// Thread-safe.
class Dispatcher {
 public:
  /// All of it must outlive the dispatcher but `cors` and `door`, which are copied.
  Dispatcher(const engine::HelpCenter& help_center, const Pages& pages, std::string_view openapi, CorsPolicy cors,
             RouteTable table = routes(), DeskDoor door = {});
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  /// Never throws.
  Response answer(RawRequest raw) const;
  /// The answer to bytes that are no request. Never throws.
  Response refuse(const ReadOutcome& refused) const;
  /// The most bytes of a body for a request of which only the head is there yet.
  std::size_t body_limit_of(const RawRequest& head) const;

 private:
  Response route_to_handler(const Request& request, const RouteMatch& match, Audience audience) const;
  Response fault(const Request& request, Audience audience, int status, std::string_view detail) const;
  Response without_handler(const Request& request, const RouteMatch& match, Audience audience) const;

  /// Why a stranger may not do this; nothing when it may be done.
  std::optional<Response> refuse_stranger(const Request& request, const Route& route) const;

  RouteTable table_;
  DeskDoor door_;
  Context context_;
  CorsPolicy cors_;
  mutable Metrics metrics_;
};

}  // namespace pharos::http
