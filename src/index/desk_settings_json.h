// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pharos/base/json.h"
#include "pharos/content/site_settings.h"

namespace pharos::index {

/// Writes the members "routing" and "gateways" into the object that is open.
void write_desk_settings(JsonWriter& out, const content::SiteSettings& settings);
/// Reads them; where they are absent, as in older catalogs, the settings keep their defaults.
void read_desk_settings(const Json& json, content::SiteSettings& settings);

}  // namespace pharos::index
