// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// A gateway as settings describe it (content/pharos.yml, `gateways:`). Secrets never stand there: an option ending in
/// "_env" names the environment variable that holds it, one ending in "_file" a file. A value type.
struct GatewaySettings {
  std::string kind;                            ///< a row of kinds(): file, webhook, email, zendesk, request-tracker
  std::string name;                            ///< unique; the kind where none is given
  std::vector<std::string> queues;             ///< it takes tickets of these queues; empty: all
  std::map<std::string, std::string> options;  ///< as the kind's row lists them
};

/// What there is, a row each, for documentation and checks of settings.
struct GatewayKind {
  std::string_view name;
  std::string_view what;
  std::vector<std::string_view> required, optional;  ///< names of options
};
const std::vector<GatewayKind>& kinds();

/// Where a gateway may get what settings do not hold.
struct GatewaySurroundings {
  std::function<std::optional<std::string>(const std::string&)> environment;  ///< empty: the process's
  std::string state_folder;                                                   ///< for relative paths of `file`
};

/// Makes the gateway. Throws Error{invalid_argument} with parameter "gateways.<name>.<option>" for an unknown kind,
/// an unknown or missing option, a value that cannot be one, a missing secret.
std::shared_ptr<desk::Gateway> make_gateway(const GatewaySettings& settings, const GatewaySurroundings& surroundings);

/// The secrets that replies of the gateway are signed with: those that it signs with itself. Empty for kinds whose
/// replies do not come by webhook. Throws as make_gateway() does.
std::vector<std::string> reply_secrets(const GatewaySettings& settings, const GatewaySurroundings& surroundings);

/// Checks a signed reply of a target (Standard Webhooks headers `webhook-id`, `webhook-timestamp`,
/// `webhook-signature`; names in lower case) and reads it: {"type":"ticket.reply","timestamp",...,"data":{"code",
/// "remote_id","message_id","author","text","solved"}}. Several secrets during a rotation. Throws
/// Error{invalid_argument} for a bad signature, an old timestamp (5 minutes), or another shape.
desk::Reply read_reply_webhook(const std::map<std::string, std::string>& headers, std::string_view body,
                               const std::vector<std::string>& secrets, UtcTime now);

}  // namespace pharos::gateway
