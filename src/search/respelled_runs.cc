// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/respelled_runs.h"

#include <algorithm>
#include <optional>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"

namespace pharos::search {
namespace {

constexpr std::size_t kMostPieces = 4;  // of a dictionary that one word is torn into
constexpr std::size_t kFewestLetters = 5;
constexpr std::size_t kMostLetters = 24;
constexpr std::size_t kLettersForTwoErrors = 8;
constexpr std::size_t kLettersAnErrorCosts = 4;
constexpr double kOneError = .8;
constexpr double kTwoErrors = .65;
constexpr double kSwapped = .75;
constexpr double kLeftOut = .6;
constexpr char16_t kSilent = 0x0E4C;  // Thai: the consonant before it is not spoken, and often left out with it

constexpr std::string_view kTypo = "typo";

bool is_han(char16_t unit) { return (unit >= 0x3400 && unit <= 0x9FFF) || unit == 0x3005; }

// Unspaced, with letters: not Han, kana, Hangul.
bool is_lettered(const TypedWord& word) {
  if (!word.unspaced || word.term.empty()) return false;
  const char32_t point = decode_utf8(word.term, 0).point;
  return point >= 0x0E00 && point < 0x1800;
}

// --- Thai, Lao, Khmer, Burmese

class LetteredRuns {
 public:
  LetteredRuns(const LanguageIndex& index, std::vector<Repair>& found) : index_(index), found_(found) {}

  void read(const TypedPiece& piece) {
    const std::vector<TypedWord>& words = piece.words;
    for (std::size_t at = 0; at < words.size();) {
      std::size_t next = at + 1;
      if (!words[at].known && is_lettered(words[at])) next = std::max(next, read_around(words, at));
      at = next;
    }
  }

 private:
  struct Best {
    std::size_t first = 0;
    std::size_t last = 0;  // behind
    std::uint32_t word = 0;
    std::size_t distance = 0;
    long worth = -1;
  };

  // The window of pieces with this one in it that is nearest to a word; gives the piece to go on with.
  std::size_t read_around(const std::vector<TypedWord>& words, std::size_t at) {
    Best best;
    for (std::size_t first = at + 1 > kMostPieces ? at + 1 - kMostPieces : 0; first <= at; ++first) {
      std::string window;
      for (std::size_t last = first; last < words.size() && last < first + kMostPieces; ++last) {
        if (!is_lettered(words[last]) || (last > first && words[last].begin != words[last - 1].end)) break;
        window += words[last].term;
        if (last >= at) look_up(window, first, last + 1, best);
      }
    }
    if (best.worth < 0) return 0;
    found_.push_back({words[best.first].begin, words[best.last - 1].end, std::string(index_.lexicon().word(best.word)),
                      kTypo, best.distance <= 1 ? kOneError : kTwoErrors});
    return best.last;
  }

  void look_up(const std::string& window, std::size_t first, std::size_t last, Best& best) const {
    const std::size_t letters = count_points(window);
    if (letters < kFewestLetters || letters > kMostLetters) return;
    const std::size_t budget = letters < kLettersForTwoErrors ? 1 : 2;
    for (const Speller::Near& near : index_.keys().near_word(window, 2)) {
      const std::u16string word = text::to_utf16(index_.lexicon().word(near.number));
      std::size_t distance = near.distance;
      if (word.find(kSilent) != std::u16string::npos && text::to_utf16(window).find(kSilent) == std::u16string::npos) {
        --distance;
      }
      if (near.distance == 0 || distance > budget || word.size() < kFewestLetters) continue;
      const long worth = static_cast<long>(letters) - static_cast<long>(kLettersAnErrorCosts * distance);
      if (worth > best.worth) best = {first, last, near.number, near.distance, worth};
    }
  }

  const LanguageIndex& index_;
  std::vector<Repair>& found_;
};

// --- Han

class HanRuns {
 public:
  HanRuns(const std::string& text, const std::vector<TypedPiece>& pieces, const LanguageIndex& index,
          std::vector<Repair>& found)
      : index_(index), pieces_(pieces), folded_(text::fold(text, index.analyzer().row().folds)), found_(found) {}

  // 金工属業: both words are torn, and what they begin and end with need not stand side by side.
  void read_torn_words() {
    for (std::size_t i = 1; i + 2 < folded_.text.size(); ++i) {
      if (!han_at(i - 1) || !han_at(i) || !han_at(i + 1) || !han_at(i + 2) || together(i, i + 1)) continue;
      if (unit(i) == unit(i + 1) || !divided(i + 1) || together(i - 1, i) || together(i + 1, i + 2)) continue;
      if (count(unit(i - 1), unit(i + 1)) == 0 || count(unit(i), unit(i + 2)) == 0) continue;
      add(i, text::to_utf8(std::u16string{unit(i + 1), unit(i)}), kSwapped);
      i += 2;
    }
  }

  void read() {
    const std::u16string& units = folded_.text;
    if (std::count_if(units.begin(), units.end(), is_han) < 2) return;
    // What is swapped is surer than what is left out, which begins before it now and then: 原政発策 is no 原本政発策.
    std::vector<bool> read(units.size(), false);
    for (const bool swaps : {true, false}) {
      for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        if (!is_han(units[i]) || !is_han(units[i + 1]) || units[i] == units[i + 1] || together(i, i + 1)) continue;
        if (read[i] || read[i + 1] || !divided(i + 1)) continue;
        const std::optional<std::u16string> to = swaps ? swapped(i) : with_one_between(i);
        if (!to) continue;
        const double factor = swaps ? kSwapped : kLeftOut;
        add(i, text::to_utf8(*to), factor);
        // The neighbours of what is swapped are torn by that.
        for (std::size_t at = swaps && i > 0 ? i - 1 : i; at < std::min(units.size(), i + (swaps ? 3 : 2)); ++at) {
          read[at] = true;
        }
        ++i;
      }
    }
  }

 private:
  char16_t unit(std::size_t at) const { return folded_.text[at]; }
  void add(std::size_t at, std::string to, double factor) {
    found_.push_back({folded_.origin[at], folded_.origin_end[at + 1], std::move(to), kTypo, factor});
  }
  bool han_at(std::size_t at) const { return at < folded_.text.size() && is_han(folded_.text[at]); }

  std::uint32_t count(char16_t first, char16_t second) const {
    const std::uint32_t beside =
        index_.lexicon().neighbours(text::neighbour_hash(text::TermClass::kBigram, first, second));
    return beside > 1 ? beside : index_.with_characters(first, second).empty() ? 0 : 1;
  }
  bool together(std::size_t a, std::size_t b) const { return count(unit(a), unit(b)) > 0; }

  // Whether neither the dictionary nor the glossary has a word across this place.
  bool divided(std::size_t at) {
    for (const TypedPiece& piece : pieces_) {
      for (const TypedWord& word : piece.words) {
        if (word.known && word.begin < folded_.origin[at] && folded_.origin[at] < word.end) return false;
      }
    }
    if (begins_.empty()) {
      begins_.assign(folded_.text.size() + 1, false);
      for (const text::Segment& segment :
           text::segment(folded_.text, std::string(index_.analyzer().row().icu_locale))) {
        begins_[segment.begin] = true;
      }
    }
    return begins_[at];
  }

  std::optional<std::u16string> swapped(std::size_t at) const {
    const char16_t a = unit(at);
    const char16_t b = unit(at + 1);
    const std::u16string to{b, a};
    const bool before = at > 0 && han_at(at - 1);
    const bool after = han_at(at + 2);
    const bool fits_before = before && count(unit(at - 1), b) > 0;
    const bool fits_after = after && count(a, unit(at + 2)) > 0;
    if (fits_before && fits_after && (!together(at - 1, at) || !together(at + 1, at + 2))) return to;
    if (count(b, a) == 0) return std::nullopt;
    const auto word = index_.lexicon().find(text::to_utf8(to));
    if (word || ((before || after) && fits_before == before && fits_after == after)) return to;
    return std::nullopt;
  }

  // 漢字記 for 漢字表記: of the characters that words have beside one of the two the one that is seen most with the
  // other.
  std::optional<std::u16string> with_one_between(std::size_t at) const {
    const char16_t a = unit(at);
    const char16_t b = unit(at + 1);
    char16_t best = 0;
    std::uint64_t most = 0;
    const auto look = [&](char16_t between) {
      if (!is_han(between)) return;
      const std::uint64_t seen = static_cast<std::uint64_t>(count(a, between)) * count(between, b);
      if (seen > most) {
        most = seen;
        best = between;
      }
    };
    for (const std::uint32_t number : index_.keys().with_character(a)) {
      const std::u32string& points = index_.shape(number).points;
      for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        if (points[i] == a) look(static_cast<char16_t>(points[i + 1]));
      }
    }
    for (const std::uint32_t number : index_.keys().with_character(b)) {
      const std::u32string& points = index_.shape(number).points;
      for (std::size_t i = 1; i < points.size(); ++i) {
        if (points[i] == b) look(static_cast<char16_t>(points[i - 1]));
      }
    }
    if (most < 2) return std::nullopt;  // seen once in one place: chance has too many to offer
    return std::u16string{a, best, b};
  }

  const LanguageIndex& index_;
  const std::vector<TypedPiece>& pieces_;
  text::FoldedText folded_;
  std::vector<Repair>& found_;
  std::vector<bool> begins_;
};

bool has_characters(const LanguageIndex& index) {
  return index.analyzer().row().rank[static_cast<std::size_t>(text::TermClass::kUnit)] > 0;
}

// Chinese is typed by sound: its slips are homophones, and a swap or gap there is mostly a shorter way to say it.
bool typed_by_sound(const LanguageIndex& index) {
  return (index.analyzer().row().folds & text::kFoldHanSimplified) != 0;
}

}  // namespace

std::vector<Repair> swapped_within_words(const std::string& text, const std::vector<TypedPiece>& pieces,
                                         const LanguageIndex& index) {
  std::vector<Repair> found;
  if (has_characters(index) && !typed_by_sound(index)) HanRuns(text, pieces, index, found).read_torn_words();
  return found;
}

std::vector<Repair> respelled_runs(const std::string& text, const std::vector<TypedPiece>& pieces,
                                   const LanguageIndex& index) {
  std::vector<Repair> found;
  if (!has_characters(index)) return found;
  bool lettered = false;
  for (const TypedPiece& piece : pieces) {
    lettered = lettered || std::any_of(piece.words.begin(), piece.words.end(), is_lettered);
    if (!piece.all_known()) LetteredRuns(index, found).read(piece);
  }
  if (!lettered && !typed_by_sound(index)) HanRuns(text, pieces, index, found).read();
  return found;
}

}  // namespace pharos::search
