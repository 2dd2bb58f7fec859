// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>

#include "desk/reader_hash.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/desk/limits.h"

namespace pharos::desk {
namespace {

constexpr std::int64_t kPeriod = 30 * 86400;
constexpr std::size_t kSaltBytes = 32;
constexpr std::size_t kHashBytes = 16;

std::int64_t period_of(UtcTime now) {
  std::int64_t past = now.seconds % kPeriod;
  if (past < 0) past += kPeriod;
  return now.seconds - past;
}

std::string salt_of(Transaction& transaction, UtcTime now) {
  const std::int64_t since = period_of(now);
  constexpr std::string_view kSelect = "SELECT salt FROM reader_salts WHERE since = ?";
  if (const auto row = transaction.first(kSelect, {since})) return row->text(0);
  // Another server may be the first: then its salt counts.
  transaction.execute("INSERT INTO reader_salts (since, salt) VALUES (?, ?) ON CONFLICT (since) DO NOTHING",
                      {since, random_hex(kSaltBytes)});
  transaction.execute("DELETE FROM reader_salts WHERE since < ?", {since});
  const auto row = transaction.first(kSelect, {since});
  if (!row) throw Error(ErrorKind::kUnavailable, "the salt of this period is not there; try again");
  return row->text(0);
}

}  // namespace

std::string reader_hash(Transaction& transaction, const Reader& reader, UtcTime now) {
  const std::string known = coarse_address(reader.address) + '\n' + reader.agent;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hash;
  for (const char byte : hmac_sha256(salt_of(transaction, now), known).substr(0, kHashBytes)) {
    const auto value = static_cast<unsigned char>(byte);
    hash += kDigits[value >> 4];
    hash += kDigits[value & 15];
  }
  return hash;
}

}  // namespace pharos::desk
