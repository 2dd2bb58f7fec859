// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/seed_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "desk/seed_letters.h"
#include "pharos/base/hash.h"

namespace pharos::desk {
namespace {

/// Numbers, dots and table lines between two words of a phrase take no more glyphs than this.
constexpr std::size_t kWidestGap = 40;
/// No list has a word of more bytes, decomposed or not.
constexpr std::size_t kMostWordBytes = 64;
/// "word 1 ... word 12": a word beside a number that stands there so often only counts the others.
constexpr std::size_t kCounts = 10;
constexpr std::array<std::string_view, 8> kOrdinals = {"st", "nd", "rd", "th", "º", "ª", "й", "er"};

struct Found {
  SeedWord word;
  std::uint32_t hash = 0;
  bool beside_number = false;
  bool ordinal = false;
};

/// A sentence ends here, so a phrase does not go on.
bool ends_sentence(char32_t point) {
  return point == U'?' || point == U'!' || point == U'。' || point == U'؟' || point == U'¿';
}

bool beside_number(const GuardedSource& source, std::size_t begin, std::size_t end) {
  if (begin > 0 && is_digit(source.glyphs[begin - 1].point)) return true;
  const auto skipped = [](char32_t point) { return point == U' ' || point == U'#' || point == U'№' || point == U':'; };
  while (end < source.glyphs.size() && skipped(source.glyphs[end].point)) ++end;
  return is_digit(source.at(end));
}

/// The end of the word that begins at `at`: letters of one script; one Han character.
std::size_t word_end(const GuardedSource& source, std::size_t at, SeedLetter letter) {
  std::size_t end = at + 1;
  if (letter == SeedLetter::kHan) return end;
  for (; end < source.glyphs.size(); ++end) {
    const char32_t point = source.glyphs[end].point;
    const bool apostrophe = (point == U'\'' || point == U'’') && seed_letter(source.at(end + 1)) == letter;
    if (seed_letter(point) != letter && !apostrophe && !is_seed_mark(point)) break;
  }
  return end;
}

std::vector<Found> all_words(const GuardedSource& source) {
  std::vector<Found> found;
  bool ended = true;
  std::size_t gap_begin = 0;
  for (std::size_t at = 0; at < source.glyphs.size();) {
    const SeedLetter letter = seed_letter(source.glyphs[at].point);
    if (letter == SeedLetter::kNone) {
      ended = ended || ends_sentence(source.glyphs[at].point);
      ++at;
      continue;
    }
    Found next;
    next.word.begin = at;
    next.word.end = word_end(source, at, letter);
    next.word.continues = !ended && at - gap_begin <= kWidestGap;
    if (letter == SeedLetter::kHan) {
      next.word.alone = (at == 0 || seed_letter(source.glyphs[at - 1].point) != SeedLetter::kHan) &&
                        seed_letter(source.at(at + 1)) != SeedLetter::kHan;
    }
    const std::string_view bytes = source.bytes(at, next.word.end);
    next.beside_number = beside_number(source, at, next.word.end);
    if (bytes.size() <= kMostWordBytes) {
      const std::string key = bip39_key(bytes);
      next.hash = fnv1a(std::string_view(key));
      if (letter != SeedLetter::kOther) next.word.places = find_bip39(key);
      next.word.little = next.word.places != nullptr && is_bip39_little_word(key);
      next.ordinal = at > 0 && is_digit(source.glyphs[at - 1].point) &&
                     std::find(kOrdinals.begin(), kOrdinals.end(), key) != kOrdinals.end();
    }
    at = next.word.end;
    gap_begin = at;
    ended = false;
    found.push_back(next);
  }
  return found;
}

}  // namespace

std::vector<SeedWord> seed_words(const GuardedSource& source) {
  const std::vector<Found> found = all_words(source);
  std::unordered_map<std::uint32_t, std::size_t> beside;
  for (const Found& word : found) {
    if (word.beside_number && word.hash != 0) ++beside[word.hash];
  }
  std::vector<SeedWord> words;
  bool broken = false;
  for (const Found& word : found) {
    const auto count = beside.find(word.hash);
    if (word.ordinal || (word.beside_number && count != beside.end() && count->second >= kCounts)) {
      broken = broken || !word.word.continues;
      continue;
    }
    words.push_back(word.word);
    words.back().continues = words.back().continues && !broken;
    broken = false;
  }
  return words;
}

bool ChecksumBudget::is_mnemonic(const std::vector<std::int16_t>& places, std::size_t begin, std::size_t count) {
  if (left_ == 0) return true;
  --left_;
  return is_bip39_mnemonic(places, begin, count);
}

std::size_t ChecksumBudget::longest_mnemonic(const std::vector<std::int16_t>& places, std::size_t at, std::size_t end) {
  for (std::size_t count = 24; count >= 12; count -= 3) {
    if (at + count <= end && is_mnemonic(places, at, count)) return count;
  }
  return 0;
}

}  // namespace pharos::desk
