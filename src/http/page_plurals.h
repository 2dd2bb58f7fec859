// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"

namespace pharos::http {

/// The forms of a counted text in that language: "one", "few", "other"... The last one is always "other".
std::vector<std::string_view> plural_forms(const Language& language);

/// The form for a whole number by the rules of Unicode CLDR (release 42, cardinal).
std::string_view plural_form(const Language& language, std::size_t number);

}  // namespace pharos::http
