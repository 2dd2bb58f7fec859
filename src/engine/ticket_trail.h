// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pharos/desk/events.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/ticket.h"
#include "pharos/engine/views.h"

namespace pharos::engine {

/// What the session searched, read and rated, and the incidents that were shown, oldest first.
std::vector<desk::TrailEntry> ticket_trail(const std::vector<desk::SearchEvent>& searches,
                                           const std::vector<desk::ViewEvent>& views,
                                           const std::vector<desk::RatingRecord>& ratings,
                                           const std::vector<NoticeView>& notices, UtcTime now);

}  // namespace pharos::engine
