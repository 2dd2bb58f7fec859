// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pharos/index/catalog.h"
#include "pharos/index/lexicon.h"
#include "pharos/index/manifest.h"
#include "pharos/index/section_words.h"

namespace pharos::index {

/// One published generation of the index, read-only. It never changes; any number of threads may read it. It stays
/// readable while somebody holds it, also after a newer one is published (the store keeps the last few on disk).
class Snapshot {
 public:
  /// Opens and verifies (schema, analyzer, SHA-256 of each file). Throws as read_manifest() and verify_files() do.
  static std::shared_ptr<const Snapshot> open(const std::filesystem::path& generation_folder);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  std::string name() const { return folder_.filename().string(); }
  const Manifest& manifest() const { return manifest_; }
  const Catalog& catalog() const { return catalog_; }

  /// The sanitized HTML of an article (content::Article::html). Throws Error{corrupt} when the disk gives other bytes.
  std::string body(const CatalogArticle& article) const;
  /// A stored picture or film by the name it is served under; nothing for names that the catalog does not have.
  std::optional<std::string> asset(std::string_view name) const;
  /// The database of a language; nothing when no article is written in it.
  std::optional<std::filesystem::path> database(const Language& language) const;
  /// All words of that database. REQUIRES: database() has one.
  Lexicon lexicon(const Language& language) const;
  /// The words of its sections. REQUIRES: database() has one.
  std::unique_ptr<SectionWords> section_words(const Language& language) const;

 private:
  Snapshot(std::filesystem::path folder, Manifest manifest, Catalog catalog);

  std::filesystem::path folder_;
  Manifest manifest_;
  Catalog catalog_;
  int bodies_ = -1;  ///< descriptor of the file of bodies
};

}  // namespace pharos::index
