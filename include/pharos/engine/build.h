// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "pharos/content/library.h"
#include "pharos/index/indexer.h"

namespace pharos::engine {

/// How a content folder is read and indexed. A value type.
struct BuildOptions {
  content::ReadOptions read;  ///< with drafts on it is the preview's road
  unsigned threads = 2;
  /// Asked once when the articles are read: what readers say of them, for ranking. What it throws ends the build;
  /// empty: no article has votes.
  std::function<index::ArticleSignals()> signals;
  /// Called with what is being done ("reading", "indexing"), done and all; from one thread at a time; may be empty.
  std::function<void(std::string_view, std::size_t, std::size_t)> progress;
};

/// What a build did, for its closing table. A value type.
struct BuildReport {
  content::TreeLayout tree;
  content::LibraryCounts counts;
  Diagnostics diagnostics;
  std::string generation;
  std::uint64_t sections = 0;
  std::uint64_t index_bytes = 0;
  std::uint64_t markdown_bytes = 0;
  double read_seconds = 0;
  double index_seconds = 0;
};

/// The whole road: a content folder becomes a published generation in `index_folder`. Throws as
/// content::read_library() and index::index_library() do; the live generation is untouched then.
BuildReport build(const std::filesystem::path& content_folder, const std::filesystem::path& index_folder,
                  const BuildOptions& options);

}  // namespace pharos::engine
