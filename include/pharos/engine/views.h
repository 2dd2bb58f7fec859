// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pharos/base/article_key.h"
#include "pharos/base/language.h"
#include "pharos/base/time.h"
#include "pharos/content/notice.h"

// What the help center shows, as plain values in the reader's language: no markup of a page, no JSON, no HTTP.
namespace pharos::engine {

/// A language of the site.
struct LanguageView {
  explicit LanguageView(Language view_language) : language(std::move(view_language)) {}
  Language language;
  std::string name;
  bool right_to_left = false;
  bool is_default = false;
  std::vector<Language> fallback;
  std::size_t articles = 0;  ///< translated articles in it
};

/// An article in a list.
struct ArticleCard {
  ArticleCard(ArticleKey card_key, Language card_language)
      : key(std::move(card_key)), language(std::move(card_language)) {}
  ArticleKey key;
  Language language;  ///< that it is shown in
  std::string title;
  std::string summary;
  std::string category;
  std::optional<UtcTime> updated;
  bool is_fallback = false;  ///< language is not the one asked for
};

struct Crumb {
  std::string key;
  std::string title;
};

/// A category with what is in it, ordered as the site says.
struct CategoryView {
  std::string key;
  std::string title;
  std::string summary;
  std::string icon;
  std::size_t articles = 0;        ///< in it and in all below it
  std::vector<Crumb> path;         ///< from the top to this one
  std::vector<ArticleCard> cards;  ///< directly in it
  std::vector<CategoryView> children;
};

struct TocEntry {
  std::string anchor;
  std::string heading;
  int level = 2;
};

/// Where else an article can be read.
struct Translation {
  Translation(Language l, std::string n, std::string t)
      : language(std::move(l)), name(std::move(n)), title(std::move(t)) {}
  Language language;
  std::string name;  ///< of the language, in its own words
  std::string title;
};

/// A whole article for a reader.
struct ArticleView {
  ArticleView(ArticleKey view_key, Language wanted, Language shown)
      : key(std::move(view_key)), requested(std::move(wanted)), language(std::move(shown)) {}
  ArticleKey key;
  Language requested;
  Language language;  ///< that it is shown in
  bool is_fallback = false;
  std::string title;
  std::string summary;
  std::string html;  ///< sanitized; inner links lead to pages in `requested`, pictures to /assets/...
  std::vector<TocEntry> toc;
  std::vector<Translation> translations;  ///< in site order, with the shown one
  std::vector<ArticleCard> related;
  std::string category;
  std::vector<Crumb> path;
  std::vector<std::string> tags;
  std::optional<UtcTime> updated;
  std::string revision;
  std::string source_path;  ///< for editors
};

struct NoticeView {
  std::string id;
  content::NoticeSeverity severity = content::NoticeSeverity::kInfo;
  bool active = false;
  bool overdue = false;  ///< active past its expected end
  std::optional<UtcTime> started, expected_end, ended;
  std::string title, cause, html;
  std::string language;  ///< tag of the words shown
  std::vector<std::string> affects;
};

struct ChannelView {
  std::string kind, name, address, hours;
  std::vector<LanguageView> languages;
  bool speaks_yours = false;  ///< offered in the asked language
};

/// For operators.
struct HealthView {
  std::string generation;
  std::string built_at;  ///< ISO 8601
  std::size_t articles = 0;
  std::size_t languages = 0;
  std::string last_problem;  ///< why the newest generation was not adopted; empty when all is well
};

/// A picture or film of the content folder.
struct AssetView {
  std::string bytes;
  std::string media_type;
  std::string etag;
};

/// Where an address below a language leads.
struct PageTarget {
  enum class Kind { kNone, kArticle, kCategory, kRedirect };
  Kind kind = Kind::kNone;
  std::string key;  ///< of the article, the category, or the page to redirect to
};

}  // namespace pharos::engine
