// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/etag.h"
#include "http/json_views.h"
#include "http/params.h"
#include "pharos/base/digest.h"
#include "pharos/engine/addresses.h"
#include "pharos/search/analyzed_query.h"

namespace pharos::http {
namespace {

constexpr std::size_t kDefaultHits = 10;
constexpr std::size_t kMostHits = 50;
constexpr std::size_t kDefaultSuggestions = 8;
constexpr std::size_t kMostSuggestions = 20;
constexpr std::size_t kSearchIdBytes = 8;

void write_query(JsonWriter& json, const search::SearchResult& result) {
  json.key("query")
      .begin_object()
      .member("text", result.text)
      .member("language", result.language.tag())
      .key("rewrites")
      .begin_array();
  for (const search::Rewrite& rewrite : result.rewrites) {
    json.begin_object().member("kind", rewrite.kind).member("from", rewrite.from).member("to", rewrite.to).end_object();
  }
  json.end_array().end_object();
}

void write_hit(JsonWriter& json, const search::Hit& hit, const engine::HelpCenter& help_center, const Language& asked) {
  json.begin_object()
      .member("key", hit.key.str())
      .member("language", hit.language.tag())
      .member("url", engine::page_address(asked, hit.key.str(), hit.anchor))
      .member("title", hit.title)
      .member("title_html", hit.title_html);
  write_crumbs(json, "category_path", help_center.category_path(hit.category, asked));
  json.key("section")
      .begin_object()
      .member("heading", hit.heading)
      .member("anchor", hit.anchor)
      .end_object()
      .member("snippet_html", hit.snippet_html)
      .strings("matched_by", hit.matched_by)
      .member("score", hit.score);
  write_time(json, "updated", hit.updated);
  json.member("is_fallback", hit.is_fallback).end_object();
}

void write_facets(JsonWriter& json, const search::SearchResult& result, const engine::HelpCenter& help_center) {
  json.key("facets").begin_array();
  for (const search::Facet& facet : result.facets) {
    const auto path = help_center.category_path(facet.category, result.language);
    json.begin_object()
        .member("category", facet.category)
        .member("title", path.empty() ? facet.category : path.back().title)
        .member("count", static_cast<std::uint64_t>(facet.count))
        .end_object();
  }
  json.end_array();
}

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

// To the article itself, or to what a search for the completion finds.
std::string suggestion_address(const search::Suggestion& suggestion, const Language& asked) {
  if (suggestion.key) return engine::page_address(asked, suggestion.key->str());
  return engine::page_address(asked, "search") + "?q=" + url_path(suggestion.text);
}

// Every answer has an id of its own, so the tag names what was found and not the bytes: a weak one.
std::string search_etag(const std::string& generation, const search::Query& query) {
  const char separator = '\0';
  return etag_of(generation + separator + query.language.tag() + separator + query.text + separator + query.category +
                 separator + std::to_string(query.limit) + separator + std::to_string(query.offset));
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
  if (auto problem = parameters.problem()) return *std::move(problem);

  // Read before searching: should the generation change in between, the older tag only costs one more transfer.
  const std::string generation = context.help_center.generation();
  const search::SearchResult result = context.help_center.search(query);
  JsonWriter json;
  json.begin_object();
  write_query(json, result);
  json.member("total", static_cast<std::uint64_t>(result.total)).key("hits").begin_array();
  for (const search::Hit& hit : result.hits) write_hit(json, hit, context.help_center, query.language);
  json.end_array();
  write_facets(json, result, context.help_center);
  json.member("search_id", random_hex(kSearchIdBytes)).end_object();
  Response response = json_answer(json);
  response.etag = search_etag(generation, query);
  response.weak_etag = true;
  return response;
}

Response api_suggest(const Context& context, const Request& request, const PathParameters&) {
  Parameters parameters(request);
  const std::string prefix = parameters.required_text("q").value_or("");
  const Language language = parameters.language(context.help_center);
  const std::size_t limit = parameters.number("limit", kDefaultSuggestions, 1, kMostSuggestions);
  if (auto problem = parameters.problem()) return *std::move(problem);
  JsonWriter json;
  json.begin_object().member("query", prefix).member("language", language.tag()).key("suggestions").begin_array();
  for (const search::Suggestion& suggestion : context.help_center.suggest(prefix, language, limit)) {
    json.begin_object()
        .member("type", suggestion.key ? "article" : "completion")
        .member("text", suggestion.text)
        .member("text_html", suggestion.text_html)
        .key("key");
    if (suggestion.key) {
      json.value(suggestion.key->str());
    } else {
      json.null();
    }
    json.member("language", suggestion.language.value_or(language).tag())
        .member("url", suggestion_address(suggestion, language))
        .end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

}  // namespace pharos::http
