// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/desk/routing.h"

namespace pharos::desk {

/// From this confidence on a category is acted upon.
inline constexpr double kSureFrom = .5;

/// Which category the known texts near a ticket, and the reader's choice, speak for. A value type.
struct CategoryVote {
  std::string category;
  double confidence = 0;  ///< how often such a vote is right
  std::vector<std::string> reasons;
};

/// Neighbours best first. Pure.
CategoryVote vote_on_category(std::string_view chosen, const std::vector<Neighbour>& neighbours);

}  // namespace pharos::desk
