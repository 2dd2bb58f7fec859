// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/help_center.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "engine/generation.h"
#include "engine/page_html.h"
#include "engine/view_builder.h"
#include "pharos/base/error.h"
#include "pharos/index/snapshot_store.h"

namespace pharos::engine {

struct HelpCenter::Impl {
  Impl(std::filesystem::path folder, const Clock& now) : store(std::move(folder)), clock(now) {}

  index::SnapshotStore store;
  const Clock& clock;
  mutable std::mutex mutex;  // guards the two below; held for a pointer's copy, never for work
  std::shared_ptr<const Generation> live;
  std::string last_problem;
  std::mutex refreshing;  // one refresh at a time
  std::atomic<bool> prepares = false;
  std::string refused;  // the generation that was found damaged: not verified again and again

  std::shared_ptr<const Generation> now() const {
    const std::lock_guard lock(mutex);
    return live;
  }
};

HelpCenter::HelpCenter(std::filesystem::path index_folder, const Clock& clock)
    : impl_(std::make_unique<Impl>(std::move(index_folder), clock)) {
  impl_->live = std::make_shared<const Generation>(impl_->store.open_current());
}

HelpCenter::~HelpCenter() = default;

bool HelpCenter::refresh() {
  const std::lock_guard one_at_a_time(impl_->refreshing);
  std::string problem;
  std::shared_ptr<const Generation> adopted;
  try {
    const std::optional<std::string> current = impl_->store.current();
    if (!current) {
      problem = impl_->store.folder().string() + ": CURRENT is gone; the generation in memory keeps serving";
    } else if (*current == generation()) {
      impl_->refused.clear();
    } else if (*current == impl_->refused) {
      return false;
    } else {
      impl_->refused = *current;
      adopted = std::make_shared<const Generation>(impl_->store.open_current());
      if (impl_->prepares) adopted->prepare();
      impl_->refused.clear();
    }
  } catch (const Error& error) {
    problem = error.what();
  }
  const std::lock_guard lock(impl_->mutex);
  impl_->last_problem = problem;
  if (adopted) impl_->live = adopted;
  return adopted != nullptr;
}

void HelpCenter::prepare() {
  impl_->prepares = true;
  impl_->now()->prepare();
}

std::string HelpCenter::generation() const { return impl_->now()->snapshot().name(); }

std::optional<Language> HelpCenter::language(std::string_view tag) const {
  const auto wanted = Language::parse(tag);
  if (!wanted) return std::nullopt;
  return best_match(*wanted, impl_->now()->catalog().settings.tags());
}

Language HelpCenter::default_language() const { return *impl_->now()->catalog().settings.default_language; }

std::vector<LanguageView> HelpCenter::languages() const {
  const auto live = impl_->now();
  std::vector<LanguageView> views;
  for (const content::SiteLanguage& row : live->catalog().settings.languages)
    views.push_back(language_view(*live, row));
  return views;
}

std::string HelpCenter::site_name(const Language& language) const {
  const auto live = impl_->now();
  const content::SiteSettings& settings = live->catalog().settings;
  return settings.name.in(settings.chain(language));
}

std::string HelpCenter::site_url() const { return impl_->now()->catalog().settings.url; }

content::SiteSettings HelpCenter::settings() const { return impl_->now()->catalog().settings; }

search::SearchResult HelpCenter::search(const search::Query& query) const {
  return impl_->now()->searcher().search(query);
}

std::vector<search::Suggestion> HelpCenter::suggest(std::string_view prefix, const Language& language,
                                                    std::size_t limit) const {
  return impl_->now()->suggester().suggest(prefix, language, limit);
}

std::string HelpCenter::explain(const search::Query& query, const std::optional<ArticleKey>& article) const {
  return impl_->now()->searcher().explain(query, article);
}

std::optional<ArticleView> HelpCenter::article(const ArticleKey& key, const Language& language) const {
  const auto live = impl_->now();
  return article_view(*live, key, language);
}

PageTarget HelpCenter::page(std::string_view path) const {
  const auto live = impl_->now();
  while (path.ends_with('/')) path.remove_suffix(1);
  if (live->has_key(path)) return {PageTarget::Kind::kArticle, std::string(path)};
  if (live->category(path) != nullptr) return {PageTarget::Kind::kCategory, std::string(path)};
  if (std::string key = live->renamed(path); !key.empty()) return {PageTarget::Kind::kRedirect, std::move(key)};
  // Addresses of the generators that trees were written for: /x/index.html, /x.html, /x/index, /x/README.
  for (const std::string_view ending : {".html", ".md", ".mdx"}) {
    if (!path.ends_with(ending)) continue;
    const PageTarget target = page(path.substr(0, path.size() - ending.size()));
    if (target.kind != PageTarget::Kind::kNone) return {PageTarget::Kind::kRedirect, target.key};
  }
  for (const std::string_view ending : {"/index", "/README"}) {
    if (!path.ends_with(ending)) continue;
    const PageTarget target = page(path.substr(0, path.size() - ending.size()));
    if (target.kind != PageTarget::Kind::kNone) return {PageTarget::Kind::kRedirect, target.key};
  }
  return {};
}

std::vector<CategoryView> HelpCenter::categories(const Language& language) const {
  const auto live = impl_->now();
  return category_views(*live, "", language);
}

std::optional<CategoryView> HelpCenter::category(std::string_view key, const Language& language) const {
  const auto live = impl_->now();
  const content::Category* category = live->category(key);
  if (category == nullptr) return std::nullopt;
  return category_view(*live, *category, language);
}

std::vector<Crumb> HelpCenter::category_path(std::string_view key, const Language& language) const {
  const auto live = impl_->now();
  return crumbs(*live, key, language);
}

std::vector<NoticeView> HelpCenter::notices(const Language& language, int past_days) const {
  const auto live = impl_->now();
  return notice_views(*live, language, impl_->clock.now(), past_days);
}

std::vector<ChannelView> HelpCenter::channels(const Language& language) const {
  const auto live = impl_->now();
  return channel_views(*live, language);
}

std::optional<AssetView> HelpCenter::asset(std::string_view name) const {
  const auto live = impl_->now();
  std::optional<std::string> bytes = live->snapshot().asset(name);
  if (!bytes) return std::nullopt;
  // The name begins with the digest of the bytes: it is its own validator.
  return AssetView{std::move(*bytes), std::string(media_type(name)), std::string(name.substr(0, name.find('-')))};
}

HealthView HelpCenter::health() const {
  const auto live = impl_->now();
  HealthView view;
  view.generation = live->snapshot().name();
  view.built_at = live->snapshot().manifest().created;
  view.articles = live->snapshot().manifest().articles;
  view.languages = live->snapshot().manifest().languages;
  const std::lock_guard lock(impl_->mutex);
  view.last_problem = impl_->last_problem;
  return view;
}

}  // namespace pharos::engine
