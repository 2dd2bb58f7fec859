// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
  /// All of it must outlive the dispatcher but `cors`, which is copied.
  Dispatcher(const engine::HelpCenter& help_center, const Pages& pages, std::string_view openapi, CorsPolicy cors,
             RouteTable table = routes());
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  /// Never throws.
  Response answer(RawRequest raw) const;
  /// The answer to bytes that are no request. Never throws.
  Response refuse(int status, const std::string& reason) const;

 private:
  Response route_to_handler(const Request& request, const RouteMatch& match, Audience audience) const;
  Response fault(const Request& request, Audience audience, int status, std::string_view detail) const;
  Response without_handler(const Request& request, const RouteMatch& match, Audience audience) const;

  RouteTable table_;
  Context context_;
  CorsPolicy cors_;
  mutable Metrics metrics_;
};

}  // namespace pharos::http
