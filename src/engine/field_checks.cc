// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/field_checks.h"

#include <algorithm>

#include "pharos/base/utf8.h"

namespace pharos::engine {
namespace {

constexpr std::size_t kMostIdBytes = 64;

bool forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
}

/// Whether nothing of it is seen: blanks of any script, and what steers letters without being one.
bool shows_nothing(std::string_view text) {
  struct Range {
    char32_t first, last;
  };
  constexpr Range kUnseen[] = {{0, 0x20},        {0x7F, 0xA0},     {0xAD, 0xAD},     {0x034F, 0x034F},
                               {0x061C, 0x061C}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5},
                               {0x180B, 0x180F}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
                               {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xFE00, 0xFE0F},
                               {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xE0000, 0xE0FFF}};
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint decoded = decode_utf8(text, at);
    const bool unseen = std::any_of(std::begin(kUnseen), std::end(kUnseen), [&](const Range& range) {
      return range.first <= decoded.point && decoded.point <= range.last;
    });
    if (!unseen) return false;
    at += decoded.bytes;
  }
  return true;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kSpace) - begin + 1));
}

// Browsers send CR LF, other programs what they like.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

std::string first_message(const std::vector<FieldFault>& faults) {
  std::string all;
  for (const FieldFault& fault : faults) all += (all.empty() ? "" : " ") + fault.message;
  return all;
}

}  // namespace

InvalidFields::InvalidFields(std::vector<FieldFault> faults)
    : Error(ErrorKind::kInvalidArgument, first_message(faults), faults.empty() ? std::string() : faults.front().field),
      faults_(std::move(faults)) {}

std::string FieldChecks::text(std::string_view field, const std::string& value, std::size_t most) {
  const std::string name(field);
  if (const auto offset = first_invalid_utf8(value)) {
    fault(field, name + " is not UTF-8 at byte " + std::to_string(*offset) + ": send the text's UTF-8 bytes.");
    return {};
  }
  std::string text = trimmed(with_line_feeds(value));
  if (std::any_of(text.begin(), text.end(), forbidden)) {
    fault(field, name + " holds control characters: leave them out.");
    return {};
  }
  // A byte count first: counting characters of something huge is work for nobody.
  const std::size_t characters = text.size() > 4 * most ? text.size() : count_points(text);
  if (characters > most) {
    fault(field, name + " is longer than " + std::to_string(most) + " characters: shorten it.");
    return {};
  }
  if (shows_nothing(text)) return {};
  return text;
}

std::string FieldChecks::line(std::string_view field, const std::string& value, std::size_t most) {
  std::string line = text(field, value, most);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

std::string FieldChecks::required_text(std::string_view field, const std::string& value, std::size_t most) {
  const std::size_t before = faults_.size();
  std::string checked = text(field, value, most);
  if (shows_nothing(checked) && faults_.size() == before) fault(field, std::string(field) + " is empty: fill it in.");
  return checked;
}

std::string FieldChecks::email(std::string_view field, const std::string& value, std::size_t most) {
  const std::size_t before = faults_.size();
  std::string address = required_text(field, value, most);
  if (faults_.size() != before) return {};
  const std::size_t at = address.rfind('@');
  const std::string_view domain =
      at == std::string::npos ? std::string_view() : std::string_view(address).substr(at + 1);
  const std::string_view local = std::string_view(address).substr(0, at == std::string::npos ? 0 : at);
  const bool spaced = address.find_first_of(" \t\n<>,;:\"()[]\\") != std::string::npos;
  const std::size_t dot = domain.rfind('.');
  const bool whole = !local.empty() && local.find('@') == std::string_view::npos && dot != std::string_view::npos &&
                     dot != 0 && dot + 1 != domain.size() && domain.find("..") == std::string_view::npos;
  if (address.size() > most || spaced || !whole) {
    fault(field, std::string(field) + " is no e-mail address: write one such as name@example.com.");
    return {};
  }
  return address;
}

std::string FieldChecks::id(const std::string& value) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return value.size() <= kMostIdBytes && std::all_of(value.begin(), value.end(), allowed) ? value : std::string();
}

void FieldChecks::fault(std::string_view field, std::string message) {
  const auto known = faults_.begin() + static_cast<std::ptrdiff_t>(already_);
  if (std::any_of(faults_.begin(), known, [&](const FieldFault& told) { return told.field == field; })) return;
  faults_.push_back({std::string(field), std::move(message)});
}

void FieldChecks::done() const {
  if (!faults_.empty()) throw InvalidFields(faults_);
}

}  // namespace pharos::engine
