// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_answer.h"

#include <algorithm>

#include "http/page_handlers.h"
#include "http/page_query.h"
#include "pharos/base/article_key.h"

namespace pharos::http {
namespace {

constexpr std::size_t kMostIdBytes = 64;

bool reads(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

}  // namespace

std::string path_part(const PathParameters& parameters, std::string_view name) {
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

std::string query_of(const Request& request) {
  std::string text;
  for (const auto& [name, value] : request.query) {
    text += (text.empty() ? "?" : "&") + encode_query_value(name) + "=" + encode_query_value(value);
  }
  return text;
}

Response in_language(const Context& context, const Request& request, const PathParameters& parameters,
                     const std::function<Response(const Language&)>& serve) {
  const std::string tag = path_part(parameters, "lang");
  const auto language = context.help_center.language(tag);
  if (!language) return fault_page(context, request, 404);
  if (language->tag() != tag && reads(request)) {
    const std::string rest = request.path.size() > tag.size() + 1 ? request.path.substr(tag.size() + 1) : "";
    return redirect("/" + language->tag() + url_path(rest) + query_of(request), 302);
  }
  return serve(*language);
}

std::string search_id_of(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return text.size() <= kMostIdBytes && std::all_of(text.begin(), text.end(), allowed) ? std::string(text)
                                                                                       : std::string();
}

}  // namespace pharos::http
