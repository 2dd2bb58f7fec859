// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pharos/engine/front_desk.h"

namespace pharos::http {

/// The desk's families in Prometheus' text format, version 0.0.4. Pure.
std::string desk_exposition(const engine::DeskHealth& health);

}  // namespace pharos::http
