// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/content/library.h"

namespace pharos::content {

/// What the finders of layouts look at. The list must outlive it.
struct TreeEvidence {
  explicit TreeEvidence(const FileList& list);

  const FileList& files;
  std::vector<const FoundFile*> pages;  ///< markdown files
  bool native = false;                  ///< pharos.yml stands at the top
};

/// Each looks for one layout and gives nothing where the tree has another. They throw Error{invalid_argument} naming
/// an option where the evidence contradicts itself.
std::optional<TreeLayout> find_docusaurus(const TreeEvidence& evidence, const ReadOptions& options);
std::optional<TreeLayout> find_folders(const TreeEvidence& evidence, const ReadOptions& options);
std::optional<TreeLayout> find_suffix(const TreeEvidence& evidence, const ReadOptions& options);
std::optional<TreeLayout> find_single(const TreeEvidence& evidence, const ReadOptions& options);

/// The folder that holds most pages, of docs, content and src; "" for the tree itself.
std::string main_folder(const TreeEvidence& evidence);
/// `languages` without those the operator did not ask for; all of them where nothing was asked for.
std::vector<Language> wanted_only(std::vector<Language> languages, const ReadOptions& options);
std::string tags_of(const std::vector<Language>& languages);
/// Throws Error{invalid_argument}.
[[noreturn]] void ambiguous(const std::string& message, std::string_view option);

}  // namespace pharos::content
