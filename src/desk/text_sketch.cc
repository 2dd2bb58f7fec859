// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/rating.h"

// Cuts texts by itself instead of asking the analyzer: a better analyzer must not make every article look rewritten.
namespace pharos::desk {
namespace {

// The lowest byte of each minimum is kept (b-bit minwise hashing; Li and König 2010): 128 of them estimate a share of
// .8 to within .04 in 175 characters.
constexpr std::size_t kMinima = 128;
constexpr std::string_view kPrefix = "m1:";

// A shingle is two words, or four characters where no space divides words.
constexpr int kWordWeight = 2;
constexpr int kShingleWeight = 4;

struct PointRange {
  char32_t first, last;
};

constexpr std::array<PointRange, 12> kUnspaced = {{{0x0E00, 0x0EFF},  // Thai, Lao
                                                   {0x1000, 0x109F},  // Burmese
                                                   {0x1780, 0x17FF},  // Khmer
                                                   {0x3005, 0x3007},
                                                   {0x3040, 0x30FF},  // kana
                                                   {0x31F0, 0x31FF},
                                                   {0x3400, 0x4DBF},  // Han
                                                   {0x4E00, 0x9FFF},
                                                   {0xF900, 0xFAFF},
                                                   {0xFF66, 0xFF9F},
                                                   {0x19E0, 0x19FF},
                                                   {0x20000, 0x3FFFF}}};

// What stands between words beyond ASCII: spaces, punctuation, arrows, boxes, pictures, invisible marks.
constexpr std::array<PointRange, 14> kBetween = {{{0x0080, 0x00A9},
                                                  {0x00AB, 0x00B4},
                                                  {0x00B6, 0x00B9},
                                                  {0x00BB, 0x00BF},
                                                  {0x00D7, 0x00D7},
                                                  {0x00F7, 0x00F7},
                                                  {0x060C, 0x061F},
                                                  {0x0964, 0x0965},
                                                  {0x2000, 0x2BFF},
                                                  {0x2E00, 0x2E7F},
                                                  {0x3000, 0x3003},
                                                  {0x3008, 0x3030},
                                                  {0xFE00, 0xFF0F},
                                                  {0x1F000, 0x1FAFF}}};

template <std::size_t kSize>
bool within(const std::array<PointRange, kSize>& ranges, char32_t point) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [point](const PointRange& range) { return point >= range.first && point <= range.last; });
}

std::uint64_t mixed(std::uint64_t value) {  // splitmix64 (Steele, Lea, Flood 2014)
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

struct Unit {
  std::uint64_t hash;
  int weight;
};

// Words without letter case (of ASCII), and characters of scripts that no space divides.
std::vector<Unit> units_of(std::string_view text) {
  std::vector<Unit> units;
  std::uint64_t word = 0;
  const auto end_word = [&] {
    if (word != 0) units.push_back({word, kWordWeight});
    word = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint decoded = decode_utf8(text, at);
    at += decoded.bytes;
    char32_t point = decoded.point;
    if (point >= 'A' && point <= 'Z') point += 'a' - 'A';
    const bool digit_or_letter = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    if (digit_or_letter || (point >= 0x80 && !within(kBetween, point) && !within(kUnspaced, point))) {
      word = mixed(word ^ point);
      continue;
    }
    end_word();
    if (within(kUnspaced, point)) units.push_back({mixed(point), 1});
  }
  end_word();
  return units;
}

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  const std::vector<Unit> units = units_of(text);
  std::vector<std::uint64_t> shingles;
  for (std::size_t begin = 0; begin < units.size(); ++begin) {
    std::uint64_t hash = 0;
    int weight = 0;
    std::size_t end = begin;
    for (; end < units.size() && weight < kShingleWeight; ++end) {
      hash = mixed(hash ^ units[end].hash);
      weight += units[end].weight;
    }
    // At the end of the text there is not enough left; but a text that has no more than that is one shingle.
    if (weight >= kShingleWeight || begin == 0) shingles.push_back(hash);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

std::optional<std::string> minima_of(std::string_view sketch) {
  if (sketch.substr(0, kPrefix.size()) != kPrefix) return std::nullopt;
  std::optional<std::string> bytes = from_base64(sketch.substr(kPrefix.size()));
  return bytes && bytes->size() == kMinima ? bytes : std::nullopt;
}

}  // namespace

std::string text_sketch(std::string_view plain_text) {
  std::array<std::uint64_t, kMinima> minima;
  minima.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t shingle : shingles_of(plain_text)) {
    for (std::size_t i = 0; i < kMinima; ++i) {
      minima[i] = std::min(minima[i], mixed(shingle + i * 0xD1B54A32D192ED03ULL));
    }
  }
  std::string bytes;
  for (const std::uint64_t minimum : minima) bytes += static_cast<char>(minimum & 0xFF);
  return std::string(kPrefix) + base64(bytes);
}

double sketch_similarity(std::string_view a, std::string_view b) {
  const auto left = minima_of(a);
  const auto right = minima_of(b);
  if (!left || !right) return 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < kMinima; ++i) same += (*left)[i] == (*right)[i] ? 1 : 0;
  // Bytes of different minima are the same by chance once in 256.
  constexpr double kChance = 1.0 / 256;
  return std::max(0.0, (static_cast<double>(same) / kMinima - kChance) / (1 - kChance));
}

}  // namespace pharos::desk
