// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pharos::content {

/// Structured text (front matter, settings) as a tree that does not depend on the language it was written in. A value
/// type; thread-safe to read.
struct DataNode {
  enum class Kind { kNull, kText, kList, kMap };

  Kind kind = Kind::kNull;
  std::string name;  ///< its key, when it is the member of a map
  int line = 0;      ///< in its file, 1-based
  std::string text;  ///< of kText: numbers, dates and flags as they were written
  std::vector<DataNode> items;
  std::vector<DataNode> members;

  bool is_null() const { return kind == Kind::kNull; }
  bool is_text() const { return kind == Kind::kText; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_map() const { return kind == Kind::kMap; }

  /// The member that a path such as "last_update.date" leads to, or null.
  const DataNode* find(std::string_view dotted_path) const;
};

/// "a text", "a list", "a map" or "nothing", for messages.
std::string_view describe(DataNode::Kind kind);

}  // namespace pharos::content
