// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/files.h"
#include "pharos/content/library.h"
#include "pharos/content/linter.h"

namespace pharos::content {

/// A content folder for one test: files in, library out.
class TreeBuilder {
 public:
  /// Writes a file, with the folders above it.
  TreeBuilder& file(const std::string& path, std::string_view text) {
    const std::filesystem::path target = folder_.path() / path;
    std::filesystem::create_directories(target.parent_path());
    write_file_synced(target, text);
    return *this;
  }
  /// A page with a title and a sentence.
  TreeBuilder& page(const std::string& path, const std::string& title, const std::string& body = "Text.\n") {
    return file(path, "---\ntitle: " + title + "\n---\n" + body);
  }
  /// Settings of ours with these languages, the first one is the default.
  TreeBuilder& settings(const std::vector<std::string>& tags, const std::string& more = "") {
    std::string yaml = "languages:\n";
    for (const std::string& tag : tags) yaml += "  - " + tag + "\n";
    return file("pharos.yml", yaml + more);
  }

  const std::filesystem::path& path() const { return folder_.path(); }
  Library read(ReadOptions options = {}) const {
    if (options.now == UtcTime{}) options.now = *parse_time("2026-11-22");
    return read_library(folder_.path(), options);
  }

 private:
  TemporaryFolder folder_;
};

inline Language lang(std::string_view tag) { return Language::require(tag); }

/// REQUIRES: the article is there.
inline const Article& article(const Library& library, std::string_view key, std::string_view tag = "en") {
  const Article* found = library.find(ArticleKey::require(key), lang(tag));
  if (found == nullptr) throw std::runtime_error("no article " + std::string(key) + " in " + std::string(tag));
  return *found;
}

inline bool has_article(const Library& library, std::string_view key, std::string_view tag = "en") {
  return library.find(ArticleKey::require(key), lang(tag)) != nullptr;
}

/// "path:line rule" of every diagnostic of a rule, or of all.
inline std::vector<std::string> found(const Diagnostics& diagnostics, std::string_view rule = "") {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics) {
    if (rule.empty() || d.rule == rule) lines.push_back(d.path + ":" + std::to_string(d.line) + " " + d.rule);
  }
  return lines;
}

inline bool mentions(const Diagnostics& diagnostics, std::string_view rule, std::string_view words) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& d) { return d.rule == rule && d.message.find(words) != std::string::npos; });
}

inline std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " | ") + part;
  return text;
}

inline std::string tags(const std::vector<Language>& languages) {
  std::string text;
  for (const Language& language : languages) text += (text.empty() ? "" : " ") + language.tag();
  return text;
}

}  // namespace pharos::content
