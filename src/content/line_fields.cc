// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/line_fields.h"

#include <optional>
#include <string>
#include <utility>

#include "content/text_lines.h"

namespace pharos::content {
namespace {

bool is_key(std::string_view key) {
  if (key.empty()) return false;
  for (const char c : key) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && c != '_' && c != '-' && c != '.') return false;
  }
  return true;
}

// Cuts one value from the front: up to its closing quote, or up to a separator or comment where it has no quotes.
std::optional<std::string> take_scalar(std::string_view& rest, std::string_view ends) {
  rest = trim(rest);
  if (rest.empty()) return std::nullopt;
  const char quote = rest.front();
  std::string value;
  if (quote != '"' && quote != '\'') {
    std::size_t end = rest.find_first_of(ends);
    const std::size_t comment = rest.find(" #");
    end = std::min(end, comment);
    value = trim(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end);
    return value;
  }
  std::size_t i = 1;
  while (i < rest.size() && rest[i] != quote) {
    if (rest[i] == '\\' && quote == '"' && i + 1 < rest.size()) ++i;
    value.push_back(rest[i]);
    ++i;
  }
  if (i >= rest.size()) return std::nullopt;
  rest.remove_prefix(i + 1);
  return value;
}

bool is_end(std::string_view rest) {
  rest = trim(rest);
  return rest.empty() || rest.front() == '#';
}

DataNode text_node(std::string text, int line) {
  DataNode node;
  node.kind = DataNode::Kind::kText;
  node.text = std::move(text);
  node.line = line;
  return node;
}

std::optional<DataNode> read_value(std::string_view rest, int line) {
  rest = trim(rest);
  if (rest.empty()) return std::nullopt;
  if (rest.front() != '[') {
    std::optional<std::string> value = take_scalar(rest, "");
    if (!value || !is_end(rest)) return std::nullopt;
    return text_node(std::move(*value), line);
  }
  rest.remove_prefix(1);
  DataNode list;
  list.kind = DataNode::Kind::kList;
  list.line = line;
  for (;;) {
    rest = trim(rest);
    if (!rest.empty() && rest.front() == ']') break;
    std::optional<std::string> item = take_scalar(rest, ",]");
    rest = trim(rest);
    if (!item || rest.empty()) return std::nullopt;
    list.items.push_back(text_node(std::move(*item), line));
    if (rest.front() == ',') rest.remove_prefix(1);
  }
  return is_end(rest.substr(1)) ? std::optional<DataNode>(std::move(list)) : std::nullopt;
}

void put(DataNode& map, std::string_view dotted_key, DataNode value) {
  DataNode* at = &map;
  std::size_t dot = 0;
  while ((dot = dotted_key.find('.')) != std::string_view::npos) {
    const std::string name(dotted_key.substr(0, dot));
    dotted_key.remove_prefix(dot + 1);
    if (at->find(name) == nullptr) {
      DataNode inner;
      inner.kind = DataNode::Kind::kMap;
      inner.line = value.line;
      inner.name = name;
      at->members.push_back(std::move(inner));
    }
    for (DataNode& member : at->members) {
      if (member.name != name) continue;
      at = &member;
      break;
    }
  }
  value.name = dotted_key;
  at->members.push_back(std::move(value));
}

}  // namespace

LineFields read_line_fields(std::string_view text, int first_line, char separator) {
  LineFields fields;
  fields.data.kind = DataNode::Kind::kMap;
  fields.data.line = first_line;
  std::string prefix;
  for (int line = first_line; !text.empty(); ++line) {
    const std::string_view row = take_line(text);
    const std::string_view content = trim(row);
    if (content.empty() || content.front() == '#') continue;
    if (separator == '=' && content.front() == '[' && content.back() == ']') {
      const std::string_view table = trim(content.substr(1, content.size() - 2));
      if (is_key(table)) {
        prefix = std::string(table) + ".";
      } else {
        fields.strange_lines.push_back(line);
      }
      continue;
    }
    const std::size_t at = content.find(separator);
    const std::string_view key = at == std::string_view::npos ? std::string_view() : trim(content.substr(0, at));
    // An indented line belongs to something above it that we do not understand.
    const bool indented = separator == ':' && (row.front() == ' ' || row.front() == '\t');
    std::optional<DataNode> value;
    if (is_key(key) && !indented) value = read_value(content.substr(at + 1), line);
    if (value) {
      put(fields.data, prefix + std::string(key), std::move(*value));
    } else {
      fields.strange_lines.push_back(line);
    }
  }
  return fields;
}

}  // namespace pharos::content
