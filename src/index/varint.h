// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pharos/base/error.h"

// Numbers as seven bits a byte, lowest first, the last byte below 128 (the way of LevelDB and Protocol Buffers).
namespace pharos::index {

inline void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>((value & 0x7F) | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

/// Reads one after the other. Throws Error{corrupt} where the bytes end too soon.
class VarintReader {
 public:
  explicit VarintReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint32_t next() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      if (at_ == end_) break;
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return static_cast<std::uint32_t>(value);
    }
    throw Error(ErrorKind::kCorrupt, "a list of numbers of the index is not readable");
  }
  std::string_view bytes(std::size_t count) {
    if (static_cast<std::size_t>(end_ - at_) < count) {
      throw Error(ErrorKind::kCorrupt, "a text of the index is not readable");
    }
    const std::string_view text(at_, count);
    at_ += count;
    return text;
  }
  bool done() const { return at_ == end_; }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace pharos::index
