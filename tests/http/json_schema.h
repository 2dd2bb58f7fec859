// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "pharos/base/json.h"

// The part of JSON Schema (2020-12) that site/openapi.json uses, enough to hold real answers to it.
namespace pharos::http_test {

class SchemaCheck {
 public:
  /// `document` holds what "#/..." references name; it must outlive the check.
  explicit SchemaCheck(const Json& document) : document_(document) {}

  /// All violations, one line each with the place in the value; empty when it conforms.
  std::vector<std::string> violations(const Json& value, const Json& schema) {
    found_.clear();
    check(value, schema, "$");
    return found_;
  }

  /// What a "#/components/..." reference names; null when there is nothing.
  const Json& resolve(const std::string& reference) const {
    const Json* at = &document_;
    std::size_t begin = reference.find('/') + 1;
    while (begin != 0 && begin <= reference.size()) {
      const std::size_t end = std::min(reference.find('/', begin), reference.size());
      at = &(*at)[reference.substr(begin, end - begin)];
      begin = end + 1;
    }
    return *at;
  }

 private:
  // Keywords that say nothing about validity.
  static bool annotation(const std::string& keyword) {
    return keyword == "description" || keyword == "example" || keyword == "examples" || keyword == "title" ||
           keyword == "default" || keyword == "format" || keyword == "contentMediaType";
  }

  static bool is_a(const Json& value, const std::string& type) {
    if (type == "integer") return value.is_number() && value.number() == static_cast<double>(value.integer());
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "number" && value.is_number()) ||
           (type == "boolean" && value.is_bool()) || (type == "null" && value.is_null());
  }

  void fail(const std::string& place, const std::string& what) { found_.push_back(place + ": " + what); }

  void check(const Json& value, const Json& schema, const std::string& place) {
    for (const auto& [keyword, content] : schema.members()) {
      if (annotation(keyword)) continue;
      if (keyword == "$ref") {
        const Json& target = resolve(content.string());
        if (target.is_null()) fail(place, content.string() + " names nothing");
        check(value, target, place);
      } else if (keyword == "type") {
        check_type(value, content, place);
      } else if (keyword == "enum") {
        const auto allowed = content.strings();
        if (std::find(allowed.begin(), allowed.end(), value.string()) == allowed.end()) {
          fail(place, "'" + value.string() + "' is none of the enumerated");
        }
      } else if (keyword == "required") {
        for (const std::string& name : content.strings()) {
          if (value.is_object() && !value.contains(name)) fail(place, "lacks " + name);
        }
      } else if (keyword == "properties") {
        for (const auto& [name, inner] : content.members()) {
          if (value.contains(name)) check(value[name], inner, place + "." + name);
        }
      } else if (keyword == "additionalProperties") {
        for (const auto& member : value.members()) {
          if (!schema["properties"].contains(member.first)) fail(place, "has the undocumented member " + member.first);
        }
      } else if (keyword == "items") {
        for (std::size_t i = 0; i < value.items().size(); ++i) {
          check(value.items()[i], content, place + "[" + std::to_string(i) + "]");
        }
      } else if (keyword == "minimum" || keyword == "maximum") {
        const bool below = value.number() < content.number();
        const bool above = value.number() > content.number();
        if (value.is_number() && (keyword == "minimum" ? below : above)) fail(place, "is beyond its " + keyword);
      } else {
        fail(place, "the schema uses '" + keyword + "', which this check does not know");
      }
    }
  }

  void check_type(const Json& value, const Json& type, const std::string& place) {
    if (type.is_string() && is_a(value, type.string())) return;
    for (const std::string& one : type.strings()) {
      if (is_a(value, one)) return;
    }
    fail(place, "is not of the documented type");
  }

  const Json& document_;
  std::vector<std::string> found_;
};

}  // namespace pharos::http_test
