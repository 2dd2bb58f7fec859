// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/base/language.h"

namespace pharos::engine {

/// The address of an article or category, "/en/deposits/wrong-network", with "#anchor" when one is given. Addresses are
/// stable across rebuilds: they are made of language and key alone. Pure.
std::string page_address(const Language& language, std::string_view key, std::string_view anchor = {});

/// The address of a stored picture or film, "/assets/<name>".
std::string asset_address(std::string_view name);

}  // namespace pharos::engine
