// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "gateway/http_client.h"
#include "pharos/base/error.h"
#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// What an answer's status means for a hand-over, with a cause for operators:
/// - 2xx: delivered;
/// - 400, 410, 413, 414, 415, 422, 431, 451: the target refuses this very hand-over, or all for good: rejected;
/// - everything else (5xx, 408, 425, 429, redirects, 401, 403, 404...): the target is down, or the settings are wrong;
///   the hand-over goes through once that is mended, so it is kept for trying.
desk::Delivery delivery_of(const HttpAnswer& answer, const std::string& url);

/// An answer that ends what was begun, on its way to attempt(), or out of poll().
class Refusal : public Error {
 public:
  Refusal(const HttpAnswer& answer, const std::string& url);

  const desk::Delivery& delivery() const { return delivery_; }
  const HttpAnswer& answer() const { return answer_; }

 private:
  desk::Delivery delivery_;
  HttpAnswer answer_;
};

/// Runs an attempt; an Error on the way becomes the Delivery: a Refusal as it says, {invalid_argument} is rejected, all
/// others are retried.
desk::Delivery attempt(const std::function<desk::Delivery()>& deliver);

desk::Delivery rejected(std::string cause);
desk::Delivery retry(std::string cause);

}  // namespace pharos::gateway
