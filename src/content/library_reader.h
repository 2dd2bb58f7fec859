// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "content/link_map.h"
#include "content/page.h"
#include "content/tree_places.h"
#include "pharos/content/library.h"

namespace pharos::content {

/// Reads a content folder step by step; one for each reading. Not thread-safe.
class LibraryReader {
 public:
  /// The references must outlive the reader.
  LibraryReader(const std::filesystem::path& root, const ReadOptions& options);

  Library read();

 private:
  void read_settings();
  void find_layout();
  void read_pages();
  void take_page(const FoundFile& file, Place place);
  void drop_repeated();
  void render_pages();
  void render_page(Page& page, const LinkMap& links) const;
  void give_titles();
  void finish();

  const std::filesystem::path& root_;
  const ReadOptions& options_;
  FileList files_;
  Library library_;
  bool native_ = false;  ///< pharos.yml is there
  std::unique_ptr<TreePlaces> places_;
  std::vector<Page> pages_;
  std::vector<Page> held_back_;
  std::vector<Page> descriptions_;  ///< _index.md
  std::set<std::string> category_keys_;
};

/// Says which pages of the tree are not read, and why (rules "unconfigured-language" and "outside-languages").
void report_unread_pages(const FileList& files, const TreePlaces& places, const SiteSettings& settings, bool native,
                         Diagnostics& diagnostics);

/// Checks the fragments of links against the ids of the pages that they lead to (rule "broken-anchor").
void check_fragments(std::vector<Page>& pages, const SiteSettings& settings);

/// Leaves only keys of `pages` in Article::related (rule "broken-related").
void check_related(std::vector<Page>& pages, const std::vector<Page>& held_back);

/// The languages of a tree without settings of ours.
void derive_settings(const TreeLayout& tree, SiteSettings& settings);

/// All numbers that can be counted in the finished library; files, held_back and refused are kept.
void count_library(Library& library);

}  // namespace pharos::content
