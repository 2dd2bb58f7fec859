// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pharos/text/analyzer.h"
#include "pharos/text/token.h"

namespace pharos::text {

/// What is compared of a word when it stands beside others, as hashes. A value type.
struct WordShape {
  std::uint32_t stem = 0;
  std::uint32_t bare = 0;             ///< of the word without marks, not stemmed
  std::uint32_t content = 0;          ///< of the word with katakana as hiragana; 0 without kanji or katakana
  std::uint32_t foreign = 0;          ///< of a word of a spaced script among characters of unspaced ones
  std::u32string points;              ///< characters, for words of unspaced scripts only
  std::vector<std::uint32_t> sounds;  ///< how each of them sounds, 0 where nobody knows; may be empty
};

/// REQUIRES: `word` is a term of text::word_sequence() with the same analyzer.
WordShape shape_of(const Analyzer& analyzer, const std::string& word);

/// A word at its place. A value type; the shape must outlive it.
struct PlacedShape {
  const WordShape* shape = nullptr;
  bool part = false;  ///< as SequenceWord
  bool gap = false;
};

/// Mixes what stands together into one number; never 0.
inline std::uint32_t neighbour_hash(TermClass term_class, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
  std::uint32_t hash =
      (static_cast<std::uint32_t>(term_class) + 1) * 0x27d4eb2fU + a * 0x9e3779b1U + b * 0x85ebca6bU + c * 0xc2b2ae35U;
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6dU;
  hash ^= hash >> 13;
  return hash | 1U;
}

inline std::uint32_t katakana_as_hiragana(std::uint32_t point) {
  return point >= 0x30A1 && point <= 0x30F6 ? point - 0x60 : point;
}
inline bool is_meaning_bearing(std::uint32_t point) {
  return (point >= 0x30A1 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) || point == 0x3005 ||
         point >= 0x20000;
}

/// Tells `emit(term_class, hash)` of everything that stands together in a sequence of words: pairs of words, and of
/// unspaced scripts characters, pairs, triples and pairs of sounds, for the classes with a weight. The one way in which
/// an index counts them, a query asks for them and a ranking finds them.
template <typename Emit>
void for_each_neighbour(const ClassWeights& weights, const PlacedShape* begin, const PlacedShape* end, Emit emit) {
  const auto made = [&](TermClass term_class) { return weights[static_cast<std::size_t>(term_class)] > 0; };
  const bool pairs = made(TermClass::kPair);
  const bool bare_pairs = made(TermClass::kBarePair);
  const bool units = made(TermClass::kUnit);
  const bool bigrams = made(TermClass::kBigram);
  const bool triples = made(TermClass::kTriple);
  const bool content = made(TermClass::kContent);
  const bool sounds = made(TermClass::kSound);
  const WordShape* previous = nullptr;
  std::uint32_t last = 0;
  std::uint32_t before = 0;
  std::uint32_t last_sound = 0;
  for (const PlacedShape* place = begin; place != end; ++place) {
    if (place->part) continue;
    const WordShape& shape = *place->shape;
    if (previous != nullptr) {
      if (pairs) emit(TermClass::kPair, neighbour_hash(TermClass::kPair, previous->stem, shape.stem));
      if (bare_pairs) emit(TermClass::kBarePair, neighbour_hash(TermClass::kBarePair, previous->bare, shape.bare));
    }
    previous = &shape;
    if (content && shape.content != 0) emit(TermClass::kContent, shape.content);
    if (shape.foreign != 0) {
      if (units) emit(TermClass::kUnit, shape.foreign);
      if (bigrams) emit(TermClass::kBigram, shape.foreign);
    }
    if (shape.points.empty() || place->gap) last = before = last_sound = 0;
    for (std::size_t i = 0; i < shape.points.size(); ++i) {
      const std::uint32_t point = shape.points[i];
      if (units) emit(TermClass::kUnit, neighbour_hash(TermClass::kUnit, point));
      if (bigrams && last != 0) emit(TermClass::kBigram, neighbour_hash(TermClass::kBigram, last, point));
      if (triples && before != 0) emit(TermClass::kTriple, neighbour_hash(TermClass::kTriple, before, last, point));
      if (content && last != 0 && (is_meaning_bearing(last) || is_meaning_bearing(point))) {
        emit(TermClass::kContent,
             neighbour_hash(TermClass::kContent, katakana_as_hiragana(last), katakana_as_hiragana(point)));
      }
      if (sounds && i < shape.sounds.size()) {
        const std::uint32_t sound = shape.sounds[i];
        if (last_sound != 0 && sound != 0) {
          emit(TermClass::kSound, neighbour_hash(TermClass::kSound, last_sound, sound));
        }
        last_sound = sound;
      }
      before = last;
      last = point;
    }
  }
}

}  // namespace pharos::text
