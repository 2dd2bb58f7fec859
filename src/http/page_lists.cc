// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_lists.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "http/page_markup.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

// The symbols of site/static/icons/sprite.svg that a category may name.
constexpr std::array<std::string_view, 8> kCategoryIcons = {"account", "identity", "deposit", "withdraw",
                                                            "trade",   "fees",     "shield",  "code"};

std::string_view icon_of(std::string_view name) {
  const auto known = std::find(kCategoryIcons.begin(), kCategoryIcons.end(), name);
  return known == kCategoryIcons.end() ? "book" : *known;
}

PageData::List crumbs_of_titles(const PageFrame& frame, const std::vector<engine::Crumb>& path, std::size_t linked) {
  PageData::List items;
  for (std::size_t i = 0; i < path.size(); ++i) {
    PageData item;
    item.set("title", path[i].title);
    item.set("href", i < linked ? engine::page_address(frame.language, path[i].key) : "");
    set_language(item, frame, frame.language);
    items.push_back(std::move(item));
  }
  return items;
}

/// The first articles of a category, or of those below it when it has none of its own.
void collect_cards(const engine::CategoryView& category, std::size_t limit, std::vector<engine::ArticleCard>& out) {
  for (const engine::ArticleCard& card : category.cards) {
    if (out.size() < limit) out.push_back(card);
  }
  for (const engine::CategoryView& child : category.children) {
    if (out.size() < limit) collect_cards(child, limit, out);
  }
}

void set_time(PageData& item, const PageTexts& texts, const std::string& name, const std::optional<UtcTime>& time) {
  item.set(name, time ? texts.date_time(*time) : "");
  item.set(name + "_iso", time ? to_iso(*time) : "");
}

}  // namespace

PageData::List card_list(const PageFrame& frame, const std::vector<engine::ArticleCard>& cards, std::size_t limit) {
  PageData::List items;
  for (const engine::ArticleCard& card : cards) {
    if (items.size() == limit) break;
    PageData item;
    item.set("title", card.title);
    item.set("summary", card.summary);
    item.set("href", engine::page_address(frame.language, card.key.str()));
    item.set("fallback", card.is_fallback ? std::string(card.language.native_name()) : "");
    set_language(item, frame, card.language);
    items.push_back(std::move(item));
  }
  return items;
}

PageData::List crumb_list(const PageFrame& frame, const std::vector<engine::Crumb>& path, bool ends_here) {
  return crumbs_of_titles(frame, path, ends_here && !path.empty() ? path.size() - 1 : path.size());
}

PageData::List category_list(const PageFrame& frame, const std::vector<engine::CategoryView>& categories,
                             std::size_t first_articles) {
  PageData::List items;
  for (const engine::CategoryView& category : categories) {
    std::vector<engine::ArticleCard> first;
    collect_cards(category, first_articles, first);
    PageData item;
    item.set("title", category.title);
    item.set("summary", category.summary);
    item.set("icon", icon_of(category.icon));
    item.set("href", engine::page_address(frame.language, category.key));
    item.set("count", frame.texts->count("articles", category.articles));
    item.set("first", card_list(frame, first, first_articles));
    item.set("has_first", !first.empty());
    item.set("has_more", category.articles > first.size());
    set_language(item, frame, frame.language);
    items.push_back(std::move(item));
  }
  return items;
}

PageData::List notice_list(const PageFrame& frame, const std::vector<engine::NoticeView>& notices) {
  PageData::List items;
  for (const engine::NoticeView& notice : notices) {
    const std::string kind(content::name(notice.severity));
    PageData item;
    item.set("id", notice.id);
    item.set("kind", kind);
    item.set("kind_label", frame.texts->raw("notice_" + kind));
    item.set("active", notice.active);
    item.set("overdue", notice.active && notice.overdue);
    item.set("open_end", notice.active && !notice.expected_end);
    item.set("expected", notice.active && notice.expected_end && !notice.overdue);
    set_time(item, *frame.texts, "started", notice.started);
    set_time(item, *frame.texts, "end", notice.expected_end);
    set_time(item, *frame.texts, "ended", notice.active ? std::nullopt : notice.ended);
    item.set("notice_title", notice.title);
    item.set("cause", notice.cause);
    item.set("html", article_markup(notice.html, *frame.texts));
    set_language(item, frame, Language::parse(notice.language).value_or(frame.language));
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<engine::NoticeView> active_notices(const std::vector<engine::NoticeView>& notices) {
  std::vector<engine::NoticeView> active;
  std::copy_if(notices.begin(), notices.end(), std::back_inserter(active),
               [](const engine::NoticeView& notice) { return notice.active; });
  return active;
}

std::vector<engine::NoticeView> notices_for(const std::vector<engine::NoticeView>& notices, std::string_view key) {
  const auto covers = [&](const std::string& affected) {
    return key == affected ||
           (key.size() > affected.size() && key.starts_with(affected) && key[affected.size()] == '/');
  };
  std::vector<engine::NoticeView> concerned;
  for (const engine::NoticeView& notice : notices) {
    if (!notice.active) continue;
    if (notice.affects.empty() || std::any_of(notice.affects.begin(), notice.affects.end(), covers)) {
      concerned.push_back(notice);
    }
  }
  return concerned;
}

}  // namespace pharos::http
