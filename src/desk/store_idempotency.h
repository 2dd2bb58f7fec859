// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "desk/transaction.h"
#include "pharos/base/time.h"

namespace pharos::desk {

/// What an idempotency key was used for.
struct KeyUse {
  std::string code, message;
};
/// Takes the key for this ticket and message, at most one of all requests at the same time. Otherwise what it was used
/// for; keys from before `expired` count as unused. Throws Error{reused} when it came with another body.
std::optional<KeyUse> claim_key(Transaction& transaction, const std::string& key, const std::string& body,
                                const KeyUse& use, UtcTime now, UtcTime expired);
/// What the key was used for, without taking it; throws as claim_key() does.
std::optional<KeyUse> find_key(Transaction& transaction, const std::string& key, const std::string& body,
                               UtcTime expired);
std::int64_t remove_keys(Transaction& transaction, UtcTime expired);

}  // namespace pharos::desk
