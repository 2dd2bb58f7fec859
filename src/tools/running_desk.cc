// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/running_desk.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "pharos/base/error.h"

namespace pharos::tools {
namespace {

constexpr std::chrono::hours kTidyEvery{1};

std::vector<gateway::GatewaySettings>::const_iterator named(const std::vector<gateway::GatewaySettings>& all,
                                                            const std::string& name) {
  return std::find_if(all.begin(), all.end(), [&](const auto& row) { return row.name == name; });
}

std::vector<gateway::GatewaySettings> gateway_settings(const content::SiteSettings& site) {
  std::vector<gateway::GatewaySettings> all;
  for (const content::GatewaySettings& row : site.gateways) {
    all.push_back({row.kind, row.name.empty() ? row.kind : row.name, row.queues, row.options});
  }
  // Without a ticket system nothing may be lost either: tickets wait in a file that people and programs can read.
  if (all.empty()) all.push_back({"file", "file", {}, {{"path", "tickets.jsonl"}}});
  return all;
}

}  // namespace

RunningDesk::RunningDesk(const DeskState& state, const engine::HelpCenter& help_center,
                         const engine::DeskLimits& limits)
    : settings_(gateway_settings(help_center.settings())) {
  surroundings_.state_folder = state.folder().string();
  std::vector<std::shared_ptr<desk::Gateway>> gateways;
  engine::DeskOptions options;
  for (const gateway::GatewaySettings& row : settings_) {
    gateways.push_back(gateway::make_gateway(row, surroundings_));
    options.targets.push_back({row.name, row.queues});
  }
  options.form_key = state.form_key();
  options.limits = limits;
  store_ = std::make_unique<desk::Store>(state.store(false));
  files_ = std::make_unique<desk::AttachmentStore>(state.attachments());
  front_ = std::make_unique<engine::FrontDesk>(help_center, *store_, *files_, std::move(options));
  // This process alone writes an embedded store: who leased a hand-over is dead, and it need not wait for the lease.
  if (store_->kind() == "sqlite") desk::Outbox(*store_, system_clock()).release_abandoned();
  dispatcher_ = std::make_unique<desk::Dispatcher>(*store_, std::move(gateways), *files_, desk::DispatchPolicy(),
                                                   system_clock(), monotonic_clock());
  front_->on_handover([this] { dispatcher_->wake(); });
  front_->on_status([this] { return dispatcher_->status(); });
  dispatcher_->start();
  tell_who_is_missing();
}

void RunningDesk::tell_who_is_missing() const {
  for (const auto& [name, waiting] : desk::Outbox(*store_, system_clock()).waiting_by_target()) {
    if (named(settings_, name) != settings_.end()) continue;
    std::cerr << "pharos: " << waiting << (waiting == 1 ? " hand-over waits" : " hand-overs wait")
              << " for the gateway " << name
              << ", which is not in pharos.yml: bring a gateway of that name back, and they go on\n";
  }
}

RunningDesk::~RunningDesk() {
  front_->on_handover({});
  front_->on_status({});
  dispatcher_->stop();
}

desk::Reply RunningDesk::read_reply(const std::string& target, const std::map<std::string, std::string>& headers,
                                    std::string_view body) const {
  for (const gateway::GatewaySettings& row : settings_) {
    if (row.name != target) continue;
    const std::vector<std::string> secrets = gateway::reply_secrets(row, surroundings_);
    if (secrets.empty()) break;
    return gateway::read_reply_webhook(headers, body, secrets, system_clock().now());
  }
  throw Error(ErrorKind::kNotFound, "No gateway of that name takes replies by webhook.", "gateway");
}

std::string RunningDesk::compare_gateways(const content::SiteSettings& site) {
  const std::vector<gateway::GatewaySettings> wanted = gateway_settings(site);
  std::vector<std::string> differences;
  for (const gateway::GatewaySettings& row : wanted) {
    const auto used = named(settings_, row.name);
    if (used == settings_.end()) {
      differences.push_back(row.name + " is new");
    } else if (used->kind != row.kind || used->queues != row.queues || used->options != row.options) {
      differences.push_back(row.name + " was changed");
    }
  }
  for (const gateway::GatewaySettings& row : settings_) {
    if (named(wanted, row.name) == wanted.end()) differences.push_back(row.name + " is gone");
  }
  std::string told;
  for (const std::string& difference : differences) told += (told.empty() ? "" : ", ") + difference;
  // The order decides who takes a ticket that several would take.
  const auto same_name = [](const auto& a, const auto& b) { return a.name == b.name; };
  if (told.empty() && !std::equal(wanted.begin(), wanted.end(), settings_.begin(), settings_.end(), same_name)) {
    told = "they stand in another order";
  }
  front_->tell_operator(told.empty() ? "" : "The gateways in pharos.yml were changed: restart the server to use them.");
  return told;
}

void RunningDesk::tidy() {
  const std::chrono::milliseconds now = monotonic_clock().now();
  if (ever_tidied_ && now - tidied_ < kTidyEvery) return;
  tidied_ = now;
  ever_tidied_ = true;
  try {
    front_->tidy();
  } catch (const Error& error) {
    std::cerr << "pharos: not tidied: " << error.what() << "\n";
  }
}

}  // namespace pharos::tools
