// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/problem.h"

#include <algorithm>
#include <array>

#include "pharos/base/json.h"
#include "pharos/engine/front_desk.h"

namespace pharos::http {
namespace {

struct Row {
  int status;
  std::string_view type;
  std::string_view title;
};

// The first row stands for statuses that have none.
constexpr std::array<Row, 19> kRows = {{
    {500, "internal", "Something went wrong on our side"},
    {400, "bad-request", "The request cannot be understood"},
    {404, "not-found", "Not found"},
    {405, "method-not-allowed", "The method is not allowed here"},
    {409, "conflict", "The request conflicts with what is stored"},
    {411, "length-required", "The length of the body is missing"},
    {413, "body-too-large", "The body is too large"},
    {414, "address-too-long", "The address is too long"},
    {415, "unsupported-body", "The body is in a form that is not read"},
    {431, "header-too-large", "The header is too large"},
    {501, "not-implemented", "Not implemented"},
    {503, "unavailable", "Not available right now"},
    {505, "http-version", "This version of HTTP is not spoken"},
    {401, "unauthorized", "The operator's token is missing or wrong"},
    {403, "forbidden", "This is not allowed from there"},
    {422, "unprocessable", "The request was understood but cannot be done as it is"},
    {429, "too-many-requests", "Too many requests"},
    {507, "storage-full", "There is no room left to keep this"},
    {408, "timeout", "The request took too long to arrive"},
}};

constexpr std::string_view kTypePrefix = "urn:pharos:problem:";

const Row& row_of(int status) {
  const auto found = std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) { return row.status == status; });
  return found == kRows.end() ? kRows[0] : *found;
}

Response write(int status, std::string_view type, std::string_view title, std::string_view detail,
               std::string_view instance, const std::vector<Fault>& faults) {
  JsonWriter json;
  json.begin_object()
      .member("type", std::string(kTypePrefix) + std::string(type))
      .member("title", title)
      .member("status", status)
      .member("detail", detail)
      .member("instance", instance);
  if (!faults.empty()) {
    json.member("parameter", faults.front().parameter).key("errors").begin_array();
    for (const Fault& fault : faults) {
      json.begin_object().member("parameter", fault.parameter).member("message", fault.message).end_object();
    }
    json.end_array();
  }
  json.end_object();
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = json.take();
  return response;
}

}  // namespace

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalidArgument:
      return 400;
    case ErrorKind::kNotFound:
      return 404;
    case ErrorKind::kConflict:
      return 409;
    case ErrorKind::kUnavailable:
    case ErrorKind::kCorrupt:  // of the index or the store: a good one may come back
      return 503;
    case ErrorKind::kInternal:
      return 500;
    case ErrorKind::kLimited:
      return 429;
    case ErrorKind::kFull:
      return 507;
    case ErrorKind::kReused:
      return 422;
  }
  return 500;
}

Response problem(int status, std::string_view detail, std::string_view instance) {
  const Row& row = row_of(status);
  return write(status, row.type, row.title, detail, instance, {});
}

Response parameter_problem(const std::vector<Fault>& faults, std::string_view instance) {
  std::string detail;
  for (const Fault& fault : faults) {
    if (!detail.empty()) detail += ' ';
    detail += fault.message;
  }
  return write(400, "invalid-parameter", "A parameter is wrong", detail, instance, faults);
}

Response fields_problem(const engine::InvalidFields& invalid, std::string_view instance) {
  std::vector<Fault> faults;
  for (const engine::FieldFault& fault : invalid.faults()) faults.push_back({fault.field, fault.message});
  return parameter_problem(faults, instance);
}

void say_when(Response& response, std::int64_t retry_after) {
  if (retry_after > 0) response.headers.emplace_back("Retry-After", std::to_string(retry_after));
}

Response problem_of(const Error& error, std::string_view instance) {
  const int status = status_of(error.kind());
  if (error.kind() == ErrorKind::kInvalidArgument && !error.parameter().empty()) {
    return parameter_problem({{error.parameter(), error.what()}}, instance);
  }
  const std::string_view detail = status < 500    ? std::string_view(error.what())
                                  : status == 503 ? std::string_view("Try again in a moment.")
                                  : status == 507 ? std::string_view("Nothing was kept. Try again later.")
                                                  : std::string_view("The fault is in our log. Try again later.");
  Response response = problem(status, detail, instance);
  say_when(response, error.retry_after());
  return response;
}

}  // namespace pharos::http
