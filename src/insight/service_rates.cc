// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "insight/hand_over_time.h"
#include "insight/middle_values.h"
#include "pharos/insight/reports.h"

namespace pharos::insight {
namespace {

constexpr std::int64_t kDay = 86400;

struct Session {
  std::int64_t first_search = 0;
  std::vector<std::int64_t> doings;  ///< when it searched or opened an article, oldest first
  bool opened = false;               ///< an article, after it searched
  bool ticket_after = false;         ///< within a day of something it did
  bool ticket_before = false;        ///< within a day before it searched
};

using Sessions = std::unordered_map<std::string, Session>;

Share share(std::int64_t of, std::int64_t all) {
  Share result;
  result.of = of;
  result.all = all;
  if (all == 0) return result;
  result.value = static_cast<double>(of) / static_cast<double>(all);
  result.low = desk::wilson_lower_bound(of, all);
  result.high = 1 - desk::wilson_lower_bound(all - of, all);
  return result;
}

// Only sessions that searched in the period; what they did in the day after it belongs to them too.
Sessions sessions_of(desk::Store& store, Period period, ServiceRates& rates, std::int64_t& offered) {
  const desk::Events events(store);
  Sessions sessions;
  const UtcTime day_after{period.to.seconds + kDay};
  events.for_each_search(period.from, period.to, [&](const desk::SearchEvent& event) {
    ++rates.searches;
    offered += event.handed_over ? 1 : 0;
    if (event.session.empty()) {
      ++rates.untracked_searches;
      return;
    }
    Session& session = sessions[event.session];
    if (session.doings.empty()) session.first_search = event.at.seconds;
    session.doings.push_back(event.at.seconds);
  });
  const auto did = [&](const std::string& id, UtcTime at) -> Session* {
    const auto found = sessions.find(id);
    if (found == sessions.end()) return nullptr;
    found->second.doings.push_back(at.seconds);
    return &found->second;
  };
  events.for_each_search(period.to, day_after, [&](const desk::SearchEvent& event) { did(event.session, event.at); });
  events.for_each_view(period.from, day_after, [&](const desk::ViewEvent& view) {
    Session* session = did(view.session, view.at);
    if (session != nullptr) session->opened = session->opened || view.at.seconds >= session->first_search;
  });
  for (auto& [id, session] : sessions) std::sort(session.doings.begin(), session.doings.end());
  return sessions;
}

void note_ticket(Sessions& sessions, const desk::Ticket& ticket) {
  const auto found = sessions.find(ticket.session);
  if (found == sessions.end()) return;
  Session& session = found->second;
  const std::int64_t at = ticket.at.seconds;
  // The last thing that was done before it.
  const auto next = std::upper_bound(session.doings.begin(), session.doings.end(), at);
  if (next != session.doings.begin() && at >= session.first_search) {
    session.ticket_after = session.ticket_after || at - *(next - 1) < kDay;
  }
  session.ticket_before = session.ticket_before || (next != session.doings.end() && *next - at < kDay);
}

}  // namespace

ServiceRates service_rates(desk::Store& store, Period period, UtcTime now) {
  ServiceRates rates;
  std::int64_t offered = 0;
  Sessions sessions = sessions_of(store, period, rates, offered);

  std::vector<double> waits;
  desk::Tickets(store, system_clock())
      .for_each({period.from.seconds - kDay}, {period.to.seconds + 2 * kDay}, [&](const desk::Ticket& ticket) {
        note_ticket(sessions, ticket);
        if (ticket.at < period.from || ticket.at >= period.to) return;
        ++rates.tickets;
        if (const auto wait = seconds_to_hand_over(ticket)) waits.push_back(*wait);
      });

  std::int64_t counted = 0;
  std::int64_t served = 0;
  std::int64_t escalated = 0;
  for (const auto& [id, session] : sessions) {
    ++rates.sessions;
    // Left out with a ticket too: counting them early only where they end badly would be no share of anything.
    if (now.seconds < session.doings.back() + kDay) {
      ++rates.still_open_sessions;
      continue;
    }
    ++counted;
    escalated += session.ticket_after ? 1 : 0;
    served += session.opened && !session.ticket_after && !session.ticket_before ? 1 : 0;
  }
  rates.self_service = share(served, counted);
  rates.escalation = share(escalated, counted);
  rates.hand_over_offered = share(offered, rates.searches);
  rates.median_seconds_to_hand_over = median(waits);
  rates.p95_seconds_to_hand_over = percentile(std::move(waits), .95);
  return rates;
}

}  // namespace pharos::insight
