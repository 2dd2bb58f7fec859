// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/data_node.h"
#include "pharos/base/diagnostic.h"
#include "pharos/base/language.h"
#include "pharos/base/time.h"
#include "pharos/content/localized_text.h"

namespace pharos::content {

/// Turns nodes into values and every wrong one into a diagnostic that names the key, so that all faults of a file are
/// told at once. Each function gives the neutral value for a null node.
class FieldReader {
 public:
  /// The references must outlive the reader.
  FieldReader(const std::string& path, std::string_view rule, Diagnostics& diagnostics)
      : path_(path), rule_(rule), diagnostics_(diagnostics) {}

  std::optional<std::string> text(const DataNode& node, std::string_view key);
  std::optional<double> number(const DataNode& node, std::string_view key);
  std::optional<bool> flag(const DataNode& node, std::string_view key);
  std::optional<UtcTime> moment(const DataNode& node, std::string_view key);
  /// A list of texts; one text alone counts as a list of one, or is cut at `separator` where that is not 0.
  std::vector<std::string> texts(const DataNode& node, std::string_view key, char separator = 0);
  std::optional<Language> language(const DataNode& node, std::string_view key);
  std::vector<Language> languages(const DataNode& node, std::string_view key);
  LocalizedText localized(const DataNode& node, std::string_view key);

  /// A fault of any other kind.
  void fault(const DataNode& node, std::string message);
  /// "`key` should be `wanted`, but is ..."
  void wrong_type(const DataNode& node, std::string_view key, std::string_view wanted);

 private:
  const std::string& path_;
  std::string_view rule_;
  Diagnostics& diagnostics_;
};

/// Every text below `node` as "outer.inner" -> text; lists of texts are joined by ", ".
std::vector<std::pair<std::string, std::string>> flatten(const std::string& prefix, const DataNode& node);

}  // namespace pharos::content
