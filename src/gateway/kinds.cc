// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "gateway/gateway_makers.h"
#include "pharos/base/error.h"

namespace pharos::gateway {
namespace {

struct KindRow {
  GatewayKind kind;
  GatewayMaker* make;
};

const std::vector<KindRow>& rows() {
  static const std::vector<KindRow> kRows = {
      {{"file", "JSON lines appended to a file", {}, {"path"}}, make_file_gateway},
      {{"webhook",
        "a signed POST to an address of yours (Standard Webhooks)",
        {"url"},
        {"secret_env", "secret_file", "attachments", "allow_private", "timeout", "ca_file"}},
       make_webhook_gateway},
      {{"email",
        "mail to the support team by SMTP",
        {"server", "from", "to"},
        {"port", "tls", "user", "password_env", "password_file", "max_mib", "timeout", "ca_file"}},
       make_email_gateway},
      {{"zendesk",
        "requests of Zendesk Support",
        {"url"},
        {"user", "token_env", "token_file", "requester", "form", "field_code", "field_queue", "field_language",
         "field_priority", "allow_private", "timeout", "ca_file"}},
       make_zendesk},
      {{"request-tracker",
        "tickets of Request Tracker 5",
        {"url", "queue"},
        {"token_env", "token_file", "allow_private", "timeout", "ca_file"}},
       make_request_tracker},
  };
  return kRows;
}

std::string list(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

}  // namespace

HttpPolicy http_policy(const GatewayOptions& options, bool allow_private) {
  HttpPolicy policy;
  policy.allow_private = options.flag("allow_private", allow_private);
  policy.total = std::chrono::seconds(options.number("timeout", 20, 1, 30));
  policy.ca_file = options.text("ca_file");
  return policy;
}

const std::vector<GatewayKind>& kinds() {
  static const std::vector<GatewayKind> kKinds = [] {
    std::vector<GatewayKind> kinds;
    for (const KindRow& row : rows()) kinds.push_back(row.kind);
    return kinds;
  }();
  return kKinds;
}

std::shared_ptr<desk::Gateway> make_gateway(const GatewaySettings& settings, const GatewaySurroundings& surroundings) {
  GatewaySettings named = settings;
  if (named.name.empty()) named.name = named.kind;
  const GatewayOptions options(named, surroundings);
  const auto row =
      std::find_if(rows().begin(), rows().end(), [&](const KindRow& each) { return each.kind.name == named.kind; });
  if (row == rows().end()) {
    std::vector<std::string_view> known;
    for (const KindRow& each : rows()) known.push_back(each.kind.name);
    options.fault("kind", "\"" + named.kind + "\" is no kind of gateway: write one of " + list(known));
  }
  std::vector<std::string_view> allowed = row->kind.required;
  allowed.insert(allowed.end(), row->kind.optional.begin(), row->kind.optional.end());
  for (const auto& [option, value] : named.options) {
    if (std::find(allowed.begin(), allowed.end(), option) == allowed.end()) {
      options.fault(option, "a gateway of kind " + named.kind + " has no such option; it has " + list(allowed));
    }
  }
  for (const std::string_view option : row->kind.required) options.required(option);
  return row->make(options);
}

std::vector<std::string> reply_secrets(const GatewaySettings& settings, const GatewaySurroundings& surroundings) {
  if (settings.kind != "webhook") return {};
  return words_of(GatewayOptions(settings, surroundings).secret("secret").value_or(""));
}

}  // namespace pharos::gateway
