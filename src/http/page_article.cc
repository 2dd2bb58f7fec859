// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_builders.h"
#include "http/page_lists.h"
#include "http/page_markup.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

/// A table of contents helps only where there is something to choose from.
constexpr std::size_t kLeastHeadings = 2;

PageData::List toc_list(const engine::ArticleView& article) {
  PageData::List items;
  for (const engine::TocEntry& entry : article.toc) {
    if (entry.level > 3) continue;
    PageData item;
    item.set("heading", entry.heading);
    item.set("anchor", entry.anchor);
    item.set("nested", entry.level > 2);
    items.push_back(std::move(item));
  }
  return items;
}

PageData::List translation_list(const PageFrame& frame, const engine::ArticleView& article) {
  PageData::List items;
  for (const engine::Translation& translation : article.translations) {
    if (translation.language == frame.language) continue;
    PageData item;
    item.set("tag", translation.language.tag());
    item.set("dir", translation.language.right_to_left() ? "rtl" : "ltr");
    item.set("name", translation.name);
    item.set("title", translation.title);
    item.set("href", engine::page_address(translation.language, article.key.str()));
    items.push_back(std::move(item));
  }
  return items;
}

/// The sentence about the shown language is written out for the usual ones, since languages inflect their names.
std::string fallback_sentence(const PageTexts& texts, const Language& shown) {
  if (const std::string* own = texts.find("article_fallback_" + shown.tag())) return *own;
  return texts.text("article_fallback", {{"language", shown.native_name()}});
}

/// The words put into the article's own text: in its language, as its lang attribute says.
const PageTexts& texts_within(const PageFrame& frame, const Language& shown) {
  const PageTexts& own = frame.pages->texts(shown);
  return own.language() == shown ? own : *frame.texts;
}

}  // namespace

std::string article_page(PageFrame frame, const engine::ArticleView& article,
                         const std::vector<engine::NoticeView>& notices, const std::optional<RatingPanel>& rating) {
  const PageTexts& texts = *frame.texts;
  frame.title = article.title;
  frame.description = article.summary;
  frame.canonical = article.language;
  frame.alternates.clear();
  for (const engine::Translation& translation : article.translations) {
    frame.alternates.push_back(translation.language);
  }
  if (frame.alternates.empty()) frame.alternates.push_back(article.language);
  const PageData::List toc = toc_list(article);
  const PageData::List translations = translation_list(frame, article);

  PageData content;
  content.set("crumbs", crumb_list(frame, article.path, false));
  content.set("article_title", article.title);
  content.set("summary", article.summary);
  content.set("html", article_markup(article.html, texts_within(frame, article.language)));
  content.set("revision", article.revision);
  content.set("date", article.updated ? texts.date(*article.updated) : "");
  content.set("date_iso", article.updated ? to_iso_date(*article.updated) : "");
  content.set("fallback", article.is_fallback ? fallback_sentence(texts, article.language) : "");
  content.set("has_toc", toc.size() >= kLeastHeadings);
  content.set("toc", toc);
  content.set("has_translations", !translations.empty());
  content.set("translations", translations);
  content.set("has_related", !article.related.empty());
  content.set("related", card_list(frame, article.related, article.related.size()));
  content.set("notices", notice_list(frame, notices_for(notices, article.key.str())));
  set_language(content, frame, article.language);
  content.set("has_rating", false);
  if (rating) set_rating(content, frame, article, *rating);
  return render_page("article", frame, std::move(content));
}

}  // namespace pharos::http
