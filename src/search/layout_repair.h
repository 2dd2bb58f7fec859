// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "search/rescue.h"
#include "search/typed_pieces.h"

namespace pharos::search {

/// What stands between two spaces, read as typed on another keyboard layout, where the index knows most of the letters
/// then. Nothing where its unknown words only lack their marks.
std::optional<Repair> layout_repair(const std::string& text, const TypedPiece& piece, const LanguageIndex& index);

}  // namespace pharos::search
