// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/script_runs.h"

#include <algorithm>

#include "pharos/text/fold.h"
#include "pharos/text/keys.h"
#include "pharos/text/regional_words.h"
#include "pharos/text/segment.h"
#include "pharos/text/word_sequence.h"
#include "search/run_decoder.h"

namespace pharos::search {
namespace {

constexpr std::size_t kLongestWindow = 5;
constexpr std::size_t kShortestKana = 3;
constexpr double kBelievedKana = .6;
constexpr double kRegion = .85;

bool is_han(char16_t unit) { return (unit >= 0x3400 && unit <= 0x9FFF) || unit == 0x3005; }

// The query folded, with the way back to its bytes.
class Runs {
 public:
  Runs(const std::string& text, const LanguageIndex& index)
      : index_(index),
        folded_(text::fold(text, index.analyzer().row().folds)),
        used_(folded_.text.size(), false),
        solid_(folded_.text.size(), false),
        inside_(folded_.text.size() + 1, false) {
    for (const text::SequenceWord& word : text::word_sequence(index.analyzer(), text)) {
      if (index.lexicon().find(word.term)) keep_whole(unit_at(word.begin), unit_at(word.end));
    }
  }

  std::vector<Repair> all() {
    if (std::none_of(folded_.text.begin(), folded_.text.end(), [](char16_t u) { return text::is_unspaced(u); })) {
      return {};
    }
    replace_regional_words();
    const std::vector<text::KeyRow>& rows = text::key_rows();
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!index_.keys().has_row(row)) continue;
      if (rows[row].name == "homophone" || rows[row].name == "reading") read_windows(row);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (index_.keys().has_row(row) && rows[row].name == "reading") read_kana(row);
    }
    std::sort(found_.begin(), found_.end(), [](const Repair& a, const Repair& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  std::size_t unit_at(std::uint32_t byte) const {
    return static_cast<std::size_t>(std::lower_bound(folded_.origin.begin(), folded_.origin.end(), byte) -
                                    folded_.origin.begin());
  }

  // A word of the index as it stands.
  void keep_whole(std::size_t begin, std::size_t end) {
    if (end - begin < 2) return;
    for (std::size_t i = begin; i < end; ++i) {
      solid_[i] = true;
      if (i > begin) inside_[i] = true;
    }
  }

  // The end of one known word and the beginning of the next sound like a third now and then: 提现时间 is no 显示.
  bool is_chance(std::size_t begin, std::size_t size) const {
    if (inside_[begin] || inside_[begin + size]) return true;
    const auto first = solid_.begin() + static_cast<std::ptrdiff_t>(begin);
    return std::all_of(first, first + static_cast<std::ptrdiff_t>(size), [](bool solid) { return solid; });
  }

  std::u16string_view part(std::size_t begin, std::size_t size) const {
    return std::u16string_view(folded_.text).substr(begin, size);
  }

  bool side_by_side(std::size_t at) const {
    return !index_.with_characters(folded_.text[at], folded_.text[at + 1]).empty();
  }

  // The index has this stretch: as a word, or all its neighbours within words.
  bool known(std::size_t begin, std::size_t size) const {
    if (index_.lexicon().find(text::to_utf8(part(begin, size)))) return true;
    for (std::size_t i = begin; i + 1 < begin + size; ++i) {
      if (!side_by_side(i)) return false;
    }
    return size > 1;
  }

  void add(std::size_t begin, std::size_t size, std::string to, std::string_view kind, double factor) {
    std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(begin), size, true);
    found_.push_back({folded_.origin[begin], folded_.origin_end[begin + size - 1], std::move(to), kind, factor});
  }

  bool is_free(std::size_t begin, std::size_t size) const {
    return std::none_of(used_.begin() + static_cast<std::ptrdiff_t>(begin),
                        used_.begin() + static_cast<std::ptrdiff_t>(begin + size), [](bool used) { return used; });
  }

  void replace_regional_words() {
    for (const text::RegionalWord& pair : text::regional_words()) {
      for (const auto& [one, other] : {std::pair(pair.one, pair.other), std::pair(pair.other, pair.one)}) {
        const std::size_t at = folded_.text.find(one);
        if (at == std::u16string::npos || !is_free(at, one.size()) || known(at, one.size())) continue;
        const std::string to = text::to_utf8(other);
        if (index_.lexicon().find(to) || all_side_by_side(other)) add(at, one.size(), to, "region", kRegion);
      }
    }
  }

  bool all_side_by_side(std::u16string_view word) const {
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
      if (index_.with_characters(word[i], word[i + 1]).empty()) return false;
    }
    return word.size() > 1;
  }

  // Longer stretches first: they are surer. One is read again only where the index does not have it as it stands.
  void read_windows(std::size_t row) {
    const text::KeyRow& way = text::key_rows()[row];
    for (std::size_t size = kLongestWindow; size >= 2; --size) {
      for (std::size_t at = 0; at + size <= folded_.text.size(); ++at) {
        const std::u16string_view window = part(at, size);
        if (!std::all_of(window.begin(), window.end(), is_han) || !is_free(at, size) || is_chance(at, size) ||
            known(at, size))
          continue;
        for (const std::u16string& key : way.of_typed(window)) {
          if (read_window(row, at, window, key)) break;
        }
      }
    }
  }

  bool read_window(std::size_t row, std::size_t at, std::u16string_view window, const std::u16string& key) {
    const text::KeyRow& way = text::key_rows()[row];
    for (const std::uint32_t number : index_.keys().with_key(row, key)) {
      const std::u16string word = text::to_utf16(index_.lexicon().word(number));
      if (word.size() != window.size() || !std::all_of(word.begin(), word.end(), is_han)) continue;
      std::size_t same = 0;
      for (std::size_t i = 0; i < word.size(); ++i) same += word[i] == window[i] ? 1 : 0;
      // Two wrong characters of two are believed of a word that titles have, else chance has too many to offer.
      if (same == 0 && word.size() < 3 && index_.lexicon().titles(number) == 0) continue;
      if (same == word.size()) return true;
      add(at, window.size(), text::to_utf8(word), way.name, static_cast<double>(way.factor));
      return true;
    }
    return false;
  }

  static bool is_kana_of_run(char16_t unit) { return text::is_hiragana(unit) || unit == u'ー'; }

  // しゅっきんできない, ればれっじ: what was never converted.
  void read_kana(std::size_t row) {
    const text::KeyRow& way = text::key_rows()[row];
    for (std::size_t at = 0; at < folded_.text.size();) {
      std::size_t end = at;
      while (end < folded_.text.size() && is_kana_of_run(folded_.text[end])) ++end;
      if (end - at >= kShortestKana && is_free(at, end - at) && has_unknown(at, end)) read_kana_run(row, way, at, end);
      at = std::max(end, at + 1);
    }
  }

  // Single kana are known to every index: only those that are particles stand alone.
  bool has_unknown(std::size_t begin, std::size_t end) const {
    constexpr std::u16string_view kParticles = u"はがをにでとのへもやかねよなさ";
    const std::u16string run(part(begin, end - begin));
    for (const text::Segment& segment : text::segment(run, std::string(index_.analyzer().row().icu_locale))) {
      if (!segment.word) return true;
      const std::u16string_view word = std::u16string_view(run).substr(segment.begin, segment.end - segment.begin);
      if (word.size() == 1 ? kParticles.find(word[0]) == std::u16string_view::npos
                           : !index_.lexicon().find(text::to_utf8(word))) {
        return true;
      }
    }
    return false;
  }

  void read_kana_run(std::size_t row, const text::KeyRow& way, std::size_t begin, std::size_t end) {
    const std::u16string_view run = part(begin, end - begin);
    for (const std::u16string& sounds : way.of_typed(run)) {
      if (sounds.size() != run.size()) continue;  // no way back to the places
      const DecodedRun decoded = decode_run(sounds, index_, [&](std::u16string_view piece) -> WordGroups::Range {
        if (piece.size() < 2) return {};
        return index_.keys().with_key(row, piece);
      });
      if (decoded.known_share < kBelievedKana) continue;
      std::string to;
      bool kanji = false;
      for (const DecodedRun::Piece& piece : decoded.pieces) {
        if (piece.word < 0) {
          to += text::to_utf8(run.substr(piece.begin, piece.end - piece.begin));
          continue;
        }
        const std::string_view word = index_.lexicon().word(static_cast<std::uint32_t>(piece.word));
        const std::u16string units = text::to_utf16(word);
        kanji = kanji || std::any_of(units.begin(), units.end(), is_han);
        to += word;
      }
      if (to == text::to_utf8(run)) return;
      add(begin, end - begin, to, kanji ? way.name : "kana", static_cast<double>(way.factor) * decoded.known_share);
      return;
    }
  }

  const LanguageIndex& index_;
  text::FoldedText folded_;
  std::vector<bool> used_;
  std::vector<bool> solid_;   ///< units of words that the index has
  std::vector<bool> inside_;  ///< places between two units of one of them
  std::vector<Repair> found_;
};

}  // namespace

std::vector<Repair> repair_script_runs(const std::string& text, const LanguageIndex& index) {
  const text::ClassWeights& rank = index.analyzer().row().rank;
  if (rank[static_cast<std::size_t>(text::TermClass::kUnit)] <= 0) return {};
  return Runs(text, index).all();
}

}  // namespace pharos::search
