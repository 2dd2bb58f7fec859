// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/desk_settings_json.h"
#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/index/catalog.h"

namespace pharos::index {
namespace {

void write_time(JsonWriter& out, std::string_view name, const std::optional<UtcTime>& time) {
  if (time) out.member(name, time->seconds);
}

std::optional<UtcTime> read_time(const Json& json) {
  if (!json.is_number()) return std::nullopt;
  return UtcTime{json.integer()};
}

void write_localized(JsonWriter& out, std::string_view name, const content::LocalizedText& text) {
  out.key(name).begin_object();
  out.member("", text.for_all());
  for (const auto& [language, words] : text.texts()) out.member(language.tag(), words);
  out.end_object();
}

content::LocalizedText read_localized(const Json& json) {
  content::LocalizedText text;
  for (const auto& [tag, words] : json.members()) {
    if (tag.empty()) {
      text.set_for_all(words.string());
    } else {
      text.set(Language::require(tag), words.string());
    }
  }
  return text;
}

void write_by_language(JsonWriter& out, std::string_view name, const std::map<Language, std::string>& texts) {
  out.key(name).begin_object();
  for (const auto& [language, words] : texts) out.member(language.tag(), words);
  out.end_object();
}

std::map<Language, std::string> read_by_language(const Json& json) {
  std::map<Language, std::string> texts;
  for (const auto& [tag, words] : json.members()) texts.emplace(Language::require(tag), words.string());
  return texts;
}

void write_languages(JsonWriter& out, std::string_view name, const std::vector<Language>& languages) {
  out.key(name).begin_array();
  for (const Language& language : languages) out.value(language.tag());
  out.end_array();
}

std::vector<Language> read_languages(const Json& json) {
  std::vector<Language> languages;
  for (const std::string& tag : json.strings()) languages.push_back(Language::require(tag));
  return languages;
}

void write_settings(JsonWriter& out, const content::SiteSettings& settings) {
  out.key("settings").begin_object();
  write_localized(out, "name", settings.name);
  out.member("url", settings.url);
  if (settings.default_language) out.member("default_language", settings.default_language->tag());
  out.key("languages").begin_array();
  for (const content::SiteLanguage& row : settings.languages) {
    out.begin_object().member("tag", row.language.tag()).member("name", row.name).member("rtl", row.right_to_left);
    write_languages(out, "fallback", row.fallback);
    out.end_object();
  }
  out.end_array();
  out.strings("category_order", settings.category_order);
  out.key("channels").begin_array();
  for (const content::Channel& channel : settings.channels) {
    out.begin_object().member("kind", channel.kind).member("address", channel.address);
    write_localized(out, "name", channel.name);
    write_localized(out, "hours", channel.hours);
    write_languages(out, "languages", channel.languages);
    out.end_object();
  }
  out.end_array();
  write_desk_settings(out, settings);
  out.end_object();
}

content::SiteSettings read_settings(const Json& json) {
  content::SiteSettings settings;
  settings.name = read_localized(json["name"]);
  settings.url = json["url"].string();
  settings.default_language = Language::parse(json["default_language"].string());
  for (const Json& row : json["languages"].items()) {
    content::SiteLanguage language(Language::require(row["tag"].string()));
    language.name = row["name"].string();
    language.right_to_left = row["rtl"].boolean();
    language.fallback = read_languages(row["fallback"]);
    settings.languages.push_back(std::move(language));
  }
  settings.category_order = json["category_order"].strings();
  for (const Json& row : json["channels"].items()) {
    content::Channel channel;
    channel.kind = row["kind"].string();
    channel.address = row["address"].string();
    channel.name = read_localized(row["name"]);
    channel.hours = read_localized(row["hours"]);
    channel.languages = read_languages(row["languages"]);
    settings.channels.push_back(std::move(channel));
  }
  read_desk_settings(json, settings);
  return settings;
}

void write_article(JsonWriter& out, const CatalogArticle& article) {
  out.begin_object().member("key", article.key.str()).member("language", article.language.tag());
  out.member("title", article.title).member("summary", article.summary).member("category", article.category);
  out.member("revision", article.revision).member("path", article.source_path).member("queue", article.queue);
  out.strings("questions", article.questions).strings("tags", article.tags);
  out.strings("related", article.related).strings("aliases", article.aliases);
  out.key("headings").begin_array();
  for (const Heading& heading : article.headings) {
    out.begin_array().value(heading.level).value(heading.anchor).value(heading.text).end_array();
  }
  out.end_array();
  out.member("order", article.order).member("boost", article.boost).member("agent", article.agent);
  write_time(out, "updated", article.updated);
  out.key("votes").begin_array().value(article.signal.helpful).value(article.signal.unhelpful).end_array();
  out.member("offset", article.body_offset).member("bytes", article.body_bytes).end_object();
}

CatalogArticle read_article(const Json& json) {
  CatalogArticle article(ArticleKey::require(json["key"].string()), Language::require(json["language"].string()));
  article.title = json["title"].string();
  article.summary = json["summary"].string();
  article.category = json["category"].string();
  article.revision = json["revision"].string();
  article.source_path = json["path"].string();
  article.queue = json["queue"].string();
  article.questions = json["questions"].strings();
  article.tags = json["tags"].strings();
  article.related = json["related"].strings();
  article.aliases = json["aliases"].strings();
  for (const Json& row : json["headings"].items()) {
    if (row.items().size() != 3) throw Error(ErrorKind::kCorrupt, "a heading of the catalog is not readable");
    article.headings.push_back(
        {row.items()[1].string(), row.items()[2].string(), static_cast<int>(row.items()[0].integer())});
  }
  article.order = json["order"].number();
  article.boost = json["boost"].number();
  if (const auto& votes = json["votes"].items(); votes.size() == 2) {
    article.signal = {votes[0].integer(), votes[1].integer()};
  }
  article.agent = json["agent"].boolean();
  article.updated = read_time(json["updated"]);
  article.body_offset = static_cast<std::uint64_t>(json["offset"].integer());
  article.body_bytes = static_cast<std::uint64_t>(json["bytes"].integer());
  return article;
}

void write_category(JsonWriter& out, const content::Category& category) {
  out.begin_object().member("key", category.key).member("parent", category.parent).member("icon", category.icon);
  out.member("order", category.order);
  write_by_language(out, "titles", category.titles);
  write_by_language(out, "summaries", category.summaries);
  out.end_object();
}

content::Category read_category(const Json& json) {
  content::Category category;
  category.key = json["key"].string();
  category.parent = json["parent"].string();
  category.icon = json["icon"].string();
  category.order = json["order"].number();
  category.titles = read_by_language(json["titles"]);
  category.summaries = read_by_language(json["summaries"]);
  return category;
}

void write_notice(JsonWriter& out, const content::Notice& notice) {
  out.begin_object().member("id", notice.id).member("severity", static_cast<int>(notice.severity));
  write_time(out, "started", notice.started);
  write_time(out, "expected_end", notice.expected_end);
  write_time(out, "ended", notice.ended);
  out.strings("affects", notice.affects).key("texts").begin_object();
  for (const auto& [language, text] : notice.texts) {
    out.key(language.tag()).begin_object();
    out.member("title", text.title).member("cause", text.cause).member("html", text.html).end_object();
  }
  out.end_object().end_object();
}

content::Notice read_notice(const Json& json) {
  content::Notice notice;
  notice.id = json["id"].string();
  notice.severity = static_cast<content::NoticeSeverity>(json["severity"].integer());
  notice.started = read_time(json["started"]);
  notice.expected_end = read_time(json["expected_end"]);
  notice.ended = read_time(json["ended"]);
  notice.affects = json["affects"].strings();
  for (const auto& [tag, text] : json["texts"].members()) {
    notice.texts.emplace(Language::require(tag),
                         content::NoticeText{text["title"].string(), text["cause"].string(), text["html"].string()});
  }
  return notice;
}

void write_glossary(JsonWriter& out, const content::Glossary& glossary) {
  out.begin_object().member("language", glossary.language.tag()).key("terms").begin_array();
  for (const content::GlossaryTerm& term : glossary.terms) {
    out.begin_object().member("concept", term.concept_id).member("term", term.term);
    out.strings("synonyms", term.synonyms).strings("typed", term.typed);
    out.member("definition", term.definition).end_object();
  }
  out.end_array().end_object();
}

content::Glossary read_glossary(const Json& json) {
  content::Glossary glossary(Language::require(json["language"].string()));
  for (const Json& row : json["terms"].items()) {
    glossary.terms.push_back({row["concept"].string(), row["term"].string(), row["synonyms"].strings(),
                              row["typed"].strings(), row["definition"].string()});
  }
  return glossary;
}

template <class T, class Write>
void write_each(JsonWriter& out, std::string_view name, const std::vector<T>& rows, Write&& write) {
  out.key(name).begin_array();
  for (const T& row : rows) write(out, row);
  out.end_array();
}

}  // namespace

std::string to_json(const Catalog& catalog) {
  JsonWriter out;
  out.begin_object();
  write_settings(out, catalog.settings);
  write_each(out, "articles", catalog.articles, write_article);
  write_each(out, "categories", catalog.categories, write_category);
  write_each(out, "notices", catalog.notices, write_notice);
  write_each(out, "glossaries", catalog.glossaries, write_glossary);
  out.key("assets").begin_object();
  for (const auto& [path, name] : catalog.assets) out.member(path, name);
  out.end_object().end_object();
  return out.take();
}

Catalog catalog_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text, "catalog.json");
    Catalog catalog;
    catalog.settings = read_settings(json["settings"]);
    for (const Json& row : json["articles"].items()) catalog.articles.push_back(read_article(row));
    for (const Json& row : json["categories"].items()) catalog.categories.push_back(read_category(row));
    for (const Json& row : json["notices"].items()) catalog.notices.push_back(read_notice(row));
    for (const Json& row : json["glossaries"].items()) catalog.glossaries.push_back(read_glossary(row));
    for (const auto& [path, name] : json["assets"].members()) catalog.assets.emplace(path, name.string());
    return catalog;
  } catch (const Error& error) {
    throw Error(ErrorKind::kCorrupt, error.what());
  }
}

}  // namespace pharos::index
