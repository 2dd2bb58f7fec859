// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "content/page.h"
#include "content/tree_places.h"
#include "pharos/content/library.h"

namespace pharos::content {

/// Gives every page its category and answers the keys of all categories: the folders that hold pages, with the folders
/// above them.
std::set<std::string> assign_categories(std::vector<Page>& pages);

/// What the categories are made from. The references must outlive the call.
struct CategorySources {
  const std::filesystem::path& root;
  const FileList& files;
  const TreePlaces& places;
  const std::set<std::string>& keys;
  const std::vector<Page>& descriptions;  ///< the _index.md pages
  const std::vector<Page>& pages;         ///< rendered
  const SiteSettings& settings;
};

/// Titles, summaries and order from _index.md, _category_.json, the generator's message files, README.md and at last
/// the folder's name. Ordered as Library::categories is.
std::vector<Category> read_categories(const CategorySources& sources, Diagnostics& diagnostics);

}  // namespace pharos::content
