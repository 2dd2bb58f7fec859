// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/typed_searches.h"

#include <utility>

namespace pharos::engine {
namespace {

// Some megabytes at most; on a busy site the last minute or so.
constexpr std::size_t kMost = 4000;
constexpr std::chrono::minutes kLongest{30};

}  // namespace

void TypedSearches::put(desk::SearchEvent event) {
  if (event.id.empty()) return;
  const std::chrono::milliseconds now = clock_.now();
  const std::lock_guard lock(mutex_);
  while (!order_.empty()) {
    const auto oldest = by_id_.find(order_.front());
    const bool stays = oldest != by_id_.end() && now - oldest->second.at < kLongest && order_.size() < kMost;
    if (stays) break;
    if (oldest != by_id_.end()) by_id_.erase(oldest);
    order_.pop_front();
  }
  order_.push_back(event.id);
  std::string id = event.id;
  by_id_.insert_or_assign(std::move(id), Typed{std::move(event), now});
}

std::optional<desk::SearchEvent> TypedSearches::take(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  const bool fresh = clock_.now() - found->second.at < kLongest;
  std::optional<desk::SearchEvent> event;
  if (fresh) event = std::move(found->second.event);
  by_id_.erase(found);
  return event;
}

}  // namespace pharos::engine
