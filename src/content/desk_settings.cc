// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/desk_settings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pharos::content {
namespace {

constexpr std::array<std::string_view, 4> kPriorities = {"low", "normal", "high", "urgent"};
constexpr std::array<std::string_view, 3> kRoutingKeys = {"default_queue", "queues", "rules"};
constexpr std::array<std::string_view, 6> kRuleKeys = {"name", "phrases", "category", "queue", "priority", "urgent"};
constexpr std::array<std::string_view, 3> kGatewayKeys = {"kind", "name", "queues"};

const DataNode& member(const DataNode& map, std::string_view name) {
  static const DataNode kNothing;
  for (const DataNode& candidate : map.members) {
    if (candidate.name == name) return candidate;
  }
  return kNothing;
}

template <std::size_t kSize>
void report_unknown(const DataNode& map, const std::array<std::string_view, kSize>& known, std::string_view where,
                    FieldReader& reader) {
  for (const DataNode& entry : map.members) {
    if (std::find(known.begin(), known.end(), entry.name) != known.end()) continue;
    reader.fault(entry, std::string(where) + " has no \"" + entry.name + "\": look for a slip of the pen in its name");
  }
}

void read_phrases(const DataNode& node, FieldReader& reader, RoutingRule& rule) {
  if (!node.is_map()) {
    reader.wrong_type(node, "phrases", "a map from languages to lists of phrases");
    return;
  }
  for (const DataNode& entry : node.members) {
    const std::optional<Language> language = Language::parse(entry.name);
    if (!language) {
      reader.fault(entry, "\"" + entry.name + "\" is no language tag: write en, pt-BR, zh-Hans...");
      continue;
    }
    std::vector<std::string> phrases = reader.texts(entry, "phrases");
    std::erase(phrases, "");
    if (phrases.empty()) {
      reader.fault(entry, "the rule has no phrase in " + language->tag() + ": write one, or remove the language");
    } else {
      rule.phrases[*language] = std::move(phrases);
    }
  }
}

void read_rule(const DataNode& node, FieldReader& reader, RoutingSettings& routing) {
  if (!node.is_map()) {
    reader.wrong_type(node, "an entry of rules", "a map with name, phrases and where to send it");
    return;
  }
  report_unknown(node, kRuleKeys, "a rule", reader);
  RoutingRule rule;
  rule.line = node.line;
  rule.name = reader.text(member(node, "name"), "name").value_or("");
  rule.category = reader.text(member(node, "category"), "category").value_or("");
  rule.queue = reader.text(member(node, "queue"), "queue").value_or("");
  rule.urgent = reader.flag(member(node, "urgent"), "urgent").value_or(false);
  rule.priority = reader.text(member(node, "priority"), "priority").value_or("");
  if (!rule.priority.empty() && std::find(kPriorities.begin(), kPriorities.end(), rule.priority) == kPriorities.end()) {
    reader.wrong_type(member(node, "priority"), "priority", "one of low, normal, high and urgent");
    rule.priority.clear();
  }
  if (rule.name.empty()) rule.name = "rule " + std::to_string(routing.rules.size() + 1);
  if (member(node, "phrases").is_null()) {
    reader.fault(node, "the rule \"" + rule.name + "\" has no phrases: add phrases: with a list a language");
    return;
  }
  read_phrases(member(node, "phrases"), reader, rule);
  if (rule.category.empty() && rule.queue.empty() && rule.priority.empty() && !rule.urgent) {
    reader.fault(node, "the rule \"" + rule.name + "\" decides nothing: give it a category, queue, priority or urgent");
    return;
  }
  if (!rule.phrases.empty()) routing.rules.push_back(std::move(rule));
}

void read_gateway(const DataNode& node, FieldReader& reader, std::vector<GatewaySettings>& gateways) {
  if (!node.is_map()) {
    reader.wrong_type(node, "an entry of gateways", "a map with kind, name and what the kind needs");
    return;
  }
  GatewaySettings gateway;
  gateway.line = node.line;
  gateway.kind = reader.text(member(node, "kind"), "kind").value_or("");
  if (gateway.kind.empty()) {
    reader.fault(node, "a gateway needs a kind: file, webhook, email, zendesk or request-tracker");
    return;
  }
  gateway.name = reader.text(member(node, "name"), "name").value_or(gateway.kind);
  gateway.queues = reader.texts(member(node, "queues"), "queues");
  const bool twice = std::any_of(gateways.begin(), gateways.end(),
                                 [&](const GatewaySettings& other) { return other.name == gateway.name; });
  if (twice) {
    reader.fault(node, "two gateways are named " + gateway.name + ": give each a name: of its own, tickets keep it");
    return;
  }
  for (const DataNode& entry : node.members) {
    if (std::find(kGatewayKeys.begin(), kGatewayKeys.end(), entry.name) != kGatewayKeys.end()) continue;
    if (entry.is_text()) {
      gateway.options[entry.name] = entry.text;
    } else if (!entry.is_null()) {
      reader.wrong_type(entry, entry.name, "a text, a number, true or false");
    }
  }
  gateways.push_back(std::move(gateway));
}

}  // namespace

void read_routing(const DataNode& node, FieldReader& reader, RoutingSettings& routing) {
  if (node.is_null()) return;
  if (!node.is_map()) {
    reader.wrong_type(node, "routing", "a map with default_queue, queues and rules");
    return;
  }
  report_unknown(node, kRoutingKeys, "routing", reader);
  routing.line = node.line;
  const std::optional<std::string> queue = reader.text(member(node, "default_queue"), "default_queue");
  if (queue && !queue->empty()) routing.default_queue = *queue;
  const DataNode& queues = member(node, "queues");
  if (!queues.is_null() && !queues.is_map()) {
    reader.wrong_type(queues, "queues", "a map from categories to queues");
  }
  for (const DataNode& entry : queues.members) {
    const std::string name = reader.text(entry, entry.name).value_or("");
    if (!name.empty()) routing.queues[entry.name] = name;
  }
  const DataNode& rules = member(node, "rules");
  if (!rules.is_null() && !rules.is_list()) reader.wrong_type(rules, "rules", "a list");
  for (const DataNode& rule : rules.items) read_rule(rule, reader, routing);
}

void read_gateways(const DataNode& node, FieldReader& reader, std::vector<GatewaySettings>& gateways) {
  if (!node.is_null() && !node.is_list()) reader.wrong_type(node, "gateways", "a list");
  for (const DataNode& entry : node.items) read_gateway(entry, reader, gateways);
}

}  // namespace pharos::content
