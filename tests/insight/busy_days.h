// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "desk/test_store.h"
#include "pharos/desk/events.h"
#include "pharos/desk/outbox.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/tickets.h"
#include "pharos/insight/reports.h"

namespace pharos::insight {

inline const UtcTime kMonday{1772409600};  // 2026-03-02, midnight
inline constexpr std::int64_t kHour = 3600;
inline constexpr std::int64_t kDaySeconds = 24 * kHour;

/// A desk in which a test lets readers do things, in the order of time.
class BusyDays {
 public:
  explicit BusyDays(const std::string& kind = "sqlite")
      : store_(kind), events_(*store_), ratings_(*store_, time_.wall()), tickets_(*store_, time_.wall()) {}

  desk::Store& store() { return *store_; }
  UtcTime now() const { return time_.wall().now(); }
  /// Goes on to so many seconds after Monday began.
  void at(std::int64_t seconds) { time_.advance(std::chrono::seconds(kMonday.seconds + seconds - now().seconds)); }

  std::string search(const std::string& session, const std::string& text, std::int64_t total = 1,
                     bool handed_over = false, const std::string& language = "en") {
    desk::SearchEvent event;
    event.id = "s-" + std::to_string(++searches_);
    event.session = session;
    event.text = text;
    event.language = language;
    event.total = total;
    event.handed_over = handed_over;
    event.at = now();
    events_.record(event);
    store_->flush();
    return event.id;
  }

  void open(const std::string& session, const std::string& article = "fees", const std::string& search_id = "",
            const std::string& language = "en") {
    desk::ViewEvent event;
    event.session = session;
    event.article = article;
    event.language = language;
    event.search_id = search_id;
    event.rank = search_id.empty() ? 0 : 1;
    event.at = now();
    events_.record(event);
    store_->flush();
  }

  std::string ticket(const std::string& session, const std::string& category = "deposits", bool urgent = false,
                     const std::string& language = "en", bool unsure = false) {
    desk::Ticket ticket;
    ticket.session = session;
    ticket.language = language;
    ticket.message = "please help";
    ticket.routing.category = category;
    ticket.routing.urgent = urgent;
    ticket.routing.unsure = unsure;
    return tickets_.open(ticket, {}, "file").ticket.code;
  }

  /// All tickets that wait are taken by the support team's system now.
  void hand_over() {
    desk::Outbox outbox(*store_, time_.wall());
    for (const desk::OutboxRow& row : outbox.lease("file", "test", std::chrono::seconds(60), 100)) {
      outbox.delivered(row, "test", "remote " + row.code, "", {});
    }
  }

  desk::RatingReceipt rate(const std::string& article, bool helpful, const std::string& reason = "",
                           const std::string& comment = "", const std::string& revision = "r1",
                           const std::string& text = "the text", const std::string& agent = "Firefox") {
    desk::RatedArticle rated(ArticleKey::require(article), Language::require("en"));
    rated.revision = revision;
    rated.sketch = desk::text_sketch(text);
    desk::Rating rating(rated);
    rating.helpful = helpful;
    rating.reason = reason;
    rating.comment = comment;
    return ratings_.rate(rating, {"10.0." + std::to_string(++readers_ % 250) + ".1", agent, ""});
  }

 private:
  SimulatedTime time_{kMonday};
  desk::TestStore store_;
  desk::Events events_;
  desk::Ratings ratings_;
  desk::Tickets tickets_;
  int searches_ = 0;
  int readers_ = 0;
};

inline Period day(int number) {
  return {{kMonday.seconds + number * kDaySeconds}, {kMonday.seconds + (number + 1) * kDaySeconds}};
}

}  // namespace pharos::insight
