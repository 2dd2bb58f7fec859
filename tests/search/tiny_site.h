// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/library_samples.h"
#include "pharos/base/files.h"
#include "pharos/index/indexer.h"
#include "pharos/index/snapshot_store.h"
#include "pharos/search/searcher.h"

namespace pharos::search {

using content_samples::article;
using content_samples::lang;

/// A help center for one test: articles in, ranked results out.
class TinySite {
 public:
  TinySite(const std::vector<std::string>& tags, std::vector<content::Article> articles)
      : TinySite(content_samples::library(tags, std::move(articles))) {}
  explicit TinySite(const content::Library& library, const index::IndexOptions& options = {})
      : snapshot_((index::index_library(library, folder_.path(), options),
                   index::SnapshotStore(folder_.path()).open_current())),
        searcher_(snapshot_) {}

  const Searcher& searcher() const { return searcher_; }
  const index::Snapshot& snapshot() const { return *snapshot_; }
  const std::shared_ptr<const index::Snapshot>& shared_snapshot() const { return snapshot_; }

  SearchResult ask(std::string_view tag, const std::string& text) const {
    return searcher_.search(Query(text, lang(tag)));
  }
  /// Keys of the answers in order, "de:" before those in a language not asked for.
  std::string keys(const Query& query) const {
    std::string line;
    for (const Hit& hit : searcher_.search(query).hits) {
      if (!line.empty()) line += ' ';
      if (hit.is_fallback) line += hit.language.tag() + ":";
      line += hit.key.str();
      if (!hit.anchor.empty()) line += "#" + hit.anchor;
    }
    return line;
  }
  std::string keys(std::string_view tag, const std::string& text) const { return keys(Query(text, lang(tag))); }

 private:
  TemporaryFolder folder_;
  std::shared_ptr<const index::Snapshot> snapshot_;
  Searcher searcher_;
};

}  // namespace pharos::search
