// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/row_checksum.h"

#include <bit>
#include <cstdint>

#include "pharos/base/digest.h"

namespace pharos::desk {
namespace {

// Lengths stand before texts, so that no two rows have the same bytes.
void append(std::string& bytes, char type, std::string_view text) {
  bytes += type;
  bytes += std::to_string(text.size());
  bytes += ':';
  bytes += text;
}

}  // namespace

std::string row_checksum(const std::vector<NamedValue>& columns) {
  std::string bytes;
  for (const NamedValue& column : columns) {
    if (std::holds_alternative<std::monostate>(column.value)) continue;
    append(bytes, 'n', column.name);
    if (const auto* integer = std::get_if<std::int64_t>(&column.value)) append(bytes, 'i', std::to_string(*integer));
    if (const auto* number = std::get_if<double>(&column.value)) {
      append(bytes, 'd', std::to_string(std::bit_cast<std::uint64_t>(*number)));
    }
    if (const auto* text = std::get_if<std::string>(&column.value)) append(bytes, 't', *text);
  }
  return sha256(bytes);
}

}  // namespace pharos::desk
