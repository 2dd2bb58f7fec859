// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "http/cors.h"
#include "http/routes.h"

namespace pharos::http {

/// The header fields that keep a browser from doing with an answer what was never meant, for a kind of route.
const HeaderList& security_fields(Audience audience);

/// Whether a field can be sent: a name of token characters, a value without control characters. What a reader typed
/// may end in a Location: it must never begin a header line of its own.
bool safe_field(std::string_view name, std::string_view value);

}  // namespace pharos::http
