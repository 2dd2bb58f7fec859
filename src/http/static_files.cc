// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/static_files.h"

#include <map>
#include <vector>

#include "http/pages.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

// A drawing opened as a page of its own must not act: no scripts, no forms, an origin of its own.
constexpr const char* kAssetPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'; sandbox";

Response not_found() {
  Response response;
  response.status = 404;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "There is no such file.\n";
  return response;
}

Response file(const Pages::StaticFile& found) {
  Response response;
  response.content_type = found.media_type;
  response.body = found.bytes;
  response.etag = found.etag;
  return response;
}

std::string_view part(const PathParameters& parts, std::string_view name) {
  const auto found = parts.find(name);
  return found == parts.end() ? std::string_view() : std::string_view(found->second);
}

// The languages an article is written in, by key. Categories are trees of bounded depth: a key has at most 256 parts.
using Written = std::map<std::string, std::vector<Language>>;

void gather(const std::vector<engine::CategoryView>& categories, Written& written) {
  for (const engine::CategoryView& category : categories) {
    for (const engine::ArticleCard& card : category.cards) {
      if (!card.is_fallback) written[card.key.str()].push_back(card.language);
    }
    gather(category.children, written);
  }
}

}  // namespace

Response serve_static(const Context& context, const Request& request, const PathParameters& parts) {
  const Pages::StaticFile* found = context.pages.static_file(part(parts, "path"));
  if (found == nullptr) return not_found();
  Response response = file(*found);
  if (request.parameter("v")) response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

Response serve_asset(const Context& context, const Request&, const PathParameters& parts) {
  auto found = context.help_center.asset(part(parts, "name"));
  if (!found) return not_found();
  Response response;
  response.content_type = found->media_type;
  response.body = std::move(found->bytes);
  response.etag = std::move(found->etag);
  response.headers.emplace_back("Content-Security-Policy", kAssetPolicy);
  return response;
}

Response serve_favicon(const Context& context, const Request&, const PathParameters&) {
  const Pages::StaticFile* found = context.pages.static_file("favicon.svg");
  return found == nullptr ? not_found() : file(*found);
}

Response serve_robots(const Context& context, const Request&, const PathParameters&) {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "User-agent: *\nDisallow: /api/\nDisallow: /*/search\n";
  const std::string url = context.help_center.site_url();
  if (!url.empty()) response.body += "Sitemap: " + url + "/sitemap.xml\n";
  return response;
}

Response serve_sitemap(const Context& context, const Request&, const PathParameters&) {
  const std::string url = escape_html(context.help_center.site_url());
  if (url.empty()) return not_found();
  Written written;
  for (const engine::LanguageView& view : context.help_center.languages()) {
    gather(context.help_center.categories(view.language), written);
  }
  Response response;
  response.content_type = "application/xml; charset=utf-8";
  response.body =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
      "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  for (const auto& [key, languages] : written) {
    std::string alternates;
    for (const Language& language : languages) {
      alternates += "<xhtml:link rel=\"alternate\" hreflang=\"" + language.tag() + "\" href=\"" + url +
                    escape_html(engine::page_address(language, key)) + "\"/>";
    }
    for (const Language& language : languages) {
      response.body +=
          "<url><loc>" + url + escape_html(engine::page_address(language, key)) + "</loc>" + alternates + "</url>\n";
    }
  }
  response.body += "</urlset>\n";
  return response;
}

}  // namespace pharos::http
