// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "pharos/desk/ticket.h"

namespace pharos::insight {

/// Seconds from opening to handing on, by the clock on the wall: it may have been set back in between, or be another
/// server's, so never less than none.
inline std::optional<double> seconds_to_hand_over(const desk::Ticket& ticket) {
  if (!ticket.handed_on) return std::nullopt;
  return static_cast<double>(std::max<std::int64_t>(0, ticket.handed_on->seconds - ticket.at.seconds));
}

}  // namespace pharos::insight
