// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/typed_pieces.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "pharos/base/utf8.h"
#include "pharos/text/query_language.h"
#include "pharos/text/segment.h"
#include "pharos/text/word_sequence.h"

namespace pharos::search {
namespace {

constexpr std::size_t kLongestWord = 80;  // bytes; beyond it is an address, a key, a hash or a sentence

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A word with a number behind it, not a code: internet2.
bool is_numbered_word(std::string_view word) {
  constexpr std::size_t kFewestLetters = 6;
  constexpr std::size_t kMostDigits = 2;
  const std::size_t digit = word.find_first_of("0123456789");
  return digit != std::string_view::npos && count_points(word.substr(0, digit)) >= kFewestLetters &&
         word.size() - digit <= kMostDigits && has_digit(word.substr(word.size() - 1)) &&
         word.substr(0, digit).find_first_of("._-") == std::string_view::npos;
}

// Letters of Hangul that an input method did not put together.
bool has_loose_jamo(std::string_view term) {
  for (std::size_t at = 0; at < term.size();) {
    const DecodedPoint decoded = decode_utf8(term, at);
    if (decoded.point >= 0x1100 && decoded.point <= 0x11FF) return true;
    at += decoded.bytes;
  }
  return false;
}

// 비미ㄹ번호: cut where a letter stands loose, the pieces would say nothing.
bool joined_by_loose_jamo(TypedWord& last, const text::SequenceWord& word, const LanguageIndex& index) {
  if (last.end != word.begin || !(has_loose_jamo(last.term) || has_loose_jamo(word.term))) return false;
  last.term += word.term;
  last.end = word.end;
  last.known = index.knows(last.term);
  return true;
}

// Keys that are letters on other layouts. Quotation marks in pairs and what commonly divides words say nothing.
bool has_odd_signs(std::string_view piece) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  constexpr std::string_view kBefore = ".,;[]'`<>{}\\";
  constexpr std::string_view kWithin = ",;[]`<>{}\\";
  if (piece.size() < 3 || piece.find("//") != std::string_view::npos) return false;
  if (kBefore.find(piece[0]) != std::string_view::npos && is_letter(piece[1]) && piece.back() != piece[0] &&
      !(piece[0] == '[' && piece.back() == ']')) {
    return true;
  }
  for (std::size_t i = 1; i + 1 < piece.size(); ++i) {
    if (kWithin.find(piece[i]) != std::string_view::npos && is_letter(piece[i - 1]) && is_letter(piece[i + 1])) {
      return true;
    }
  }
  return false;
}

TypedWord typed_word(const text::SequenceWord& word, const LanguageIndex& index) {
  TypedWord typed;
  typed.term = word.term;
  typed.begin = word.begin;
  typed.end = word.end;
  typed.unspaced = !word.term.empty() && text::is_unspaced(decode_utf8(word.term, 0).point);
  const bool code = has_digit(word.term);
  typed.protected_from_typos = (code && !is_numbered_word(word.term)) || is_ticker(word.term) ||
                               word.term.size() > kLongestWord || index.in_glossary_joined(word.term);
  typed.known = index.knows(word.term) || is_ticker(word.term) || index.in_glossary(word.term) ||
                text::is_little_word(index.language(), word.term);
  if (!typed.known && code) {
    // A plain number means itself even where no article has it.
    typed.known = std::all_of(word.term.begin(), word.term.end(),
                              [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
  }
  return typed;
}

}  // namespace

bool is_ticker(std::string_view folded_word) {
  static const std::unordered_set<std::string_view> tickers = {
      "ada",  "algo", "apt",  "arb",  "atom",  "avax",  "axs",   "bch",   "bnb",  "bsc",  "bsv",  "btc",
      "btt",  "busd", "cake", "celo", "comp",  "cro",   "crv",   "dai",   "dash", "doge", "dot",  "dydx",
      "egld", "enj",  "eos",  "etc",  "eth",   "eur",   "eurc",  "fdusd", "fil",  "flow", "ftm",  "gala",
      "gbp",  "grt",  "hbar", "icp",  "icx",   "imx",   "inj",   "jpy",   "kava", "krw",  "ksm",  "ldo",
      "link", "lrc",  "ltc",  "luna", "lunc",  "mana",  "matic", "mina",  "mkr",  "near", "neo",  "omg",
      "ont",  "op",   "pepe", "pol",  "pyusd", "qtum",  "rose",  "rub",   "rune", "sand", "sei",  "shib",
      "snx",  "sol",  "stx",  "sui",  "sushi", "theta", "thb",   "ton",   "trx",  "try",  "tusd", "uah",
      "uni",  "usd",  "usdc", "usdd", "usde",  "usdp",  "usdt",  "vet",   "vnd",  "wbtc", "weth", "wld",
      "xaut", "xec",  "xem",  "xlm",  "xmr",   "xrp",   "xtz",   "yfi",   "zec",  "zil",  "erc",  "trc",
      "bep",  "nft",  "kyc",  "api",  "otp",   "mfa",   "sms",   "p2p",   "uid",  "txid", "hash", "memo",
  };
  return tickers.contains(folded_word);
}

std::vector<TypedPiece> typed_pieces(const std::string& text, const LanguageIndex& index, const LanguageIndex* also) {
  std::vector<TypedPiece> pieces;
  for (std::uint32_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', at), text.size()));
    pieces.push_back({at, end, {}, has_odd_signs(std::string_view(text).substr(at, end - at)), false});
    at = end;
  }
  std::size_t piece = 0;
  for (const text::SequenceWord& word : text::word_sequence(index.analyzer(), text)) {
    if (word.part) continue;
    while (piece + 1 < pieces.size() && pieces[piece].end <= word.begin) ++piece;
    if (piece == pieces.size()) break;
    std::vector<TypedWord>& words = pieces[piece].words;
    if (!words.empty() && joined_by_loose_jamo(words.back(), word, index)) continue;
    words.push_back(typed_word(word, index));
    TypedWord& added = words.back();
    added.known = added.known || (also != nullptr && also->knows(word.term));
  }
  for (TypedPiece& one : pieces) {
    one.hyphened = one.words.size() > 1;
    for (std::size_t i = 1; i < one.words.size(); ++i) {
      one.hyphened =
          one.hyphened && one.words[i].begin == one.words[i - 1].end + 1 && text[one.words[i - 1].end] == '-';
    }
  }
  return pieces;
}

}  // namespace pharos::search
