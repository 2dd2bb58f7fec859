// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/bip39_words.h"

#include <algorithm>
#include <unordered_map>

#include "desk/bip39_lists.h"
#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"

namespace pharos::desk {
namespace {

using Table = std::unordered_map<std::string, Bip39Places>;

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  if (list.find(' ') != std::string_view::npos) {
    for (std::size_t at = 0; at < list.size();) {
      const std::size_t space = std::min(list.find(' ', at), list.size());
      words.push_back(list.substr(at, space - at));
      at = space + 1;
    }
    return words;
  }
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t bytes = decode_utf8(list, at).bytes;
    words.push_back(list.substr(at, bytes));
    at += bytes;
  }
  return words;
}

Table make_table() {
  const std::array<std::string_view, kBip39Lists> lists = {
      kBip39English, kBip39French,   kBip39Spanish, kBip39Italian,           kBip39Portuguese,
      kBip39Czech,   kBip39Japanese, kBip39Korean,  kBip39ChineseSimplified, kBip39ChineseTraditional};
  Bip39Places none{};
  none.place.fill(-1);
  Table table;
  for (std::size_t list = 0; list < lists.size(); ++list) {
    const std::vector<std::string_view> words = words_of(lists[list]);
    for (std::size_t place = 0; place < words.size(); ++place) {
      Bip39Places& places = table.try_emplace(bip39_key(words[place]), none).first->second;
      places.place[list] = static_cast<std::int16_t>(place);
    }
  }
  return table;
}

constexpr std::string_view kLittleWords[] = {
    "about", "above", "after", "again", "all",   "also",  "any",   "can",  "else",    "have",  "into",
    "just",  "like",  "more",  "much",  "never", "now",   "off",   "once", "only",    "other", "over",
    "same",  "since", "still", "such",  "that",  "then",  "there", "they", "this",    "twice", "under",
    "until", "upon",  "very",  "what",  "when",  "where", "will",  "with", "without", "you",
};

}  // namespace

bool is_prose_list(std::size_t list) { return list >= kBip39Lists - 2; }

std::string bip39_key(std::string_view utf8_word) {
  if (std::all_of(utf8_word.begin(), utf8_word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string key(utf8_word);
    for (char& c : key) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return key;
  }
  return text::to_utf8(text::without_marks(text::fold(utf8_word, text::kFoldNone).text));
}

const Bip39Places* find_bip39(const std::string& key) {
  static const Table table = make_table();
  const auto found = table.find(key);
  return found == table.end() ? nullptr : &found->second;
}

bool is_bip39_little_word(const std::string& key) {
  return std::binary_search(std::begin(kLittleWords), std::end(kLittleWords), std::string_view(key));
}

bool is_bip39_mnemonic(const std::vector<std::int16_t>& places, std::size_t begin, std::size_t count) {
  if (count < 12 || count > 24 || count % 3 != 0 || begin + count > places.size()) return false;
  // 11 bits a word: 32 bits of entropy and one of checksum for each three words.
  std::vector<bool> bits;
  for (std::size_t i = begin; i < begin + count; ++i) {
    for (int bit = 10; bit >= 0; --bit) bits.push_back((places[i] >> bit & 1) != 0);
  }
  const std::size_t entropy_bits = count / 3 * 32;
  std::string entropy(entropy_bits / 8, '\0');
  for (std::size_t bit = 0; bit < entropy_bits; ++bit) {
    if (bits[bit]) entropy[bit / 8] = static_cast<char>(entropy[bit / 8] | 1 << (7 - bit % 8));
  }
  const std::string digest = sha256(entropy);
  const auto nibble = [&digest](std::size_t i) { return digest[i] <= '9' ? digest[i] - '0' : digest[i] - 'a' + 10; };
  for (std::size_t bit = 0; bit < count / 3; ++bit) {
    if (bits[entropy_bits + bit] != ((nibble(bit / 4) >> (3 - bit % 4) & 1) != 0)) return false;
  }
  return true;
}

}  // namespace pharos::desk
