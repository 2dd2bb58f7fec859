// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pharos/base/diagnostic.h"
#include "pharos/content/library.h"

namespace pharos::engine {

/// Holds every article's `expects` (queries that must find it, with the worst rank allowed) against a real search:
/// builds an index of the library in a temporary folder and asks. One diagnostic (rule "expects-missed") for each query
/// that fails, saying what rank it has and what comes first. Nothing is built when no article expects anything.
Diagnostics check_expectations(const content::Library& library);

}  // namespace pharos::engine
