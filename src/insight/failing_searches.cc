// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "pharos/insight/reports.h"
#include "pharos/text/fold.h"

namespace pharos::insight {
namespace {

constexpr std::int64_t kDay = 86400;

/// What one session, or a reader who is not followed, found for one text.
struct Try {
  std::vector<std::string> ids;
  bool found = false;
  bool handed_over = false;
};

struct Wanted {
  std::map<std::string, std::int64_t> spellings;
  std::map<std::string, Try> by_session;
  std::vector<Try> untracked;
};

// Case and width fold away, and normalize_query() leaves single spaces.
std::string sameness(const std::string& text) {
  return text::to_utf8(text::fold(text::normalize_query(text), text::kFoldNone).text);
}

void add(Try& attempt, const desk::SearchEvent& event) {
  attempt.ids.push_back(event.id);
  attempt.found = attempt.found || event.total > 0;
  attempt.handed_over = attempt.handed_over || event.handed_over;
}

void count(SearchRow& row, const Try& attempt) {
  ++row.searches;
  row.without_result += attempt.found ? 0 : 1;
  row.handed_over += attempt.handed_over ? 1 : 0;
}

std::string most_frequent(const std::map<std::string, std::int64_t>& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

std::vector<SearchRow> failing_searches(desk::Store& store, Period period, std::size_t most) {
  const desk::Events events(store);
  std::map<std::pair<std::string, std::string>, Wanted> wanted;  // by language and text
  events.for_each_search(period.from, period.to, [&](const desk::SearchEvent& event) {
    Wanted& texts = wanted[{event.language, sameness(event.text)}];
    ++texts.spellings[event.text];
    if (event.session.empty()) {
      add(texts.untracked.emplace_back(), event);
    } else {
      add(texts.by_session[event.session], event);
    }
  });
  // A hit may be opened after the period's end. Somebody else who was sent the address is another session.
  std::set<std::pair<std::string, std::string>> clicked;
  events.for_each_view(period.from, {period.to.seconds + kDay}, [&](const desk::ViewEvent& view) {
    if (!view.search_id.empty() && !view.session.empty()) clicked.emplace(view.session, view.search_id);
  });

  std::vector<SearchRow> rows;
  for (const auto& [language_and_text, texts] : wanted) {
    SearchRow row;
    row.text = most_frequent(texts.spellings);
    row.language = language_and_text.first;
    row.sessions = static_cast<std::int64_t>(texts.by_session.size());
    for (const Try& attempt : texts.untracked) count(row, attempt);
    for (const auto& [session, attempt] : texts.by_session) {
      count(row, attempt);
      const bool opened =
          std::any_of(attempt.ids.begin(), attempt.ids.end(), [&, who = session](const std::string& id) {
            return clicked.count({who, id}) > 0;
          });
      row.without_click += attempt.found && !opened ? 1 : 0;
    }
    if (row.without_result + row.without_click > 0) rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end(), [](const SearchRow& a, const SearchRow& b) {
    return std::make_tuple(-(a.without_result + a.without_click), -a.without_result, std::tie(a.language, a.text)) <
           std::make_tuple(-(b.without_result + b.without_click), -b.without_result, std::tie(b.language, b.text));
  });
  if (rows.size() > most) rows.resize(most);
  return rows;
}

}  // namespace pharos::insight
