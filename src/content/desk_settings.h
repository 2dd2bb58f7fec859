// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/field_reader.h"
#include "pharos/content/site_settings.h"

namespace pharos::content {

/// The support desk's part of pharos.yml: "routing" and "gateways". Faults are the reader's diagnostics; what can be
/// kept is kept.
void read_routing(const DataNode& node, FieldReader& reader, RoutingSettings& routing);
void read_gateways(const DataNode& node, FieldReader& reader, std::vector<GatewaySettings>& gateways);

}  // namespace pharos::content
