// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/restore_marks.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pharos/text/word_sequence.h"

namespace pharos::search {
namespace {

constexpr std::size_t kMostReadings = 12;
constexpr double kFactor = .85;
constexpr double kNeighbours = 4;
// As typed is likelier than its frequency says: most of a foreign name has no marks.
constexpr double kAsTyped = 1;

struct Reading {
  std::uint32_t word = 0;
  double cost = 0;
  std::size_t from = 0;
};

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::vector<Repair> restored_marks(const std::string& text, const LanguageIndex& index) {
  const text::ClassWeights& rank = index.analyzer().row().rank;
  if (rank[static_cast<std::size_t>(text::TermClass::kBarePair)] <= 0 || !is_ascii(text)) return {};
  const index::Lexicon& lexicon = index.lexicon();
  const std::vector<text::SequenceWord> words = text::word_sequence(index.analyzer(), text);
  std::vector<std::vector<Reading>> places(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::uint32_t word : index.with_bare(index.analyzer().forms(words[i].term).bare)) {
      if (places[i].size() == kMostReadings) break;
      const bool typed = lexicon.word(word) == words[i].term;
      places[i].push_back({word, -std::log(lexicon.sections(word) + .5) - (typed ? kAsTyped : 0), 0});
    }
    if (i == 0) continue;
    for (Reading& reading : places[i]) {
      double best = places[i - 1].empty() ? 0 : std::numeric_limits<double>::max();
      for (std::size_t p = 0; p < places[i - 1].size(); ++p) {
        double cost = places[i - 1][p].cost;
        const std::uint32_t pair = text::neighbour_hash(text::TermClass::kPair, index.shape(places[i - 1][p].word).stem,
                                                        index.shape(reading.word).stem);
        const std::uint32_t together = lexicon.neighbours(pair);
        if (together > 1) cost -= kNeighbours + std::log(static_cast<double>(together));
        if (cost < best) {
          best = cost;
          reading.from = p;
        }
      }
      reading.cost += best;
    }
  }
  std::vector<Repair> found;
  std::size_t chosen = 0;
  bool open = true;  // the next place was not followed yet
  for (std::size_t i = words.size(); i-- > 0;) {
    if (places[i].empty()) {
      open = true;
      continue;
    }
    if (open) {
      chosen = 0;
      for (std::size_t p = 1; p < places[i].size(); ++p) {
        if (places[i][p].cost < places[i][chosen].cost) chosen = p;
      }
    }
    const std::string to(lexicon.word(places[i][chosen].word));
    if (to != words[i].term && !words[i].part) {
      found.push_back({words[i].begin, words[i].end, to, "unaccented", kFactor});
    }
    chosen = places[i][chosen].from;
    open = false;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace pharos::search
