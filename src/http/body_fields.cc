// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/body_fields.h"

#include "http/body_refused.h"
#include "http/header_text.h"
#include "http/media_type.h"
#include "http/params.h"

namespace pharos::http {
namespace {

constexpr std::string_view kJson = "application/json";

bool in_utf8(const Request& request) {
  const auto charset = header_parameter(request.header("content-type"), "charset");
  return !charset || lower_ascii(*charset) == "utf-8" || lower_ascii(*charset) == "utf8";
}

}  // namespace

BodyFields BodyFields::of_json(const Request& request) {
  if (media_type_of(request.header("content-type")) != kJson || !in_utf8(request)) {
    throw BodyRefused(415, "Send the body as application/json in UTF-8.");
  }
  BodyFields fields;
  try {
    fields.json_ = Json::parse(request.body, "the body");
  } catch (const Error& error) {
    throw BodyRefused(400, error.what());
  }
  if (!fields.json_.is_object()) throw BodyRefused(400, "The body is no JSON object: write {\"name\": value, ...}.");
  return fields;
}

BodyFields BodyFields::of_json_or_form(const Request& request) {
  if (!is_form(request)) {
    if (media_type_of(request.header("content-type")) == kJson) return of_json(request);
    throw BodyRefused(415, "Send the body as application/json, or as multipart/form-data when there are files.");
  }
  BodyFields fields;
  fields.is_form_ = true;
  fields.form_ = read_form(request);
  return fields;
}

bool BodyFields::absent(std::string_view name) const {
  return is_form_ ? form_.fields.find(name) == form_.fields.end() : json_[name].is_null();
}

std::string BodyFields::text(std::string_view name) {
  if (is_form_) return form_.field(name);
  const Json& value = json_[name];
  if (!value.is_null() && !value.is_string()) fault(name, std::string(name) + " is no text: give a string.");
  return value.string();
}

bool BodyFields::flag(std::string_view name, bool fallback) {
  if (absent(name)) return fallback;
  if (!is_form_ && json_[name].is_bool()) return json_[name].boolean();
  const std::string& word = form_.field(name);
  if (word == "true" || word == "on") return true;
  if (!is_form_ || word != "false") fault(name, std::string(name) + " is neither true nor false: give one of them.");
  return fallback && word != "false";
}

bool BodyFields::required_flag(std::string_view name) {
  if (absent(name)) fault(name, std::string(name) + " is missing: give true or false.");
  return flag(name, false);
}

const Json& BodyFields::object(std::string_view name) {
  const Json& value = json_[name];
  if (!value.is_null() && !value.is_object()) fault(name, std::string(name) + " is no object: write {...}.");
  return value;
}

void BodyFields::fault(std::string_view name, std::string message) {
  faults_.push_back({std::string(name), std::move(message)});
}

void BodyFields::done() const {
  if (!faults_.empty()) throw engine::InvalidFields(faults_);
}

std::string language_of(BodyFields& body, const Context& context, const Request& request) {
  std::string tag = body.text("language");
  return tag.empty() ? negotiated_language(context.help_center, request).tag() : tag;
}

}  // namespace pharos::http
