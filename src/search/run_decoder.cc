// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/run_decoder.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pharos/text/neighbours.h"

namespace pharos::search {
namespace {

constexpr std::size_t kLongestPiece = 24;
constexpr std::size_t kWordsAPiece = 3;
constexpr std::size_t kPathsAPlace = 5;
// In units of ln: a word costs its rarity and this, which keeps long words whole.
constexpr double kEachWord = 3;
constexpr double kUnknownUnit = 9;
constexpr double kNeighbours = 3;
constexpr double kUnlikelyBegin = 4;

struct Path {
  double cost = std::numeric_limits<double>::max();
  std::uint32_t from = 0;
  std::uint32_t path = 0;  // which of the paths at `from`
  std::int64_t word = -1;
};

}  // namespace

DecodedRun decode_run(std::u16string_view text, const LanguageIndex& index,
                      const std::function<WordGroups::Range(std::u16string_view)>& lookup,
                      const std::vector<bool>& likely_begins) {
  const index::Lexicon& lexicon = index.lexicon();
  const double all = std::max(1.0, static_cast<double>(lexicon.all_sections()) * 20);
  std::vector<std::vector<Path>> places(text.size() + 1);
  places[0].push_back({0, 0, 0, -1});
  const auto offer = [&](std::size_t to, Path path) {
    std::vector<Path>& paths = places[to];
    const auto at = std::upper_bound(paths.begin(), paths.end(), path.cost,
                                     [](double cost, const Path& other) { return cost < other.cost; });
    if (at - paths.begin() >= static_cast<std::ptrdiff_t>(kPathsAPlace)) return;
    paths.insert(at, path);
    if (paths.size() > kPathsAPlace) paths.pop_back();
  };
  for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
    if (places[begin].empty()) continue;
    const bool hinted = likely_begins.empty() || begin == 0 || likely_begins[begin];
    offer(begin + 1, {places[begin][0].cost + kUnknownUnit, begin, 0, -1});
    const std::size_t longest = std::min(kLongestPiece, text.size() - begin);
    for (std::uint32_t size = 1; size <= longest; ++size) {
      std::size_t taken = 0;
      for (const std::uint32_t word : lookup(text.substr(begin, size))) {
        if (++taken > kWordsAPiece) break;
        const double rarity = std::log(all / (lexicon.sections(word) + .5));
        for (std::uint32_t p = 0; p < places[begin].size(); ++p) {
          const Path& before = places[begin][p];
          double cost = before.cost + rarity + kEachWord + (hinted ? 0 : likely_begins.empty() ? 0 : 0.5);
          if (before.word >= 0) {
            const std::uint32_t pair =
                text::neighbour_hash(text::TermClass::kPair, index.shape(static_cast<std::uint32_t>(before.word)).stem,
                                     index.shape(word).stem);
            if (lexicon.neighbours(pair) > 1) cost -= kNeighbours;
          }
          // A capital inside a piece says that another word begins there.
          for (std::uint32_t i = begin + 1; !likely_begins.empty() && i < begin + size; ++i) {
            if (likely_begins[i]) cost += kUnlikelyBegin;
          }
          offer(begin + size, {cost, begin, p, word});
        }
      }
    }
  }
  DecodedRun run;
  std::size_t known = 0;
  std::uint32_t at = static_cast<std::uint32_t>(text.size());
  std::uint32_t path = 0;
  while (at > 0) {
    const Path& step = places[at][path];
    if (step.word < 0 && !run.pieces.empty() && run.pieces.back().word < 0) {
      run.pieces.back().begin = step.from;
    } else {
      run.pieces.push_back({step.from, at, step.word});
    }
    if (step.word >= 0) known += at - step.from;
    path = step.path;
    at = step.from;
  }
  std::reverse(run.pieces.begin(), run.pieces.end());
  if (!text.empty()) run.known_share = static_cast<double>(known) / static_cast<double>(text.size());
  return run;
}

}  // namespace pharos::search
