// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pharos::desk {

/// What must not be kept: what opens a wallet or an account, what pays, and what names a person.
enum class SecretKind { kSeedPhrase, kPrivateKey, kCardNumber, kEmail, kPhone, kWalletAddress };

/// Stable name: "seed-phrase", "private-key", "card-number", "email", "phone", "wallet-address".
std::string_view name(SecretKind kind);

/// How much to mask. In tickets the support team needs addresses of wallets and ways to reach the reader; secrets that
/// open or pay are masked everywhere.
enum class GuardLevel {
  kSecrets,   ///< seed phrases, private keys, card numbers: for tickets and their messages
  kPersonal,  ///< all kinds: for searches, comments and questions, which are kept for reports
};

/// A text without its secrets. A value type.
struct GuardedText {
  std::string text;                ///< each secret replaced by "[seed phrase removed]" and so on
  std::vector<SecretKind> masked;  ///< each kind once, in the order of SecretKind
};

/// Masks secrets by their shape, so that an ordinary sentence, an order number or a transaction id stays:
/// - seed phrases: 12, 15, 18, 21 or 24 words in a row of one BIP-39 list (any of its languages) whose checksum is
///   right, also numbered or on lines of their own; and 11 or more words of a list in a row that ordinary prose does
///   not have (a phrase with a typing error is still a secret);
/// - private keys: 64 hexadecimal digits where the text around says key or secret (a transaction id looks alike), WIF
///   (base58check), extended keys xprv..., PEM blocks;
/// - card numbers: 13 to 19 digits with spaces or hyphens, a known issuer's prefix, right by Luhn (ISO/IEC 7812-1);
/// - e-mail, phone (international form, or national digits with separators), wallet addresses (Bitcoin base58check and
///   bech32, Ethereum, Tron, Solana by length and alphabet).
/// Full-width and other digits count as digits. Linear in the text; pure and thread-safe. Any UTF-8.
GuardedText mask_secrets(std::string_view utf8, GuardLevel level);

}  // namespace pharos::desk
