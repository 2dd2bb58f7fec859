// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generation.h"

#include <algorithm>
#include <utility>

namespace pharos::engine {

Generation::Generation(std::shared_ptr<const index::Snapshot> snapshot)
    : snapshot_(std::move(snapshot)), searcher_(snapshot_), suggester_(snapshot_->catalog()) {
  for (const index::CatalogArticle& article : catalog().articles) {
    if (article.agent) continue;  // written for the support team: no reader's page lists or shows it
    ByLanguage& versions = by_key_[article.key.str()];
    if (versions.empty()) keys_in_category_[article.category].push_back(article.key.str());
    versions.emplace(article.language, &article);
    ++counts_[article.language];
    for (const std::string& alias : article.aliases) renamed_.emplace(alias, article.key.str());
  }
  for (const content::Category& category : catalog().categories) {
    categories_.emplace(category.key, &category);
    children_[category.parent].push_back(&category);
  }
}

const index::CatalogArticle* Generation::find(std::string_view key, const Language& language) const {
  const auto versions = by_key_.find(key);
  if (versions == by_key_.end()) return nullptr;
  const auto version = versions->second.find(language);
  return version == versions->second.end() ? nullptr : version->second;
}

const index::CatalogArticle* Generation::find_along(std::string_view key, const std::vector<Language>& chain) const {
  for (const Language& language : chain) {
    if (const index::CatalogArticle* article = find(key, language)) return article;
  }
  return nullptr;
}

const content::Category* Generation::category(std::string_view key) const {
  const auto found = categories_.find(key);
  return found == categories_.end() ? nullptr : found->second;
}

std::string Generation::renamed(std::string_view path) const {
  const auto found = renamed_.find(path);
  return found == renamed_.end() ? std::string() : found->second;
}

std::size_t Generation::articles_in(const Language& language) const {
  const auto found = counts_.find(language);
  return found == counts_.end() ? 0 : found->second;
}

std::vector<const index::CatalogArticle*> Generation::in_category(std::string_view key,
                                                                  const std::vector<Language>& chain) const {
  std::vector<const index::CatalogArticle*> articles;
  const auto keys = keys_in_category_.find(key);
  if (keys == keys_in_category_.end()) return articles;
  for (const std::string& article_key : keys->second) {
    if (const index::CatalogArticle* article = find_along(article_key, chain)) articles.push_back(article);
  }
  std::sort(articles.begin(), articles.end(), [](const index::CatalogArticle* a, const index::CatalogArticle* b) {
    return a->order != b->order ? a->order < b->order : a->title < b->title;
  });
  return articles;
}

const std::vector<const content::Category*>& Generation::children(std::string_view parent) const {
  static const std::vector<const content::Category*> none;
  const auto found = children_.find(parent);
  return found == children_.end() ? none : found->second;
}

}  // namespace pharos::engine
