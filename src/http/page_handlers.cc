// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_handlers.h"

#include <algorithm>
#include <charconv>

#include "http/page_answer.h"
#include "http/page_builders.h"
#include "http/page_query.h"
#include "http/reader_identity.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/engine/addresses.h"
#include "pharos/engine/front_desk.h"

namespace pharos::http {
namespace {

constexpr std::size_t kSearchIdBytes = 8;

std::size_t page_number(const Request& request) {
  const std::string text = request.parameter("page").value_or("1");
  const std::size_t last = search::QueryLimits{}.max_window / kResultsPerPage;
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::size_t>(number, 1, last);
}

/// Searches; what the engine refuses becomes the page's state, so that the reader hears it in plain words.
void ask(const Context& context, const Request& request, const Language& language, const desk::Reader& reader,
         SearchPage& page) {
  search::Query query(page.text, language);
  query.category = page.category;
  query.rescue = page.rescue;
  query.detect_language = page.detect;
  query.limit = kResultsPerPage;
  query.offset = (page.number - 1) * kResultsPerPage;
  try {
    page.result = context.help_center.search(query);
    page.state = SearchPage::State::kAnswered;
    if (!page.desk_open) return;
    // A further page of results belongs to the search that the first one was.
    if (page.number > 1) page.search_id = search_id_of(request.parameter("from").value_or(""));
    if (!page.search_id.empty()) return;
    page.search_id = random_hex(kSearchIdBytes);
    if (asked_by_a_person(request)) context.desk->record_search(query, *page.result, page.search_id, reader);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInvalidArgument) throw;
    const search::QueryLimits limits;
    const bool spaces = std::count(page.text.begin(), page.text.end(), ' ') >= static_cast<long>(limits.max_terms);
    const bool too_long = page.text.size() > limits.max_bytes || spaces;
    page.state = too_long ? SearchPage::State::kTooLong : SearchPage::State::kRefused;
  }
}

Response category_response(const Context& context, const Request& request, const Language& language,
                           const std::string& key) {
  const auto category = context.help_center.category(key, language);
  if (!category) return fault_page(context, request, 404);
  PageFrame frame = frame_for(context, language);
  frame.path = "/" + key;
  return page_response(request, language,
                       category_page(std::move(frame), *category, context.help_center.notices(language, 0)));
}

/// The language that an address begins with, or the reader's.
Language fault_language(const Context& context, const Request& request) {
  const std::size_t slash = request.path.find('/', 1);
  if (request.path.size() > 1) {
    const std::string first = request.path.substr(1, slash == std::string::npos ? slash : slash - 1);
    const auto language = context.help_center.language(first);
    if (language && language->tag() == first) return *language;
  }
  return preferred_language(context.help_center, request);
}

/// "wrong network" of "/en/deposits/wrong-network": what the reader was after, for the search box.
std::string words_of_address(std::string_view path) {
  std::string words(path.substr(path.rfind('/') + 1));
  words = words.substr(0, words.rfind('.'));
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return words.size() > 60 ? std::string() : words;
}

}  // namespace

Response handle_root(const Context& context, const Request& request, const PathParameters&) {
  Response response = redirect("/" + preferred_language(context.help_center, request).tag() + query_of(request), 302);
  response.headers.emplace_back("Vary", "Accept-Language, Cookie");
  response.headers.emplace_back("Cache-Control", "private, no-cache");
  return response;
}

Response handle_home(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    const HomePage home{context.help_center.categories(language), context.help_center.notices(language)};
    return page_response(request, language, home_page(frame_for(context, language), home));
  });
}

Response handle_search_page(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    SearchPage page;
    page.text = request.parameter("q").value_or("");
    page.category = request.parameter("category").value_or("");
    page.number = page_number(request);
    page.rescue = request.parameter("rescue") != "false";
    page.detect = request.parameter("detect") != "false";
    page.categories = context.help_center.categories(language);
    page.notices = context.help_center.notices(language, 0);
    page.desk_open = context.desk != nullptr;
    const desk::Reader reader = page.desk_open ? identify(request) : desk::Reader();
    if (page.text.find_first_not_of(" \t\r\n") != std::string::npos) ask(context, request, language, reader, page);
    if (page.result) {
      for (const search::Hit& hit : page.result->hits) {
        page.paths.emplace(hit.category, context.help_center.category_path(hit.category, language));
      }
    }
    const bool refused = page.state == SearchPage::State::kTooLong || page.state == SearchPage::State::kRefused;
    Response response = page_response(request, language, search_page(frame_for(context, language), page));
    response.status = refused ? 400 : 200;
    if (page.desk_open) remember(reader, request, response);
    return response;
  });
}

Response handle_content_page(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    std::string path = path_part(parameters, "path");
    if (path.ends_with('/')) {
      while (path.ends_with('/')) path.pop_back();
      return redirect("/" + language.tag() + (path.empty() ? "" : "/" + url_path(path)) + query_of(request), 301);
    }
    const engine::PageTarget target = context.help_center.page(path);
    switch (target.kind) {
      case engine::PageTarget::Kind::kArticle:
        return handle_article(context, request, language, target.key);
      case engine::PageTarget::Kind::kCategory:
        return category_response(context, request, language, target.key);
      case engine::PageTarget::Kind::kRedirect:
        return redirect(engine::page_address(language, target.key), 301);
      case engine::PageTarget::Kind::kNone:
        break;
    }
    return fault_page(context, request, 404);
  });
}

Response fault_page(const Context& context, const Request& request, int status) {
  const Language language = fault_language(context, request);
  PageFrame frame = frame_for(context, language);
  if (status == 404) frame.search_text = words_of_address(request.path);
  Response response;
  response.status = status;
  response.headers.emplace_back("Content-Language", language.tag());
  response.body = fault_page(std::move(frame), status, context.help_center.categories(language));
  return response;
}

}  // namespace pharos::http
