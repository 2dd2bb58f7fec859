// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pharos {

/// Writes one JSON document (RFC 8259) front to back, without a tree in memory. Not thread-safe; one writer a document.
/// Strings must be UTF-8; ill-formed bytes are written as U+FFFD, so the result is always valid JSON.
class JsonWriter {
 public:
  enum class Style { kCompact, kPretty };
  explicit JsonWriter(Style style = Style::kCompact);
  ~JsonWriter();
  JsonWriter(JsonWriter&&) noexcept;
  JsonWriter& operator=(JsonWriter&&) noexcept;

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(double number);  ///< not finite: written as null
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint64_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(unsigned number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& null();
  /// key() and value() in one.
  template <class T>
  JsonWriter& member(std::string_view name, const T& content) {
    return key(name).value(content);
  }
  /// A member that is an array of strings.
  JsonWriter& strings(std::string_view name, const std::vector<std::string>& texts);

  /// The document. REQUIRES: everything begun is ended. The writer is empty afterwards.
  std::string take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A parsed JSON document as an immutable value. Reading an absent member or another type gives the neutral value, so
/// that readers of files we wrote ourselves stay short; use is_*() where the difference matters. Thread-safe to read.
class Json {
 public:
  using Member = std::pair<std::string, Json>;

  Json() = default;  ///< null

  /// Throws Error{invalid_argument} with the byte offset for text that is not JSON, is not UTF-8, or nests deeper than
  /// 64. `what` names the document in the message.
  static Json parse(std::string_view text, std::string_view what = "JSON");

  bool is_null() const { return type_ == Type::kNull; }
  bool is_bool() const { return type_ == Type::kBool; }
  bool is_number() const { return type_ == Type::kNumber; }
  bool is_string() const { return type_ == Type::kString; }
  bool is_array() const { return type_ == Type::kArray; }
  bool is_object() const { return type_ == Type::kObject; }

  bool boolean() const { return number_ != 0 && type_ == Type::kBool; }
  double number() const { return type_ == Type::kNumber ? number_ : 0; }
  std::int64_t integer() const;                        ///< cut towards zero; the nearest one for what is beyond
  const std::string& string() const { return text_; }  ///< empty unless is_string()
  const std::vector<Json>& items() const { return items_; }
  const std::vector<Member>& members() const { return members_; }
  /// The first member of that name, or null.
  const Json& operator[](std::string_view name) const;
  bool contains(std::string_view name) const;
  /// All strings of an array; other items are left out.
  std::vector<std::string> strings() const;

 private:
  friend struct JsonBuilder;
  enum class Type { kNull, kBool, kNumber, kString, kArray, kObject };
  Type type_ = Type::kNull;
  double number_ = 0;
  std::string text_;
  std::vector<Json> items_;
  std::vector<Member> members_;
};

}  // namespace pharos
