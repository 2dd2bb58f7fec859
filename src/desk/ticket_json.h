// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pharos/desk/ticket.h"

namespace pharos::desk {

/// Lists as the store keeps them: JSON in a column. Reading gives back what was written; text that is no such JSON
/// gives an empty list, which the row's checksum then tells from the truth. Pure.
std::string trail_json(const std::vector<TrailEntry>& trail);
std::vector<TrailEntry> parse_trail(std::string_view json);
std::string strings_json(const std::vector<std::string>& texts);
std::vector<std::string> parse_strings(std::string_view json);

/// What both databases can keep: well-formed UTF-8 without zero bytes, U+FFFD in the place of others.
std::string storable(std::string_view text);
void make_storable(Ticket& ticket);
void make_storable(TicketMessage& message);

}  // namespace pharos::desk
