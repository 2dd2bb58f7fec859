// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/engine/views.h"
#include "pharos/index/snapshot.h"
#include "pharos/search/searcher.h"
#include "pharos/search/suggester.h"

namespace pharos::engine {

/// One generation with everything that is derived from it when it is adopted. Immutable and thread-safe.
class Generation {
 public:
  explicit Generation(std::shared_ptr<const index::Snapshot> snapshot);

  const index::Snapshot& snapshot() const { return *snapshot_; }
  const index::Catalog& catalog() const { return snapshot_->catalog(); }
  const search::Searcher& searcher() const { return searcher_; }
  const search::Suggester& suggester() const { return suggester_; }

  /// Makes what is otherwise made for the first reader who needs it. Readers may be served meanwhile.
  void prepare() const {
    searcher_.prepare();
    suggester_.prepare();
  }

  /// The article in exactly that language; null when it is not written in it.
  const index::CatalogArticle* find(std::string_view key, const Language& language) const;
  /// The article in the first language of the chain that has it.
  const index::CatalogArticle* find_along(std::string_view key, const std::vector<Language>& chain) const;
  const content::Category* category(std::string_view key) const;
  /// What an old address without language was renamed to; empty when it is none.
  std::string renamed(std::string_view path) const;
  bool has_key(std::string_view key) const { return by_key_.contains(key); }
  std::size_t articles_in(const Language& language) const;

  /// The articles directly in a category as readers of the chain see them, in site order.
  std::vector<const index::CatalogArticle*> in_category(std::string_view key, const std::vector<Language>& chain) const;
  const std::vector<const content::Category*>& children(std::string_view parent) const;

 private:
  using ByLanguage = std::map<Language, const index::CatalogArticle*>;

  std::shared_ptr<const index::Snapshot> snapshot_;
  search::Searcher searcher_;
  search::Suggester suggester_;
  std::map<std::string, ByLanguage, std::less<>> by_key_;
  std::map<std::string, std::vector<std::string>, std::less<>> keys_in_category_;
  std::map<std::string, const content::Category*, std::less<>> categories_;
  std::map<std::string, std::vector<const content::Category*>, std::less<>> children_;
  std::map<std::string, std::string, std::less<>> renamed_;
  std::map<Language, std::size_t> counts_;
};

}  // namespace pharos::engine
