// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/desk/routing.h"
#include "pharos/engine/help_center.h"

namespace pharos::engine {

/// Routes tickets by the rules of the generation being served and by the articles nearest to them. Thread-safe.
class TicketRouter {
 public:
  explicit TicketRouter(const HelpCenter& help_center) : help_center_(help_center) {}

  desk::Routing route(const Language& language, const std::string& subject, const std::string& message,
                      const std::string& chosen_category);

 private:
  std::shared_ptr<const desk::Router> router();

  const HelpCenter& help_center_;
  std::mutex mutex_;  // guards the two below
  std::string generation_;
  std::shared_ptr<const desk::Router> router_;
};

/// How many of the articles found have a say in a ticket's category. Measured with `pharos eval --routing`: more blur
/// the small categories, fewer are at the mercy of the first.
inline constexpr std::size_t kRoutingNeighbours = 10;

/// The articles nearest to the text, best first, by their keys; none for a text that cannot be searched.
std::vector<desk::Neighbour> nearest_articles(const HelpCenter& help_center, const Language& language,
                                              const std::string& text);

/// As much of a text as a search takes: whole words where there are spaces.
std::string as_query(std::string_view text);

}  // namespace pharos::engine
