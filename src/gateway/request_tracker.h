// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gateway/json_api.h"
#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// Hand-overs as tickets of Request Tracker 5 (REST 2.0). Each ticket carries its code in the subject, and is searched
/// for by it before it is created: a second attempt after a lost answer finds the first one's ticket. Follow-ups carry
/// the hand-over's id in the subject of their message, and are looked for in the same way.
class RequestTracker : public desk::Gateway {
 public:
  RequestTracker(std::string name, JsonApi api, std::string queue)
      : name_(std::move(name)), api_(std::move(api)), queue_(std::move(queue)) {}

  const std::string& name() const override { return name_; }
  desk::Delivery deliver(const desk::Handover& handover) override;
  std::vector<desk::Reply> poll(const std::vector<desk::Ticket>& tickets, UtcTime since) override;
  bool polls() const override { return true; }

 private:
  std::optional<std::string> find(const desk::Ticket& ticket) const;
  std::string create(const desk::Handover& handover, std::vector<std::string>& notes) const;
  void add_missing_files(const desk::Handover& handover, const std::string& id, std::vector<std::string>& notes) const;
  void compare(const desk::Ticket& ticket, const std::string& id, std::vector<std::string>& notes) const;
  desk::Delivery add_message(const desk::Handover& handover) const;

  void read_history(const desk::Ticket& ticket, UtcTime since, std::vector<desk::Reply>& replies) const;
  std::optional<desk::Reply> read_message(const desk::Ticket& ticket, const Json& transaction) const;

  std::string name_;
  JsonApi api_;
  std::string queue_;
};

/// What the subject of a follow-up's message ends in.
std::string message_mark(const desk::Ticket& ticket, std::string_view id);

}  // namespace pharos::gateway
