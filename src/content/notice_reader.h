// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "content/link_map.h"
#include "pharos/base/diagnostic.h"
#include "pharos/base/files.h"
#include "pharos/content/notice.h"
#include "pharos/content/site_settings.h"

namespace pharos::content {

/// Reads <notices folder>/<id>.yml with <id>.<language>.md beside it. Faults become diagnostics of rule "notice".
/// Ordered as Library::notices is, for the moment `now`.
std::vector<Notice> read_notices(const std::filesystem::path& root, const FileList& files, const SiteSettings& settings,
                                 const LinkMap& links, UtcTime now, Diagnostics& diagnostics);

}  // namespace pharos::content
