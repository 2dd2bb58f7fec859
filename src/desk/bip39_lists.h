// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pharos::desk {

/// The 2,048 words of each BIP-39 list in their order, divided by spaces; Chinese: 2,048 characters, the commonest
/// first.
extern const std::string_view kBip39English;
extern const std::string_view kBip39French;
extern const std::string_view kBip39Spanish;
extern const std::string_view kBip39Italian;
extern const std::string_view kBip39Portuguese;
extern const std::string_view kBip39Czech;
extern const std::string_view kBip39Japanese;
extern const std::string_view kBip39Korean;
extern const std::string_view kBip39ChineseSimplified;
extern const std::string_view kBip39ChineseTraditional;

}  // namespace pharos::desk
