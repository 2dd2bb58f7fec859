// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pharos::http {

/// What a template is filled with: a tree of texts, flags and lists. Only pages.cc knows the template library, so pages
/// are described with this. Names that a list's items leave unset are looked up further out by Mustache: items set all
/// that their template asks for. A value type.
class PageData {
 public:
  using List = std::vector<PageData>;
  using Value = std::variant<bool, std::string, List>;

  /// An empty text counts as absent: its section is not shown.
  PageData& set(std::string name, std::string text) {
    return put(std::move(name), text.empty() ? Value(false) : Value(std::move(text)));
  }
  PageData& set(std::string name, std::string_view text) { return set(std::move(name), std::string(text)); }
  PageData& set(std::string name, const char* text) { return set(std::move(name), std::string(text)); }
  PageData& set(std::string name, bool flag) { return put(std::move(name), flag); }
  PageData& set(std::string name, List list) { return put(std::move(name), std::move(list)); }
  /// A section that is shown once, with names of its own.
  PageData& set(std::string name, PageData section) {
    List once;
    once.push_back(std::move(section));
    return put(std::move(name), std::move(once));
  }

  const std::map<std::string, Value>& values() const { return values_; }

 private:
  PageData& put(std::string name, Value value) {
    values_.insert_or_assign(std::move(name), std::move(value));
    return *this;
  }

  std::map<std::string, Value> values_;
};

}  // namespace pharos::http
