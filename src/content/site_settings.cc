// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/site_settings.h"

#include <algorithm>
#include <utility>

#include "content/desk_settings.h"
#include "content/field_reader.h"
#include "content/front_matter.h"
#include "content/text_lines.h"

namespace pharos::content {
namespace {

/// One key of pharos.yml on its way into the settings.
struct Entry {
  const DataNode& node;
  std::string_view key;
  FieldReader& reader;
  SiteSettings& settings;
};

// The key of a pair of names for the same thing, or a null node.
const DataNode& member(const DataNode& map, std::initializer_list<std::string_view> names) {
  static const DataNode kNothing;
  for (const std::string_view name : names) {
    if (const DataNode* node = map.find(name)) return *node;
  }
  return kNothing;
}

void read_direction(const DataNode& node, FieldReader& reader, SiteLanguage& language) {
  const std::optional<std::string> direction = reader.text(node, "direction");
  if (!direction) return;
  if (*direction == "rtl" || *direction == "ltr") {
    language.right_to_left = *direction == "rtl";
  } else {
    reader.wrong_type(node, "direction", "ltr or rtl");
  }
}

void add_language(const Entry& e, const DataNode& tag_node, const std::string& tag, const DataNode& details) {
  const std::optional<Language> parsed = Language::parse(tag);
  if (!parsed) {
    e.reader.fault(tag_node, "\"" + tag + "\" is no language tag: write en, pt-BR, zh-Hans...");
    return;
  }
  if (e.settings.find(*parsed) != nullptr) {
    e.reader.fault(tag_node, "the language " + parsed->tag() + " is listed a second time: remove one of them");
    return;
  }
  SiteLanguage language(*parsed);
  language.name = e.reader.text(member(details, {"name"}), "name").value_or(std::string(parsed->native_name()));
  language.right_to_left = parsed->right_to_left();
  read_direction(member(details, {"direction"}), e.reader, language);
  language.fallback = e.reader.languages(member(details, {"fallback"}), "fallback");
  std::erase(language.fallback, *parsed);
  e.settings.languages.push_back(std::move(language));
}

// Either a list of tags or of maps with "tag", or a map from tag to details.
void read_languages(const Entry& e) {
  for (const DataNode& item : e.node.items) {
    if (item.is_text()) {
      add_language(e, item, item.text, DataNode());
      continue;
    }
    const DataNode& tag = member(item, {"tag", "lang", "language", "code"});
    const std::optional<std::string> text = e.reader.text(tag, "tag");
    if (text) {
      add_language(e, tag, *text, item);
    } else if (tag.is_null()) {
      e.reader.fault(item, "a language needs a tag: - tag: en");
    }
  }
  for (const DataNode& language : e.node.members) {
    add_language(e, language, language.name, language);
  }
  if (e.node.is_text()) e.reader.wrong_type(e.node, e.key, "a list of language tags");
}

constexpr std::string_view kChannelKinds[] = {"chat", "email", "phone", "form", "community", "status"};

void read_channels(const Entry& e) {
  if (!e.node.is_list()) {
    if (!e.node.is_null()) e.reader.wrong_type(e.node, e.key, "a list");
    return;
  }
  for (const DataNode& item : e.node.items) {
    if (!item.is_map()) {
      e.reader.wrong_type(item, "an entry of channels", "a map with kind, name and address");
      continue;
    }
    Channel channel;
    const DataNode& kind = member(item, {"kind"});
    channel.kind = e.reader.text(kind, "kind").value_or("");
    if (std::find(std::begin(kChannelKinds), std::end(kChannelKinds), channel.kind) == std::end(kChannelKinds)) {
      e.reader.wrong_type(kind.is_null() ? item : kind, "kind",
                          "one of chat, email, phone, form, community and status");
      continue;
    }
    channel.name = e.reader.localized(member(item, {"name"}), "name");
    channel.address = e.reader.text(member(item, {"address", "url"}), "address").value_or("");
    channel.languages = e.reader.languages(member(item, {"languages"}), "languages");
    channel.hours = e.reader.localized(member(item, {"hours"}), "hours");
    if (channel.address.empty()) {
      e.reader.fault(item, "the " + channel.kind + " channel has no address: add address: with a URL, e-mail address " +
                               "or telephone number");
      continue;
    }
    e.settings.channels.push_back(std::move(channel));
  }
}

void read_url(const Entry& e) {
  std::string url = e.reader.text(e.node, e.key).value_or("");
  while (!url.empty() && url.back() == '/') url.pop_back();
  if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://")) {
    e.reader.wrong_type(e.node, e.key, "an address that begins with https://");
    return;
  }
  e.settings.url = std::move(url);
}

void read_folder(const Entry& e, std::string& into) {
  const std::optional<std::string> folder = e.reader.text(e.node, e.key);
  if (!folder) return;
  std::string_view path = *folder;
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  if (path.empty() || path.front() == '/' || path.find("..") != std::string_view::npos) {
    e.reader.wrong_type(e.node, e.key, "the name of a folder within the content folder");
  } else {
    into = path;
  }
}

/// A setting and the keys it is read from, the first that is there.
struct SettingRow {
  std::vector<std::string_view> keys;
  void (*read)(const Entry& entry);
};

const std::vector<SettingRow>& setting_rows() {
  static const std::vector<SettingRow> kRows = {
      {{"site.name", "name"}, [](const Entry& e) { e.settings.name = e.reader.localized(e.node, e.key); }},
      {{"site.url", "url"}, read_url},
      {{"languages"}, read_languages},
      {{"default_language", "default"},
       [](const Entry& e) { e.settings.default_language = e.reader.language(e.node, e.key); }},
      {{"category_order", "categories"},
       [](const Entry& e) { e.settings.category_order = e.reader.texts(e.node, e.key); }},
      {{"notices_folder", "notices"}, [](const Entry& e) { read_folder(e, e.settings.notices_folder); }},
      {{"glossary_folder", "glossary"}, [](const Entry& e) { read_folder(e, e.settings.glossary_folder); }},
      {{"channels"}, read_channels},
      {{"routing"}, [](const Entry& e) { read_routing(e.node, e.reader, e.settings.routing); }},
      {{"gateways"}, [](const Entry& e) { read_gateways(e.node, e.reader, e.settings.gateways); }},
  };
  return kRows;
}

bool is_setting(std::string_view key) {
  for (const SettingRow& row : setting_rows()) {
    if (std::find(row.keys.begin(), row.keys.end(), key) != row.keys.end()) return true;
  }
  return false;
}

void report_unknown(const DataNode& data, const std::string& prefix, FieldReader& reader) {
  for (const DataNode& entry : data.members) {
    const std::string key = prefix + entry.name;
    if (is_setting(key)) continue;
    if (key == "site" && entry.is_map()) {
      report_unknown(entry, "site.", reader);
      continue;
    }
    reader.fault(entry, "there is no setting \"" + key + "\": look for a slip of the pen in its name");
  }
}

void check_languages(const DataNode& data, FieldReader& reader, SiteSettings& settings) {
  if (!settings.default_language && !settings.languages.empty()) {
    settings.default_language = settings.languages.front().language;
  }
  if (settings.default_language && !settings.languages.empty() && !settings.find(*settings.default_language)) {
    reader.fault(data, "the default language " + settings.default_language->tag() +
                           " is not among the languages: it was added, list it there too");
    SiteLanguage language(*settings.default_language);
    language.name = language.language.native_name();
    language.right_to_left = language.language.right_to_left();
    settings.languages.push_back(std::move(language));
  }
  for (SiteLanguage& language : settings.languages) {
    for (auto it = language.fallback.begin(); it != language.fallback.end();) {
      if (settings.find(*it) != nullptr) {
        ++it;
        continue;
      }
      reader.fault(data, "the fallback " + it->tag() + " of " + language.language.tag() +
                             " is not among the languages: list it there or remove it");
      it = language.fallback.erase(it);
    }
  }
}

}  // namespace

const SiteLanguage* SiteSettings::find(const Language& language) const {
  for (const SiteLanguage& candidate : languages) {
    if (candidate.language == language) return &candidate;
  }
  return nullptr;
}

std::vector<Language> SiteSettings::chain(const Language& language) const {
  std::vector<Language> result{language};
  const auto add = [&result](const Language& next) {
    if (std::find(result.begin(), result.end(), next) == result.end()) result.push_back(next);
  };
  if (const SiteLanguage* own = find(language)) {
    for (const Language& next : own->fallback) add(next);
  }
  if (default_language) add(*default_language);
  return result;
}

std::vector<Language> SiteSettings::tags() const {
  std::vector<Language> result;
  for (const SiteLanguage& language : languages) result.push_back(language.language);
  return result;
}

SiteSettings read_site_settings(std::string_view yaml, const std::string& path, Diagnostics& diagnostics) {
  SiteSettings settings;
  FieldReader reader(path, "site-settings", diagnostics);
  const DataNode data = read_yaml(yaml, path, 1, "site-settings", diagnostics);
  if (!data.is_map()) {
    if (!data.is_null()) reader.fault(data, "the settings should be lines of \"key: value\"");
    return settings;
  }
  for (const SettingRow& row : setting_rows()) {
    for (const std::string_view key : row.keys) {
      const DataNode* node = data.find(key);
      if (node == nullptr) continue;
      row.read(Entry{*node, key, reader, settings});
      break;
    }
  }
  report_unknown(data, "", reader);
  check_languages(data, reader, settings);
  return settings;
}

}  // namespace pharos::content
