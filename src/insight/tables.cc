// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "pharos/base/error.h"
#include "pharos/insight/reports.h"

namespace pharos::insight {
namespace {

using Row = std::vector<std::string>;

std::string number(std::int64_t value) { return std::to_string(value); }
std::string seconds(double value) { return std::to_string(std::llround(value)); }

std::string percent(double share) {
  std::array<char, 16> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.1f", 100 * share);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : " | ") + text;
  return out;
}

// Most frequent first.
std::string reasons_of(const std::map<std::string, std::int64_t>& reasons) {
  std::vector<std::pair<std::string, std::int64_t>> sorted(reasons.begin(), reasons.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [reason, count] : sorted) out += (out.empty() ? "" : ", ") + reason + " " + number(count);
  return out;
}

Table searches(desk::Store& store, Period period, UtcTime, std::size_t most) {
  Table table;
  table.title = "Searches that found nothing, or whose hits nobody opened";
  table.columns = {"text", "language", "searches", "sessions", "without_result", "without_click", "handed_over"};
  for (const SearchRow& row : failing_searches(store, period, most)) {
    table.rows.push_back({row.text, row.language, number(row.searches), number(row.sessions),
                          number(row.without_result), number(row.without_click), number(row.handed_over)});
  }
  return table;
}

Table articles(desk::Store& store, Period period, UtcTime, std::size_t most) {
  Table table;
  table.title = "Articles that readers call not helpful, worst first";
  table.columns = {"article",   "language", "not_helpful", "helpful", "surely_not_helpful_percent",
                   "set_aside", "views",    "reasons",     "comments"};
  for (const ArticleRow& row : unhelpful_articles(store, period, most)) {
    table.rows.push_back({row.article, row.language, number(row.summary.unhelpful), number(row.summary.helpful),
                          percent(row.surely_unhelpful), number(row.summary.set_aside), number(row.views),
                          reasons_of(row.summary.reasons), joined(row.comments)});
  }
  return table;
}

Table escalated(desk::Store& store, Period period, UtcTime, std::size_t most) {
  Table table;
  table.title = "Questions that ended in a ticket, by category and language";
  table.columns = {"category", "language", "tickets", "urgent", "unsure", "handed_on", "median_seconds_to_hand_over"};
  for (const EscalationRow& row : escalations(store, period)) {
    if (table.rows.size() >= most) break;
    table.rows.push_back({row.category, row.language, number(row.tickets), number(row.urgent), number(row.unsure),
                          number(row.handed_on), row.handed_on == 0 ? "" : seconds(row.median_seconds_to_hand_over)});
  }
  return table;
}

Row share_row(const char* measure, const Share& share) {
  if (share.all == 0) return {measure, "", "", "", number(share.of), number(share.all)};
  return {measure, percent(share.value), percent(share.low), percent(share.high), number(share.of), number(share.all)};
}

Row value_row(const char* measure, const std::string& value) { return {measure, value, "", "", "", ""}; }

std::string optional_seconds(const std::optional<double>& value) { return value ? seconds(*value) : ""; }

Table rates(desk::Store& store, Period period, UtcTime now, std::size_t most) {
  const ServiceRates rates = service_rates(store, period, now);
  Table table;
  table.title = "How many readers help themselves, with 95 % intervals";
  table.columns = {"measure", "value", "low", "high", "of", "all"};
  table.rows = {
      share_row("self_service_percent", rates.self_service),
      share_row("escalation_percent", rates.escalation),
      share_row("hand_over_offered_percent", rates.hand_over_offered),
      value_row("sessions", number(rates.sessions)),
      value_row("still_open_sessions", number(rates.still_open_sessions)),
      value_row("searches", number(rates.searches)),
      value_row("untracked_searches", number(rates.untracked_searches)),
      value_row("tickets", number(rates.tickets)),
      value_row("median_seconds_to_hand_over", optional_seconds(rates.median_seconds_to_hand_over)),
      value_row("p95_seconds_to_hand_over", optional_seconds(rates.p95_seconds_to_hand_over)),
  };
  if (table.rows.size() > most) table.rows.resize(most);
  return table;
}

struct Report {
  std::string_view name;
  Table (*make)(desk::Store& store, Period period, UtcTime now, std::size_t most);
};

constexpr std::array<Report, 4> kReports = {
    {{"searches", searches}, {"articles", articles}, {"escalations", escalated}, {"rates", rates}}};

}  // namespace

const std::vector<std::string_view>& report_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Report& report : kReports) all.push_back(report.name);
    return all;
  }();
  return names;
}

Table report(std::string_view name, desk::Store& store, Period period, UtcTime now, std::size_t most) {
  std::string known;
  for (const Report& row : kReports) {
    if (row.name == name) {
      Table table = row.make(store, period, now, most);
      table.name = name;
      return table;
    }
    known += (known.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error(ErrorKind::kNotFound, "there is no such report; there are " + known);
}

}  // namespace pharos::insight
