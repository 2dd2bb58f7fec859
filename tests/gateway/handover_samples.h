// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "pharos/base/error.h"
#include "pharos/gateway/gateways.h"

// Hand-overs and gateways to try them on.
namespace pharos::gateway_test {

inline const std::string kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
inline const std::string kNextSecret = "whsec_cGhhcm9zIHRlc3RzIHJvdGF0ZSB0aGlzIHNlY3JldCE=";

inline desk::Handover new_ticket(const std::string& id = "out-1") {
  desk::Handover handover;
  handover.id = id;
  desk::Ticket& ticket = handover.ticket;
  ticket.code = "7K3M-9QWX-2HTR-5VBN";
  ticket.language = "zh-Hans";
  ticket.subject = "提现一直没有到账";
  ticket.email = "reader@example.org";
  ticket.message = "我昨天提现了 0.5 BTC,\n还没有到账。\"急\"";
  ticket.routing.category = "withdrawals";
  ticket.routing.queue = "payments";
  ticket.routing.priority = desk::Priority::kHigh;
  ticket.routing.confidence = 0.75;
  ticket.routing.unsure = false;
  ticket.routing.reasons = {"says 提现"};
  ticket.trail = {{"search", "提现 没到", "3 hits", UtcTime{1795000000}},
                  {"article", "withdrawals/not-arrived", "", UtcTime{1795000060}}};
  ticket.masked = {"card-number"};
  ticket.at = UtcTime{1795000100};
  return handover;
}

inline desk::Handover follow_up(const std::string& id = "out-2", const std::string& remote_id = "41") {
  desk::Handover handover = new_ticket(id);
  handover.ticket.remote_id = remote_id;
  desk::TicketMessage message;
  message.id = "m-2";
  message.text = "还是没有, bitte helfen Sie.";
  message.at = UtcTime{1795003600};
  handover.follow_up = message;
  return handover;
}

/// A gateway whose environment is the given one.
inline std::shared_ptr<desk::Gateway> made(const std::string& kind, std::map<std::string, std::string> options,
                                           const std::map<std::string, std::string>& environment = {},
                                           const std::string& state_folder = "/nonexistent") {
  gateway::GatewaySurroundings surroundings;
  surroundings.state_folder = state_folder;
  surroundings.environment = [environment](const std::string& variable) -> std::optional<std::string> {
    const auto found = environment.find(variable);
    if (found == environment.end()) return std::nullopt;
    return found->second;
  };
  return gateway::make_gateway({kind, "", {}, std::move(options)}, surroundings);
}

/// The parameter of the error that making such a gateway gives; "" when it is made.
inline std::string faulty_option(const std::string& kind, std::map<std::string, std::string> options,
                                 const std::map<std::string, std::string>& environment = {}) {
  try {
    made(kind, std::move(options), environment);
    return "";
  } catch (const Error& error) {
    return error.kind() == ErrorKind::kInvalidArgument ? error.parameter() : error.what();
  }
}

}  // namespace pharos::gateway_test
