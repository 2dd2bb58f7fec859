// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "content/layout_finder.h"
#include "content/page_names.h"
#include "content/text_lines.h"
#include "pharos/base/error.h"

namespace pharos::content {
namespace {

struct LayoutRow {
  Layout layout;
  std::string_view name;
  std::optional<TreeLayout> (*find)(const TreeEvidence& evidence, const ReadOptions& options);
  std::string_view wanted;  ///< what must be there for it
};

// In the order in which they are tried.
constexpr LayoutRow kLayouts[] = {
    {Layout::kDocusaurus, "docusaurus", find_docusaurus,
     "docs/ beside i18n/<language>/docusaurus-plugin-content-docs/current/"},
    {Layout::kFolders, "folders", find_folders,
     "folders named by a language (en, de, zh-Hans...) with markdown in them"},
    {Layout::kSuffix, "suffix", find_suffix, "pages such as page.de.md beside page.md"},
    {Layout::kSingle, "single", find_single, "markdown files"},
};

// What stands at the top of a repository for its developers says nothing about the pages.
bool is_developer_page(std::string_view path) {
  static constexpr std::string_view kNames[] = {"readme",          "changelog", "contributing",
                                                "code_of_conduct", "license",   "security"};
  const std::string name = ascii_lower(stem(path));
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

bool contains(const std::vector<Language>& languages, const Language& language) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

// What the operator named must be there; our settings may name languages that have no page yet.
TreeLayout checked(TreeLayout tree, const TreeEvidence& evidence, const ReadOptions& options) {
  if (evidence.native) return tree;
  for (const Language& language : options.languages) {
    if (!contains(tree.languages, language)) {
      ambiguous("no pages were found for the language " + language.tag() + " of --languages: there are " +
                    tags_of(tree.languages),
                "--languages");
    }
  }
  if (!contains(tree.languages, *tree.default_language)) {
    ambiguous("no pages were found in the default language " + tree.default_language->tag() + ": there are " +
                  tags_of(tree.languages) + ", choose one of them with --default-language",
              "--default-language");
  }
  return tree;
}

}  // namespace

std::string_view name(Layout layout) {
  for (const LayoutRow& row : kLayouts) {
    if (row.layout == layout) return row.name;
  }
  return "single";
}

std::optional<Layout> parse_layout(std::string_view name) {
  for (const LayoutRow& row : kLayouts) {
    if (row.name == name) return row.layout;
  }
  return std::nullopt;
}

TreeEvidence::TreeEvidence(const FileList& list) : files(list) {
  std::vector<const FoundFile*> developer_pages;
  for (const FoundFile& file : files.files) {
    if (is_markdown(file.path)) (is_developer_page(file.path) ? developer_pages : pages).push_back(&file);
    if (file.path == "pharos.yml") native = true;
  }
  if (pages.empty()) pages = std::move(developer_pages);
}

std::string main_folder(const TreeEvidence& evidence) {
  for (const std::string_view folder : {"docs", "content", "src"}) {
    std::size_t inside = 0;
    for (const FoundFile* page : evidence.pages) inside += page->path.starts_with(std::string(folder) + "/") ? 1 : 0;
    if (inside * 2 >= evidence.pages.size()) return std::string(folder);
  }
  return "";
}

std::vector<Language> wanted_only(std::vector<Language> languages, const ReadOptions& options) {
  if (options.languages.empty()) return languages;
  std::erase_if(languages, [&options](const Language& language) {
    return std::find(options.languages.begin(), options.languages.end(), language) == options.languages.end();
  });
  return languages;
}

std::string tags_of(const std::vector<Language>& languages) {
  std::string tags;
  for (const Language& language : languages) tags += (tags.empty() ? "" : ", ") + language.tag();
  return tags;
}

void ambiguous(const std::string& message, std::string_view option) {
  throw Error(ErrorKind::kInvalidArgument, message, std::string(option));
}

TreeLayout detect_layout(const FileList& files, const ReadOptions& options) {
  const TreeEvidence evidence(files);
  if (evidence.pages.empty()) {
    throw Error(ErrorKind::kNotFound,
                "the content folder holds no markdown: write a first article, for example en/account/first-steps.md");
  }
  // Our own layout comes first where our settings stand.
  if (evidence.native && !options.layout) {
    if (std::optional<TreeLayout> tree = find_folders(evidence, options))
      return checked(*std::move(tree), evidence, options);
  }
  for (const LayoutRow& row : kLayouts) {
    if (options.layout && *options.layout != row.layout) continue;
    std::optional<TreeLayout> tree = row.find(evidence, options);
    if (tree) return checked(*std::move(tree), evidence, options);
    if (options.layout) {
      ambiguous("the layout \"" + std::string(row.name) + "\" needs " + std::string(row.wanted) +
                    ": there are none here, choose another --layout or leave it out",
                "--layout");
    }
  }
  throw Error(ErrorKind::kInternal, "no layout was found");
}

}  // namespace pharos::content
