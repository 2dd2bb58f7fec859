// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http_outcome.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pharos/base/json.h"
#include "pharos/base/utf8.h"

namespace pharos::gateway {
namespace {

using Outcome = desk::Delivery::Outcome;

constexpr std::size_t kMostCauseBytes = 200;

struct Meaning {
  int status;
  Outcome outcome;
  std::string_view cause;
};

constexpr std::array<Meaning, 17> kMeanings = {{
    {400, Outcome::kRejected, "it does not understand the hand-over"},
    {401, Outcome::kRetry, "it does not know us: check the gateway's token or password"},
    {403, Outcome::kRetry, "we may not do that there: check the rights of the gateway's user"},
    {404, Outcome::kRetry, "nothing is there: check the gateway's address"},
    {405, Outcome::kRetry, "it takes no such requests: check the gateway's address"},
    {408, Outcome::kRetry, "we were too slow for it"},
    {410, Outcome::kRejected, "it is gone for good and wants no more hand-overs"},
    {413, Outcome::kRejected, "the hand-over is too large for it"},
    {414, Outcome::kRejected, "the address is too long for it"},
    {415, Outcome::kRejected, "it does not take this kind of content"},
    {422, Outcome::kRejected, "it refuses the hand-over"},
    {425, Outcome::kRetry, "too early"},
    {429, Outcome::kRetry, "too many hand-overs at a time"},
    {431, Outcome::kRejected, "the headers are too large for it"},
    {451, Outcome::kRejected, "it may not take it for legal reasons"},
    {500, Outcome::kRetry, "a fault of its own"},
    {503, Outcome::kRetry, "it is busy or being maintained"},
}};

// What a JSON answer says of its failure; other bodies are pages for people, or not meant for us.
std::string told_cause(const std::string& body) {
  std::string cause;
  try {
    const Json json = Json::parse(body);
    for (const std::string_view member : {"message", "detail", "description", "error", "title"}) {
      const Json& told = json[member];
      cause = told.is_string() ? told.string() : told["message"].string();
      if (!cause.empty()) break;
    }
  } catch (const Error&) {
    return {};
  }
  std::replace_if(
      cause.begin(), cause.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return std::string(cut_at_point(cause, kMostCauseBytes));
}

}  // namespace

desk::Delivery delivery_of(const HttpAnswer& answer, const std::string& url) {
  desk::Delivery delivery;
  if (answer.status >= 200 && answer.status < 300) {
    delivery.outcome = Outcome::kDelivered;
    return delivery;
  }
  delivery.retry_after = answer.retry_after;
  delivery.cause = origin_of(url) + " answered " + std::to_string(answer.status);
  const auto* meaning =
      std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& row) { return row.status == answer.status; });
  if (meaning != kMeanings.end()) {
    delivery.outcome = meaning->outcome;
    delivery.cause += " (" + std::string(meaning->cause) + ")";
  } else if (answer.status >= 300 && answer.status < 400) {
    delivery.cause += " (it wants us elsewhere; redirects are not followed: mend the gateway's address)";
  }
  const std::string told = told_cause(answer.body);
  if (!told.empty()) delivery.cause += ": " + told;
  return delivery;
}

Refusal::Refusal(const HttpAnswer& answer, const std::string& url)
    : Error(ErrorKind::kUnavailable, delivery_of(answer, url).cause),
      delivery_(delivery_of(answer, url)),
      answer_(answer) {}

desk::Delivery attempt(const std::function<desk::Delivery()>& deliver) {
  try {
    return deliver();
  } catch (const Refusal& refusal) {
    return refusal.delivery();
  } catch (const Error& error) {
    return error.kind() == ErrorKind::kInvalidArgument ? rejected(error.what()) : retry(error.what());
  }
}

desk::Delivery rejected(std::string cause) {
  desk::Delivery delivery;
  delivery.outcome = Outcome::kRejected;
  delivery.cause = std::move(cause);
  return delivery;
}

desk::Delivery retry(std::string cause) {
  desk::Delivery delivery;
  delivery.cause = std::move(cause);
  return delivery;
}

}  // namespace pharos::gateway
