// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/index/catalog.h"

namespace pharos::engine {

/// Puts addresses into a stored body: inner links lead to pages in the reader's language (where a missing translation
/// falls back), pictures to /assets/. Linear in the body.
std::string with_addresses(std::string_view html, const Language& reader, const index::Catalog& catalog);

/// The media type by a file's ending, "application/octet-stream" for others.
std::string_view media_type(std::string_view name);

}  // namespace pharos::engine
