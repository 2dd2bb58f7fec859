// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/data_node.h"

namespace pharos::content {

const DataNode* DataNode::find(std::string_view dotted_path) const {
  const DataNode* node = this;
  while (!dotted_path.empty()) {
    const std::size_t dot = dotted_path.find('.');
    const std::string_view key = dotted_path.substr(0, dot);
    dotted_path.remove_prefix(dot == std::string_view::npos ? dotted_path.size() : dot + 1);
    const DataNode* next = nullptr;
    for (const DataNode& member : node->members) {
      if (member.name == key) {
        next = &member;
        break;
      }
    }
    if (next == nullptr) return nullptr;
    node = next;
  }
  return node;
}

std::string_view describe(DataNode::Kind kind) {
  switch (kind) {
    case DataNode::Kind::kText:
      return "a text";
    case DataNode::Kind::kList:
      return "a list";
    case DataNode::Kind::kMap:
      return "a map";
    case DataNode::Kind::kNull:
      break;
  }
  return "nothing";
}

}  // namespace pharos::content
