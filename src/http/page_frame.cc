// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_frame.h"

#include <algorithm>

#include "pharos/base/article_key.h"
#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

std::string direction(bool right_to_left) { return right_to_left ? "rtl" : "ltr"; }

bool exists_in(const PageFrame& frame, const Language& language) {
  return frame.alternates.empty() ||
         std::find(frame.alternates.begin(), frame.alternates.end(), language) != frame.alternates.end();
}

PageData::List language_menu(const PageFrame& frame) {
  PageData::List items;
  for (const engine::LanguageView& view : frame.languages) {
    PageData item;
    item.set("tag", view.language.tag());
    item.set("name", view.name);
    item.set("dir", direction(view.right_to_left));
    item.set("href", address_in(frame, view.language) + frame.query);
    item.set("current", view.language == frame.language);
    items.push_back(std::move(item));
  }
  return items;
}

PageData::List alternates(const PageFrame& frame) {
  PageData::List items;
  for (const engine::LanguageView& view : frame.languages) {
    if (!exists_in(frame, view.language)) continue;
    const std::string href = frame.site_url + address_in(frame, view.language);
    items.push_back(PageData().set("tag", view.language.tag()).set("href", href));
    if (view.is_default) items.push_back(PageData().set("tag", "x-default").set("href", href));
  }
  return items;
}

std::string own_name(const PageFrame& frame) {
  for (const engine::LanguageView& view : frame.languages) {
    if (view.language == frame.language) return view.name;
  }
  return std::string(frame.language.native_name());
}

}  // namespace

std::string address_in(const PageFrame& frame, const Language& language) {
  return "/" + language.tag() + url_path(frame.path);
}

std::string address_of(const PageFrame& frame, std::string_view page) {
  return "/" + frame.language.tag() + "/" + std::string(page);
}

void set_language(PageData& item, const PageFrame& frame, const Language& shown) {
  if (shown == frame.texts->language()) {
    item.set("shown", false);
    return;
  }
  item.set("shown", PageData().set("tag", shown.tag()).set("dir", direction(shown.right_to_left())));
}

std::string render_page(std::string_view page, const PageFrame& frame, PageData content) {
  const PageTexts& texts = *frame.texts;
  content.set("lang", texts.language().tag());
  content.set("dir", direction(texts.right_to_left()));
  content.set("content_language", frame.language.tag());
  content.set("title", frame.title.empty() ? frame.site_name : frame.title + " – " + frame.site_name);
  content.set("page_title", frame.title.empty() ? frame.site_name : frame.title);
  content.set("description", frame.description);
  content.set("site_name", frame.site_name);
  content.set("og_type", page == "article" ? "article" : "website");
  content.set("canonical", frame.indexable ? frame.site_url + address_in(frame, frame.canonical) : "");
  content.set("alternates", frame.indexable ? alternates(frame) : PageData::List());
  content.set("noindex", !frame.indexable);
  content.set("home_href", "/" + frame.language.tag());
  content.set("search_href", address_of(frame, "search"));
  content.set("contact_href", address_of(frame, "contact"));
  content.set("search_text", replace_invalid_utf8(frame.search_text));
  content.set("language_name", own_name(frame));
  content.set("languages", language_menu(frame));
  content.set("has_languages", frame.languages.size() > 1);
  content.set("page_kind", page);
  for (const std::string_view own_search : {"home", "search", "fault"}) {
    if (page == own_search) content.set("has_own_search", true);
  }
  content.set("is_contact", page == "contact");
  content.set("help_href", address_of(frame, "contact") + frame.contact_query);
  bool reaching_people = false;
  for (const std::string_view desk_page : {"contact", "ticket", "ticket_lookup"}) {
    reaching_people = reaching_people || page == desk_page;
  }
  content.set("has_help_band", !reaching_people);
  content.set("live_reload", frame.pages->live_reload() ? frame.generation : "");
  return frame.pages->render(page, texts, content);
}

}  // namespace pharos::http
