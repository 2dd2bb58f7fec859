// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "http/page_builders.h"
#include "http/page_lists.h"
#include "http/page_query.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

/// The address of the same search, narrowed and paged otherwise.
std::string search_address(const PageFrame& frame, const SearchPage& search, const std::string& category,
                           std::size_t number) {
  std::string address = address_of(frame, "search") + "?q=" + encode_query_value(search.text);
  if (!category.empty()) address += "&category=" + encode_query_value(category);
  if (number > 1) address += "&page=" + std::to_string(number);
  return address;
}

PageData::List hit_list(const PageFrame& frame, const SearchPage& search) {
  PageData::List items;
  for (const search::Hit& hit : search.result->hits) {
    PageData item;
    item.set("title_html", hit.title_html);
    item.set("snippet_html", hit.snippet_html);
    item.set("href", engine::page_address(frame.language, hit.key.str(), hit.anchor));
    item.set("heading", hit.anchor.empty() ? "" : hit.heading);
    item.set("fallback", hit.is_fallback ? std::string(hit.language.native_name()) : "");
    const auto path = search.paths.find(hit.category);
    item.set("crumbs", path == search.paths.end() ? PageData::List() : crumb_list(frame, path->second, false));
    set_language(item, frame, hit.language);
    items.push_back(std::move(item));
  }
  return items;
}

std::string title_of(const SearchPage& search, const std::string& key) {
  for (const engine::CategoryView& category : search.categories) {
    if (category.key == key) return category.title;
  }
  return key;
}

PageData::List filter_list(const PageFrame& frame, const SearchPage& search) {
  PageData::List items;
  const auto add = [&](const std::string& key, const std::string& title, const std::string& number) {
    PageData item;
    item.set("title", title);
    item.set("number", number);
    item.set("href", search_address(frame, search, key, 1));
    item.set("current", key == search.category);
    set_language(item, frame, key.empty() ? frame.texts->language() : frame.language);
    items.push_back(std::move(item));
  };
  add("", frame.texts->raw("filter_all"), "");
  bool listed = search.category.empty();
  for (const search::Facet& facet : search.result->facets) {
    add(facet.category, title_of(search, facet.category), std::to_string(facet.count));
    listed = listed || facet.category == search.category;
  }
  if (!listed) add(search.category, title_of(search, search.category), "");
  return items;
}

PageData::List rewrite_list(const PageFrame& frame, const search::SearchResult& result) {
  PageData::List items;
  for (const search::Rewrite& rewrite : result.rewrites) {
    items.push_back(PageData().set(
        "sentence", frame.texts->text("search_rewritten", {{"from", rewrite.from}, {"to", rewrite.to}})));
  }
  return items;
}

/// The active notices that concern one of the hits: somebody who searches for a delay should hear of it first.
std::vector<engine::NoticeView> notices_for_hits(const SearchPage& search) {
  std::vector<engine::NoticeView> concerned;
  const auto known = [&](const engine::NoticeView& notice) {
    return std::any_of(concerned.begin(), concerned.end(), [&](const auto& other) { return other.id == notice.id; });
  };
  for (const search::Hit& hit : search.result->hits) {
    for (const engine::NoticeView& notice : notices_for(search.notices, hit.key.str())) {
      if (!known(notice)) concerned.push_back(notice);
    }
  }
  return concerned;
}

void set_answer(PageData& content, const PageFrame& frame, const SearchPage& search, const std::string& shown_text) {
  const search::SearchResult& result = *search.result;
  const std::size_t reachable = std::min(result.total, search::QueryLimits{}.max_window);
  const std::size_t pages = (reachable + kResultsPerPage - 1) / kResultsPerPage;
  const auto page_link = [&](std::size_t number) {
    return number >= 1 && number <= pages ? search_address(frame, search, search.category, number) : std::string();
  };
  content.set("has_hits", !result.hits.empty());
  content.set("count", frame.texts->count("results", result.total, {{"query", shown_text}}));
  content.set("hits", hit_list(frame, search));
  content.set("rewrites", rewrite_list(frame, result));
  content.set("filters", filter_list(frame, search));
  content.set("has_filters", !result.hits.empty() && (result.facets.size() > 1 || !search.category.empty()));
  content.set("notices", notice_list(frame, notices_for_hits(search)));
  content.set("has_pages", pages > 1);
  content.set("previous_href", page_link(search.number - 1));
  content.set("next_href", page_link(search.number + 1));
  content.set("page_of", frame.texts->text("results_page_of", {{"page", std::to_string(search.number)},
                                                               {"pages", std::to_string(pages)}}));
  content.set("nothing", result.hits.empty());
  content.set("nothing_title", frame.texts->text("nothing_title", {{"query", shown_text}}));
  content.set("all_topics_href", search.category.empty() ? "" : search_address(frame, search, "", 1));
}

}  // namespace

std::string search_page(PageFrame frame, const SearchPage& search) {
  const std::string shown_text = replace_invalid_utf8(search.text);
  frame.path = "/search";
  frame.query = search.text.empty() ? "" : "?q=" + encode_query_value(search.text);
  frame.title = search.text.empty() ? frame.texts->raw("search_title")
                                    : frame.texts->text("search_title_query", {{"query", shown_text}});
  frame.search_text = search.text;
  frame.indexable = false;

  PageData content;
  content.set("category", search.category);
  content.set("asked", search.state == SearchPage::State::kAnswered);
  content.set("nothing_asked", search.state == SearchPage::State::kNothingAsked);
  content.set("too_long",
              search.state == SearchPage::State::kTooLong
                  ? frame.texts->text("search_too_long", {{"words", std::to_string(search::QueryLimits{}.max_terms)}})
                  : "");
  content.set("refused", search.state == SearchPage::State::kRefused);
  content.set("nothing", false);
  content.set("notices", PageData::List());
  content.set("has_filters", false);
  content.set("categories", category_list(frame, search.categories, 0));
  content.set("has_categories", !search.categories.empty());
  if (search.state == SearchPage::State::kAnswered) set_answer(content, frame, search, shown_text);
  return render_page("search", frame, std::move(content));
}

}  // namespace pharos::http
