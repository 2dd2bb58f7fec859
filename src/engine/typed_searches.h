// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "pharos/base/time.h"
#include "pharos/desk/events.h"

namespace pharos::engine {

/// Searches that a page made while somebody typed, kept in mind for a while: only one whose answer is opened was a
/// reader's search. Each letter typed makes one, so that they are forgotten, oldest first. Thread-safe.
class TypedSearches {
 public:
  explicit TypedSearches(const MonotonicClock& clock) : clock_(clock) {}

  void put(desk::SearchEvent event);
  /// Once; nothing for an id that is not known, or no more.
  std::optional<desk::SearchEvent> take(const std::string& id);

 private:
  struct Typed {
    desk::SearchEvent event;
    std::chrono::milliseconds at{0};
  };

  const MonotonicClock& clock_;
  std::mutex mutex_;  // guards the two below
  std::map<std::string, Typed> by_id_;
  std::deque<std::string> order_;  ///< oldest first; some may have been taken
};

}  // namespace pharos::engine
