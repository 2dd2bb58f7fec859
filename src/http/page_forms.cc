// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_forms.h"

namespace pharos::http {

void set_form_state(PageData& content, const FormState& state, std::initializer_list<std::string_view> fields) {
  content.set("form_alert", state.alert);
  for (const std::string_view field : fields) content.set(std::string(field) + "_fault", false);
  PageData::List faults;
  for (const FormFault& fault : state.faults) {
    faults.push_back(PageData().set("field", fault.field).set("message", fault.message));
    content.set(fault.field + "_fault", fault.message);
  }
  content.set("has_faults", !faults.empty());
  content.set("faults", std::move(faults));
}

std::string megabytes(const desk::AttachmentLimits& limits) { return std::to_string(limits.bytes >> 20); }

void set_file_rules(PageData& content, const PageFrame& frame, const desk::AttachmentLimits& limits) {
  const std::string count = std::to_string(limits.count);
  std::string accept;
  for (const std::string& type : limits.media_types) {
    accept += (accept.empty() ? "" : ",") + type;
    // File dialogs know few of the endings that plain text has.
    if (type == "text/plain") accept += ",.txt,.log";
  }
  content.set("files_count", count);
  content.set("files_megabytes", megabytes(limits));
  content.set("files_accept", accept);
  content.set("files_hint",
              frame.texts->text("contact_files_hint", {{"count", count}, {"megabytes", megabytes(limits)}}));
  content.set("files_many_text", frame.texts->text("fault_files_many", {{"limit", count}}));
}

}  // namespace pharos::http
