// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_handlers.h"

#include <algorithm>
#include <charconv>

#include "http/page_builders.h"
#include "http/page_query.h"
#include "pharos/base/error.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

std::string part(const PathParameters& parameters, std::string_view name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string() : found->second;
}

PageFrame frame_for(const Context& context, const Language& language) {
  PageFrame frame(context.pages, language);
  frame.site_name = context.help_center.site_name(language);
  if (frame.site_name.empty()) frame.site_name = frame.texts->text("unnamed_site");  // a tree without settings
  frame.site_url = context.help_center.site_url();
  frame.languages = context.help_center.languages();
  frame.generation = context.help_center.generation();
  return frame;
}

Response page_response(const Request& request, const Language& language, std::string html) {
  Response response;
  response.body = std::move(html);
  response.headers.emplace_back("Content-Language", language.tag());
  remember_language(request, language, response);
  return response;
}

Response redirect(std::string address, int status) {
  Response response;
  response.status = status;
  response.headers.emplace_back("Location", std::move(address));
  return response;
}

/// What the query string was, for redirects that keep it.
std::string query_of(const Request& request) {
  std::string text;
  for (const auto& [name, value] : request.query) {
    text += (text.empty() ? "?" : "&") + encode_query_value(name) + "=" + encode_query_value(value);
  }
  return text;
}

/// Serves an address below a language: not found for a language that the site lacks, a redirect for another spelling
/// of one that it has ("/zh-CN/..." is at home under "/zh-Hans/..."), else what `serve` makes.
template <class Serve>
Response in_language(const Context& context, const Request& request, const PathParameters& parameters, Serve serve) {
  const std::string tag = part(parameters, "lang");
  const auto language = context.help_center.language(tag);
  if (!language) return fault_page(context, request, 404);
  if (language->tag() != tag) {
    const std::string rest = request.path.size() > tag.size() + 1 ? request.path.substr(tag.size() + 1) : "";
    return redirect("/" + language->tag() + url_path(rest) + query_of(request), 302);
  }
  return serve(*language);
}

std::size_t page_number(const Request& request) {
  const std::string text = request.parameter("page").value_or("1");
  const std::size_t last = search::QueryLimits{}.max_window / kResultsPerPage;
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::size_t>(number, 1, last);
}

/// Searches; what the engine refuses becomes the page's state, so that the reader hears it in plain words.
void ask(const Context& context, const Language& language, SearchPage& page) {
  search::Query query(page.text, language);
  query.category = page.category;
  query.rescue = page.rescue;
  query.detect_language = page.detect;
  query.limit = kResultsPerPage;
  query.offset = (page.number - 1) * kResultsPerPage;
  try {
    page.result = context.help_center.search(query);
    page.state = SearchPage::State::kAnswered;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInvalidArgument) throw;
    const search::QueryLimits limits;
    const bool spaces = std::count(page.text.begin(), page.text.end(), ' ') >= static_cast<long>(limits.max_terms);
    const bool too_long = page.text.size() > limits.max_bytes || spaces;
    page.state = too_long ? SearchPage::State::kTooLong : SearchPage::State::kRefused;
  }
}

Response article_response(const Context& context, const Request& request, const Language& language,
                          const std::string& key) {
  const auto parsed = ArticleKey::parse(key);
  const auto article = parsed ? context.help_center.article(*parsed, language) : std::nullopt;
  if (!article) return fault_page(context, request, 404);
  PageFrame frame = frame_for(context, language);
  frame.path = "/" + key;
  return page_response(request, language,
                       article_page(std::move(frame), *article, context.help_center.notices(language, 0)));
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
    if (page.text.find_first_not_of(" \t\r\n") != std::string::npos) ask(context, language, page);
    if (page.result) {
      for (const search::Hit& hit : page.result->hits) {
        page.paths.emplace(hit.category, context.help_center.category_path(hit.category, language));
      }
    }
    const bool refused = page.state == SearchPage::State::kTooLong || page.state == SearchPage::State::kRefused;
    Response response = page_response(request, language, search_page(frame_for(context, language), page));
    response.status = refused ? 400 : 200;
    return response;
  });
}

Response handle_contact_page(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    ContactPage contact;
    contact.channels = context.help_center.channels(language);
    contact.notices = context.help_center.notices(language, 0);
    return page_response(request, language, contact_page(frame_for(context, language), contact));
  });
}

Response handle_content_page(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    std::string path = part(parameters, "path");
    if (path.ends_with('/')) {
      while (path.ends_with('/')) path.pop_back();
      return redirect("/" + language.tag() + (path.empty() ? "" : "/" + url_path(path)) + query_of(request), 301);
    }
    const engine::PageTarget target = context.help_center.page(path);
    switch (target.kind) {
      case engine::PageTarget::Kind::kArticle:
        return article_response(context, request, language, target.key);
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
