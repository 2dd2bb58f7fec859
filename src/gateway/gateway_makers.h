// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gateway/gateway_options.h"
#include "gateway/http_client.h"
#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// Makes a gateway of one kind from its options; throws Error{invalid_argument} naming the faulty one.
using GatewayMaker = std::shared_ptr<desk::Gateway>(const GatewayOptions& options);

/// From the options "allow_private", "timeout" and "ca_file".
HttpPolicy http_policy(const GatewayOptions& options, bool allow_private);

GatewayMaker make_file_gateway;
GatewayMaker make_webhook_gateway;
GatewayMaker make_email_gateway;
GatewayMaker make_zendesk;
GatewayMaker make_request_tracker;

}  // namespace pharos::gateway
