// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pharos/base/language.h"
#include "pharos/text/query_language.h"
#include "text/typed_runs.h"

namespace pharos::text {

/// Whose Han characters and kana they are: Japanese, simplified or traditional Chinese. Kana is Japanese, Han alone is
/// the interface's where that is Chinese or Japanese and no character or word contradicts.
/// REQUIRES: a run of Han, kana or bopomofo.
QueryLanguage asked_in_han(const std::vector<TypedRun>& runs, const Language& interface_language,
                           const std::vector<Language>& offered, const KnownWord& known);

}  // namespace pharos::text
