// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/engine/help_center.h"

// Answers of the search as JSON documents: one grammar for the HTTP API and for --json on the command line. Pure but
// for reading the help center; thread-safe. site/openapi.json describes the shapes.
namespace pharos::http {

/// The language whose page shows a hit as it was found, of the answer's and that of the page it was asked from.
const Language& language_to_read(const search::Hit& hit, const Language& answered, const Language& page);

/// {"query", "confidence", "should_hand_over", "total", "hits", "facets", "search_id"}; without search_id when it is
/// empty. `page_language` is the language that was asked for, which may be another than that of the answer.
std::string search_json(const engine::HelpCenter& help_center, const search::SearchResult& result,
                        const Language& page_language, std::string_view search_id);

/// {"query", "language", "suggestions"}.
std::string suggest_json(std::string_view prefix, const Language& language,
                         const std::vector<search::Suggestion>& suggestions);

}  // namespace pharos::http
