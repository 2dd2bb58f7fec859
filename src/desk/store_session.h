// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "desk/transaction.h"

namespace pharos::desk {

/// Removes a session's events, and its name from votes, questions and tickets, which stay. How many rows were changed.
std::int64_t unlink_session(Transaction& transaction, const std::string& session);

/// Who asked a question, for counting askers: the session, or without one the reader_hash().
std::string asker_of_session(const std::string& session);

}  // namespace pharos::desk
