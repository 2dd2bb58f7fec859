// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/json_lines.h"

#include <algorithm>

#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::engine {

void for_each_json_line(const std::filesystem::path& file, const std::function<void(const Json&)>& use) {
  const std::string text = read_file(file);
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = std::string_view(text).substr(at, end - at);
    at = end + 1;
    ++line;
    if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      use(Json::parse(row, "the line"));
    } catch (const Error& error) {
      throw Error(ErrorKind::kInvalidArgument, file.string() + ":" + std::to_string(line) + ": " + error.what());
    }
  }
}

const std::string& required_text(const Json& row, std::string_view name) {
  if (!row[name].is_string()) {
    throw Error(ErrorKind::kInvalidArgument, "has no text member \"" + std::string(name) + "\"");
  }
  return row[name].string();
}

}  // namespace pharos::engine
