// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pharos/base/diagnostic.h"
#include "pharos/content/library.h"

namespace pharos::content {

/// The checks of the rules that look through a whole library; what each finds is said in the table of lint_rules().
void check_missing_translations(const Library& library, Diagnostics& out);
void check_orphan_translations(const Library& library, Diagnostics& out);
void check_languages_without_articles(const Library& library, Diagnostics& out);
void check_missing_summaries(const Library& library, Diagnostics& out);
void check_duplicate_titles(const Library& library, Diagnostics& out);
void check_reserved_addresses(const Library& library, Diagnostics& out);
void check_alias_clashes(const Library& library, Diagnostics& out);
void check_empty_articles(const Library& library, Diagnostics& out);
void check_unknown_categories(const Library& library, Diagnostics& out);
void check_notice_targets(const Library& library, Diagnostics& out);
void check_routing(const Library& library, Diagnostics& out);

}  // namespace pharos::content
