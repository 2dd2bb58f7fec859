// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "pharos/base/language.h"

namespace pharos::http {

class PageData;
class PageTexts;

/// The site folder in memory: templates (Mustache), interface texts (one JSON file a language) and static files with
/// their digests. Immutable after reading; thread-safe.
class Pages {
 public:
  /// Throws Error{not_found} naming a missing file, Error{invalid_argument} naming file and fault for one that cannot
  /// be read.
  Pages(const std::filesystem::path& site_folder, bool live_reload);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  struct StaticFile {
    std::string bytes;
    std::string media_type;
    std::string etag;
  };
  /// A file of site/static by its path below it; null when there is none. No path leaves the folder: only what was
  /// read at start is ever served. Pages ask for them as "/static/<path>?v=<digest>", which never changes its content;
  /// modules import each other without "?v=", so those answers must be asked for again.
  const StaticFile* static_file(std::string_view path) const;

  /// The interface's words for readers of a language: its own, the nearest there are, or the English ones.
  const PageTexts& texts(const Language& language) const;
  /// A page ("home", "article", ...) within the layout. REQUIRES: `texts` came from texts().
  std::string render(std::string_view page, const PageTexts& texts, const PageData& data) const;
  /// Whether pages watch for a new generation of the index.
  bool live_reload() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::http
