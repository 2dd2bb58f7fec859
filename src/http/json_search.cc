// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/http/json_search.h"

#include "http/json_views.h"
#include "pharos/base/json.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

void write_query(JsonWriter& json, const search::SearchResult& result, const Language& page_language) {
  json.key("query")
      .begin_object()
      .member("text", result.text)
      .member("language", result.language.tag())
      .member("language_reason", result.language_reason)
      .member("page_language", page_language.tag())
      .key("rewrites")
      .begin_array();
  for (const search::Rewrite& rewrite : result.rewrites) {
    json.begin_object().member("kind", rewrite.kind).member("from", rewrite.from).member("to", rewrite.to).end_object();
  }
  json.end_array().end_object();
}

void write_hit(JsonWriter& json, const search::Hit& hit, const engine::HelpCenter& help_center, const Language& asked,
               const Language& page_language) {
  json.begin_object()
      .member("key", hit.key.str())
      .member("language", hit.language.tag())
      .member("url", engine::page_address(language_to_read(hit, asked, page_language), hit.key.str(), hit.anchor))
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

// To the article itself, or to what a search for the completion finds.
std::string suggestion_address(const search::Suggestion& suggestion, const Language& asked) {
  if (suggestion.key) return engine::page_address(asked, suggestion.key->str());
  return engine::page_address(asked, "search") + "?q=" + url_path(suggestion.text);
}

}  // namespace

const Language& language_to_read(const search::Hit& hit, const Language& answered, const Language& page) {
  return hit.language == page ? page : answered;
}

std::string search_json(const engine::HelpCenter& help_center, const search::SearchResult& result,
                        const Language& page_language, std::string_view search_id) {
  JsonWriter json;
  json.begin_object();
  write_query(json, result, page_language);
  json.member("confidence", result.confidence).member("should_hand_over", result.should_hand_over);
  json.member("total", static_cast<std::uint64_t>(result.total)).key("hits").begin_array();
  for (const search::Hit& hit : result.hits) write_hit(json, hit, help_center, result.language, page_language);
  json.end_array();
  write_facets(json, result, help_center);
  if (!search_id.empty()) json.member("search_id", search_id);
  return json.end_object().take();
}

std::string suggest_json(std::string_view prefix, const Language& language,
                         const std::vector<search::Suggestion>& suggestions) {
  JsonWriter json;
  json.begin_object().member("query", prefix).member("language", language.tag()).key("suggestions").begin_array();
  for (const search::Suggestion& suggestion : suggestions) {
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
  return json.take();
}

}  // namespace pharos::http
