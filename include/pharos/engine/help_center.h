// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/time.h"
#include "pharos/content/site_settings.h"
#include "pharos/engine/views.h"
#include "pharos/search/query.h"

namespace pharos::engine {

/// The help center as its readers use it: search, articles, browsing. It knows no HTTP and no JSON. All methods may be
/// called from any thread; each sees one generation of the index from beginning to end. Languages given to methods need
/// not be configured ones: call language() first to get the one that is served.
class HelpCenter {
 public:
  /// Opens the index that `index_folder`/CURRENT names. Throws Error{not_found} when there is none yet and
  /// Error{corrupt} when it is damaged, of another version or foreign; the message says how to rebuild it.
  explicit HelpCenter(std::filesystem::path index_folder, const Clock& clock = system_clock());
  ~HelpCenter();
  HelpCenter(const HelpCenter&) = delete;
  HelpCenter& operator=(const HelpCenter&) = delete;

  /// Adopts a newer generation if CURRENT names one. True when it did. A damaged new generation is refused: the old one
  /// keeps serving and health() tells why. Requests under way finish on the generation they began with.
  bool refresh();

  /// Makes now what is otherwise made when a reader first needs it (a tenth of a second for a small site, seconds for
  /// one with many languages), and from now on for each generation before it is adopted. Readers are served meanwhile.
  void prepare();

  /// The name of the generation being served; changes exactly when content or settings may have changed. For ETags.
  std::string generation() const;

  /// The site's language that serves `tag` (best_match), or nothing.
  std::optional<Language> language(std::string_view tag) const;
  Language default_language() const;
  std::vector<LanguageView> languages() const;
  std::string site_name(const Language& language) const;
  std::string site_url() const;
  /// What content/pharos.yml said when the generation was built.
  content::SiteSettings settings() const;

  /// Throws Error{invalid_argument} naming the parameter (q, limit, offset, category) for what is beyond the limits.
  search::SearchResult search(const search::Query& query) const;
  std::vector<search::Suggestion> suggest(std::string_view prefix, const Language& language, std::size_t limit) const;
  /// Every stage of the query in lines of text, and for an article why it ranks where it does, or why not at all.
  std::string explain(const search::Query& query, const std::optional<ArticleKey>& article) const;

  /// The article in that language or along its fallback chain; nothing when no language has it.
  std::optional<ArticleView> article(const ArticleKey& key, const Language& language) const;
  /// Where the address /<language>/<path> leads.
  PageTarget page(std::string_view path) const;
  /// The tree of categories with their articles (fallbacks included and marked).
  std::vector<CategoryView> categories(const Language& language) const;
  std::optional<CategoryView> category(std::string_view key, const Language& language) const;
  /// From the top to the category itself; empty for the top.
  std::vector<Crumb> category_path(std::string_view key, const Language& language) const;
  /// Active ones first. Ended ones are given for `past_days` after their end.
  std::vector<NoticeView> notices(const Language& language, int past_days = 14) const;
  std::vector<ChannelView> channels(const Language& language) const;
  /// A file named by an /assets/<name> address of a page; nothing when there is none.
  std::optional<AssetView> asset(std::string_view name) const;
  HealthView health() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::engine
