// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "pharos/content/library.h"
#include "pharos/index/article_signal.h"
#include "pharos/index/manifest.h"

namespace pharos::index {

/// How a library becomes a generation.
struct IndexOptions {
  UtcTime now;
  bool drafts = false;     ///< only remembered in the manifest: the library decides what is in it
  ArticleSignals signals;  ///< what readers say of the articles; those not named have none
  unsigned threads = 2;    ///< languages are independent of each other and are built side by side
  /// Called with articles done and articles in all, from any of the threads, one at a time; may be empty.
  std::function<void(std::size_t, std::size_t)> progress;
};

/// What was written.
struct IndexedLibrary {
  std::string generation;   ///< its name
  std::uint64_t bytes = 0;  ///< of all files
  std::uint64_t database_bytes = 0;
  Manifest manifest;
};

/// Writes a library as a new generation into the store at `store_folder` and publishes it. Throws Error{conflict} while
/// another build runs, Error{unavailable} when the disk does not take it: then the old generation stays the live one.
IndexedLibrary index_library(const content::Library& library, const std::filesystem::path& store_folder,
                             const IndexOptions& options);

}  // namespace pharos::index
