// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/json_answer.h"
#include "http/params.h"
#include "pharos/engine/front_desk.h"
#include "pharos/insight/reports.h"

namespace pharos::http {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::size_t kDefaultDays = 30;
constexpr std::size_t kMostDays = 3660;
constexpr std::size_t kDefaultRows = 100;
constexpr std::size_t kMostRows = 10'000;

}  // namespace

Response api_reports(const Context&, const Request&, const PathParameters&) {
  JsonWriter json;
  json.begin_object().key("reports").begin_array();
  for (const std::string_view name : insight::report_names()) json.value(name);
  json.end_array().end_object();
  return json_answer(json);
}

Response api_report(const Context& context, const Request& request, const PathParameters& parts) {
  Parameters parameters(request);
  const std::size_t days = parameters.number("days", kDefaultDays, 1, kMostDays);
  const std::size_t most = parameters.number("limit", kDefaultRows, 1, kMostRows);
  if (auto problem = parameters.problem()) return *std::move(problem);
  const UtcTime now = context.desk->clock().now();
  const insight::Period period{{now.seconds - static_cast<std::int64_t>(days) * kDay}, now};
  const insight::Table table = insight::report(parts.at("name"), context.desk->store(), period, now, most);
  JsonWriter json;
  json.begin_object().member("name", table.name).member("title", table.title);
  write_time(json, "from", period.from);
  write_time(json, "to", period.to);
  json.strings("columns", table.columns).key("rows").begin_array();
  for (const std::vector<std::string>& row : table.rows) {
    json.begin_array();
    for (const std::string& cell : row) json.value(cell);
    json.end_array();
  }
  json.end_array().end_object();
  return json_answer(json);
}

}  // namespace pharos::http
