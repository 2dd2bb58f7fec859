// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "pharos/base/time.h"
#include "pharos/desk/store.h"

namespace pharos::desk {

/// A search as reports need it. A value type.
struct SearchEvent {
  std::string id;       ///< the search_id given to the reader
  std::string session;  ///< empty: nobody's
  std::string text;     ///< personal data masked
  std::string language;
  std::string category;            ///< narrowed to, or empty
  std::vector<std::string> shown;  ///< keys of the hits on the page, best first
  std::int64_t total = 0;
  double confidence = 0;
  bool rescued = false;      ///< something was rewritten
  bool handed_over = false;  ///< a human was offered first
  UtcTime at;
};

/// An article that was opened. A value type.
struct ViewEvent {
  std::string session, article, language;
  std::string search_id;  ///< of the search whose hit was clicked, or empty
  std::int64_t rank = 0;  ///< of that hit, 1-based; 0 without a search
  UtcTime at;
};

/// What readers searched and read, kept without personal data for some days. Recording never waits and may lose events
/// under pressure: they are for reports only. Thread-safe.
class Events {
 public:
  explicit Events(Store& store) : store_(store) {}

  /// Masks personal data in the text before anything is kept.
  void record(const SearchEvent& event);
  void record(const ViewEvent& event);

  void for_each_search(UtcTime from, UtcTime to, const std::function<void(const SearchEvent&)>& take) const;
  void for_each_view(UtcTime from, UtcTime to, const std::function<void(const ViewEvent&)>& take) const;
  /// Of one session, oldest first: for a ticket's trail.
  std::vector<SearchEvent> searches_of(const std::string& session, std::size_t most) const;
  std::vector<ViewEvent> views_of(const std::string& session, std::size_t most) const;

  /// Removes events before the moment; how many.
  std::int64_t expire(UtcTime before);
  /// Removes all that is kept of a session, votes' and questions' link to it too; how many rows were changed.
  std::int64_t forget_session(const std::string& session);

 private:
  Store& store_;
};

}  // namespace pharos::desk
