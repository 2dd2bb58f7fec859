// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "gateway/gateway_makers.h"
#include "gateway/handover_json.h"
#include "gateway/http_outcome.h"
#include "gateway/line_file.h"

namespace pharos::gateway {
namespace {

/// Hand-overs as JSON lines in a file: for teams without a system, and as what is always there.
class FileGateway : public desk::Gateway {
 public:
  FileGateway(std::string name, std::filesystem::path path) : name_(std::move(name)), file_(std::move(path)) {}

  const std::string& name() const override { return name_; }

  desk::Delivery deliver(const desk::Handover& handover) override {
    return attempt([&] {
      desk::Delivery delivery;
      JsonWriter json;
      json.begin_object().member("id", handover.id);
      write_event(json, handover, AttachmentShape::kPaths, delivery.notes);
      file_.append(handover.id, json.end_object().take());
      delivery.outcome = desk::Delivery::Outcome::kDelivered;
      return delivery;
    });
  }

 private:
  std::string name_;
  LineFile file_;
};

}  // namespace

std::shared_ptr<desk::Gateway> make_file_gateway(const GatewayOptions& options) {
  std::filesystem::path path = options.text("path", "tickets.jsonl");
  if (path.is_relative()) path = std::filesystem::path(options.surroundings().state_folder) / path;
  path = std::filesystem::absolute(path);
  if (!path.has_filename() || std::filesystem::is_directory(path))
    options.fault("path", path.string() + " is a folder");
  return std::make_shared<FileGateway>(options.name(), std::move(path));
}

}  // namespace pharos::gateway
