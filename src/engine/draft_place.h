// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pharos/content/library.h"

namespace pharos::engine {

/// The last part of an address for a title: its words in ASCII letters and digits, or one made of the question's id
/// where it has too few of them (Chinese, Arabic). At most 60 bytes.
std::string slug_of(const std::string& title, const std::string& question_id);

/// The file of a new article, relative to the content folder: where the tree has that language's other articles. Throws
/// Error{invalid_argument} with parameter "language" when it cannot be told.
std::string draft_path(const content::Library& library, const std::string& language, const ArticleKey& key);

}  // namespace pharos::engine
