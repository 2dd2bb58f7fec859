// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "desk/checked_codes.h"
#include "desk/plain_glyphs.h"
#include "desk/said_nearby.h"

namespace pharos::desk {
namespace {

/// BIP-32 keys of Bitcoin and of what descends from it, for main and test nets (SLIP-132).
constexpr std::array<std::string_view, 9> kExtendedKeys = {"xprv", "yprv", "zprv", "Yprv", "Zprv",
                                                           "tprv", "uprv", "vprv", "Ltpv"};

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

/// WIF: version, 32 bytes, and 1 where the public key is compressed; BIP-38: the same under a password.
bool is_wallet_import(const std::string& word) {
  if (word.size() < 50 || word.size() > 58) return false;
  const std::optional<std::string> bytes = from_base58check(word);
  if (!bytes) return false;
  const auto version = static_cast<unsigned char>(bytes->front());
  const bool plain = version >= 0x80 && (bytes->size() == 33 || (bytes->size() == 34 && bytes->back() == 1));
  return plain || (version == 1 && bytes->size() == 39);
}

/// Shapes that hashes and signatures of transactions have too: the words around must tell.
bool may_be_key(const std::string& word) {
  const bool prefixed = word.size() == 66 && word[0] == '0' && (word[1] == 'x' || word[1] == 'X');
  if (word.size() == 64 || prefixed) return is_hex(std::string_view(word).substr(prefixed ? 2 : 0));
  const bool mistyped_wif =
      (word.size() == 51 && word[0] == '5') || (word.size() == 52 && (word[0] == 'K' || word[0] == 'L'));
  if (mistyped_wif) return from_base58(word).has_value();
  if (word.size() < 86 || word.size() > 88) return false;
  const std::optional<std::string> bytes = from_base58(word);
  return bytes && bytes->size() == 64;
}

bool is_extended_key(const std::string& word) {
  return word.size() >= 90 && word.size() <= 120 &&
         std::find(kExtendedKeys.begin(), kExtendedKeys.end(), word.substr(0, 4)) != kExtendedKeys.end() &&
         from_base58(word).has_value();
}

/// A private key as some wallets save it: an array of 64 numbers of one byte. Gives the glyph after it, or `begin`.
std::size_t byte_array_end(const GuardedSource& source, std::size_t begin) {
  std::size_t count = 0;
  int value = -1;
  for (std::size_t at = begin + 1; at < source.glyphs.size() && count <= 64; ++at) {
    const char32_t point = source.glyphs[at].point;
    if (is_digit(point)) {
      value = (value < 0 ? 0 : value * 10) + static_cast<int>(point - U'0');
      if (value > 255) return begin;
    } else if (point == U',' || point == U']') {
      if (value < 0) return begin;
      value = -1;
      ++count;
      if (point == U']') return count == 64 ? at + 1 : begin;
    } else if (point != U' ' && point != U'\n' && point != U'\r' && point != U'\t') {
      return begin;
    }
  }
  return begin;
}

/// PEM (RFC 7468): from BEGIN to END, or over the lines that may belong to it where END is missing.
class PemFinder {
 public:
  explicit PemFinder(const GuardedSource& source) : source_(source) {}

  /// The glyph after the block that begins at `begin`, or `begin` when none does.
  std::size_t end_from(std::size_t begin) {
    const std::size_t body = after_line(begin, U"BEGIN ");
    if (body == begin) return begin;
    for (std::size_t at = body; at < source_.glyphs.size() && !no_more_ends_; ++at) {
      const std::size_t end = source_.glyphs[at].point == U'-' ? after_line(at, U"END ") : at;
      if (end != at) return end;
    }
    no_more_ends_ = true;
    return after_loose_body(body);
  }

 private:
  /// After "-----BEGIN ... PRIVATE KEY ...-----" at `at`; `at` when it is not there. Typing helps make "--" one dash.
  std::size_t after_line(std::size_t at, std::u32string_view verb) const {
    constexpr std::size_t kLongestLabel = 48;
    std::size_t next = after_hyphens(at);
    if (next == at) return at;
    for (const char32_t letter : verb) {
      if (source_.at(next) != letter) return at;
      ++next;
    }
    std::string label;
    while (next < source_.glyphs.size() && label.size() < kLongestLabel) {
      const char32_t point = source_.glyphs[next].point;
      if (point != U' ' && !is_ascii_word(point)) break;
      label += static_cast<char>(point);
      ++next;
    }
    const std::size_t end = after_hyphens(next);
    return label.find("PRIVATE KEY") != std::string::npos && end != next ? end : at;
  }

  std::size_t after_hyphens(std::size_t at) const {
    constexpr std::size_t kMost = 8;
    std::size_t next = at;
    while (next < at + kMost && source_.at(next) == U'-') ++next;
    return next;
  }

  std::size_t after_loose_body(std::size_t body) const {
    std::size_t end = body;
    for (std::size_t at = body; at < source_.glyphs.size();) {
      std::size_t line_end = at;
      bool words = false;
      std::size_t letters = 0;
      const bool header = source_.at(at + 3) == U'-' || source_.at(at + 4) == U'-';  // "DEK-Info:", "Proc-Type:"
      for (; line_end < source_.glyphs.size() && source_.glyphs[line_end].point != U'\n' && !words; ++line_end) {
        const char32_t point = source_.glyphs[line_end].point;
        words = (point == U' ' && letters > 0 && letters < 16 && !header) || point >= 0x80;
        letters = point == U' ' || point == U'\r' ? 0 : letters + 1;
      }
      if (words) break;
      end = line_end;
      at = line_end + 1;
    }
    return end;
  }

  const GuardedSource& source_;
  bool no_more_ends_ = false;
};

}  // namespace

void find_private_keys(const GuardedSource& source, std::vector<SecretSpan>& found) {
  constexpr std::size_t kShortest = 50;
  constexpr std::size_t kLongest = 120;
  PemFinder pem(source);
  for (std::size_t at = 0; at < source.glyphs.size();) {
    const char32_t point = source.glyphs[at].point;
    std::size_t end = at;
    bool secret = false;
    if (is_ascii_word(point)) {
      while (end < source.glyphs.size() && is_ascii_word(source.glyphs[end].point)) ++end;
      if (end - at >= kShortest && end - at <= kLongest) {
        const std::string word = source.ascii(at, end);
        secret = is_wallet_import(word) || is_extended_key(word) ||
                 (may_be_key(word) && said_nearby(source, at, end, kSaidKey | kSaidTransaction) == kSaidKey);
      }
    } else if (point == U'[') {
      end = byte_array_end(source, at);
      secret = end != at;
    } else if (point == U'-') {
      end = pem.end_from(at);
      secret = end != at;
    }
    if (secret) found.push_back({at, end, SecretKind::kPrivateKey});
    at = std::max(end, at + 1);
  }
}

}  // namespace pharos::desk
