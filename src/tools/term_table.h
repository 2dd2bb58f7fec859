// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pharos/engine/term_suggestions.h"

namespace pharos::tools {

/// Suggestions for the glossary, for editors: one after another, with why and where from.
std::string term_table(const std::vector<engine::TermSuggestion>& suggestions);

/// The same as {"suggestions":[...]}.
std::string term_json(const std::vector<engine::TermSuggestion>& suggestions);

}  // namespace pharos::tools
