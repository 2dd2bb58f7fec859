// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/engine/help_center.h"

// Answers of the search as JSON documents: one grammar for the HTTP API and for --json on the command line. Pure but
// for reading the help center; thread-safe. site/openapi.json describes the shapes.
namespace pharos::http {

/// {"query", "total", "hits", "facets", "search_id"}; without search_id when it is empty.
std::string search_json(const engine::HelpCenter& help_center, const search::SearchResult& result,
                        std::string_view search_id);

/// {"query", "language", "suggestions"}.
std::string suggest_json(std::string_view prefix, const Language& language,
                         const std::vector<search::Suggestion>& suggestions);

}  // namespace pharos::http
