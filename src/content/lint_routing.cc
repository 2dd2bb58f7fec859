// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <string>

#include "content/lint_checks.h"
#include "content/report.h"

namespace pharos::content {
namespace {

class RoutingCheck {
 public:
  RoutingCheck(const Library& library, Diagnostics& out) : library_(library), out_(out) {
    for (const Category& category : library.categories) categories_.insert(category.key);
    const RoutingSettings& routing = library.settings.routing;
    queues_.insert(routing.default_queue);
    for (const auto& [category, queue] : routing.queues) queues_.insert(queue);
    for (const Article& article : library.articles) queues_.insert(article.queue);
  }

  void check() {
    const RoutingSettings& routing = library_.settings.routing;
    for (const auto& [category, queue] : routing.queues) check_category(category, routing.line, "queues of routing");
    for (const GatewaySettings& gateway : library_.settings.gateways) check_gateway(gateway);
    for (const GatewaySettings& gateway : library_.settings.gateways) {
      queues_.insert(gateway.queues.begin(), gateway.queues.end());
    }
    for (const RoutingRule& rule : routing.rules) check_rule(rule);
  }

 private:
  void found(int line, std::string message) const { report(out_, "routing", "pharos.yml", line, std::move(message)); }

  void check_category(const std::string& category, int line, const std::string& where) const {
    if (category.empty() || categories_.contains(category)) return;
    found(line, "the " + where + " names the category " + category + ", which holds no article: correct or remove it");
  }

  void check_gateway(const GatewaySettings& gateway) const {
    for (const std::string& queue : gateway.queues) {
      if (queues_.contains(queue) || used_by_rule(queue)) continue;
      found(gateway.line, "the gateway " + gateway.name + " takes the queue " + queue +
                              ", into which no ticket goes: correct it, or route a category there");
    }
  }

  bool used_by_rule(const std::string& queue) const {
    for (const RoutingRule& rule : library_.settings.routing.rules) {
      if (rule.queue == queue) return true;
    }
    return false;
  }

  void check_rule(const RoutingRule& rule) const {
    const std::string where = "rule \"" + rule.name + "\"";
    check_category(rule.category, rule.line, where);
    if (!rule.queue.empty() && !queues_.contains(rule.queue)) {
      found(rule.line, "the " + where + " sends to the queue " + rule.queue +
                           ", which is neither the default, nor a category's, nor a gateway's: correct it, or add it");
    }
    for (const auto& [language, phrases] : rule.phrases) {
      if (library_.settings.find(language) != nullptr) continue;
      found(rule.line, "the " + where + " has phrases in " + language.tag() +
                           ", in which the help center is not offered: correct the tag or remove them");
    }
  }

  const Library& library_;
  Diagnostics& out_;
  std::set<std::string> categories_, queues_;
};

}  // namespace

void check_routing(const Library& library, Diagnostics& out) { RoutingCheck(library, out).check(); }

}  // namespace pharos::content
