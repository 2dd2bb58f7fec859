// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/base/language.h"

namespace pharos::desk {

/// The question without the way it is put ("how can I", "please tell me"), where something is left: for languages whose
/// words run together (Chinese, Japanese, Korean); in others text::is_little_word() tells. Pure and thread-safe.
std::string without_asking(const Language& language, std::string_view asked);

}  // namespace pharos::desk
