// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "content/layout_finder.h"
#include "content/page_names.h"
#include "content/tree_places.h"

namespace pharos::content {
namespace {

bool looks_like_docusaurus(const TreeEvidence& evidence) {
  for (const FoundFile& file : evidence.files.files) {
    const std::string_view name = name_of(file.path);
    if (file.path.starts_with("docs/") && name == "_category_.json") return true;
    if (name.starts_with("docusaurus.config.")) return true;
  }
  return false;
}

std::string shown_folder(const std::string& folder) { return folder.empty() ? "the content folder" : folder + "/"; }

}  // namespace

std::optional<TreeLayout> find_suffix(const TreeEvidence& evidence, const ReadOptions& options) {
  struct Group {
    bool bare = false;
    std::set<Language> languages;
  };
  std::map<std::string, Group> groups;
  for (const FoundFile* page : evidence.pages) {
    const std::string_view page_stem = stem(page->path);
    if (const std::optional<Language> language = suffix_of(page_stem)) {
      groups[std::string(page_stem.substr(0, page_stem.rfind('.')))].languages.insert(*language);
    }
  }
  for (const FoundFile* page : evidence.pages) {
    const auto group = groups.find(std::string(stem(page->path)));
    if (group != groups.end()) group->second.bare = true;
  }
  std::map<Language, std::size_t> pages;
  std::size_t bare = 0;
  std::size_t twins = 0;
  for (const auto& [path, group] : groups) {
    if (!group.bare && group.languages.size() < 2) continue;
    ++twins;
    bare += group.bare ? 1 : 0;
    for (const Language& language : group.languages) ++pages[language];
  }
  if (twins == 0) return std::nullopt;

  TreeLayout tree;
  tree.layout = Layout::kSuffix;
  tree.documents_folder = main_folder(evidence);
  std::vector<Language> languages;
  for (const auto& [language, count] : pages) languages.push_back(language);
  tree.reasons.push_back("languages are the endings " + tags_of(languages) + " of names such as page." +
                         languages.front().tag() + ".md: " + std::to_string(twins) +
                         " pages have a twin without or with another ending");
  const Language english = Language::require("en");
  if (options.default_language) {
    tree.default_language = options.default_language;
  } else if (bare == 0 && pages.contains(english)) {
    tree.default_language = english;
    tree.reasons.push_back("the default language is en, one of the endings; --default-language says otherwise");
  } else {
    ambiguous("pages have translations such as page." + languages.front().tag() +
                  ".md, but nothing says which language page.md is in. Say it with --default-language",
              "--default-language");
  }
  if (!pages.contains(*tree.default_language)) languages.push_back(*tree.default_language);
  std::sort(languages.begin(), languages.end());
  tree.languages = wanted_only(std::move(languages), options);
  return tree;
}

std::optional<TreeLayout> find_single(const TreeEvidence& evidence, const ReadOptions& options) {
  TreeLayout tree;
  tree.layout = Layout::kSingle;
  tree.documents_folder = main_folder(evidence);
  const std::string folder = shown_folder(tree.documents_folder);
  tree.reasons.push_back("all pages of " + folder +
                         " are in one language: there are no sibling folders or endings of names that say another");
  if (options.default_language) {
    tree.default_language = options.default_language;
  } else if (options.languages.size() == 1) {
    tree.default_language = options.languages.front();
  } else if (looks_like_docusaurus(evidence)) {
    tree.default_language = Language::require("en");
    tree.reasons.push_back("the language is en, Docusaurus' own default; --default-language says otherwise");
  } else {
    ambiguous("the pages of " + folder +
                  " seem to be in one language, but nothing says which. Say it with --default-language, or name the " +
                  "folders of the languages with --languages",
              "--default-language");
  }
  tree.languages = {*tree.default_language};
  return tree;
}

}  // namespace pharos::content
