// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pharos::text {

/// The primary subtag of the language that most of a sentence is in, by its letter sequences; empty where they do not
/// say. Good for sentences, of single words it makes English. Pure and thread-safe.
std::string_view sentence_language(std::string_view utf8);

}  // namespace pharos::text
