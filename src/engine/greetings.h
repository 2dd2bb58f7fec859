// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pharos::engine {

/// The text without what people begin with out of courtesy ("Hello,", "谢谢"): it says nothing of what they need. Empty
/// where nothing else stands there. Looked for in all languages of the interface, at the beginning only. Pure.
std::string_view without_greeting(std::string_view utf8);

}  // namespace pharos::engine
