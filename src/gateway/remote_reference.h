// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// A target's name for a ticket, when it is one line of at most 200 bytes; otherwise empty.
std::string sane_remote_id(std::string_view text);
/// A target's address of a ticket, when it is http or https without spaces and quotes, of at most 2,000 bytes;
/// otherwise empty: it becomes a link.
std::string sane_remote_url(std::string_view text);

/// Takes "remote_id" and "remote_url" from a JSON answer that has them; any other answer is fine too.
void read_reference(std::string_view body, desk::Delivery& delivery);

}  // namespace pharos::gateway
