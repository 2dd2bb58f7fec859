// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pharos/search/analyzed_query.h"
#include "pharos/search/vocabulary.h"
#include "search/language_index.h"

namespace pharos::search {

/// What is asked of prepared(), beside the text.
struct Preparation {
  bool rescue = true;                      ///< repairs of typing
  const Vocabulary* vocabulary = nullptr;  ///< null: no other words for the same
  /// The index of the query's language, when it is another one than the searched: what it knows is no typing error.
  const LanguageIndex* asked = nullptr;
  const Language* asked_language = nullptr;
  /// The text as it was repaired in the query's language; empty: as typed.
  std::string asked_text;
};

/// A query ready to be searched in one language: what was typed, and what may have been meant. REQUIRES: `text` is from
/// checked_text(). Throws Error{invalid_argument} as analyze_query().
AnalyzedQuery prepared(const std::string& text, const Language& language, const LanguageIndex& index,
                       const QueryLimits& limits, const Preparation& how);

/// The query with its repairs in their places; as typed where there are none.
std::string repaired_text(const AnalyzedQuery& query);

}  // namespace pharos::search
