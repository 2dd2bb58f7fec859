// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/view_builder.h"

#include <algorithm>

#include "engine/page_html.h"

namespace pharos::engine {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;

ArticleCard card(const index::CatalogArticle& article, const Language& reader) {
  ArticleCard view(article.key, article.language);
  view.title = article.title;
  view.summary = article.summary;
  view.category = article.category;
  view.updated = article.updated;
  view.is_fallback = article.language != reader;
  return view;
}

const std::string& in_chain(const std::map<Language, std::string>& texts, const std::vector<Language>& chain) {
  static const std::string none;
  for (const Language& language : chain) {
    const auto found = texts.find(language);
    if (found != texts.end() && !found->second.empty()) return found->second;
  }
  return texts.empty() ? none : texts.begin()->second;
}

const std::string& summary_in_chain(const content::Category& category, const std::vector<Language>& chain) {
  static const std::string none;
  return category.summaries.empty() ? none : in_chain(category.summaries, chain);
}

}  // namespace

LanguageView language_view(const Generation& live, const content::SiteLanguage& row) {
  LanguageView view(row.language);
  view.name = row.name;
  view.right_to_left = row.right_to_left;
  view.is_default = live.catalog().settings.default_language == row.language;
  view.fallback = row.fallback;
  view.articles = live.articles_in(row.language);
  return view;
}

std::vector<Crumb> crumbs(const Generation& live, std::string_view category, const Language& reader) {
  const std::vector<Language> chain = live.catalog().settings.chain(reader);
  std::vector<Crumb> path;
  // A parent chain is no longer than a path has segments: a loop in it cannot hold us.
  for (int depth = 0; !category.empty() && depth < 64; ++depth) {
    const content::Category* row = live.category(category);
    if (row == nullptr) break;
    path.push_back({row->key, in_chain(row->titles, chain)});
    category = row->parent;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

CategoryView category_view(const Generation& live, const content::Category& category, const Language& reader) {
  const std::vector<Language> chain = live.catalog().settings.chain(reader);
  CategoryView view;
  view.key = category.key;
  view.title = in_chain(category.titles, chain);
  view.summary = summary_in_chain(category, chain);
  view.icon = category.icon;
  view.path = crumbs(live, category.key, reader);
  for (const index::CatalogArticle* article : live.in_category(category.key, chain)) {
    view.cards.push_back(card(*article, reader));
  }
  view.children = category_views(live, category.key, reader);
  view.articles = view.cards.size();
  for (const CategoryView& child : view.children) view.articles += child.articles;
  return view;
}

std::vector<CategoryView> category_views(const Generation& live, std::string_view parent, const Language& reader) {
  std::vector<CategoryView> views;
  for (const content::Category* category : live.children(parent)) {
    if (category->key == parent) continue;
    CategoryView view = category_view(live, *category, reader);
    if (view.articles > 0) views.push_back(std::move(view));
  }
  return views;
}

std::optional<ArticleView> article_view(const Generation& live, const ArticleKey& key, const Language& reader) {
  const std::vector<Language> chain = live.catalog().settings.chain(reader);
  const index::CatalogArticle* article = live.find_along(key.str(), chain);
  if (article == nullptr) {
    // Outside the chain is still better than nothing: the reader asked for this very page.
    article = live.find_along(key.str(), live.catalog().settings.tags());
  }
  if (article == nullptr) return std::nullopt;
  ArticleView view(key, reader, article->language);
  view.is_fallback = article->language != reader;
  view.title = article->title;
  view.summary = article->summary;
  view.html = with_addresses(live.snapshot().body(*article), reader, live.catalog());
  for (const index::Heading& heading : article->headings) {
    view.toc.push_back({heading.anchor, heading.text, heading.level});
  }
  for (const content::SiteLanguage& row : live.catalog().settings.languages) {
    if (const index::CatalogArticle* version = live.find(key.str(), row.language)) {
      view.translations.emplace_back(row.language, row.name, version->title);
    }
  }
  for (const std::string& related : article->related) {
    if (const index::CatalogArticle* other = live.find_along(related, chain))
      view.related.push_back(card(*other, reader));
  }
  view.category = article->category;
  view.path = crumbs(live, article->category, reader);
  view.tags = article->tags;
  view.updated = article->updated;
  view.revision = article->revision;
  view.source_path = article->source_path;
  return view;
}

std::vector<NoticeView> notice_views(const Generation& live, const Language& reader, UtcTime now, int past_days) {
  std::vector<Language> chain = live.catalog().settings.chain(reader);
  std::vector<NoticeView> views;
  for (const content::Notice& notice : live.catalog().notices) {
    const bool active = notice.active(now);
    const bool recent = notice.ended && notice.ended->seconds <= now.seconds &&
                        notice.ended->seconds + past_days * kSecondsPerDay >= now.seconds;
    if (!active && !recent) continue;
    NoticeView view;
    view.id = notice.id;
    view.severity = notice.severity;
    view.active = active;
    view.overdue = active && notice.expected_end && *notice.expected_end < now;
    view.started = notice.started;
    view.expected_end = notice.expected_end;
    view.ended = notice.ended;
    view.affects = notice.affects;
    auto words = notice.texts.end();
    for (std::size_t i = 0; i < chain.size() && words == notice.texts.end(); ++i) words = notice.texts.find(chain[i]);
    if (words == notice.texts.end()) words = notice.texts.begin();
    if (words == notice.texts.end()) continue;  // the linter told its editor
    view.language = words->first.tag();
    view.title = words->second.title;
    view.cause = words->second.cause;
    view.html = with_addresses(words->second.html, reader, live.catalog());
    views.push_back(std::move(view));
  }
  std::stable_sort(views.begin(), views.end(),
                   [](const NoticeView& a, const NoticeView& b) { return a.active && !b.active; });
  return views;
}

std::vector<ChannelView> channel_views(const Generation& live, const Language& reader) {
  const content::SiteSettings& settings = live.catalog().settings;
  const std::vector<Language> chain = settings.chain(reader);
  std::vector<ChannelView> views;
  for (const content::Channel& channel : settings.channels) {
    ChannelView view;
    view.kind = channel.kind;
    view.name = channel.name.in(chain);
    view.address = channel.address;
    view.hours = channel.hours.in(chain);
    for (const Language& language : channel.languages) {
      if (const content::SiteLanguage* row = settings.find(language)) {
        view.languages.push_back(language_view(live, *row));
      } else {
        LanguageView other(language);
        other.name = std::string(language.native_name());
        other.right_to_left = language.right_to_left();
        view.languages.push_back(std::move(other));
      }
    }
    // A channel that names no languages serves them all.
    view.speaks_yours = channel.languages.empty() || best_match(reader, channel.languages).has_value();
    views.push_back(std::move(view));
  }
  std::stable_sort(views.begin(), views.end(),
                   [](const ChannelView& a, const ChannelView& b) { return a.speaks_yours && !b.speaks_yours; });
  return views;
}

}  // namespace pharos::engine
