// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_api.h"

#include <algorithm>

#include "gateway/http_outcome.h"
#include "pharos/base/error.h"

namespace pharos::gateway {
namespace {

Json json_of(const HttpAnswer& answer, const std::string& url) {
  try {
    return Json::parse(answer.body);
  } catch (const Error&) {
    throw Error(ErrorKind::kUnavailable, origin_of(url) + " answered " + std::to_string(answer.status) +
                                             " with something else than JSON: check the gateway's address");
  }
}

}  // namespace

Payload json_payload(std::string json) { return {"application/json", std::move(json)}; }

JsonApi::JsonApi(std::string url, HttpPolicy policy, Headers headers)
    : url_(std::move(url)), client_(std::make_unique<HttpClient>(std::move(policy))), headers_(std::move(headers)) {
  headers_.emplace_back("User-Agent", "Pharos");
  headers_.emplace_back("Accept", "application/json");
}

Json JsonApi::get(const std::string& path) const {
  const HttpAnswer answer = client_->send({"GET", url_ + path, headers_, ""});
  if (answer.status < 200 || answer.status > 299) throw Refusal(answer, url_);
  return json_of(answer, url_);
}

Json JsonApi::send(const std::string& method, const std::string& path, Payload payload, const Headers& more) const {
  HttpRequest request{method, url_ + path, headers_, std::move(payload.bytes)};
  request.headers.emplace_back("Content-Type", payload.content_type);
  request.headers.insert(request.headers.end(), more.begin(), more.end());
  const HttpAnswer answer = client_->send(request);
  if (answer.status < 200 || answer.status > 299) throw Refusal(answer, url_);
  return json_of(answer, url_);
}

std::string query_value(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

std::string number_text(const Json& value) {
  const std::string text = value.is_number() ? std::to_string(value.integer()) : value.string();
  return is_number(text) ? text : "";
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 18 && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace pharos::gateway
