// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/tree_places.h"

#include <algorithm>

#include "content/page_names.h"

namespace pharos::content {
namespace {

constexpr std::string_view kTranslations = "i18n/";
constexpr std::string_view kDocusaurusPages = "docusaurus-plugin-content-docs/current";

}  // namespace

std::optional<DocusaurusPath> parse_docusaurus_path(std::string_view path) {
  std::size_t at = path.starts_with(kTranslations) ? 0 : path.find("/i18n/");
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view site = path.substr(0, at);
  if (at > 0) ++at;
  std::string_view rest = path.substr(at + kTranslations.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  std::optional<Language> language = Language::parse(rest.substr(0, slash));
  const std::optional<std::string_view> page = below(rest.substr(slash + 1), kDocusaurusPages);
  if (!language || !page) return std::nullopt;
  return DocusaurusPath{site, *std::move(language), *page};
}

std::optional<Language> suffix_of(std::string_view stem) {
  const std::string_view name = name_of(stem);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  return Language::parse(name.substr(dot + 1));
}

TreePlaces::TreePlaces(const TreeLayout& tree, const FileList& files) : tree_(tree) {
  if (tree_.layout != Layout::kSuffix) return;
  for (const FoundFile& file : files.files) {
    if (is_markdown(file.path)) stems_.emplace(stem(file.path));
  }
}

bool TreePlaces::has(const Language& language) const {
  return std::find(tree_.languages.begin(), tree_.languages.end(), language) != tree_.languages.end();
}

std::optional<Place> TreePlaces::place(std::string_view path) const {
  switch (tree_.layout) {
    case Layout::kFolders:
      return place_in_folders(path);
    case Layout::kDocusaurus:
      return place_in_docusaurus(path);
    case Layout::kSuffix:
      return place_by_suffix(path);
    case Layout::kSingle:
      break;
  }
  const std::optional<std::string_view> page = below(path, tree_.documents_folder);
  if (!page || !tree_.default_language) return std::nullopt;
  return Place{*tree_.default_language, std::string(*page)};
}

std::optional<Place> TreePlaces::place_in_folders(std::string_view path) const {
  const std::optional<std::string_view> inside = below(path, tree_.documents_folder);
  if (!inside) return std::nullopt;
  const std::size_t slash = inside->find('/');
  if (const std::optional<Language> language = Language::parse(inside->substr(0, slash))) {
    if (!has(*language)) return std::nullopt;
    return Place{*language, slash == std::string_view::npos ? "" : std::string(inside->substr(slash + 1))};
  }
  if (!tree_.default_at_root || !tree_.default_language) return std::nullopt;
  return Place{*tree_.default_language, std::string(*inside)};
}

std::optional<Place> TreePlaces::place_in_docusaurus(std::string_view path) const {
  if (const std::optional<DocusaurusPath> translated = parse_docusaurus_path(path)) {
    if (!has(translated->language)) return std::nullopt;
    return Place{translated->language, std::string(translated->path), translated->language == tree_.default_language};
  }
  const std::optional<std::string_view> page = below(path, tree_.documents_folder);
  if (!page || !tree_.default_language || !has(*tree_.default_language)) return std::nullopt;
  return Place{*tree_.default_language, std::string(*page)};
}

std::optional<Place> TreePlaces::place_by_suffix(std::string_view path) const {
  const std::optional<std::string_view> page = below(path, tree_.documents_folder);
  if (!page || !tree_.default_language) return std::nullopt;
  const std::string_view page_stem = stem(path);
  const std::optional<Language> language = suffix_of(page_stem);
  if (language && has(*language)) {
    const std::string_view bare = page_stem.substr(0, page_stem.rfind('.'));
    bool twin = stems_.contains(std::string(bare));
    for (const Language& other : tree_.languages) {
      if (twin) break;
      twin = other != *language && stems_.contains(std::string(bare) + "." + other.tag());
    }
    if (twin) {
      const std::string_view ending = path.substr(page_stem.size());
      const std::string_view inner = *below(bare, tree_.documents_folder);
      return Place{*language, std::string(inner) + std::string(ending)};
    }
  }
  return Place{*tree_.default_language, std::string(*page)};
}

}  // namespace pharos::content
