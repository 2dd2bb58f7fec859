// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/rescue.h"

namespace pharos::search {

/// Where marks make other words (Vietnamese: ma má mà mả mã mạ) and somebody types none at all, the likeliest marked
/// words, by how often they are neighbours in the index. Nothing for a query that has any marks: then those without
/// mean themselves.
std::vector<Repair> restored_marks(const std::string& text, const LanguageIndex& index);

}  // namespace pharos::search
