// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "engine/field_checks.h"
#include "engine/rated_articles.h"
#include "engine/ticket_router.h"
#include "engine/typed_searches.h"
#include "pharos/engine/front_desk.h"

namespace pharos::engine {

struct FrontDesk::Impl {
  Impl(const HelpCenter& center, desk::Store& desk_store, desk::AttachmentStore& attachments, DeskOptions desk_options,
       const Clock& wall_clock, const MonotonicClock& monotonic);

  const HelpCenter& help_center;
  desk::Store& store;
  desk::AttachmentStore& files;
  DeskOptions options;
  const Clock& wall;
  desk::Ratings ratings;
  desk::Events events;
  desk::Questions questions;
  desk::Tickets tickets;
  desk::Outbox outbox;
  std::atomic<std::uint64_t> kept_ratings{0}, kept_questions{0}, kept_tickets{0}, kept_messages{0};
  desk::RateLimiter rating_limit, question_limit, ticket_limit, lookup_limit;
  TicketRouter router;
  TypedSearches typed;
  mutable RatedArticles rated;
  mutable std::mutex hooks_mutex;  // guards the three below
  std::string notice;
  std::function<void()> wake;
  std::function<std::vector<desk::TargetStatus>()> targets;

  /// The site's language for a tag; a fault of the field "language" where there is none.
  Language language(FieldChecks& checks, const std::string& tag) const;
  /// The category when the site has it; a fault otherwise. Empty stays empty.
  std::string category(FieldChecks& checks, const std::string& key, const Language& language) const;
  /// Name of the target that takes the queue.
  const std::string& target_for(const std::string& queue) const;
  void woken() const;
  /// A vote on the article as the reader saw it; `seen`: that revision, or empty for the present one.
  desk::Rating rating_of(const ArticleView& article, const std::string& seen) const;
  /// Of nobody, yet.
  desk::SearchEvent event_of(const search::Query& query, const search::SearchResult& result,
                             const std::string& search_id) const;
};

/// Takes one of the limiter's allowance for the reader, or throws Error{limited} that names what was limited, what was
/// lost by it, and when to come back.
void take_allowance(desk::RateLimiter& limiter, const desk::Reader& reader, std::string_view what,
                    std::string_view lost = ", and this one was not kept");

}  // namespace pharos::engine
