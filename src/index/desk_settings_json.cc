// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/desk_settings_json.h"

namespace pharos::index {
namespace {

void write_texts(JsonWriter& out, std::string_view name, const std::map<std::string, std::string>& texts) {
  out.key(name).begin_object();
  for (const auto& [key, text] : texts) out.member(key, text);
  out.end_object();
}

std::map<std::string, std::string> read_texts(const Json& json) {
  std::map<std::string, std::string> texts;
  for (const auto& [key, text] : json.members()) texts.emplace(key, text.string());
  return texts;
}

content::RoutingRule read_rule(const Json& json) {
  content::RoutingRule rule;
  rule.name = json["name"].string();
  for (const auto& [tag, phrases] : json["phrases"].members()) {
    rule.phrases.emplace(Language::require(tag), phrases.strings());
  }
  rule.category = json["category"].string();
  rule.queue = json["queue"].string();
  rule.priority = json["priority"].string();
  rule.urgent = json["urgent"].boolean();
  rule.line = static_cast<int>(json["line"].integer());
  return rule;
}

}  // namespace

void write_desk_settings(JsonWriter& out, const content::SiteSettings& settings) {
  const content::RoutingSettings& routing = settings.routing;
  out.key("routing").begin_object().member("default_queue", routing.default_queue).member("line", routing.line);
  write_texts(out, "queues", routing.queues);
  out.key("rules").begin_array();
  for (const content::RoutingRule& rule : routing.rules) {
    out.begin_object().member("name", rule.name).key("phrases").begin_object();
    for (const auto& [language, phrases] : rule.phrases) out.strings(language.tag(), phrases);
    out.end_object().member("category", rule.category).member("queue", rule.queue);
    out.member("priority", rule.priority).member("urgent", rule.urgent).member("line", rule.line).end_object();
  }
  out.end_array().end_object().key("gateways").begin_array();
  for (const content::GatewaySettings& gateway : settings.gateways) {
    out.begin_object().member("kind", gateway.kind).member("name", gateway.name).strings("queues", gateway.queues);
    write_texts(out, "options", gateway.options);
    out.member("line", gateway.line).end_object();
  }
  out.end_array();
}

void read_desk_settings(const Json& json, content::SiteSettings& settings) {
  const Json& routing = json["routing"];
  if (routing["default_queue"].is_string()) settings.routing.default_queue = routing["default_queue"].string();
  settings.routing.line = static_cast<int>(routing["line"].integer());
  settings.routing.queues = read_texts(routing["queues"]);
  for (const Json& rule : routing["rules"].items()) settings.routing.rules.push_back(read_rule(rule));
  for (const Json& row : json["gateways"].items()) {
    content::GatewaySettings gateway;
    gateway.kind = row["kind"].string();
    gateway.name = row["name"].string();
    gateway.queues = row["queues"].strings();
    gateway.options = read_texts(row["options"]);
    gateway.line = static_cast<int>(row["line"].integer());
    settings.gateways.push_back(std::move(gateway));
  }
}

}  // namespace pharos::index
