// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/etag.h"
#include "http/json_answer.h"
#include "http/params.h"
#include "http/reader_identity.h"
#include "pharos/base/digest.h"
#include "pharos/engine/front_desk.h"
#include "pharos/http/json_search.h"
#include "pharos/search/analyzed_query.h"

namespace pharos::http {
namespace {

constexpr std::size_t kDefaultHits = 10;
constexpr std::size_t kMostHits = 50;
constexpr std::size_t kDefaultSuggestions = 8;
constexpr std::size_t kMostSuggestions = 20;
constexpr std::size_t kSearchIdBytes = 8;

// The search would refuse these too, but only one fault at a time.
std::string search_text(Parameters& parameters, const search::QueryLimits& limits) {
  const auto text = parameters.required_text("q");
  if (!text) return {};
  try {
    std::string checked = search::checked_text(*text, limits);
    if (checked.empty()) parameters.fault("q", "q is empty: say what to look for.");
    return checked;
  } catch (const Error& error) {
    parameters.fault("q", error.what());
    return {};
  }
}

std::string search_category(Parameters& parameters, const engine::HelpCenter& help_center, const Language& language) {
  std::string category = parameters.text("category").value_or("");
  if (!category.empty() && help_center.category_path(category, language).empty()) {
    parameters.fault("category", "There is no such category: /api/v1/categories lists them.");
  }
  return category;
}

// Every answer has an id of its own, so the tag names what was found and not the bytes: a weak one.
std::string search_etag(const std::string& generation, const search::Query& query) {
  const char separator = '\0';
  return etag_of(generation + separator + query.language.tag() + separator + query.text + separator + query.category +
                 separator + std::to_string(query.limit) + separator + std::to_string(query.offset) +
                 (query.rescue ? "" : " as typed") + (query.detect_language ? "" : " as asked"));
}

// Who has the answer already keeps its search_id: that is the same search once more.
void record(const Context& context, const Request& request, const search::Query& query,
            const search::SearchResult& result, const std::string& search_id, Response& response) {
  if (context.desk == nullptr || request.method == "HEAD") return;
  if (none_match_names(request.header("if-none-match"), response.etag)) return;
  if (!asked_by_a_person(request)) return context.desk->offer_search(query, result, search_id);
  const desk::Reader reader = identify(request);
  context.desk->record_search(query, result, search_id, reader);
  remember(reader, request, response);
}

}  // namespace

Response api_search(const Context& context, const Request& request, const PathParameters&) {
  const search::QueryLimits limits;
  Parameters parameters(request);
  const std::string text = search_text(parameters, limits);
  search::Query query(text, parameters.language(context.help_center));
  query.category = search_category(parameters, context.help_center, query.language);
  query.limit = parameters.number("limit", kDefaultHits, 1, kMostHits);
  query.offset = parameters.number("offset", 0, 0, limits.max_window - query.limit);
  query.rescue = parameters.flag("rescue", true);
  query.detect_language = parameters.flag("detect", true);
  if (auto problem = parameters.problem()) return *std::move(problem);

  // Read before searching: should the generation change in between, the older tag only costs one more transfer.
  const std::string generation = context.help_center.generation();
  const search::SearchResult result = context.help_center.search(query);
  const std::string search_id = random_hex(kSearchIdBytes);
  Response response = json_answer(search_json(context.help_center, result, query.language, search_id));
  response.etag = search_etag(generation, query);
  response.weak_etag = true;
  record(context, request, query, result, search_id, response);
  return response;
}

Response api_suggest(const Context& context, const Request& request, const PathParameters&) {
  Parameters parameters(request);
  const std::string prefix = parameters.required_text("q").value_or("");
  const Language language = parameters.language(context.help_center);
  const std::size_t limit = parameters.number("limit", kDefaultSuggestions, 1, kMostSuggestions);
  if (auto problem = parameters.problem()) return *std::move(problem);
  return json_answer(suggest_json(prefix, language, context.help_center.suggest(prefix, language, limit)));
}

}  // namespace pharos::http
