// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/rescue.h"

namespace pharos::search {

/// Repairs inside runs of Han and kana, where no space says what one word is: characters that an input method took for
/// others of the same sound, kana not yet converted, and another region's word. By place.
std::vector<Repair> repair_script_runs(const std::string& text, const LanguageIndex& index);

}  // namespace pharos::search
