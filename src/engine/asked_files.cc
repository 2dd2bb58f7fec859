// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"
#include "pharos/engine/term_suggestions.h"

namespace pharos::engine {
namespace {

JudgedQuery query_of(const Json& row, const Language& language) {
  if (!row["text"].is_string()) throw Error(ErrorKind::kInvalidArgument, "has no text member \"text\"");
  JudgedQuery query{row["id"].string(), language, row["text"].string(), row["relevant"].strings()};
  if (row["lang"].is_string()) query.language = Language::require(row["lang"].string());
  return query;
}

}  // namespace

std::vector<JudgedQuery> read_asked_queries(const std::filesystem::path& file, const Language& language) {
  const std::string text = read_file(file);
  std::vector<JudgedQuery> queries;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view row = std::string_view(text).substr(at, end - at);
    at = end + 1;
    ++line;
    while (!row.empty() && (row.back() == '\r' || row.back() == ' ')) row.remove_suffix(1);
    const std::size_t begin = row.find_first_not_of(" \t");
    if (begin == std::string_view::npos) continue;
    row.remove_prefix(begin);
    if (row.front() != '{') {
      queries.push_back({std::to_string(line), language, std::string(row), {}});
      continue;
    }
    try {
      queries.push_back(query_of(Json::parse(row, "the line"), language));
    } catch (const Error& error) {
      throw Error(ErrorKind::kInvalidArgument, file.string() + ":" + std::to_string(line) + ": " + error.what());
    }
  }
  return queries;
}

}  // namespace pharos::engine
