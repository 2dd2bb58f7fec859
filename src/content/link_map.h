// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "content/page.h"
#include "content/tree_places.h"
#include "pharos/base/article_key.h"
#include "pharos/content/markdown.h"

namespace pharos::content {

/// Knows every address of a tree and answers where a link leads. Filled on one thread; thread-safe to read afterwards.
class LinkMap {
 public:
  /// Both must outlive the map.
  LinkMap(const TreePlaces& places, const FileList& files);

  void add_page(const Page& page);
  /// A page that readers do not get for `reason`; links to it are told apart from slips of the pen.
  void add_held_back(const Page& page, std::string_view reason);
  void add_category(std::string_view key);

  /// The resolver for the links of one page or notice. What is broken becomes a diagnostic; found pictures go to
  /// `assets`. The references must outlive the resolver.
  LinkResolver resolver(const std::string& path, const Language& language, Diagnostics& diagnostics,
                        std::vector<std::string>& assets) const;

 private:
  struct Origin {
    const std::string& path;
    const Language& language;
  };
  struct Destination {
    std::optional<ArticleKey> key;  ///< nothing for the home page
  };
  std::optional<std::string> resolve(const Origin& origin, Link& link, Diagnostics& diagnostics,
                                     std::vector<std::string>& assets) const;
  std::vector<std::string> page_paths(const Origin& origin, std::string_view target) const;
  const ArticleKey* page_at(const Language& language, const std::string& path) const;
  std::optional<Destination> find_page(const Language& language, const std::string& path) const;
  std::optional<std::string> find_asset(const Origin& origin, std::string_view target) const;

  const TreePlaces& places_;
  std::unordered_map<std::string, ArticleKey> pages_;    ///< by path within the language, without ending
  std::unordered_map<std::string, ArticleKey> renamed_;  ///< by language and path: those with a translationKey
  std::unordered_map<std::string, ArticleKey> aliases_;
  std::unordered_map<std::string, std::string> held_back_;  ///< reason by path
  std::unordered_set<std::string> categories_;
  std::unordered_set<std::string> files_;
};

}  // namespace pharos::content
