// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pharos/base/time.h"

namespace pharos::engine {

/// "<hexadecimal seconds>.<HMAC>": when a form was given out, so that nobody can claim another moment. No personal
/// data, and nothing is kept on the server: any server that has the key reads it. Pure.
std::string make_form_token(std::string_view key, UtcTime now);
/// The moment; nothing for a token that was not made with the key.
std::optional<UtcTime> read_form_token(std::string_view key, std::string_view token);

}  // namespace pharos::engine
