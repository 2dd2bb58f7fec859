// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/field_reader.h"

#include <charconv>
#include <cmath>

#include "content/report.h"
#include "content/text_lines.h"

namespace pharos::content {
namespace {

struct FlagWord {
  std::string_view word;
  bool value;
};
constexpr FlagWord kFlagWords[] = {{"true", true},   {"yes", true}, {"on", true},
                                   {"false", false}, {"no", false}, {"off", false}};

std::string shown(const DataNode& node) {
  if (!node.is_text()) return std::string(describe(node.kind));
  const std::string_view text = node.text;
  return "\"" + std::string(text.size() > 60 ? std::string_view("...") : text) + "\"";
}

}  // namespace

void FieldReader::fault(const DataNode& node, std::string message) {
  report(diagnostics_, rule_, path_, node.line, std::move(message));
}

void FieldReader::wrong_type(const DataNode& node, std::string_view key, std::string_view wanted) {
  fault(node, std::string(key) + " should be " + std::string(wanted) + ", but is " + shown(node));
}

std::optional<std::string> FieldReader::text(const DataNode& node, std::string_view key) {
  if (node.is_null()) return std::nullopt;
  if (!node.is_text()) {
    wrong_type(node, key, "a text");
    return std::nullopt;
  }
  return std::string(trim(node.text));
}

std::optional<double> FieldReader::number(const DataNode& node, std::string_view key) {
  if (node.is_null()) return std::nullopt;
  if (node.is_text()) {
    const std::string_view digits = trim(node.text);
    double value = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (status == std::errc() && end == digits.data() + digits.size() && std::isfinite(value)) return value;
  }
  wrong_type(node, key, "a number");
  return std::nullopt;
}

std::optional<bool> FieldReader::flag(const DataNode& node, std::string_view key) {
  if (node.is_null()) return std::nullopt;
  if (node.is_text()) {
    const std::string word = ascii_lower(trim(node.text));
    for (const FlagWord& row : kFlagWords) {
      if (word == row.word) return row.value;
    }
  }
  wrong_type(node, key, "true or false");
  return std::nullopt;
}

std::optional<UtcTime> FieldReader::moment(const DataNode& node, std::string_view key) {
  if (node.is_null()) return std::nullopt;
  if (node.is_text()) {
    if (const std::optional<UtcTime> time = parse_time(trim(node.text))) return time;
  }
  wrong_type(node, key, "a date such as 2026-11-22 or 2026-11-22T10:00:00Z");
  return std::nullopt;
}

std::vector<std::string> FieldReader::texts(const DataNode& node, std::string_view key, char separator) {
  if (node.is_null()) return {};
  if (node.is_text()) {
    if (separator != 0) return split_list(node.text, separator);
    return trim(node.text).empty() ? std::vector<std::string>()
                                   : std::vector<std::string>{std::string(trim(node.text))};
  }
  std::vector<std::string> result;
  if (!node.is_list()) {
    wrong_type(node, key, "a list of texts");
    return result;
  }
  for (const DataNode& item : node.items) {
    std::optional<std::string> entry = text(item, "an entry of " + std::string(key));
    if (entry && !entry->empty()) result.push_back(std::move(*entry));
  }
  return result;
}

std::optional<Language> FieldReader::language(const DataNode& node, std::string_view key) {
  const std::optional<std::string> tag = text(node, key);
  if (!tag) return std::nullopt;
  std::optional<Language> language = Language::parse(*tag);
  if (!language) wrong_type(node, key, "a language tag such as en, pt-BR or zh-Hans");
  return language;
}

std::vector<Language> FieldReader::languages(const DataNode& node, std::string_view key) {
  std::vector<Language> result;
  if (node.is_list()) {
    for (const DataNode& item : node.items) {
      if (std::optional<Language> one = language(item, key)) result.push_back(std::move(*one));
    }
  } else if (std::optional<Language> one = language(node, key)) {
    result.push_back(std::move(*one));
  }
  return result;
}

LocalizedText FieldReader::localized(const DataNode& node, std::string_view key) {
  LocalizedText result;
  if (node.is_map()) {
    for (const DataNode& member : node.members) {
      std::optional<std::string> words = text(member, std::string(key) + "." + member.name);
      if (!words) continue;
      if (std::optional<Language> language = Language::parse(member.name)) {
        result.set(*language, std::move(*words));
      } else {
        fault(member, std::string(key) + " is given for \"" + member.name +
                          "\", which is no language tag: write en, pt-BR, zh-Hans...");
      }
    }
  } else if (std::optional<std::string> words = text(node, key)) {
    result.set_for_all(std::move(*words));
  }
  return result;
}

std::vector<std::pair<std::string, std::string>> flatten(const std::string& prefix, const DataNode& node) {
  std::vector<std::pair<std::string, std::string>> result;
  if (node.is_text()) result.emplace_back(prefix, node.text);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (node.items[i].is_text()) {
      texts.push_back(node.items[i].text);
      continue;
    }
    for (auto& leaf : flatten(prefix + "." + std::to_string(i), node.items[i])) result.push_back(std::move(leaf));
  }
  if (!texts.empty()) result.emplace_back(prefix, join(texts, ", "));
  for (const DataNode& member : node.members) {
    for (auto& leaf : flatten(prefix + "." + member.name, member)) result.push_back(std::move(leaf));
  }
  return result;
}

}  // namespace pharos::content
