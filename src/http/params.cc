// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/params.h"

#include <algorithm>
#include <charconv>

#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

constexpr std::size_t kQuotedBytes = 40;

// What was sent, short and printable, for messages.
std::string printable(std::string_view value) {
  std::string text = replace_invalid_utf8(cut_at_point(value, kQuotedBytes));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return "'" + text + (value.size() > kQuotedBytes ? "...'" : "'");
}

bool forbidden(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

std::string configured(const engine::HelpCenter& help_center) {
  std::string list;
  for (const engine::LanguageView& view : help_center.languages()) {
    list += (list.empty() ? "" : ", ") + view.language.tag();
  }
  return list;
}

}  // namespace

std::optional<std::string> Parameters::text(std::string_view name) {
  auto value = request_.parameter(name);
  if (!value) return std::nullopt;
  if (const auto offset = first_invalid_utf8(*value)) {
    fault(name, std::string(name) + " is not UTF-8 at byte " + std::to_string(*offset) +
                    ": percent-encode the text's UTF-8 bytes.");
    return std::nullopt;
  }
  if (std::any_of(value->begin(), value->end(), forbidden)) {
    fault(name, std::string(name) + " holds control characters: leave them out.");
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> Parameters::required_text(std::string_view name) {
  if (request_.parameter(name)) return text(name);
  fault(name, std::string(name) + " is missing: add ?" + std::string(name) + "=...");
  return std::nullopt;
}

std::size_t Parameters::number(std::string_view name, std::size_t fallback, std::size_t least, std::size_t most) {
  const auto value = request_.parameter(name);
  if (!value) return fallback;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  if (error != std::errc() || end != value->data() + value->size() || number < least || number > most) {
    fault(name, std::string(name) + " is " + printable(*value) + ": give a whole number from " + std::to_string(least) +
                    " to " + std::to_string(most) + ".");
    return fallback;
  }
  return number;
}

bool Parameters::flag(std::string_view name, bool fallback) {
  const auto value = request_.parameter(name);
  if (!value) return fallback;
  if (*value != "true" && *value != "false") {
    fault(name, std::string(name) + " is " + printable(*value) + ": give true or false.");
    return fallback;
  }
  return *value == "true";
}

Language Parameters::language(const engine::HelpCenter& help_center) {
  const auto tag = request_.parameter("lang");
  if (!tag) return negotiated_language(help_center, request_);
  if (auto found = help_center.language(*tag)) return *std::move(found);
  fault("lang", "lang is " + printable(*tag) + ", which is no language of this site: use one of " +
                    configured(help_center) + ".");
  return help_center.default_language();
}

std::optional<ArticleKey> Parameters::key(const PathParameters& parts) {
  const auto part = parts.find("key");
  const std::string_view text = part == parts.end() ? std::string_view() : std::string_view(part->second);
  auto key = ArticleKey::parse(text);
  if (!key) fault("key", "key is " + printable(text) + ": write it like deposits/wrong-network.");
  return key;
}

void Parameters::fault(std::string_view parameter, std::string message) {
  faults_.push_back({std::string(parameter), std::move(message)});
}

std::optional<Response> Parameters::problem() const {
  if (faults_.empty()) return std::nullopt;
  return parameter_problem(faults_, request_.path);
}

Language negotiated_language(const engine::HelpCenter& help_center, const Request& request) {
  std::vector<Language> available;
  for (const engine::LanguageView& view : help_center.languages()) available.push_back(view.language);
  return negotiate(request.header("accept-language"), available).value_or(help_center.default_language());
}

}  // namespace pharos::http
