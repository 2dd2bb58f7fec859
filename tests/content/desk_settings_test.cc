// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/content/site_settings.h"
#include "tree_builder.h"

namespace pharos::content {
namespace {

SiteSettings read(const std::string& yaml, Diagnostics& diagnostics) {
  return read_site_settings(yaml, "pharos.yml", diagnostics);
}

std::string messages(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics) all += std::to_string(d.line) + ": " + d.message + "\n";
  return all;
}

TEST_CASE("routing and gateways are read whole") {
  Diagnostics diagnostics;
  const SiteSettings s = read(R"(
languages: [en, zh-Hans]
routing:
  default_queue: front
  queues: {deposits: payments, api: developers}
  rules:
    - name: wrong network
      phrases:
        en: [wrong network, wrong chain]
        zh-hans: 转错网络
      category: deposits
      queue: recovery
      priority: high
    - phrases: {en: [police]}
      urgent: true
gateways:
  - kind: webhook
    name: crm
    queues: [payments, recovery]
    url: https://crm.example/hook
    secret_env: CRM_SECRET
    timeout: 10
    allow_private: true
  - kind: file
)",
                              diagnostics);
  CHECK(messages(diagnostics) == "");
  CHECK(s.routing.default_queue == "front");
  CHECK(s.routing.queues == std::map<std::string, std::string>{{"api", "developers"}, {"deposits", "payments"}});
  REQUIRE(s.routing.rules.size() == 2);
  const RoutingRule& network = s.routing.rules[0];
  CHECK(network.name == "wrong network");
  CHECK(network.phrases.at(lang("en")) == std::vector<std::string>{"wrong network", "wrong chain"});
  CHECK(network.phrases.at(lang("zh-Hans")) == std::vector<std::string>{"转错网络"});
  CHECK(network.category == "deposits");
  CHECK(network.queue == "recovery");
  CHECK(network.priority == "high");
  CHECK_FALSE(network.urgent);
  CHECK(network.line == 7);
  CHECK(s.routing.rules[1].name == "rule 2");
  CHECK(s.routing.rules[1].urgent);
  REQUIRE(s.gateways.size() == 2);
  CHECK(s.gateways[0].kind == "webhook");
  CHECK(s.gateways[0].queues == std::vector<std::string>{"payments", "recovery"});
  CHECK(s.gateways[0].options == std::map<std::string, std::string>{{"allow_private", "true"},
                                                                    {"secret_env", "CRM_SECRET"},
                                                                    {"timeout", "10"},
                                                                    {"url", "https://crm.example/hook"}});
  CHECK(s.gateways[0].line == 17);
  CHECK(s.gateways[1].name == "file");
}

TEST_CASE("every fault is told with its line, and what is sound is kept") {
  Diagnostics diagnostics;
  const SiteSettings s = read(R"(languages: [en]
routing:
  default: x
  queues: [a]
  rules:
    - just words
    - {name: no phrases, queue: q}
    - {name: decides nothing, phrases: {en: [a]}}
    - {name: odd, phrases: {en: [a], klingon!: [b]}, queue: q, priority: higher, colour: red}
    - {name: empty, phrases: {en: []}, queue: q}
gateways:
  - {name: nothing}
  - {kind: file, path: [a, b]}
  - {kind: webhook, name: file}
  - words
)",
                              diagnostics);
  CHECK(messages(diagnostics) ==
        "3: routing has no \"default\": look for a slip of the pen in its name\n"
        "4: queues should be a map from categories to queues, but is a list\n"
        "6: an entry of rules should be a map with name, phrases and where to send it, but is \"just words\"\n"
        "7: the rule \"no phrases\" has no phrases: add phrases: with a list a language\n"
        "8: the rule \"decides nothing\" decides nothing: give it a category, queue, priority or urgent\n"
        "9: a rule has no \"colour\": look for a slip of the pen in its name\n"
        "9: priority should be one of low, normal, high and urgent, but is \"higher\"\n"
        "9: \"klingon!\" is no language tag: write en, pt-BR, zh-Hans...\n"
        "10: the rule has no phrase in en: write one, or remove the language\n"
        "12: a gateway needs a kind: file, webhook, email, zendesk or request-tracker\n"
        "13: path should be a text, a number, true or false, but is a list\n"
        "14: two gateways are named file: give each a name: of its own, tickets keep it\n"
        "15: an entry of gateways should be a map with kind, name and what the kind needs, but is \"words\"\n");
  REQUIRE(s.routing.rules.size() == 1);
  CHECK(s.routing.rules[0].name == "odd");
  CHECK(s.routing.default_queue == "general");
  CHECK(s.gateways.size() == 1);
}

TEST_CASE("a category, queue or language that routing names and nobody knows is found by lint") {
  TreeBuilder tree;
  tree.settings({"en"}, R"(routing:
  queues: {a: payments, nowhere: payments}
  rules:
    - {name: one, phrases: {en: [x]}, category: missing, queue: paymemts}
    - {name: two, phrases: {en: [x], ru: [y]}, queue: legal}
    - {name: three, phrases: {en: [x]}, queue: vip, category: a}
gateways:
  - {kind: file, queues: [legal, payments, spare]}
)")
      .file("en/a/x.md", "---\ntitle: X\nsummary: S\nqueue: vip\n---\nSome words.\n");
  const Diagnostics all = lint(tree.read());
  CHECK(mentions(all, "routing", "queues of routing names the category nowhere"));
  CHECK(mentions(all, "routing", "rule \"one\" names the category missing"));
  CHECK(mentions(all, "routing", "rule \"one\" sends to the queue paymemts"));
  CHECK(mentions(all, "routing", "rule \"two\" has phrases in ru"));
  CHECK(mentions(all, "routing", "gateway file takes the queue spare"));
  CHECK(found(all, "routing").size() == 5);
}

}  // namespace
}  // namespace pharos::content
