// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pharos/content/site_settings.h"
#include "pharos/desk/routing.h"

namespace pharos::engine {

/// The routing that content/pharos.yml asks for, as the desk's router takes it.
desk::RoutingRules routing_rules(const content::SiteSettings& settings);

}  // namespace pharos::engine
