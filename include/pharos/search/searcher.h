// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pharos/index/snapshot.h"
#include "pharos/search/query.h"

namespace pharos::search {

/// Searches one snapshot. Thread-safe: each search borrows a database handle of its own.
class Searcher {
 public:
  explicit Searcher(std::shared_ptr<const index::Snapshot> snapshot, QueryLimits limits = {});
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  /// Articles in the asked language first, then along its fallback chain; each article once. Throws
  /// Error{invalid_argument} with parameter q, limit, offset or category for what is beyond the limits.
  SearchResult search(const Query& query) const;

  /// Every stage in lines; with a key why that article ranks where it does, or why not at all.
  std::string explain(const Query& query, const std::optional<ArticleKey>& article) const;

  /// Prepares every way of typing of every language now, which is otherwise done when one is first needed.
  void prepare() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::search
