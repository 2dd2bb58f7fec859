// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "content/page.h"

namespace pharos::content {

/// The words of a page that a translator would have to translate, in order, as hashes: title, summary and prose without
/// code, addresses and HTML tags. Letters of scripts that are written without spaces count one each.
std::vector<std::uint64_t> prose_words(const Page& page);

/// Marks the pages that lie in another language's folder with a text that is still in the default language, and reports
/// each (rule "untranslated-copy"). Takes time linear in the size of all pages.
void mark_untranslated_copies(std::vector<Page>& pages, const Language& default_language);

}  // namespace pharos::content
