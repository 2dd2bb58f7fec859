// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_builders.h"
#include "http/page_lists.h"

namespace pharos::http {

std::string category_page(PageFrame frame, const engine::CategoryView& category,
                          const std::vector<engine::NoticeView>& notices) {
  constexpr std::size_t kFirstArticles = 3;
  frame.title = category.title;
  frame.description = category.summary;

  PageData content;
  content.set("crumbs", crumb_list(frame, category.path, true));
  content.set("category_title", category.title);
  content.set("summary", category.summary);
  content.set("icon", category_list(frame, {category}, 0).front());
  content.set("count", frame.texts->count("articles", category.articles));
  content.set("children", category_list(frame, category.children, kFirstArticles));
  content.set("has_children", !category.children.empty());
  content.set("cards", card_list(frame, category.cards, category.cards.size()));
  content.set("has_cards", !category.cards.empty());
  content.set("is_empty", category.cards.empty() && category.children.empty());
  content.set("notices", notice_list(frame, notices_for(notices, category.key)));
  set_language(content, frame, frame.language);
  return render_page("category", frame, std::move(content));
}

}  // namespace pharos::http
