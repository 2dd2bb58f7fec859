// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/neighbours.h"

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/pinyin.h"
#include "pharos/text/segment.h"

namespace pharos::text {
namespace {

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

WordShape shape_of(const Analyzer& analyzer, const std::string& word) {
  WordShape shape;
  const ClassWeights& weights = analyzer.row().rank;
  const auto made = [&](TermClass term_class) { return weights[static_cast<std::size_t>(term_class)] > 0; };
  if (made(TermClass::kPair)) shape.stem = hash_of(analyzer.forms(word).stem);
  if (made(TermClass::kBarePair)) shape.bare = hash_of(to_utf8(without_marks(to_utf16(word))));
  bool bears_meaning = false;
  bool unspaced = false;
  std::u32string points;
  for (std::size_t at = 0; at < word.size();) {
    const DecodedPoint decoded = decode_utf8(word, at);
    points += decoded.point;
    bears_meaning = bears_meaning || is_meaning_bearing(decoded.point);
    unspaced = unspaced || is_unspaced(decoded.point);
    at += decoded.bytes;
  }
  if (made(TermClass::kContent) && (bears_meaning || !unspaced)) {
    std::u32string folded = points;
    for (char32_t& point : folded) point = katakana_as_hiragana(point);
    std::uint32_t hash = 2166136261U;
    for (const char32_t point : folded) hash = (hash ^ point) * 16777619U;
    shape.content = neighbour_hash(TermClass::kContent, hash);
  }
  if (unspaced) {
    shape.points = std::move(points);
    if (made(TermClass::kSound)) {
      for (const char32_t point : shape.points) {
        std::uint32_t hash = 2166136261U;
        for (const char16_t letter : sound_of(point)) hash = (hash ^ letter) * 16777619U;
        shape.sounds.push_back(sound_of(point).empty() ? 0 : hash);
      }
    }
  } else if (made(TermClass::kUnit) || made(TermClass::kBigram)) {
    shape.foreign = neighbour_hash(TermClass::kUnit, hash_of(word), 1);
  }
  return shape;
}

}  // namespace pharos::text
