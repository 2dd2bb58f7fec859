// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pharos/base/diagnostic.h"
#include "pharos/base/language.h"
#include "pharos/content/localized_text.h"

namespace pharos::content {

/// A language the help center is offered in. A value type.
struct SiteLanguage {
  explicit SiteLanguage(Language site_language) : language(std::move(site_language)) {}

  Language language;
  std::string name;  ///< in its own words
  bool right_to_left = false;
  std::vector<Language> fallback;  ///< in order, without itself; the default language is always last in the chain
};

/// A way to a human. A value type.
struct Channel {
  std::string kind;  ///< chat, email, phone, form, community or status
  LocalizedText name;
  std::string address;  ///< URL, e-mail address or telephone number
  std::vector<Language> languages;
  LocalizedText hours;
};

/// Who says one of these phrases in a ticket goes there. A value type.
struct RoutingRule {
  std::string name;
  std::map<Language, std::vector<std::string>> phrases;
  std::string category, queue;  ///< empty: says nothing about it
  std::string priority;         ///< low, normal, high, urgent, or empty
  bool urgent = false;
  int line = 0;  ///< in pharos.yml
};

/// Where tickets go. A value type.
struct RoutingSettings {
  std::string default_queue = "general";
  std::map<std::string, std::string> queues;  ///< by category key
  std::vector<RoutingRule> rules;
  int line = 0;  ///< in pharos.yml
};

/// A way out to a ticket system; which options a kind has, the gateways know. A value type.
struct GatewaySettings {
  std::string kind, name;
  std::vector<std::string> queues;
  std::map<std::string, std::string> options;
  int line = 0;  ///< in pharos.yml
};

/// What content/pharos.yml says, or what was derived where there is no such file. A value type.
struct SiteSettings {
  LocalizedText name;
  std::string url;  ///< public address without the last slash; may be empty
  std::vector<SiteLanguage> languages;
  std::optional<Language> default_language;  ///< set in every Library
  std::vector<std::string> category_order;
  std::string notices_folder = "notices";
  std::string glossary_folder = "glossary";
  std::vector<Channel> channels;
  RoutingSettings routing;
  std::vector<GatewaySettings> gateways;

  const SiteLanguage* find(const Language& language) const;
  /// `language` itself, its fallback languages, the default language; each once.
  std::vector<Language> chain(const Language& language) const;
  std::vector<Language> tags() const;
};

/// Reads the text of a pharos.yml. Faults are diagnostics with `path` and line; what can be kept is kept.
SiteSettings read_site_settings(std::string_view yaml, const std::string& path, Diagnostics& diagnostics);

}  // namespace pharos::content
