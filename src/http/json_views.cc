// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json_views.h"

#include "http/json_desk.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

std::uint64_t count(std::size_t number) { return static_cast<std::uint64_t>(number); }

void write_tags(JsonWriter& json, std::string_view name, const std::vector<Language>& languages) {
  json.key(name).begin_array();
  for (const Language& language : languages) json.value(language.tag());
  json.end_array();
}

void write_toc(JsonWriter& json, const std::vector<engine::TocEntry>& toc) {
  json.key("toc").begin_array();
  for (const engine::TocEntry& entry : toc) {
    json.begin_object()
        .member("anchor", entry.anchor)
        .member("heading", entry.heading)
        .member("level", entry.level)
        .end_object();
  }
  json.end_array();
}

void write_translations(JsonWriter& json, const engine::ArticleView& article) {
  json.key("translations").begin_array();
  for (const engine::Translation& translation : article.translations) {
    json.begin_object()
        .member("language", translation.language.tag())
        .member("name", translation.name)
        .member("title", translation.title)
        .member("url", engine::page_address(translation.language, article.key.str()))
        .end_object();
  }
  json.end_array();
}

}  // namespace

void write_crumbs(JsonWriter& json, std::string_view name, const std::vector<engine::Crumb>& path) {
  json.key(name).begin_array();
  for (const engine::Crumb& crumb : path) {
    json.begin_object().member("key", crumb.key).member("title", crumb.title).end_object();
  }
  json.end_array();
}

void write_card(JsonWriter& json, const engine::ArticleCard& card, const Language& asked) {
  json.begin_object()
      .member("key", card.key.str())
      .member("language", card.language.tag())
      .member("url", engine::page_address(asked, card.key.str()))
      .member("title", card.title)
      .member("summary", card.summary)
      .member("category", card.category);
  write_time(json, "updated", card.updated);
  json.member("is_fallback", card.is_fallback).end_object();
}

// The depth of the tree is bounded by what a key may hold (512 bytes), so recursion is safe here.
void write_category(JsonWriter& json, const engine::CategoryView& category, const Language& asked) {
  json.begin_object()
      .member("key", category.key)
      .member("url", engine::page_address(asked, category.key))
      .member("title", category.title)
      .member("summary", category.summary)
      .member("icon", category.icon)
      .member("article_count", count(category.articles));
  write_crumbs(json, "path", category.path);
  json.key("articles").begin_array();
  for (const engine::ArticleCard& card : category.cards) write_card(json, card, asked);
  json.end_array().key("children").begin_array();
  for (const engine::CategoryView& child : category.children) write_category(json, child, asked);
  json.end_array().end_object();
}

void write_article(JsonWriter& json, const engine::ArticleView& article,
                   const std::optional<desk::RatingSummary>& ratings) {
  json.begin_object()
      .member("key", article.key.str())
      .member("language", article.language.tag())
      .member("requested_language", article.requested.tag())
      .member("is_fallback", article.is_fallback)
      .member("url", engine::page_address(article.requested, article.key.str()))
      .member("title", article.title)
      .member("summary", article.summary)
      .member("html", article.html);
  write_toc(json, article.toc);
  write_crumbs(json, "category_path", article.path);
  write_translations(json, article);
  json.key("related").begin_array();
  for (const engine::ArticleCard& card : article.related) write_card(json, card, article.requested);
  json.end_array().strings("tags", article.tags);
  write_time(json, "updated", article.updated);
  json.member("revision", article.revision).key("ratings");
  if (ratings) {
    json.begin_object();
    write_ratings(json, *ratings);
    json.end_object();
  } else {
    json.null();
  }
  json.end_object();
}

void write_language(JsonWriter& json, const engine::LanguageView& view) {
  json.begin_object()
      .member("language", view.language.tag())
      .member("name", view.name)
      .member("direction", view.right_to_left ? "rtl" : "ltr")
      .member("is_default", view.is_default);
  write_tags(json, "fallback", view.fallback);
  json.member("articles", count(view.articles)).end_object();
}

void write_notice(JsonWriter& json, const engine::NoticeView& notice) {
  json.begin_object()
      .member("id", notice.id)
      .member("severity", content::name(notice.severity))
      .member("active", notice.active)
      .member("overdue", notice.overdue);
  write_time(json, "started", notice.started);
  write_time(json, "expected_end", notice.expected_end);
  write_time(json, "ended", notice.ended);
  json.member("language", notice.language)
      .member("title", notice.title)
      .member("cause", notice.cause)
      .member("html", notice.html)
      .strings("affects", notice.affects)
      .end_object();
}

void write_channel(JsonWriter& json, const engine::ChannelView& channel) {
  std::vector<Language> languages;
  for (const engine::LanguageView& view : channel.languages) languages.push_back(view.language);
  json.begin_object()
      .member("kind", channel.kind)
      .member("name", channel.name)
      .member("address", channel.address)
      .member("hours", channel.hours);
  write_tags(json, "languages", languages);
  json.member("speaks_yours", channel.speaks_yours).end_object();
}

}  // namespace pharos::http
