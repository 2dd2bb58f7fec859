// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/checked_codes.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "pharos/base/digest.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kMostCharacters = 128;

std::string_view alphabet_of(Base58 alphabet) {
  return alphabet == Base58::kBitcoin ? "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
                                      : "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
}

std::string raw_sha256(std::string_view bytes) {
  const std::string hex = sha256(bytes);
  const auto nibble = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string raw;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    raw += static_cast<char>(nibble(hex[i]) << 4 | nibble(hex[i + 1]));
  return raw;
}

std::uint32_t bech32_step(std::uint32_t sum, std::uint32_t value) {
  constexpr std::uint32_t kGenerator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
  const std::uint32_t top = sum >> 25;
  sum = (sum & 0x1ffffff) << 5 ^ value;
  for (unsigned i = 0; i < 5; ++i) {
    if (top >> i & 1) sum ^= kGenerator[i];
  }
  return sum;
}

}  // namespace

std::optional<std::string> from_base58(std::string_view text, Base58 alphabet) {
  if (text.size() > kMostCharacters) return std::nullopt;
  const std::string_view digits = alphabet_of(alphabet);
  std::vector<std::uint8_t> bytes;  // the last first
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    std::uint32_t carry = static_cast<std::uint32_t>(digit);
    for (std::uint8_t& byte : bytes) {
      carry += 58U * byte;
      byte = static_cast<std::uint8_t>(carry & 255);
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push_back(static_cast<std::uint8_t>(carry & 255));
  }
  const std::size_t zeros = std::min(text.find_first_not_of(digits.front()), text.size());
  std::string out(zeros, '\0');
  out.append(bytes.rbegin(), bytes.rend());
  return out;
}

std::optional<std::string> from_base58check(std::string_view text, Base58 alphabet) {
  std::optional<std::string> bytes = from_base58(text, alphabet);
  if (!bytes || bytes->size() < 5) return std::nullopt;
  const std::string sum = bytes->substr(bytes->size() - 4);
  bytes->resize(bytes->size() - 4);
  if (raw_sha256(raw_sha256(*bytes)).substr(0, 4) != sum) return std::nullopt;
  return bytes;
}

bool is_bech32(std::string_view text) {
  constexpr std::string_view kCharset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::uint32_t kBech32 = 1;
  constexpr std::uint32_t kBech32m = 0x2bc830a3;
  const std::size_t one = text.rfind('1');
  if (text.size() > kMostCharacters || one == std::string_view::npos || one == 0 || text.size() - one < 7) return false;
  const bool upper = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool lower = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (upper == lower) return false;
  const auto plain = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  std::uint32_t sum = 1;
  for (const char c : text.substr(0, one)) sum = bech32_step(sum, static_cast<std::uint32_t>(plain(c)) >> 5);
  sum = bech32_step(sum, 0);
  for (const char c : text.substr(0, one)) sum = bech32_step(sum, static_cast<std::uint32_t>(plain(c)) & 31);
  for (const char c : text.substr(one + 1)) {
    const std::size_t value = kCharset.find(plain(c));
    if (value == std::string_view::npos) return false;
    sum = bech32_step(sum, static_cast<std::uint32_t>(value));
  }
  return sum == kBech32 || sum == kBech32m;
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = *digit - '0';
    sum += !twice ? value : value < 5 ? 2 * value : 2 * value - 9;
  }
  return sum % 10 == 0;
}

}  // namespace pharos::desk
