// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/time.h"
#include "pharos/desk/events.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/tickets.h"

// What readers did, summed up for editors and operators, in memory. Pure readers of a store; thread-safe. Nothing here
// throws but what reading the store throws; damaged tickets are left out.
namespace pharos::insight {

/// From its first second to the last one before `to`.
struct Period {
  UtcTime from, to;
};

/// A search that did not help, with how often. Texts are the same when they differ in case, width and spaces only; a
/// session that searched the same more than once (the next page, the way back) counts once, as its best try.
struct SearchRow {
  std::string text, language;  ///< as it was written most often
  std::int64_t searches = 0;
  std::int64_t sessions = 0;        ///< of those that could be followed
  std::int64_t without_result = 0;  ///< nothing was found
  std::int64_t without_click = 0;   ///< hits, but the session opened none of them
  std::int64_t handed_over = 0;     ///< a human was offered first
};
/// Searches that found nothing, or whose hits nobody opened (of sessions that could be followed), most first.
std::vector<SearchRow> failing_searches(desk::Store& store, Period period, std::size_t most);

struct ArticleRow {
  std::string article, language;
  desk::RatingSummary summary;        ///< of the period's votes on the current major revision
  double surely_unhelpful = 0;        ///< lower end of the Wilson interval of "not helpful"
  std::int64_t views = 0;             ///< in the period
  std::vector<std::string> comments;  ///< newest first, at most five
};
/// Articles that somebody called not helpful, by how surely they are not, worst first, with reasons and comments. Votes
/// on an earlier major revision do not count: since then somebody has rewritten it.
std::vector<ArticleRow> unhelpful_articles(desk::Store& store, Period period, std::size_t most);

struct EscalationRow {
  std::string category, language;  ///< category is empty where routing was unsure
  std::int64_t tickets = 0, urgent = 0, unsure = 0;
  std::int64_t handed_on = 0;
  double median_seconds_to_hand_over = 0;  ///< of those handed on; 0 without
};
/// Questions that ended in a ticket, by category and language, most first.
std::vector<EscalationRow> escalations(desk::Store& store, Period period);

/// A share with its 95 % Wilson interval. All are 0 when there is nothing to share.
struct Share {
  std::int64_t of = 0, all = 0;
  double value = 0, low = 0, high = 0;
};
struct ServiceRates {
  Share self_service;         ///< sessions that searched, then opened an article, and no ticket within 24 hours
  Share escalation;           ///< sessions that searched and opened a ticket within 24 hours of what they did
  Share hand_over_offered;    ///< searches that offered a human first
  std::int64_t sessions = 0;  ///< that searched in the period and could be followed
  std::int64_t still_open_sessions = 0;  ///< of them those whose 24 hours are not over; in no share of sessions
  std::int64_t searches = 0;
  std::int64_t untracked_searches = 0;  ///< of nobody's session: readers who are not to be followed
  std::int64_t tickets = 0;             ///< opened in the period, with or without a search
  std::optional<double> median_seconds_to_hand_over, p95_seconds_to_hand_over;  ///< of tickets handed on
};
/// Counted conservatively: a session counts when 24 hours have passed since the last thing it did (of the period and a
/// day beyond) without leaving anything open; a ticket opened within 24 hours before a search is no self-service
/// either.
ServiceRates service_rates(desk::Store& store, Period period, UtcTime now);

/// The reports by name, for the command line and the API: "searches", "articles", "escalations", "rates".
struct Table {
  std::string name;   ///< one of report_names()
  std::string title;  ///< in plain English
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< texts as readers wrote them: escape before showing
};
const std::vector<std::string_view>& report_names();
/// Percentages have one digit behind the point and no sign; times are whole seconds; what is not known is empty. At
/// most `most` rows. Throws Error{not_found} for a name that is not one.
Table report(std::string_view name, desk::Store& store, Period period, UtcTime now, std::size_t most);

}  // namespace pharos::insight
