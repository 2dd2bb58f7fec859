// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form_body.h"

#include <algorithm>

#include "http/body_refused.h"
#include "http/media_type.h"
#include "http/multipart.h"
#include "http/target.h"
#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

constexpr std::string_view kUrlEncoded = "application/x-www-form-urlencoded";
constexpr std::string_view kMultipart = "multipart/form-data";
constexpr std::size_t kMostFields = 64;

void check_name(const std::string& name) {
  if (first_invalid_utf8(name)) throw BodyRefused(400, "The name of a field is not UTF-8.");
}

FormBody read_urlencoded(std::string_view body) {
  FormBody form;
  if (static_cast<std::size_t>(std::count(body.begin(), body.end(), '&')) >= kMostFields) {
    throw BodyRefused(400, "The form has more than " + std::to_string(kMostFields) + " fields.");
  }
  for (auto& [name, value] : parse_query(body)) {
    check_name(name);
    form.fields.try_emplace(std::move(name), std::move(value));
  }
  return form;
}

FormBody read_multipart(const Request& request) {
  FormBody form;
  for (MultipartPart& part : parse_multipart(request.body, request.header("content-type"), kMostFields)) {
    check_name(part.name);
    if (!part.file_name) {
      form.fields.try_emplace(std::move(part.name), part.content);
    } else if (!part.file_name->empty() || !part.content.empty()) {
      form.files.push_back({replace_invalid_utf8(*part.file_name), std::string(part.content)});
    }
  }
  return form;
}

}  // namespace

const std::string& FormBody::field(std::string_view name) const {
  static const std::string kNone;
  const auto found = fields.find(name);
  return found == fields.end() ? kNone : found->second;
}

bool is_form(const Request& request) {
  const std::string type = media_type_of(request.header("content-type"));
  return type == kUrlEncoded || type == kMultipart;
}

FormBody read_form(const Request& request) {
  const std::string type = media_type_of(request.header("content-type"));
  if (type == kMultipart) return read_multipart(request);
  if (type == kUrlEncoded) return read_urlencoded(request.body);
  throw BodyRefused(415, "Send the form as " + std::string(kMultipart) + " or " + std::string(kUrlEncoded) + ".");
}

}  // namespace pharos::http
