// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "desk/transaction.h"
#include "pharos/base/time.h"
#include "pharos/desk/reader.h"

namespace pharos::desk {

/// What a reader is known by for at most 30 days: HMAC-SHA256 of the coarse address and the agent, with a salt that is
/// the same on all servers of a store and is forgotten when the next 30 days begin. 32 hexadecimal digits.
std::string reader_hash(Transaction& transaction, const Reader& reader, UtcTime now);

}  // namespace pharos::desk
