// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "pharos/content/library.h"

namespace pharos::content {

/// Where a path of the tree belongs.
struct Place {
  Language language;
  std::string path;       ///< without language, with ending: what translations have in common
  bool repeated = false;  ///< a generator's second copy of the default language (i18n/<default>): docs/ wins
};

/// Says for any path of a tree, whether a file stands there or not, which language and page it is. Immutable;
/// thread-safe.
class TreePlaces {
 public:
  /// Keeps a copy of `tree`; `files` is only read here.
  TreePlaces(const TreeLayout& tree, const FileList& files);

  /// Nothing for paths that belong to no language of the tree.
  std::optional<Place> place(std::string_view path) const;
  const TreeLayout& tree() const { return tree_; }

 private:
  std::optional<Place> place_in_folders(std::string_view path) const;
  std::optional<Place> place_in_docusaurus(std::string_view path) const;
  std::optional<Place> place_by_suffix(std::string_view path) const;
  bool has(const Language& language) const;

  TreeLayout tree_;
  std::unordered_set<std::string> stems_;  ///< of all pages, for the twins of suffixes
};

/// "i18n/<language>/docusaurus-plugin-content-docs/current/<path>", below any folder.
struct DocusaurusPath {
  std::string_view site;  ///< the folder that holds i18n
  Language language;
  std::string_view path;
};
std::optional<DocusaurusPath> parse_docusaurus_path(std::string_view path);

/// The language that a name such as "page.pt-BR" ends in.
std::optional<Language> suffix_of(std::string_view stem);

}  // namespace pharos::content
