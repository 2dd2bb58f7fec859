// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/neighbours.h"

#include "pharos/base/hash.h"
#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/pinyin.h"
#include "pharos/text/segment.h"

namespace pharos::text {
WordShape shape_of(const Analyzer& analyzer, const std::string& word) {
  WordShape shape;
  const ClassWeights& weights = analyzer.row().rank;
  const auto made = [&](TermClass term_class) { return weights[static_cast<std::size_t>(term_class)] > 0; };
  if (made(TermClass::kPair)) shape.stem = fnv1a(std::string_view(analyzer.forms(word).stem));
  if (made(TermClass::kBarePair)) shape.bare = fnv1a(std::string_view(to_utf8(without_marks(to_utf16(word)))));
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
    shape.content = neighbour_hash(TermClass::kContent, fnv1a(std::u32string_view(folded)));
  }
  if (unspaced) {
    shape.points = std::move(points);
    if (made(TermClass::kSound)) {
      for (const char32_t point : shape.points) {
        const std::u16string_view sound = sound_of(point);
        shape.sounds.push_back(sound.empty() ? 0 : fnv1a(sound));
      }
    }
  } else if (made(TermClass::kUnit) || made(TermClass::kBigram)) {
    shape.foreign = neighbour_hash(TermClass::kUnit, fnv1a(std::string_view(word)), 1);
  }
  return shape;
}

}  // namespace pharos::text
