// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

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

/// As much of a text as a search takes: whole words where there are spaces.
std::string as_query(std::string_view text);

}  // namespace pharos::engine
