// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "content/data_node.h"
#include "content/field_reader.h"
#include "pharos/content/article.h"

namespace pharos::content {

/// What the front matter says beside the members of Article.
struct PageFields {
  std::string translation_key;  ///< overrides the key made from the path
  std::string short_title;      ///< for menus: the title where nothing better is known
  std::string icon;             ///< of a category's _index.md
};

/// Fills an article from its front matter. The table of keys, ours and those of other generators, is in the source;
/// what is in no row goes to Article::unknown.
void read_article_fields(const DataNode& data, FieldReader& reader, Article& article, PageFields& page);

}  // namespace pharos::content
