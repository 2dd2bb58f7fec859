// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/page_data.h"
#include "http/page_texts.h"
#include "http/pages.h"
#include "pharos/base/language.h"
#include "pharos/engine/views.h"

namespace pharos::http {

/// What every page needs besides its own content. Made for one request, of plain values.
struct PageFrame {
  PageFrame(const Pages& site_pages, Language page_language)
      : pages(&site_pages),
        texts(&site_pages.texts(page_language)),
        language(page_language),
        canonical(std::move(page_language)) {}

  const Pages* pages;
  const PageTexts* texts;
  Language language;   ///< of the address; the interface's words may be in another
  Language canonical;  ///< of the page that search engines should list instead, or the same
  std::string site_name, site_url;
  std::vector<engine::LanguageView> languages;
  std::vector<Language> alternates;  ///< languages the page truly exists in; empty: all of the site
  std::string path;           ///< of the page below its language, "/deposits/wrong-network"; empty for the home page
  std::string query;          ///< what the language switch keeps besides the path, "?q=..."
  std::string contact_query;  ///< what the way to a person takes along, "?q=..."
  std::string title, description;
  std::string search_text;  ///< what stands in the search box
  std::string generation;   ///< for pages that reload when it changes
  bool indexable = true;    ///< search engines may list it
};

/// The address of the frame's page in a language.
std::string address_in(const PageFrame& frame, const Language& language);
/// "/en/search", "/en/contact", ...; `page` without a slash.
std::string address_of(const PageFrame& frame, std::string_view page);

/// Says that the item's `shown` words are in that language, where it is not the interface's: the template lang.mustache
/// writes it as lang and dir.
void set_language(PageData& item, const PageFrame& frame, const Language& shown);

/// The whole document: the page's content within the layout.
std::string render_page(std::string_view page, const PageFrame& frame, PageData content);

}  // namespace pharos::http
