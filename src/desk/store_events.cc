// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <memory>
#include <utility>

#include "desk/kept_text.h"
#include "desk/store_session.h"
#include "desk/transaction.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/desk/events.h"

namespace pharos::desk {
namespace {

// Whatever a caller passes on: an event is small.
constexpr std::size_t kMostTextBytes = 1024;
constexpr std::size_t kMostIdBytes = 128;
constexpr std::size_t kMostKeyBytes = 512;
constexpr std::size_t kMostShown = 50;
constexpr std::int64_t kPage = 1000;

constexpr std::string_view kSearch =
    "SELECT at, id, session, text, language, category, shown, total, confidence, rescued, handed_over FROM searches ";
constexpr std::string_view kView = "SELECT at, id, session, article, language, search_id, rank FROM views ";

std::string shown_json(const std::vector<std::string>& keys) {
  JsonWriter json;
  json.begin_array();
  for (std::size_t i = 0; i < keys.size() && i < kMostShown; ++i) json.value(kept_text(keys[i], kMostKeyBytes));
  json.end_array();
  return json.take();
}

std::vector<std::string> parse_shown(const std::string& json) {
  try {
    return Json::parse(json).strings();
  } catch (const Error&) {
    return {};  // reports live with a damaged row
  }
}

SearchEvent search_of(const SqlRow& row) {
  SearchEvent event;
  event.at = {row.integer(0)};
  event.id = row.text(1);
  event.session = row.text(2);
  event.text = row.text(3);
  event.language = row.text(4);
  event.category = row.text(5);
  event.shown = parse_shown(row.text(6));
  event.total = row.integer(7);
  event.confidence = row.number(8);
  event.rescued = row.flag(9);
  event.handed_over = row.flag(10);
  return event;
}

ViewEvent view_of(const SqlRow& row) {
  ViewEvent event;
  event.at = {row.integer(0)};
  event.session = row.text(2);
  event.article = row.text(3);
  event.language = row.text(4);
  event.search_id = row.text(5);
  event.rank = row.integer(6);
  return event;
}

// Page by page in the order of (at, id), the first two columns, so that a year of events does not fill the memory.
void for_each_row(const Store& store, std::string_view select, UtcTime from, UtcTime to,
                  const std::function<void(const SqlRow&)>& take) {
  store.read([&](Transaction& transaction) {
    std::int64_t at = from.seconds;
    std::string id;
    for (bool more = true; more;) {
      const auto rows =
          transaction.query(std::string(select) + "WHERE at < ? AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?",
                            {to.seconds, at, id, kPage});
      for (const SqlRow& row : rows) take(row);
      more = static_cast<std::int64_t>(rows.size()) == kPage;
      if (!more) break;
      at = rows.back().integer(0);
      id = rows.back().text(1);
    }
  });
}

template <class Event>
std::vector<Event> of_session(const Store& store, std::string_view select, const std::string& session, std::size_t most,
                              Event (*parse)(const SqlRow&)) {
  std::vector<Event> events;
  if (session.empty()) return events;
  store.read([&](Transaction& transaction) {
    events.clear();
    for (const SqlRow& row : transaction.query(std::string(select) + "WHERE session = ? ORDER BY at, id LIMIT ?",
                                               {kept_text(session, kMostIdBytes), static_cast<std::int64_t>(most)})) {
      events.push_back(parse(row));
    }
  });
  return events;
}

}  // namespace

void Events::record(const SearchEvent& event) {
  std::vector<SqlValue> row = {
      event.id.empty() ? random_hex(8) : kept_text(event.id, kMostIdBytes),
      kept_text(event.session, kMostIdBytes),
      masked_text(event.text, kMostTextBytes),
      kept_text(event.language, kMostIdBytes),
      kept_text(event.category, kMostKeyBytes),
      shown_json(event.shown),
      event.total,
      event.confidence,
      std::int64_t{event.rescued},
      std::int64_t{event.handed_over},
      event.at.seconds,
  };
  store_.write_later([row = std::move(row)](Transaction& transaction) {
    transaction.execute(
        "INSERT INTO searches (id, session, text, language, category, shown, total, confidence, rescued, handed_over, "
        "at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        row);
  });
}

void Events::record(const ViewEvent& event) {
  std::vector<SqlValue> row = {
      random_hex(8),
      kept_text(event.session, kMostIdBytes),
      kept_text(event.article, kMostKeyBytes),
      kept_text(event.language, kMostIdBytes),
      kept_text(event.search_id, kMostIdBytes),
      event.rank,
      event.at.seconds,
  };
  store_.write_later([row = std::move(row)](Transaction& transaction) {
    transaction.execute(
        "INSERT INTO views (id, session, article, language, search_id, rank, at) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING",
        row);
  });
}

void Events::for_each_search(UtcTime from, UtcTime to, const std::function<void(const SearchEvent&)>& take) const {
  for_each_row(store_, kSearch, from, to, [&take](const SqlRow& row) { take(search_of(row)); });
}

void Events::for_each_view(UtcTime from, UtcTime to, const std::function<void(const ViewEvent&)>& take) const {
  for_each_row(store_, kView, from, to, [&take](const SqlRow& row) { take(view_of(row)); });
}

std::vector<SearchEvent> Events::searches_of(const std::string& session, std::size_t most) const {
  return of_session(store_, kSearch, session, most, search_of);
}

std::vector<ViewEvent> Events::views_of(const std::string& session, std::size_t most) const {
  return of_session(store_, kView, session, most, view_of);
}

std::int64_t Events::expire(UtcTime before) {
  std::int64_t removed = 0;
  store_.write([&](Transaction& transaction) {
    removed = transaction.execute("DELETE FROM searches WHERE at < ?", {before.seconds});
    removed += transaction.execute("DELETE FROM views WHERE at < ?", {before.seconds});
  });
  return removed;
}

std::int64_t Events::forget_session(const std::string& session) {
  // What nobody's session did is linked to nobody.
  if (session.empty()) return 0;
  std::int64_t changed = 0;
  store_.write(
      [&](Transaction& transaction) { changed = unlink_session(transaction, kept_text(session, kMostIdBytes)); });
  return changed;
}

}  // namespace pharos::desk
