// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/json_views.h"
#include "http/params.h"
#include "http/problem.h"
#include "http/reader_identity.h"
#include "pharos/base/error.h"
#include "pharos/engine/front_desk.h"
#include "pharos/search/analyzed_query.h"

namespace pharos::http {
namespace {

// Article::source_path stays inside: it is for editors, who have the folder.
Response not_here(const ArticleKey& key, std::string_view what, const Request& request) {
  return problem(404, "There is no " + std::string(what) + " " + key.str() + " in any language of this site.",
                 request.path);
}

// Reading goes on when the store is in trouble; the desk's health tells of it.
std::optional<desk::RatingSummary> ratings_of(const Context& context, const engine::ArticleView& article) {
  if (context.desk == nullptr) return std::nullopt;
  try {
    return context.desk->ratings_of(article);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

Response api_article(const Context& context, const Request& request, const PathParameters& parts) {
  Parameters parameters(request);
  const Language language = parameters.language(context.help_center);
  const auto key = parameters.key(parts);
  const std::string search_id = parameters.text("from").value_or("");
  const std::size_t rank = parameters.number("rank", 0, 0, search::QueryLimits().max_window);
  if (auto problem = parameters.problem()) return *std::move(problem);
  const auto article = context.help_center.article(*key, language);
  if (!article) return not_here(*key, "article", request);
  JsonWriter json;
  write_article(json, *article, ratings_of(context, *article));
  Response response = json_answer(json);
  if (context.desk == nullptr || !asked_by_a_person(request)) return response;
  const desk::Reader reader = identify(request);
  context.desk->record_view(*article, search_id, static_cast<std::int64_t>(rank), reader);
  remember(reader, request, response);
  return response;
}

Response api_categories(const Context& context, const Request& request, const PathParameters&) {
  Parameters parameters(request);
  const Language language = parameters.language(context.help_center);
  if (auto problem = parameters.problem()) return *std::move(problem);
  JsonWriter json;
  json.begin_object().member("language", language.tag()).key("categories").begin_array();
  for (const engine::CategoryView& category : context.help_center.categories(language)) {
    write_category(json, category, language);
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response api_category(const Context& context, const Request& request, const PathParameters& parts) {
  Parameters parameters(request);
  const Language language = parameters.language(context.help_center);
  const auto key = parameters.key(parts);
  if (auto problem = parameters.problem()) return *std::move(problem);
  const auto category = context.help_center.category(key->str(), language);
  if (!category) return not_here(*key, "category", request);
  JsonWriter json;
  json.begin_object().member("language", language.tag()).key("category");
  write_category(json, *category, language);
  json.end_object();
  return json_answer(json);
}

Response api_languages(const Context& context, const Request&, const PathParameters&) {
  JsonWriter json;
  json.begin_object().member("default", context.help_center.default_language().tag()).key("languages").begin_array();
  for (const engine::LanguageView& view : context.help_center.languages()) write_language(json, view);
  json.end_array().end_object();
  return json_answer(json);
}

Response api_notices(const Context& context, const Request& request, const PathParameters&) {
  Parameters parameters(request);
  const Language language = parameters.language(context.help_center);
  if (auto problem = parameters.problem()) return *std::move(problem);
  JsonWriter json;
  json.begin_object().member("language", language.tag()).key("notices").begin_array();
  for (const engine::NoticeView& notice : context.help_center.notices(language)) write_notice(json, notice);
  json.end_array().end_object();
  return json_answer(json);
}

Response api_channels(const Context& context, const Request& request, const PathParameters&) {
  Parameters parameters(request);
  const Language language = parameters.language(context.help_center);
  if (auto problem = parameters.problem()) return *std::move(problem);
  JsonWriter json;
  json.begin_object().member("language", language.tag()).key("channels").begin_array();
  for (const engine::ChannelView& channel : context.help_center.channels(language)) write_channel(json, channel);
  json.end_array().end_object();
  return json_answer(json);
}

}  // namespace pharos::http
