// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/engine/front_desk.h"

namespace pharos::http {

/// SHA-256 of what was asked, for telling a repeated request from another one under the same Idempotency-Key: of the
/// texts and files themselves, because a form sent again has another boundary. Pure.
std::string digest_of(const std::vector<std::string_view>& texts, const std::vector<desk::Upload>& files);
std::string digest_of(const engine::TicketRequest& ticket);

}  // namespace pharos::http
