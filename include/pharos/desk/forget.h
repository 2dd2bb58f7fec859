// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pharos/base/time.h"
#include "pharos/desk/attachments.h"
#include "pharos/desk/store.h"

namespace pharos::desk {

/// What was removed. A value type.
struct Forgotten {
  std::int64_t tickets = 0, files = 0;
  std::int64_t rows = 0;               ///< searches and views removed, votes and questions no longer tied to anybody
  std::vector<std::string> elsewhere;  ///< what the support team's systems still hold: "desk 4711 https://..."
};

/// Removes a ticket with its messages, files and hand-overs, and what was kept of the browser session it came from.
/// Throws Error{not_found} for an unknown code. A damaged ticket is removed as well.
Forgotten forget_ticket(Store& store, AttachmentStore& files, const Clock& clock, const std::string& code);

/// Removes what was kept of a browser session, its tickets too. Of an unknown one nothing is removed.
Forgotten forget_session(Store& store, AttachmentStore& files, const Clock& clock, const std::string& session);

}  // namespace pharos::desk
