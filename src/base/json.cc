// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>

#include <cmath>
#include <limits>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos {

namespace {
using Buffer = rapidjson::StringBuffer;
using PrettyWriter = rapidjson::PrettyWriter<Buffer>;

constexpr std::size_t kMaxDepth = 64;
}  // namespace

struct JsonWriter::Impl {
  explicit Impl(Style style) : writer(buffer) {
    // One writer type for both styles: a pretty writer without line breaks differs from a plain one by spaces alone.
    writer.SetIndent(' ', 2);
    compact = style == Style::kCompact;
  }
  Buffer buffer;
  PrettyWriter writer;
  rapidjson::Writer<Buffer> plain{buffer};
  bool compact = true;

  template <class F>
  void write(F&& call) {
    if (compact) {
      call(plain);
    } else {
      call(writer);
    }
  }
};

JsonWriter::JsonWriter(Style style) : impl_(std::make_unique<Impl>(style)) {}
JsonWriter::~JsonWriter() = default;
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;
JsonWriter& JsonWriter::operator=(JsonWriter&&) noexcept = default;

JsonWriter& JsonWriter::begin_object() {
  impl_->write([](auto& w) { w.StartObject(); });
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  impl_->write([](auto& w) { w.EndObject(); });
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  impl_->write([](auto& w) { w.StartArray(); });
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  impl_->write([](auto& w) { w.EndArray(); });
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  impl_->write([&](auto& w) { w.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); });
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  const auto put = [&](std::string_view valid) {
    impl_->write([&](auto& w) { w.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size())); });
  };
  if (first_invalid_utf8(text)) {
    put(replace_invalid_utf8(text));
  } else {
    put(text);
  }
  return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
  impl_->write([&](auto& w) { w.Bool(flag); });
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  impl_->write([&](auto& w) { w.Double(number); });
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  impl_->write([&](auto& w) { w.Int64(number); });
  return *this;
}

JsonWriter& JsonWriter::null() {
  impl_->write([](auto& w) { w.Null(); });
  return *this;
}

JsonWriter& JsonWriter::strings(std::string_view name, const std::vector<std::string>& texts) {
  key(name).begin_array();
  for (const std::string& text : texts) value(text);
  return end_array();
}

std::string JsonWriter::take() {
  std::string text(impl_->buffer.GetString(), impl_->buffer.GetSize());
  const Style style = impl_->compact ? Style::kCompact : Style::kPretty;
  impl_ = std::make_unique<Impl>(style);
  return text;
}

/// Builds a Json from the reader's events, with a stack of its own instead of recursion.
struct JsonBuilder : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonBuilder> {
  Json root;
  std::vector<Json> open;            // arrays and objects begun and not ended
  std::vector<std::string> keys{1};  // the key that waits for its value, one for each level
  bool too_deep = false;

  bool add(Json value) {
    if (open.empty()) {
      root = std::move(value);
    } else if (open.back().type_ == Json::Type::kArray) {
      open.back().items_.push_back(std::move(value));
    } else {
      open.back().members_.emplace_back(std::move(keys.back()), std::move(value));
    }
    return true;
  }
  bool begin(Json::Type type) {
    if (open.size() >= kMaxDepth) {
      too_deep = true;
      return false;
    }
    open.emplace_back().type_ = type;
    keys.emplace_back();
    return true;
  }
  bool end() {
    Json value = std::move(open.back());
    open.pop_back();
    keys.pop_back();
    return add(std::move(value));
  }
  static Json of_number(double number) {
    Json value;
    value.type_ = Json::Type::kNumber;
    value.number_ = number;
    return value;
  }

  bool Null() { return add(Json()); }
  bool Bool(bool flag) {
    Json value;
    value.type_ = Json::Type::kBool;
    value.number_ = flag ? 1 : 0;
    return add(std::move(value));
  }
  bool Int(int number) { return add(of_number(number)); }
  bool Uint(unsigned number) { return add(of_number(number)); }
  bool Int64(std::int64_t number) { return add(of_number(static_cast<double>(number))); }
  bool Uint64(std::uint64_t number) { return add(of_number(static_cast<double>(number))); }
  bool Double(double number) { return add(of_number(number)); }
  // The reader lets an escaped half of a surrogate pair through, which no UTF-8 can hold.
  static bool well_formed(const char* text, rapidjson::SizeType size) {
    return !first_invalid_utf8(std::string_view(text, size));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (!well_formed(text, size)) return false;
    Json value;
    value.type_ = Json::Type::kString;
    value.text_.assign(text, size);
    return add(std::move(value));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (!well_formed(text, size)) return false;
    keys.back().assign(text, size);
    return true;
  }
  bool StartObject() { return begin(Json::Type::kObject); }
  bool EndObject(rapidjson::SizeType) { return end(); }
  bool StartArray() { return begin(Json::Type::kArray); }
  bool EndArray(rapidjson::SizeType) { return end(); }
};

Json Json::parse(std::string_view text, std::string_view what) {
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> input(stream);
  rapidjson::Reader reader;
  JsonBuilder builder;
  // Iterative: nesting must not use our stack. Never full precision: its bignum path crashes on long numbers.
  const auto result =
      reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(input, builder);
  if (builder.too_deep) {
    throw Error(ErrorKind::kInvalidArgument,
                std::string(what) + ": nests deeper than " + std::to_string(kMaxDepth) + " levels");
  }
  // The reader takes a zero byte for the end of the text.
  const std::size_t stopped = result.IsError() ? result.Offset() : input.Tell();
  if (result.IsError() || stopped < text.size()) {
    throw Error(ErrorKind::kInvalidArgument,
                std::string(what) + ": is not valid JSON at byte " + std::to_string(stopped));
  }
  return std::move(builder.root);
}

std::int64_t Json::integer() const {
  constexpr double kBeyond = 9223372036854775808.0;  // the first double that is no std::int64_t
  if (number() >= kBeyond) return std::numeric_limits<std::int64_t>::max();
  if (number() < -kBeyond) return std::numeric_limits<std::int64_t>::min();
  return static_cast<std::int64_t>(number());
}

const Json& Json::operator[](std::string_view name) const {
  static const Json null;
  for (const Member& member : members_) {
    if (member.first == name) return member.second;
  }
  return null;
}

bool Json::contains(std::string_view name) const {
  for (const Member& member : members_) {
    if (member.first == name) return true;
  }
  return false;
}

std::vector<std::string> Json::strings() const {
  std::vector<std::string> texts;
  for (const Json& item : items_) {
    if (item.is_string()) texts.push_back(item.text_);
  }
  return texts;
}

}  // namespace pharos
