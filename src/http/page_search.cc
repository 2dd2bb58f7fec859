// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "http/page_builders.h"
#include "http/page_lists.h"
#include "http/page_query.h"
#include "http/page_rewrites.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/addresses.h"
#include "pharos/http/json_search.h"

namespace pharos::http {
namespace {

constexpr std::size_t kQuotedBytes = 120;

/// How a search is read: as the reader wants it, or otherwise.
struct Reading {
  bool rescue, detect;
};

std::string search_address(const PageFrame& frame, const SearchPage& search, const std::string& category,
                           std::size_t number, Reading reading) {
  std::string address = address_of(frame, "search") + "?q=" + encode_query_value(search.text);
  if (!category.empty()) address += "&category=" + encode_query_value(category);
  if (number > 1) address += "&page=" + std::to_string(number);
  if (number > 1 && !search.search_id.empty()) address += "&from=" + search.search_id;
  if (!reading.rescue) address += "&rescue=false";
  if (!reading.detect) address += "&detect=false";
  return address;
}

/// The address of the same search, narrowed and paged otherwise.
std::string search_address(const PageFrame& frame, const SearchPage& search, const std::string& category,
                           std::size_t number) {
  return search_address(frame, search, category, number, {search.rescue, search.detect});
}

/// A sentence around the one value that it has a placeholder for, so that the template can mark the value up.
PageData sentence_around(const std::string& text, std::string_view value) {
  const std::size_t open = text.find('{');
  const std::size_t close = text.find('}', std::min(open, text.size()));
  PageData sentence;
  sentence.set("before", text.substr(0, open));
  sentence.set("value", value);
  sentence.set("after", close == std::string::npos ? "" : text.substr(close + 1));
  return sentence;
}

/// A query within a sentence: one that was pasted may be long.
std::string shortened(std::string_view query) {
  const std::string_view cut = cut_at_point(query, kQuotedBytes);
  return std::string(cut) + (cut.size() < query.size() ? "…" : "");
}

/// The article's address with what tells which hit of which search led there.
std::string hit_address(const PageFrame& frame, const SearchPage& search, const search::Hit& hit, std::size_t index) {
  const Language& language = language_to_read(hit, search.result->language, frame.language);
  if (search.search_id.empty()) return engine::page_address(language, hit.key.str(), hit.anchor);
  const std::size_t rank = (search.number - 1) * kResultsPerPage + index + 1;
  const std::string address = engine::page_address(language, hit.key.str());
  return address + "?from=" + search.search_id + "&rank=" + std::to_string(rank) +
         engine::page_address(language, hit.key.str(), hit.anchor).substr(address.size());
}

PageData::List hit_list(const PageFrame& frame, const SearchPage& search) {
  PageData::List items;
  for (const search::Hit& hit : search.result->hits) {
    PageData item;
    item.set("title_html", hit.title_html);
    item.set("snippet_html", hit.snippet_html);
    item.set("href", hit_address(frame, search, hit, items.size()));
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

/// What was searched instead, with the way back to what was typed, and what was searched besides.
void set_rewrites(PageData& content, const PageFrame& frame, const SearchPage& search, const ShownRewrites& shown) {
  if (!shown.repaired.empty()) {
    content.set("corrected", sentence_around(frame.texts->raw("search_corrected"), shortened(shown.repaired)));
    content.set("as_typed", sentence_around(frame.texts->raw("search_as_typed"), shortened(search.result->text)));
    content.set("as_typed_href", search_address(frame, search, search.category, 1, {false, search.detect}));
  }
  if (shown.also.empty()) return;
  PageData also = sentence_around(frame.texts->raw("search_also"), "");
  PageData::List words;
  for (const std::string& word : shown.also) {
    words.push_back(PageData().set("word", shortened(word)).set("next", !words.empty()));
  }
  also.set("words", std::move(words));
  content.set("also", std::move(also));
}

/// That it is answered in another language than the page's, with the way back to the page's.
void set_answer_language(PageData& content, const PageFrame& frame, const SearchPage& search) {
  const Language& answered = search.result->language;
  if (answered == frame.language) return;
  std::string name(answered.native_name());
  for (const engine::LanguageView& view : frame.languages) {
    if (view.language == answered) name = view.name;
  }
  PageData sentence = sentence_around(frame.texts->raw("search_answered_in"), name);
  set_language(sentence, frame, answered);
  content.set("answered_in", std::move(sentence));
  content.set("keep_language_href", search_address(frame, search, search.category, 1, {search.rescue, false}));
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
  const ShownRewrites rewrites = shown_rewrites(result);
  content.set("count",
              frame.texts->count("results", result.total,
                                 {{"query", shortened(rewrites.repaired.empty() ? shown_text : rewrites.repaired)}}));
  content.set("hits", hit_list(frame, search));
  set_rewrites(content, frame, search, rewrites);
  set_answer_language(content, frame, search);
  // Once: who turns the page has seen it.
  content.set("unsure", result.should_hand_over && !result.hits.empty() && search.number == 1);
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

/// Where nothing is found, or nothing that is sure, readers may say what they miss.
void set_question(PageData& content, const PageFrame& frame, const SearchPage& search, const std::string& shown_text) {
  const bool missing = search.result->hits.empty() || (search.result->should_hand_over && search.number == 1);
  if (!search.desk_open || !missing) return;
  content.set("asks_question", true);
  content.set("question_action", address_of(frame, "contact/question"));
  content.set("question_text", shown_text);
  content.set("question_search", search.search_id);
  content.set("question_fault", false);
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

  if (search.desk_open && !search.text.empty()) {
    frame.contact_query = "?q=" + encode_query_value(search.text);
    if (!search.search_id.empty()) frame.contact_query += "&from=" + search.search_id;
  }

  PageData content;
  content.set("category", search.category);
  content.set("asks_question", false);
  content.set("asked", search.state == SearchPage::State::kAnswered);
  content.set("nothing_asked", search.state == SearchPage::State::kNothingAsked);
  content.set("too_long",
              search.state == SearchPage::State::kTooLong
                  ? frame.texts->text("search_too_long", {{"words", std::to_string(search::QueryLimits{}.max_terms)}})
                  : "");
  content.set("refused", search.state == SearchPage::State::kRefused);
  content.set("nothing", false);
  for (const char* name : {"corrected", "also", "answered_in", "keep_language_href"}) content.set(name, false);
  content.set("notices", PageData::List());
  content.set("has_filters", false);
  content.set("categories", category_list(frame, search.categories, 0));
  content.set("has_categories", !search.categories.empty());
  if (search.state == SearchPage::State::kAnswered) {
    set_answer(content, frame, search, shown_text);
    set_question(content, frame, search, shown_text);
  }
  return render_page("search", frame, std::move(content));
}

}  // namespace pharos::http
