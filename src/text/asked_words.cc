// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/asked_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"
#include "text/latin_spelling.h"
#include "text/telling_words.h"

namespace pharos::text {
namespace {

// Set by hand and judged on questions in twelve languages against the interface of each other one.
constexpr double kWord[] = {0, .4, .65, .9, 1.2};  // by letters; they are in many languages by chance
constexpr double kMarkedLetter = .8;               // é, à as a word
constexpr double kLongWord = 1.4;
constexpr double kLostMarks = .7;   // the word fits without its marks
constexpr double kOwnLetters = .8;  // a word with letters that the language has
constexpr double kOpeningMark = 1.2;
constexpr double kLettersOfName = .2;
constexpr double kWordOfName = .5;
constexpr double kEnding[] = {0, 0, .15, .3};
constexpr double kLongEnding = .45;
constexpr std::size_t kLongWordLetters = 5;
constexpr double kShortKnown = .6;  // a word of the index of up to four letters
constexpr double kLongKnown = 1.2;
constexpr double kBorrowed = .7;  // an English word of the index on a page in Latin letters: words travel
// So much of the query's letters must be pinyin for `he` and `men` to be pinyin.
constexpr double kLowShare = .5;
constexpr double kHighShare = .8;
constexpr double kAtHome = 2;  // a word that the interface's own index knows as well
constexpr std::size_t kLongestOfPhrase = 6;
constexpr std::size_t kMostLookedUp = 16;

double weight_of(std::size_t letters) { return letters < std::size(kWord) ? kWord[letters] : kLongWord; }

bool plain_ascii(std::u16string_view word) {
  return std::all_of(word.begin(), word.end(), [](char16_t c) { return c < 0x80; });
}

class Weighing {
 public:
  Weighing(const Language& interface_language, const std::vector<const Language*>& candidates, const KnownWord& known)
      : interface_(interface_language), candidates_(candidates), known_(known) {
    interface_row_ = row_of(interface_);
    interface_folds_ = language_row(interface_).folds;
    latin_interface_ = interface_.script() == "Latn";
    for (const Language* candidate : candidates) {
      candidate_rows_.push_back(row_of(*candidate));
      candidate_folds_.push_back(language_row(*candidate).folds);
    }
    by_candidate_.resize(candidates.size());
  }

  void add(const TypedRun& run, std::string_view original) {
    std::u16string_view word = run.text;
    if (!added_.insert(word).second) return;
    ToldBy told = told_by(word);
    if (const std::size_t apostrophe = word.find(u'\''); apostrophe != word.npos && none(told)) {
      // l'argent, dell'account; Binance'e
      add_told(told_by(word.substr(0, apostrophe + 1)), apostrophe + 1, word);
      word = word.substr(apostrophe + 1);
      told = told_by(word);
    }
    add_phrase(word);
    if (!none(told)) {
      add_told(told, word.size(), word);
    } else if (known_ && looked_up_ < kMostLookedUp && word.size() > 2) {
      ++looked_up_;
      add_known(word, original);
    }
    add_letters(word, run.name);
    if (none(told)) add_ending(word, run.name);
  }

  // `o que`, `ne zaman`: short words that together say more.
  void add_phrase(std::u16string_view word) {
    if (before_.size() <= kLongestOfPhrase && word.size() <= kLongestOfPhrase) {
      phrase_.assign(before_).append(1, u'_').append(word);
      add_told(told_by(phrase_), word.size() + 2, word);
    }
    before_ = word;
  }

  // Only Spanish opens questions with a mark.
  void add_opening_mark() {
    if (const auto row = find_telling_row("es")) by_letters_[*row] += kOpeningMark;
  }

  // REQUIRES: before add().
  void look_ahead(const std::vector<TypedRun>& runs, std::string_view script) {
    std::size_t letters = 0;
    std::size_t fitting = 0;
    only_name_ = true;
    for (const TypedRun& run : runs) {
      if (run.script != script || run.silent) continue;
      letters += run.letters;
      only_name_ = only_name_ && run.name;
      if (plain_ascii(run.text) && spelled_in_latin(interface_.primary(), run.text)) fitting += run.letters;
    }
    const double share = letters == 0 ? 1 : static_cast<double>(fitting) / static_cast<double>(letters);
    doubt_ = spells_whole_words(interface_.primary())
                 ? std::clamp((share - kLowShare) / (kHighShare - kLowShare), 0., 1.)
                 : 1;
  }

  AskedWords result() const {
    AskedWords asked;
    const double of_interface = total(interface_row_) + interface_claim_;
    double best = -1;
    double second = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const double of_candidate = total(candidate_rows_[i]) + by_candidate_[i];
      if (asked.best == nullptr || of_candidate > best) {
        if (asked.best != nullptr) second = std::max(second, best);
        best = of_candidate;
        asked.best = candidates_[i];
        asked.by_letters = of_candidate - of_interface - letters(candidate_rows_[i]) < kEnoughLead;
      } else {
        second = std::max(second, of_candidate);
      }
    }
    RowSet offered = 0;
    for (const std::size_t row : candidate_rows_) offered |= bit(row);
    double outside = 0;
    for (std::size_t row = 0; row < telling_row_count(); ++row) {
      if ((offered & bit(row)) == 0 && row != interface_row_) outside = std::max(outside, total(row));
    }
    asked.lead = best - of_interface;
    // By chance, any letters end like words of some language: pinyin, the wrong layout.
    if (!latin_interface_) asked.lead -= endings(asked.best);
    asked.margin = best - std::max(second, outside);
    asked.others_win = outside > best && outside - of_interface >= kEnoughLead;
    return asked;
  }

 private:
  static constexpr std::size_t kNoRow = kMostTellingRows;

  static std::size_t row_of(const Language& language) { return find_telling_row(language.primary()).value_or(kNoRow); }
  static RowSet bit(std::size_t row) { return row == kNoRow ? 0 : RowSet{1} << row; }
  static bool none(const ToldBy& told) { return (told.as_written | told.without_marks) == 0; }

  double total(std::size_t row) const {
    return row == kNoRow ? 0 : by_words_[row] + by_letters_[row] + by_endings_[row];
  }
  double letters(std::size_t row) const { return row == kNoRow ? 0 : by_letters_[row]; }

  double endings(const Language* language) const {
    const std::size_t row = row_of(*language);
    return row == kNoRow ? 0 : by_endings_[row];
  }

  void add_told(const ToldBy& told, std::size_t size, std::u16string_view word) {
    if (none(told)) return;
    const double weight =
        size == 1 && !plain_ascii(word) ? kMarkedLetter : weight_of(size) * (only_name_ ? kWordOfName : 1);
    for (std::size_t row = 0; row < telling_row_count(); ++row) {
      if ((told.as_written & bit(row)) != 0) by_words_[row] += weight;
      if ((told.without_marks & bit(row)) != 0) by_words_[row] += weight * kLostMarks;
    }
    const RowSet rows = told.as_written | told.without_marks;
    if ((rows & bit(interface_row_)) == 0) interface_claim_ += weight * doubt(word);
  }

  // How far the word may be the interface's own language in other letters: 0 or 1, less where the rest cannot be.
  double doubt(std::u16string_view word) const {
    return plain_ascii(word) && spelled_in_latin(interface_.primary(), word) ? doubt_ : 0;
  }

  double known_in(const Language& language, std::uint32_t folds, std::u16string_view word,
                  std::string_view original) const {
    return known_(language, to_utf8(folds == kFoldNone ? word : fold(original, folds).text));
  }

  void add_known(std::u16string_view word, std::string_view original) {
    const double weight = word.size() > 4 ? kLongKnown : kShortKnown;
    double most = 0;
    double level_most = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const double level =
          *candidates_[i] == interface_ ? 0 : known_in(*candidates_[i], candidate_folds_[i], word, original);
      if (level <= 0) continue;
      const bool borrowed = latin_interface_ && candidates_[i]->primary() == "en";
      const double gain = weight * std::min(1., .5 + level) * (borrowed ? kBorrowed : 1);
      by_candidate_[i] += gain;
      most = std::max(most, gain);
      level_most = std::max(level_most, level);
    }
    if (most > 0) {
      const double share = known_in(interface_, interface_folds_, word, original) / level_most;
      interface_claim_ += most * std::max(std::min(1., kAtHome * share), doubt(word));
    }
  }

  void add_letters(std::u16string_view word, bool name) {
    const RowSet rows = spelled_by(word);
    if (rows == 0) return;
    for (std::size_t row = 0; row < telling_row_count(); ++row) {
      if ((rows & bit(row)) != 0) by_letters_[row] += name ? kLettersOfName : kOwnLetters;
    }
  }

  void add_ending(std::u16string_view word, bool name) {
    if (word.size() < kLongWordLetters) return;
    RowSet done = 0;
    for (std::size_t size = std::min(kLongestEnding, word.size() - 2); size >= 2; --size) {
      const RowSet rows = ended_by(word.substr(word.size() - size)) & ~done;
      if (rows == 0) continue;
      done |= rows;
      const double weight = (size < std::size(kEnding) ? kEnding[size] : kLongEnding) * (name ? kLettersOfName : 1);
      for (std::size_t row = 0; row < telling_row_count(); ++row) {
        if ((rows & bit(row)) != 0) by_endings_[row] += weight;
      }
    }
  }

  const Language& interface_;
  const std::vector<const Language*>& candidates_;
  const KnownWord& known_;
  std::size_t interface_row_ = kNoRow;
  bool latin_interface_ = false;
  std::uint32_t interface_folds_ = 0;
  std::vector<std::size_t> candidate_rows_;
  std::vector<std::uint32_t> candidate_folds_;
  std::vector<double> by_candidate_;
  std::array<double, kMostTellingRows> by_words_{};
  std::array<double, kMostTellingRows> by_letters_{};
  std::array<double, kMostTellingRows> by_endings_{};
  std::u16string_view before_;
  std::u16string phrase_;
  std::unordered_set<std::u16string_view> added_;
  double interface_claim_ = 0;
  double doubt_ = 1;
  bool only_name_ = false;  // the query is a name of a few words
  std::size_t looked_up_ = 0;
};

}  // namespace

AskedWords weigh_words(const std::vector<TypedRun>& runs, std::string_view query, std::string_view script,
                       const Language& interface_language, const std::vector<const Language*>& candidates,
                       const KnownWord& known) {
  Weighing weighing(interface_language, candidates, known);
  weighing.look_ahead(runs, script);
  if (query.find("¿") != query.npos || query.find("¡") != query.npos) weighing.add_opening_mark();
  for (const TypedRun& run : runs) {
    if (run.script == script && !run.silent) weighing.add(run, query.substr(run.begin, run.end - run.begin));
  }
  return weighing.result();
}

double certainty_of(double lead) { return 1 - .5 * std::exp2(-std::max(0., lead)); }

}  // namespace pharos::text
