// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include "insight/hand_over_time.h"
#include "insight/middle_values.h"
#include "pharos/insight/reports.h"

namespace pharos::insight {

std::vector<EscalationRow> escalations(desk::Store& store, Period period) {
  std::map<std::pair<std::string, std::string>, std::pair<EscalationRow, std::vector<double>>> groups;
  desk::Tickets(store, system_clock()).for_each(period.from, period.to, [&](const desk::Ticket& ticket) {
    auto& [row, waits] = groups[{ticket.routing.category, ticket.language}];
    row.category = ticket.routing.category;
    row.language = ticket.language;
    ++row.tickets;
    row.urgent += ticket.routing.urgent ? 1 : 0;
    row.unsure += ticket.routing.unsure ? 1 : 0;
    const auto wait = seconds_to_hand_over(ticket);
    if (!wait) return;
    ++row.handed_on;
    waits.push_back(*wait);
  });
  std::vector<EscalationRow> rows;
  for (auto& [key, group] : groups) {
    group.first.median_seconds_to_hand_over = median(std::move(group.second)).value_or(0);
    rows.push_back(std::move(group.first));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const EscalationRow& a, const EscalationRow& b) { return a.tickets > b.tickets; });
  return rows;
}

}  // namespace pharos::insight
