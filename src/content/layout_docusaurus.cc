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

struct Translations {
  std::string site;                                                ///< the folder that holds i18n and docs
  std::map<Language, std::map<std::string, std::uint64_t>> pages;  ///< path and size
  std::set<Language> messages_only;                                ///< with interface texts but no page
};

std::optional<Language> i18n_language(std::string_view path, std::string_view site) {
  const std::optional<std::string_view> inside = below(path, join_path(site, "i18n"));
  if (!inside) return std::nullopt;
  const std::size_t slash = inside->find('/');
  return slash == std::string_view::npos ? std::nullopt : Language::parse(inside->substr(0, slash));
}

Translations find_translations(const TreeEvidence& evidence) {
  Translations found;
  std::map<std::string, std::size_t> sites;
  for (const FoundFile* page : evidence.pages) {
    if (const auto translated = parse_docusaurus_path(page->path)) ++sites[std::string(translated->site)];
  }
  std::size_t most = 0;
  for (const auto& [site, count] : sites) {
    if (count > most) found.site = site;
    most = std::max(most, count);
  }
  for (const FoundFile* page : evidence.pages) {
    const auto translated = parse_docusaurus_path(page->path);
    if (translated && translated->site == found.site) {
      found.pages[translated->language].emplace(translated->path, page->size);
    }
  }
  for (const FoundFile& file : evidence.files.files) {
    const std::optional<Language> language = i18n_language(file.path, found.site);
    if (language && !found.pages.contains(*language)) found.messages_only.insert(*language);
  }
  return found;
}

// How many of the pages have the very size of the page in docs/.
std::size_t equal_pages(const std::map<std::string, std::uint64_t>& docs,
                        const std::map<std::string, std::uint64_t>& pages) {
  std::size_t equal = 0;
  for (const auto& [path, size] : pages) {
    const auto twin = docs.find(path);
    if (twin != docs.end() && twin->second == size) ++equal;
  }
  return equal;
}

struct Decision {
  Language language;
  std::string reason;
};

// Docusaurus keeps the default language in its configuration, which may not be here; what it leaves behind is evidence.
Decision default_language(const Translations& found, const std::map<std::string, std::uint64_t>& docs,
                          const std::string& folder, const ReadOptions& options) {
  if (options.default_language) return {*options.default_language, "you said so"};
  if (found.messages_only.size() == 1) {
    const Language& language = *found.messages_only.begin();
    return {language, "i18n/" + language.tag() + " has interface texts but no pages: its pages are those of " + folder};
  }
  const Language english = Language::require("en");
  std::vector<Language> copies;
  for (const auto& [language, pages] : found.pages) {
    if (equal_pages(docs, pages) * 10 >= pages.size() * 9) copies.push_back(language);
  }
  const bool english_there = found.pages.contains(english);
  if (std::find(copies.begin(), copies.end(), english) != copies.end()) copies = {english};
  if (copies.size() == 1 && english_there) {
    return {copies.front(), "the pages of i18n/" + copies.front().tag() + " are those of " + folder};
  }
  // One language that equals docs/ is its second copy, or has not been translated yet.
  if (copies.size() != 1 && !english_there) {
    return {english,
            "i18n/ has every language but en, which is Docusaurus' own default; --default-language says otherwise"};
  }
  ambiguous("nothing says which language " + folder + "/ is in. Say it with --default-language", "--default-language");
}

}  // namespace

std::optional<TreeLayout> find_docusaurus(const TreeEvidence& evidence, const ReadOptions& options) {
  const Translations found = find_translations(evidence);
  if (found.pages.empty()) return std::nullopt;
  // Docusaurus 1 kept docs/ beside the folder of the site.
  std::string folder = join_path(found.site, "docs");
  std::map<std::string, std::uint64_t> docs;
  for (const std::string& candidate : {folder, join_path(folder_of(found.site), "docs")}) {
    for (const FoundFile* page : evidence.pages) {
      const std::optional<std::string_view> path = below(page->path, candidate);
      if (path) docs.emplace(*path, page->size);
    }
    folder = candidate;
    if (!docs.empty()) break;
  }
  if (docs.empty()) return std::nullopt;

  const Decision decision = default_language(found, docs, folder, options);
  TreeLayout tree;
  tree.layout = Layout::kDocusaurus;
  tree.documents_folder = folder;
  tree.default_language = decision.language;
  std::vector<Language> languages{decision.language};
  std::set<std::string> distinct;
  std::size_t shared = 0;
  for (const auto& [language, pages] : found.pages) {
    if (language != decision.language) languages.push_back(language);
    for (const auto& [path, size] : pages) {
      if (distinct.insert(path).second && docs.contains(path)) ++shared;
    }
  }
  tree.languages = wanted_only(std::move(languages), options);
  // The source of all translations is always read.
  if (std::find(tree.languages.begin(), tree.languages.end(), decision.language) == tree.languages.end()) {
    tree.languages.push_back(decision.language);
  }
  std::sort(tree.languages.begin(), tree.languages.end());
  tree.reasons.push_back("the tree is Docusaurus': " + folder + "/ is translated in " + join_path(found.site, "i18n") +
                         "/ into " + std::to_string(found.pages.size()) + " languages, " + std::to_string(shared) +
                         " of their " + std::to_string(distinct.size()) + " paths are also in " + folder + "/");
  tree.reasons.push_back("the language of " + folder + "/ is " + decision.language.tag() + ": " + decision.reason);
  return tree;
}

}  // namespace pharos::content
