// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/page_names.h"

#include <vector>

#include "content/text_lines.h"

namespace pharos::content {
namespace {

constexpr std::string_view kEndings[] = {".md", ".mdx", ".markdown"};

}  // namespace

bool is_markdown(std::string_view path) { return stem(path).size() != path.size(); }

std::string_view stem(std::string_view path) {
  const std::string_view name = name_of(path);
  for (const std::string_view ending : kEndings) {
    if (name.size() > ending.size() && name.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  }
  return path;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string join_path(std::string_view folder, std::string_view path) {
  std::string joined(folder);
  if (!folder.empty() && !path.empty()) joined += '/';
  joined += path;
  return joined;
}

std::optional<std::string_view> below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return path;
  if (!path.starts_with(folder)) return std::nullopt;
  path.remove_prefix(folder.size());
  if (path.empty()) return path;
  if (path.front() != '/') return std::nullopt;
  return path.substr(1);
}

std::optional<std::string> normalized(std::string_view path) {
  std::vector<std::string_view> kept;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    if (segment.empty() || segment == ".") continue;
    if (segment != "..") {
      kept.push_back(segment);
    } else if (kept.empty()) {
      return std::nullopt;
    } else {
      kept.pop_back();
    }
  }
  std::string result;
  for (const std::string_view segment : kept) {
    if (!result.empty()) result += '/';
    result += segment;
  }
  return result;
}

bool is_folder_page(std::string_view relative_path) {
  const std::string name = ascii_lower(name_of(stem(relative_path)));
  return name == "readme" || name == "index";
}

bool is_category_page(std::string_view relative_path) { return name_of(stem(relative_path)) == "_index"; }

bool is_partial(std::string_view relative_path) {
  if (is_category_page(relative_path)) relative_path = folder_of(relative_path);
  return relative_path.starts_with("_") || relative_path.find("/_") != std::string_view::npos;
}

}  // namespace pharos::content
