// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/phrase_matcher.h"

#include <algorithm>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"

namespace pharos::search {
namespace {

constexpr std::size_t kLongestPhrase = 48;  // units

// Phrases do not reach across these.
bool divides(std::string_view between) {
  constexpr std::u32string_view kDividers = U",;:!?.()[]\"\n。，、！？；：（）「」“”«»؟،؛…";
  for (std::size_t at = 0; at < between.size();) {
    const DecodedPoint decoded = decode_utf8(between, at);
    if (kDividers.find(decoded.point) != std::u32string_view::npos) return true;
    at += decoded.bytes;
  }
  return false;
}

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

void add_characters(std::vector<PhraseUnit>& units, std::string_view utf8, const text::Token& token,
                    std::uint32_t folds) {
  const text::FoldedText folded = text::fold(utf8.substr(token.begin, token.end - token.begin), folds);
  for (std::size_t at = 0; at < folded.text.size();) {
    // What was folded together stays together: a character and its marks.
    std::size_t next = at + 1;
    while (next < folded.text.size() && folded.origin[next] == folded.origin[at]) ++next;
    PhraseUnit unit;
    unit.word = text::to_utf8(std::u16string_view(folded.text).substr(at, next - at));
    unit.key = unit.word;
    unit.exact = unit.word;
    unit.begin = token.begin + folded.origin[at];
    unit.end = token.begin + folded.origin_end[next - 1];
    unit.unspaced = true;
    units.push_back(std::move(unit));
    at = next;
  }
}

PhraseUnit word_unit(const text::Analyzer& analyzer, const text::Token& token) {
  text::WordForms forms = analyzer.forms(token.term);
  PhraseUnit unit;
  unit.word = token.term;
  unit.begin = token.begin;
  unit.end = token.end;
  unit.marked = forms.bare != forms.stem;
  unit.key = std::move(forms.bare);
  unit.exact = std::move(forms.stem);
  return unit;
}

}  // namespace

std::vector<PhraseUnit> phrase_units(const text::Analyzer& analyzer, std::string_view utf8) {
  std::vector<PhraseUnit> units;
  std::vector<bool> begins(utf8.size() + 1, false);
  std::vector<bool> ends(utf8.size() + 1, false);
  std::uint32_t covered = 0;
  for (const text::Token& token : analyzer.words(utf8)) {
    begins[token.begin] = true;
    ends[token.end] = true;
    if (!units.empty() && token.begin < covered) continue;  // a part of what stands there already
    covered = token.end;
    const char32_t first = token.term.empty() ? U' ' : decode_utf8(token.term, 0).point;
    if (text::is_unspaced(first) && !is_hangul(first)) {
      add_characters(units, utf8, token, analyzer.row().folds);
    } else {
      units.push_back(word_unit(analyzer, token));
    }
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    PhraseUnit& unit = units[i];
    unit.opens = begins[unit.begin];
    unit.closes = ends[unit.end];
    if (i > 0) unit.joins = !divides(utf8.substr(units[i - 1].end, unit.begin - units[i - 1].end));
    const bool before = i > 0 && units[i - 1].unspaced && units[i - 1].end == unit.begin;
    const bool after = i + 1 < units.size() && units[i + 1].unspaced && units[i + 1].begin == unit.end;
    unit.alone = !before && !after;
  }
  return units;
}

std::vector<PhraseUnit> plain_units(std::vector<PhraseUnit> units) {
  constexpr std::uint32_t kWordFolds = text::kFoldArabicLetters | text::kFoldYo;
  for (PhraseUnit& unit : units) {
    const std::uint32_t folds = unit.unspaced ? text::kFoldHanSimplified : kWordFolds;
    const bool ascii =
        std::all_of(unit.word.begin(), unit.word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    unit.key = ascii ? unit.word : text::to_utf8(text::without_marks(text::fold(unit.word, folds).text));
    unit.exact = unit.key;
    unit.marked = false;
  }
  return units;
}

// FNV-1a, 64 bits, begun with the node.
std::uint64_t PhraseMatcher::edge(std::uint32_t node, std::string_view key) {
  std::uint64_t hash = (14695981039346656037ULL ^ node) * 1099511628211ULL;
  for (const char byte : key) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

void PhraseMatcher::add(const std::vector<PhraseUnit>& units, std::uint32_t phrase) {
  if (units.empty() || units.size() > kLongestPhrase) return;
  std::uint32_t node = 0;
  Row row{phrase, {}};
  for (const PhraseUnit& unit : units) {
    const auto [place, is_new] = edges_.try_emplace(edge(node, unit.key), last_node_ + 1);
    if (is_new) ++last_node_;
    node = place->second;
    row.exact.emplace_back(unit.exact, unit.marked);
  }
  std::vector<Row>& rows = rows_[node];
  const bool known = std::any_of(rows.begin(), rows.end(),
                                 [&](const Row& one) { return one.phrase == phrase && one.exact == row.exact; });
  if (!known) rows.push_back(std::move(row));
}

std::vector<PhraseMatch> PhraseMatcher::all(const std::vector<PhraseUnit>& text) const {
  std::vector<PhraseMatch> matches;
  for (std::size_t first = 0; first < text.size(); ++first) {
    if (!text[first].opens) continue;
    std::uint32_t node = 0;
    for (std::size_t at = first; at < text.size() && (at == first || text[at].joins); ++at) {
      const auto next = edges_.find(edge(node, text[at].key));
      if (next == edges_.end()) break;
      node = next->second;
      const auto rows = text[at].closes ? rows_.find(node) : rows_.end();
      if (rows == rows_.end()) continue;
      if (at == first && text[at].unspaced && !text[at].alone) continue;
      for (const Row& row : rows->second) {
        bool agrees = row.exact.size() == at + 1 - first;
        for (std::size_t i = 0; agrees && i < row.exact.size(); ++i) {
          const PhraseUnit& unit = text[first + i];
          agrees = row.exact[i].first == unit.exact || !unit.marked || !row.exact[i].second;
        }
        if (agrees) matches.push_back({first, at + 1, row.phrase});
      }
    }
  }
  return matches;
}

std::vector<PhraseMatch> longest_matches(std::vector<PhraseMatch> matches, const std::vector<PhraseUnit>& text) {
  const auto bytes = [&](const PhraseMatch& match) { return text[match.last - 1].end - text[match.first].begin; };
  std::stable_sort(matches.begin(), matches.end(), [&](const PhraseMatch& a, const PhraseMatch& b) {
    return bytes(a) != bytes(b) ? bytes(a) > bytes(b) : a.first < b.first;
  });
  std::vector<PhraseMatch> kept;
  for (const PhraseMatch& match : matches) {
    const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const PhraseMatch& other) {
      const bool same = match.first == other.first && match.last == other.last;
      return !same && match.first < other.last && other.first < match.last;
    });
    if (!overlaps) kept.push_back(match);
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const PhraseMatch& a, const PhraseMatch& b) { return a.first < b.first; });
  return kept;
}

}  // namespace pharos::search
