// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "pharos/base/json.h"

namespace pharos::engine {

/// Calls `use` with each line that is not blank. Throws Error{invalid_argument} naming file and line for what is no
/// JSON, and for what `use` throws.
void for_each_json_line(const std::filesystem::path& file, const std::function<void(const Json&)>& use);

/// The text member, or Error{invalid_argument}.
const std::string& required_text(const Json& row, std::string_view name);

}  // namespace pharos::engine
