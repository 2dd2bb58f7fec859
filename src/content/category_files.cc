// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/category_files.h"

#include "content/field_reader.h"
#include "content/front_matter.h"
#include "content/page_names.h"
#include "content/report.h"
#include "pharos/base/error.h"
#include "pharos/base/json.h"

namespace pharos::content {
namespace {

constexpr std::string_view kNames[] = {"_category_.json", "_category_.yml", "_category_.yaml"};
constexpr std::string_view kCategoryMark = ".category.";
constexpr std::string_view kDescriptionMark = ".link.generated-index.description";

// Nothing, and a diagnostic, when it is no JSON.
std::optional<Json> parse_json(std::string_view text, const std::string& path, Diagnostics& diagnostics) {
  try {
    return Json::parse(text, "the file");
  } catch (const Error& error) {
    report(diagnostics, "category-file", path, 0, std::string(error.what()) + ": mend its JSON");
    return std::nullopt;
  }
}

}  // namespace

bool is_category_file(std::string_view path) {
  for (const std::string_view name : kNames) {
    if (name_of(path) == name) return true;
  }
  return false;
}

CategoryFile read_category_file(std::string_view text, const std::string& path, Diagnostics& diagnostics) {
  CategoryFile file;
  if (path.ends_with(".json")) {
    const std::optional<Json> json = parse_json(text, path, diagnostics);
    if (!json) return file;
    file.key = (*json)["key"].string();
    file.label = (*json)["label"].string();
    file.description = (*json)["link"]["description"].string();
    if ((*json)["position"].is_number()) file.position = (*json)["position"].number();
    return file;
  }
  const DataNode data = read_yaml(text, path, 1, "category-file", diagnostics);
  FieldReader reader(path, "category-file", diagnostics);
  if (const DataNode* key = data.find("key")) file.key = reader.text(*key, "key").value_or("");
  if (const DataNode* label = data.find("label")) file.label = reader.text(*label, "label").value_or("");
  if (const DataNode* position = data.find("position")) file.position = reader.number(*position, "position");
  if (const DataNode* words = data.find("link.description")) {
    file.description = reader.text(*words, "link.description").value_or("");
  }
  return file;
}

CategoryMessages read_category_messages(std::string_view json, const std::string& path, Diagnostics& diagnostics) {
  CategoryMessages messages;
  const std::optional<Json> parsed = parse_json(json, path, diagnostics);
  if (!parsed) return messages;
  for (const Json::Member& member : parsed->members()) {
    std::string_view name = member.first;
    const std::size_t mark = name.find(kCategoryMark);
    if (!name.starts_with("sidebar.") || mark == std::string_view::npos) continue;
    name.remove_prefix(mark + kCategoryMark.size());
    const std::string& message = member.second["message"].string();
    if (message.empty()) continue;
    if (name.ends_with(kDescriptionMark)) {
      name.remove_suffix(kDescriptionMark.size());
      messages.descriptions.emplace(name, message);
    } else {
      messages.labels.emplace(name, message);
    }
  }
  return messages;
}

}  // namespace pharos::content
