// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form_trouble.h"

#include <algorithm>

#include "http/page_forms.h"
#include "http/problem.h"
#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

constexpr std::size_t kKeyBytes = 16;
constexpr std::int64_t kMostSeconds = 90;  // longer waits are told in minutes
constexpr std::string_view kRequestKey = "request_key";
// What differs each time the same form is shown says nothing of what was asked.
constexpr std::string_view kFormToken = "form_token";

std::string when(const PageTexts& texts, std::int64_t seconds) {
  if (seconds <= 0) return {};
  const auto number = static_cast<std::size_t>(seconds);
  if (seconds <= kMostSeconds) return " " + texts.count("form_try_again_seconds", number);
  return " " + texts.count("form_try_again_minutes", (number + 59) / 60);
}

std::string sentence(const PageTexts& texts, const FieldOfForm& field, const std::string& value) {
  const bool empty = value.find_first_not_of(" \t\r\n") == std::string::npos;
  const std::string* missing = texts.find("fault_" + std::string(field.input) + "_missing");
  if (empty && missing != nullptr) return *missing;
  if (const std::string* wrong = texts.find("fault_" + std::string(field.input) + "_wrong")) return *wrong;
  if (field.most > 0 && count_points(value) > field.most) {
    return texts.text("fault_too_long", {{"limit", std::to_string(field.most)}});
  }
  return texts.raw("fault_unreadable");
}

std::string file_sentences(const PageTexts& texts, const FormBody& form, const desk::AttachmentStore& store) {
  const desk::AttachmentLimits& limits = store.limits();
  std::vector<std::string> said;
  if (form.files.size() > limits.count) {
    said.push_back(texts.text("fault_files_many", {{"limit", std::to_string(limits.count)}}));
  }
  for (const desk::Upload& file : form.files) {
    const std::string name = desk::harmless_file_name(file.file_name);
    if (file.bytes.size() > limits.bytes) {
      said.push_back(texts.text("fault_files_big", {{"name", name}, {"limit", megabytes(limits)}}));
    } else if (!store.faults({file}).empty()) {
      said.push_back(texts.text("fault_files_type", {{"name", name}}));
    }
  }
  std::string all;
  for (const std::string& one : said) all += (all.empty() ? "" : " ") + one;
  return all;
}

}  // namespace

Trouble trouble_of(const PageTexts& texts, const Error& error) {
  Trouble trouble{status_of(error.kind()), {}, error.retry_after()};
  switch (error.kind()) {
    case ErrorKind::kLimited:
      trouble.words = texts.raw("form_limited") + when(texts, error.retry_after());
      return trouble;
    case ErrorKind::kFull:
    case ErrorKind::kUnavailable:
      trouble.words = texts.raw("form_unavailable");
      return trouble;
    case ErrorKind::kReused:
      trouble.words = texts.raw("form_sent_before");
      return trouble;
    default:
      throw error;
  }
}

std::vector<FormFault> faults_of(const PageTexts& texts, const engine::InvalidFields& invalid,
                                 const std::vector<FieldOfForm>& fields, const FormBody& form,
                                 const desk::AttachmentStore& store) {
  std::vector<FormFault> faults;
  for (const FieldOfForm& field : fields) {
    const bool wrong = std::any_of(invalid.faults().begin(), invalid.faults().end(),
                                   [&](const engine::FieldFault& fault) { return fault.field == field.name; });
    std::string words;
    if (field.name == "attachments") {
      if (wrong) words = file_sentences(texts, form, store);
      if (!form.files.empty()) words += (words.empty() ? "" : " ") + texts.raw("fault_files_again");
    } else if (wrong) {
      words = sentence(texts, field, form.field(field.input));
    }
    if (!words.empty()) faults.push_back({std::string(field.input), words});
  }
  return faults;
}

desk::Idempotency idempotency_of(const FormBody& form) {
  std::string all;
  const auto add = [&](std::string_view name, std::string_view value) {
    for (const std::string_view text : {name, value}) {
      all += std::to_string(text.size()) + ":";
      all += text;
    }
  };
  for (const auto& [name, value] : form.fields) {
    if (name != kRequestKey && name != kFormToken) add(name, value);
  }
  for (const desk::Upload& file : form.files) add(file.file_name, sha256(file.bytes));
  const std::string& key = form.field(kRequestKey);
  const bool ours = key.size() == 2 * kKeyBytes && key.find_first_not_of("0123456789abcdef") == std::string::npos;
  return {ours ? "page-" + key : std::string(), sha256(all)};
}

std::string new_request_key() { return random_hex(kKeyBytes); }

void apply(const Trouble& trouble, Response& response) {
  response.status = trouble.status;
  say_when(response, trouble.retry_after);
}

}  // namespace pharos::http
