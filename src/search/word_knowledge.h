// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pharos/text/query_language.h"
#include "search/language_index.h"

namespace pharos::search {

/// In which language a query is asked (text::query_language), with what the indexes of the offered languages know.
text::QueryLanguage asked_language(const std::string& text, const Language& page, const std::vector<Language>& offered,
                                   const std::map<Language, LanguageIndex>& indexes);

}  // namespace pharos::search
