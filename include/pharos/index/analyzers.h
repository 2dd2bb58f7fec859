// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pharos/content/glossary.h"
#include "pharos/text/analyzer.h"

namespace pharos::index {

/// The analyzer for texts of a language and for queries in it, with the domain words of the glossaries of the language
/// and of those that share its primary subtag (zh-Hans serves zh-Hant). The same glossaries must be given for both: a
/// snapshot's catalog has those it was built with. Making one takes as long as reading the words; keep it.
text::Analyzer analyzer_for(const Language& language, const std::vector<content::Glossary>& glossaries);

}  // namespace pharos::index
