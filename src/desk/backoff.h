// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "pharos/desk/dispatcher.h"

namespace pharos::desk {

/// How long a row waits after its `failures`-th failed attempt: anything from nothing to first_wait doubled with each
/// failure, at most most_wait ("full jitter", Brooker 2015: those who failed together do not come back together); but
/// not less than the target asked for, as far as that is within most_wait. At least a second. `random` is in [0, 1).
/// Pure.
std::chrono::seconds backoff_wait(const DispatchPolicy& policy, std::int64_t failures, double random,
                                  std::optional<std::chrono::seconds> asked_for);

}  // namespace pharos::desk
