// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/store_idempotency.h"

#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

KeyUse use_of(const SqlRow& row, const std::string& body) {
  if (row.text(0) != body) {
    throw Error(ErrorKind::kReused,
                "this Idempotency-Key came before with another request; use a new key for each new request",
                "Idempotency-Key");
  }
  return {row.text(1), row.text(2)};
}

}  // namespace

std::optional<KeyUse> claim_key(Transaction& transaction, const std::string& key, const std::string& body,
                                const KeyUse& use, UtcTime now, UtcTime expired) {
  transaction.execute("DELETE FROM idempotency WHERE key = ? AND at < ?", {key, expired.seconds});
  const std::int64_t taken = transaction.execute(
      "INSERT INTO idempotency (key, body, code, message, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
      {key, body, use.code, use.message, now.seconds});
  if (taken == 1) return std::nullopt;
  const auto row = transaction.first("SELECT body, code, message FROM idempotency WHERE key = ?", {key});
  if (!row) throw Error(ErrorKind::kUnavailable, "the idempotency key expired just now; send the request again");
  return use_of(*row, body);
}

std::optional<KeyUse> find_key(Transaction& transaction, const std::string& key, const std::string& body,
                               UtcTime expired) {
  const auto row = transaction.first("SELECT body, code, message FROM idempotency WHERE key = ? AND at >= ?",
                                     {key, expired.seconds});
  if (!row) return std::nullopt;
  return use_of(*row, body);
}

std::int64_t remove_keys(Transaction& transaction, UtcTime expired) {
  return transaction.execute("DELETE FROM idempotency WHERE at < ?", {expired.seconds});
}

}  // namespace pharos::desk
