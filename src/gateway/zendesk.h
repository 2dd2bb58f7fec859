// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "gateway/json_api.h"
#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// What a Zendesk account is like. A value type.
struct ZendeskSettings {
  std::string requester;                      ///< address for readers who gave none; empty: there is none
  std::string form;                           ///< number of a ticket form; empty: the account's default
  std::map<std::string, std::string> fields;  ///< of "code", "queue", "language", "priority": number of a custom field
  bool with_agent = false;                    ///< whether `agent` may be used
};

/// Hand-overs as requests of Zendesk Support. Requests are made as readers make them, without login, under an
/// idempotency key; follow-ups and replies need an agent's token, for only agents see what strangers asked.
class Zendesk : public desk::Gateway {
 public:
  Zendesk(std::string name, ZendeskSettings settings, JsonApi reader, JsonApi agent)
      : name_(std::move(name)), settings_(std::move(settings)), reader_(std::move(reader)), agent_(std::move(agent)) {}

  const std::string& name() const override { return name_; }
  desk::Delivery deliver(const desk::Handover& handover) override;
  std::vector<desk::Reply> poll(const std::vector<desk::Ticket>& tickets, UtcTime since) override;
  bool polls() const override { return settings_.with_agent; }

 private:
  using Tokens = std::vector<std::string>;

  Tokens upload(const desk::Handover& handover, const JsonApi& api, std::vector<std::string>& notes) const;
  Tokens uploads_of(const desk::Handover& handover, std::vector<std::string>& notes);
  std::optional<std::string> find(const desk::Ticket& ticket) const;
  std::string request_body(const desk::Handover& handover, const std::string& source, const Tokens& tokens) const;
  desk::Delivery create(const desk::Handover& handover, const std::string& source);
  desk::Delivery add_comment(const desk::Handover& handover);
  bool has_comment(const std::string& id, const std::string& mark) const;
  void compare(const desk::Ticket& ticket, const Json& request, std::vector<std::string>& notes) const;
  void read_comments(const desk::Ticket& ticket, const Json& there, UtcTime since,
                     std::vector<desk::Reply>& replies) const;

  std::string name_;
  ZendeskSettings settings_;
  JsonApi reader_, agent_;
  std::mutex mutex_;
  /// Of hand-overs whose request was not answered yet, by id. A key covers a request word for word, so a second attempt
  /// must name the same uploads.
  std::map<std::string, Tokens> uploaded_;
};

}  // namespace pharos::gateway
