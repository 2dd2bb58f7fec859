// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "pharos/base/diagnostic.h"
#include "pharos/base/files.h"
#include "pharos/content/glossary.h"
#include "pharos/content/site_settings.h"

namespace pharos::content {

/// Reads <glossary folder>/<language>.yml. Faults become diagnostics of rule "glossary". Ordered by language.
std::vector<Glossary> read_glossaries(const std::filesystem::path& root, const FileList& files,
                                      const SiteSettings& settings, Diagnostics& diagnostics);

}  // namespace pharos::content
