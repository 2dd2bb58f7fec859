// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ticket_trail.h"

#include <algorithm>

namespace pharos::engine {
namespace {

std::string detail_of(const desk::SearchEvent& event) {
  std::string detail = event.language + ", " + std::to_string(event.total) + " found";
  if (!event.shown.empty()) detail += ", first " + event.shown.front();
  if (event.handed_over) detail += ", not sure";
  return detail;
}

std::string detail_of(const desk::ViewEvent& event) {
  return event.rank > 0 ? event.language + ", result " + std::to_string(event.rank) : event.language;
}

std::string detail_of(const desk::RatingRecord& rating) {
  std::string detail = rating.helpful ? "helpful" : "not helpful";
  if (!rating.reason.empty()) detail += ": " + rating.reason;
  if (!rating.comment.empty()) detail += " (" + rating.comment + ")";
  return detail;
}

}  // namespace

std::vector<desk::TrailEntry> ticket_trail(const std::vector<desk::SearchEvent>& searches,
                                           const std::vector<desk::ViewEvent>& views,
                                           const std::vector<desk::RatingRecord>& ratings,
                                           const std::vector<NoticeView>& notices, UtcTime now) {
  std::vector<desk::TrailEntry> trail;
  for (const desk::SearchEvent& event : searches) trail.push_back({"search", event.text, detail_of(event), event.at});
  for (const desk::ViewEvent& event : views) trail.push_back({"article", event.article, detail_of(event), event.at});
  for (const desk::RatingRecord& rating : ratings) {
    trail.push_back({"rating", rating.article, detail_of(rating), rating.at});
  }
  for (const NoticeView& notice : notices) {
    if (notice.active) trail.push_back({"incident", notice.title, notice.id, notice.started.value_or(now)});
  }
  std::stable_sort(trail.begin(), trail.end(),
                   [](const desk::TrailEntry& a, const desk::TrailEntry& b) { return a.at < b.at; });
  return trail;
}

}  // namespace pharos::engine
