// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_builders.h"
#include "http/page_lists.h"

namespace pharos::http {
namespace {

constexpr std::size_t kFirstArticles = 4;
constexpr std::size_t kQuickLinks = 5;

/// The first article of each of the first categories: what most readers come for, below the search box.
std::vector<engine::ArticleCard> quick_links(const std::vector<engine::CategoryView>& categories) {
  std::vector<engine::ArticleCard> links;
  for (const engine::CategoryView& category : categories) {
    if (links.size() < kQuickLinks && !category.cards.empty()) links.push_back(category.cards.front());
  }
  return links;
}

}  // namespace

std::string home_page(PageFrame frame, const HomePage& home) {
  std::vector<engine::NoticeView> active, past;
  for (const engine::NoticeView& notice : home.notices) (notice.active ? active : past).push_back(notice);
  if (frame.description.empty()) frame.description = frame.texts->raw("home_lead");

  PageData content;
  content.set("categories", category_list(frame, home.categories, kFirstArticles));
  content.set("has_categories", !home.categories.empty());
  content.set("quick", card_list(frame, quick_links(home.categories), kQuickLinks));
  content.set("has_quick", !home.categories.empty());
  content.set("notices", notice_list(frame, active));
  content.set("has_notices", !active.empty());
  content.set("past_notices", notice_list(frame, past));
  content.set("has_past_notices", !past.empty());
  return render_page("home", frame, std::move(content));
}

}  // namespace pharos::http
