// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/desk_settings.h"

namespace pharos::engine {

desk::RoutingRules routing_rules(const content::SiteSettings& settings) {
  desk::RoutingRules rules;
  rules.default_queue = settings.routing.default_queue;
  rules.queues = settings.routing.queues;
  for (const content::RoutingRule& row : settings.routing.rules) {
    desk::RoutingRule rule;
    rule.name = row.name;
    rule.phrases = row.phrases;
    rule.category = row.category;
    rule.queue = row.queue;
    rule.priority = desk::parse_priority(row.priority);
    rule.urgent = row.urgent;
    rules.rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace pharos::engine
