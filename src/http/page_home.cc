// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>
#include <vector>

#include "http/page_builders.h"
#include "http/page_lists.h"

namespace pharos::http {
namespace {

constexpr std::size_t kFirstArticles = 4;
constexpr std::size_t kQuickLinks = 5;

/// The first translated article of each of the first categories, then other translated ones, then fallbacks: what most
/// readers come for, below the search box, in their language where there is one.
std::vector<engine::ArticleCard> quick_links(const std::vector<engine::CategoryView>& categories) {
  std::vector<engine::ArticleCard> firsts, others, fallbacks;
  for (const engine::CategoryView& category : categories) {
    bool first = true;
    for (const engine::ArticleCard& card : category.cards) {
      (card.is_fallback ? fallbacks : first ? firsts : others).push_back(card);
      first = first && card.is_fallback;
    }
  }
  std::vector<engine::ArticleCard> links = std::move(firsts);
  links.insert(links.end(), others.begin(), others.end());
  links.insert(links.end(), fallbacks.begin(), fallbacks.end());
  if (links.size() > kQuickLinks) links.erase(links.begin() + kQuickLinks, links.end());
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
