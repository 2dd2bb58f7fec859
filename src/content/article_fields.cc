// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/article_fields.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "content/text_lines.h"

namespace pharos::content {
namespace {

/// One key of the front matter on its way into an article.
struct Entry {
  const DataNode& node;
  std::string_view key;
  FieldReader& reader;
  Article& article;
  PageFields& page;

  std::string text() const { return reader.text(node, key).value_or(""); }
  std::vector<std::string> texts() const { return reader.texts(node, key); }
};

void append(std::vector<std::string>& to, std::vector<std::string> from) {
  for (std::string& text : from) {
    if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
  }
}

// An address as it is redirected: without host, language and the slashes around it.
void add_aliases(const Entry& e, const std::vector<std::string>& addresses) {
  for (const std::string& address : addresses) {
    std::string_view path = address;
    const std::size_t host = path.find("://");
    if (host != std::string_view::npos) {
      const std::size_t slash = path.find('/', host + 3);
      path.remove_prefix(slash == std::string_view::npos ? path.size() : slash);
    }
    while (!path.empty() && path.front() == '/') path.remove_prefix(1);
    while (!path.empty() && path.back() == '/') path.remove_suffix(1);
    const std::size_t slash = path.find('/');
    if (slash != std::string_view::npos && Language::parse(path.substr(0, slash)) == e.article.language) {
      path.remove_prefix(slash + 1);
    }
    if (!path.empty()) append(e.article.aliases, {std::string(path)});
  }
}

void read_key_list(const Entry& e) {
  for (std::string key : e.texts()) {
    while (!key.empty() && key.front() == '/') key.erase(0, 1);
    if (key.size() > 3 && key.ends_with(".md")) key.resize(key.size() - 3);
    append(e.article.related, {key});
  }
}

void read_boost(const Entry& e) {
  const std::optional<double> boost = e.reader.number(e.node, e.key);
  if (!boost) return;
  if (*boost >= 0.1 && *boost <= 10) {
    e.article.boost = *boost;
  } else {
    e.reader.wrong_type(e.node, e.key, "a number from 0.1 to 10 (1 is usual)");
  }
}

void read_audience(const Entry& e) {
  const std::string word = ascii_lower(e.text());
  if (word == "agent") {
    e.article.audience = Audience::kAgent;
  } else if (word != "public" && !word.empty()) {
    e.reader.wrong_type(e.node, e.key, "public or agent");
    // Whatever was meant, it was not "everybody".
    e.article.audience = Audience::kAgent;
  }
}

void read_expects(const Entry& e) {
  if (!e.node.is_list()) {
    if (!e.node.is_null()) e.reader.wrong_type(e.node, e.key, "a list of \"query: ...\" and \"rank: 1\"");
    return;
  }
  for (const DataNode& item : e.node.items) {
    Expectation expectation;
    if (item.is_text()) {
      expectation.query = trim(item.text);
    } else if (const DataNode* query = item.find("query")) {
      expectation.query = e.reader.text(*query, "expects.query").value_or("");
      if (const DataNode* rank = item.find("rank")) {
        const std::optional<double> worst = e.reader.number(*rank, "expects.rank");
        const bool good = worst && *worst >= 1 && *worst <= 100 && *worst == std::floor(*worst);
        if (good) expectation.rank = static_cast<int>(*worst);
        if (worst && !good) e.reader.wrong_type(*rank, "expects.rank", "a whole number from 1 to 100");
      }
    } else {
      e.reader.wrong_type(item, "an entry of expects", "\"query: ...\" with \"rank: 1\"");
    }
    if (!expectation.query.empty()) e.article.expects.push_back(std::move(expectation));
  }
}

void read_published(const Entry& e) {
  // A flag for Jekyll and dev.to, a date for others.
  if (e.node.is_text()) {
    if (const std::optional<UtcTime> time = parse_time(trim(e.node.text))) {
      e.article.publish = time;
      return;
    }
  }
  if (e.reader.flag(e.node, e.key) == false) e.article.draft = true;
}

void read_moment(const Entry& e, std::optional<UtcTime>& into) {
  if (std::optional<UtcTime> time = e.reader.moment(e.node, e.key)) into = time;
}

enum class Take { kFirst, kAll };

/// A field, the keys it is read from, and whether the first key present decides or all are taken together.
struct FieldRow {
  Take take;
  std::vector<std::string_view> keys;
  void (*read)(const Entry& entry);
};

const std::vector<FieldRow>& field_rows() {
  static const std::vector<FieldRow> kRows = {
      {Take::kFirst, {"title"}, [](const Entry& e) { e.article.title = e.text(); }},
      {Take::kFirst,
       {"sidebar_label", "linkTitle", "nav_title", "short_title"},
       [](const Entry& e) { e.page.short_title = e.text(); }},
      {Take::kFirst,
       {"summary", "description", "intro", "excerpt"},
       [](const Entry& e) { e.article.summary = e.text(); }},
      {Take::kFirst, {"questions"}, [](const Entry& e) { e.article.questions = e.texts(); }},
      {Take::kAll,
       {"tags", "keywords", "categories", "topics"},
       [](const Entry& e) { append(e.article.tags, e.reader.texts(e.node, e.key, ',')); }},
      {Take::kFirst,
       {"order", "weight", "sidebar_position", "nav_order"},
       [](const Entry& e) {
         if (const std::optional<double> order = e.reader.number(e.node, e.key)) e.article.order = *order;
       }},
      {Take::kFirst, {"related"}, read_key_list},
      {Take::kAll, {"aliases", "redirect_from"}, [](const Entry& e) { add_aliases(e, e.texts()); }},
      {Take::kAll, {"slug", "permalink"}, [](const Entry& e) { add_aliases(e, {e.text()}); }},
      {Take::kAll,
       {"draft", "unlisted", "hidden"},
       [](const Entry& e) {
         // A flag that cannot be read holds the page back: showing a draft is worse than hiding a page.
         if (!e.node.is_null() && e.reader.flag(e.node, e.key).value_or(true)) e.article.draft = true;
       }},
      {Take::kFirst, {"published"}, read_published},
      {Take::kFirst, {"publish", "publishDate"}, [](const Entry& e) { read_moment(e, e.article.publish); }},
      {Take::kFirst, {"expire", "expiryDate"}, [](const Entry& e) { read_moment(e, e.article.expire); }},
      {Take::kFirst,
       {"updated", "lastmod", "last_update.date", "lastUpdated", "last_modified_at", "date"},
       [](const Entry& e) {
         // VuePress also has "lastUpdated: false", which switches a line of the page's foot off.
         if (e.key == "lastUpdated" && (e.node.text == "true" || e.node.text == "false")) return;
         read_moment(e, e.article.updated);
       }},
      {Take::kFirst, {"audience"}, read_audience},
      {Take::kFirst, {"regions"}, [](const Entry& e) { e.article.regions = e.texts(); }},
      {Take::kFirst, {"boost"}, read_boost},
      {Take::kFirst, {"queue"}, [](const Entry& e) { e.article.queue = e.text(); }},
      {Take::kFirst, {"expects"}, read_expects},
      {Take::kFirst, {"source"}, [](const Entry& e) { e.article.source = e.text(); }},
      {Take::kFirst, {"translationKey"}, [](const Entry& e) { e.page.translation_key = e.text(); }},
      {Take::kFirst, {"icon"}, [](const Entry& e) { e.page.icon = e.text(); }},
  };
  return kRows;
}

}  // namespace

void read_article_fields(const DataNode& data, FieldReader& reader, Article& article, PageFields& page) {
  std::set<std::string_view> known;
  for (const FieldRow& row : field_rows()) {
    bool taken = false;
    for (const std::string_view key : row.keys) {
      known.insert(key);
      const DataNode* node = data.find(key);
      if (node == nullptr || node->is_null() || (taken && row.take == Take::kFirst)) continue;
      taken = true;
      row.read(Entry{*node, key, reader, article, page});
    }
  }
  for (const DataNode& member : data.members) {
    if (known.contains(member.name)) continue;
    for (auto& [key, text] : flatten(member.name, member)) {
      if (!known.contains(key)) article.unknown.emplace(key, std::move(text));
    }
  }
}

}  // namespace pharos::content
