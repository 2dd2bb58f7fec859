// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "gateway/attached_files.h"
#include "gateway/gateway_makers.h"
#include "gateway/handover_json.h"
#include "gateway/http_client.h"
#include "gateway/http_outcome.h"
#include "gateway/remote_reference.h"
#include "gateway/webhook_signature.h"
#include "pharos/base/error.h"

namespace pharos::gateway {
namespace {

/// Hand-overs as Standard Webhooks: a signed POST of {"type","timestamp","data"}.
class WebhookGateway : public desk::Gateway {
 public:
  WebhookGateway(std::string name, std::string url, WebhookSecrets secrets, HttpPolicy policy, AttachmentShape shape)
      : name_(std::move(name)),
        url_(std::move(url)),
        secrets_(std::move(secrets)),
        client_(std::move(policy)),
        shape_(shape) {}

  const std::string& name() const override { return name_; }

  desk::Delivery deliver(const desk::Handover& handover) override {
    return attempt([&] {
      std::vector<std::string> notes;
      JsonWriter json;
      json.begin_object();
      write_event(json, handover, shape_, notes);
      HttpRequest request;
      request.url = url_;
      request.body = json.end_object().take();
      const std::int64_t now = system_clock().now().seconds;
      request.headers = {{"Content-Type", "application/json"},
                         {"User-Agent", "Pharos"},
                         {"webhook-id", handover.id},
                         {"webhook-timestamp", std::to_string(now)},
                         {"webhook-signature", secrets_.sign(handover.id, now, request.body)}};
      const HttpAnswer answer = client_.send(request);
      desk::Delivery delivery = delivery_of(answer, url_);
      if (delivery.outcome != desk::Delivery::Outcome::kDelivered) return delivery;
      read_reference(answer.body, delivery);
      delivery.notes = std::move(notes);
      const std::size_t listed = shape_ == AttachmentShape::kListed ? attachments_of(handover).size() : 0;
      if (listed > 0) {
        delivery.notes.push_back("of " + std::to_string(listed) + (listed == 1 ? " attachment" : " attachments") +
                                 " only name and SHA-256 were sent; attachments: inline sends the bytes");
      }
      return delivery;
    });
  }

 private:
  std::string name_, url_;
  WebhookSecrets secrets_;
  HttpClient client_;
  AttachmentShape shape_;
};

}  // namespace

std::shared_ptr<desk::Gateway> make_webhook_gateway(const GatewayOptions& options) {
  const std::optional<std::string> secrets = options.secret("secret");
  if (!secrets)
    options.fault("secret_env", "name the environment variable that holds the secret, or a file by secret_file");
  HttpPolicy policy = http_policy(options, false);
  const bool inlined = options.choice("attachments", {"list", "inline"}) == "inline";
  try {
    return std::make_shared<WebhookGateway>(options.name(), options.address("url"), WebhookSecrets(words_of(*secrets)),
                                            std::move(policy),
                                            inlined ? AttachmentShape::kInline : AttachmentShape::kListed);
  } catch (const Error& error) {
    if (!error.parameter().empty()) throw;
    options.fault("secret_env", error.what());
  }
}

}  // namespace pharos::gateway
