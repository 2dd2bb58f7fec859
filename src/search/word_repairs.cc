// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_repairs.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/keys.h"
#include "pharos/text/segment.h"
#include "pharos/text/word_sequence.h"
#include "search/run_decoder.h"

namespace pharos::search {
namespace {

constexpr std::size_t kMostAtAPlace = 3;
constexpr double kLessLikely = .6;  // what the second and third reading of a place are worth
constexpr double kOneError = .85;
constexpr double kTwoErrors = .65;
constexpr double kErrorInKey = .8;
constexpr double kLeftOut = .6;
constexpr std::size_t kMostConsidered = 12;  // before the context chooses
constexpr double kEachWrongMark = .08;
constexpr double kSwapped = .03;
constexpr double kOutOfContext = .8;  // beside a reading whose neighbours it has in the index
constexpr double kRunTogether = .8;
// Of the letters of a reading that the index must know before it is believed.
constexpr double kBelievedSplit = .85;
constexpr double kBelievedLongSplit = .6;
constexpr std::size_t kLongRun = 20;
constexpr std::size_t kShortestSplit = 6;
constexpr std::uint32_t kShortestPart = 3;
constexpr std::size_t kShortestMendedPart = 4;
constexpr double kMendedSplit = .65;
constexpr std::size_t kLongWord = 12;  // from here on two words run together are likelier than an error in one
constexpr std::size_t kShortKatakana = 3;
constexpr std::size_t kShortWord = 4;  // up to here the first letter is right, or it is another word

bool has(const text::KeyRow& row, text::KeyFlag flag) { return (row.flags & flag) != 0; }

bool is_arabic(char16_t unit) { return unit >= 0x0620 && unit <= 0x06FF; }
bool is_hangul(char16_t unit) { return unit >= 0xAC00 && unit <= 0xD7A3; }
bool is_han(char16_t unit) { return unit >= 0x3400 && unit <= 0x9FFF; }

bool is_katakana(char16_t unit) { return unit >= 0x30A1 && unit <= 0x30FE; }

// Letters that many do not tell apart by ear; a word's first letter is mistaken for no other.
bool sound_alike(char16_t a, char16_t b) {
  constexpr std::u16string_view kAlike = u"ضظسصتطذزاعбпдтзс";
  if (a == b) return true;
  const std::size_t at = kAlike.find(a);
  return at != std::u16string_view::npos && kAlike[at ^ 1] == b;
}

// Kana for kana is no reading of characters.
std::string_view kind_of(const text::KeyRow& row, const std::string& to) {
  if (row.name != "reading" && row.name != "romaji") return row.name;
  const std::u16string word = text::to_utf16(to);
  return row.name == "reading" && std::none_of(word.begin(), word.end(), is_han) ? "kana" : row.name;
}

class WordRepairs {
 public:
  WordRepairs(const std::string& text, const TypedWord& typed, const LanguageIndex& index)
      : text_(text), typed_(typed), index_(index) {}

  std::vector<Repair> all() {
    read_by_keys();
    read_lone_character();
    const bool sure = std::any_of(readings_.begin(), readings_.end(), [](const Repair& r) { return r.factor > .8; });
    // Marks that are typed and do not fit say that something else is wrong: ngời is người rather than ngồi.
    const bool marked = text::to_utf8(text::without_marks(text::to_utf16(typed_.term))) != typed_.term;
    if ((!sure || marked) && !typed_.protected_from_typos) read_with_errors();
    if (!sure && (readings_.empty() || typed_.term.size() > kLongWord)) split_run();
    weigh_by_context();
    std::stable_sort(readings_.begin(), readings_.end(),
                     [](const Repair& a, const Repair& b) { return a.factor > b.factor; });
    if (readings_.size() > kMostAtAPlace) readings_.resize(kMostAtAPlace);
    return std::move(readings_);
  }

 private:
  std::string word(std::uint32_t number) const { return std::string(index_.lexicon().word(number)); }

  // усдц is no usdt: what one letter makes another is nobody's typing error.
  static bool is_exact(const std::string& word) {
    return is_ticker(word) || word.find_first_of("0123456789") != std::string::npos;
  }

  // Of 定数 for which a 定 alone was typed; the sentence tells which of its words. Chinese is typed by sound, and has
  // words of one character.
  void read_lone_character() {
    const std::u16string folded = text::to_utf16(typed_.term);
    if (folded.size() != 1 || !is_han(folded[0]) || typed_.protected_from_typos) return;
    if ((index_.analyzer().row().folds & text::kFoldHanSimplified) != 0 || beside_han()) return;
    for (const std::uint32_t number : index_.keys().with_character(folded[0])) {
      const std::u16string to = text::to_utf16(word(number));
      if (to.size() != 2 || !std::all_of(to.begin(), to.end(), is_han)) continue;
      if (!add_reading(number, "typo", kLeftOut) || readings_.size() == kMostConsidered) break;
    }
  }

  bool beside_han() const {
    const std::u16string before = text::to_utf16(text_.substr(0, typed_.begin));
    const std::u16string behind = text::to_utf16(text_.substr(typed_.end));
    return (!before.empty() && is_han(before.back())) || (!behind.empty() && is_han(behind.front()));
  }

  void read_by_keys() {
    const std::u16string folded = text::to_utf16(typed_.term);
    const std::vector<text::KeyRow>& rows = text::key_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (has(rows[i], text::kKeyWholeChunk) || !index_.keys().has_row(i)) continue;
      // A single character sounds like dozens of others: chance has too many to offer.
      if (folded.size() == 1 && is_han(folded[0])) continue;
      const text::Keys keys = rows[i].of_typed(folded);
      double worth = static_cast<double>(rows[i].factor);
      std::size_t before = readings_.size();
      for (const std::u16string& key : keys) {
        for (const std::uint32_t number : index_.keys().with_key(i, key)) {
          if (!add_reading(number, kind_of(rows[i], word(number)), worth)) break;
          worth = static_cast<double>(rows[i].factor) * kLessLikely;
          if (readings_.size() - before >= kMostAtAPlace) break;
        }
      }
      if (readings_.size() > before || !has(rows[i], text::kKeyMisspelled) || typed_.protected_from_typos) continue;
      // An error in whole syllables is a plain one.
      if (std::all_of(folded.begin(), folded.end(), is_hangul)) continue;
      for (const std::u16string& key : keys) {
        if (error_budget(key.size()) == 0) continue;
        worth = static_cast<double>(rows[i].factor) * kErrorInKey;
        before = readings_.size();
        for (const std::uint32_t number : index_.keys().near_key(i, key)) {
          if (readings_.size() - before >= 2) break;
          if (is_exact(word(number))) continue;
          add_reading(number, rows[i].name, worth);
          worth *= kLessLikely;
        }
        break;
      }
    }
  }

  bool add_reading(std::uint32_t number, std::string_view kind, double worth) {
    std::string to = word(number);
    if (to == typed_.term) return false;
    const auto same = [&](const Repair& repair) { return repair.to == to; };
    if (std::none_of(readings_.begin(), readings_.end(), same)) {
      readings_.push_back({typed_.begin, typed_.end, std::move(to), kind, worth});
    }
    return true;
  }

  // How many letters a word counts for typing errors. Hangul is compared by its letters; of two syllables four letters
  // make too many words.
  std::size_t letters_of(const std::u16string& compared) const {
    const std::u16string units = text::to_utf16(typed_.term);
    if (!std::all_of(units.begin(), units.end(), is_hangul)) return count_points(typed_.term);
    return units.size() > 2 ? compared.size() : units.size() + (compared.size() - units.size() + 1) / 2;
  }

  void read_with_errors() {
    const std::u16string letters = text::gram_text(typed_.term);
    const std::u16string units = text::to_utf16(typed_.term);
    const bool hangul = is_hangul(units[0]);
    const bool katakana = std::all_of(units.begin(), units.end(), is_katakana);
    // Of other scripts without spaces the words are not known before they are right: respelled_runs().
    if (typed_.unspaced && !hangul && !katakana) return;
    const std::size_t length = letters_of(letters);
    const bool short_katakana = katakana && length == kShortKatakana;
    const std::size_t budget = short_katakana ? 1 : error_budget(length);
    if (budget == 0) return;
    std::vector<Candidate> candidates;
    for (const Speller::Near& near : index_.keys().near_word(typed_.term, budget)) {
      const std::string to = word(near.number);
      if (near.distance == 0 || (is_exact(to) && !same_digits(to))) continue;
      const std::u16string of_word = text::gram_text(to);
      const bool same_start = sound_alike(of_word.front(), letters.front());
      if (!same_start && !hangul && length <= kShortWord) continue;
      const bool swapped = of_word.size() == letters.size() &&
                           std::is_permutation(of_word.begin(), of_word.end(), letters.begin(), letters.end());
      // ラスオ and オンダ, but no other word of three letters.
      if (short_katakana && of_word.size() <= length && !swapped) continue;
      double worth = worth_of(near) - (same_start ? 0 : .15) + (swapped ? kSwapped : 0);
      if (!hangul) {
        const std::size_t with_marks = edit_distance(units, text::to_utf16(to), near.distance + 2);
        if (with_marks > near.distance) worth -= kEachWrongMark * static_cast<double>(with_marks - near.distance);
      }
      candidates.push_back({near.number, worth});
    }
    add_without_article(units, candidates);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.worth > b.worth; });
    const double best = candidates.empty() ? 0 : candidates.front().worth;
    for (std::size_t i = 0; i < std::min(candidates.size(), kMostAtAPlace); ++i) {
      if (candidates[i].worth < best - .15) break;
      add_reading(candidates[i].word, "typo", std::min(candidates[i].worth, .9) * (i == 0 ? 1 : kLessLikely));
    }
  }

  struct Candidate {
    std::uint32_t word;
    double worth;
  };

  double worth_of(const Speller::Near& near) const {
    const double frequency = std::log(1.0 + index_.lexicon().sections(near.number)) / 20;
    return (near.distance == 1 ? kOneError : kTwoErrors) + std::min(frequency, .1);
  }

  // internet2 for intenret2: the digits are right, and the letters before them are a word's.
  bool same_digits(const std::string& to) const {
    const auto tail = [](const std::string& word) { return word.substr(word.find_last_not_of("0123456789") + 1); };
    const std::string digits = tail(typed_.term);
    return !digits.empty() && tail(to) == digits && to.find_first_of("0123456789") == to.size() - digits.size() &&
           !is_ticker(to);
  }

  // The index may have the word without the article, or with it only: المعركة, معركة.
  void add_without_article(const std::u16string& units, std::vector<Candidate>& candidates) const {
    if (!is_arabic(units[0])) return;
    static constexpr std::u16string_view kArticle = u"ال";
    static constexpr std::u16string_view kArticles[] = {u"ال", u"وال", u"بال", u"لل"};
    std::u16string other = std::u16string(kArticle) + units;
    for (const std::u16string_view article : kArticles) {
      if (units.size() > article.size() && units.compare(0, article.size(), article) == 0) {
        other = units.substr(article.size());
        break;
      }
    }
    if (error_budget(std::min(other.size(), units.size())) == 0) return;
    for (const Speller::Near& near : index_.keys().near_word(text::to_utf8(other), 1)) {
      if (near.distance > 0) candidates.push_back({near.number, worth_of(near)});
    }
  }

  // Of several readings those are likelier that the index has beside the words before or behind.
  void weigh_by_context() {
    if (readings_.size() < 2) return;
    const std::vector<text::SequenceWord> words = text::word_sequence(index_.analyzer(), text_);
    std::optional<std::uint32_t> before;
    std::optional<std::uint32_t> behind;
    for (const text::SequenceWord& one : words) {
      if (one.part) continue;
      if (one.end <= typed_.begin) before = index_.lexicon().find(one.term);
      if (one.begin >= typed_.end) {
        behind = index_.lexicon().find(one.term);
        break;
      }
    }
    std::vector<bool> fits;
    for (const Repair& reading : readings_) {
      const auto number = index_.lexicon().find(reading.to);
      fits.push_back(number && ((before && together(*before, *number)) || (behind && together(*number, *behind))));
    }
    if (std::find(fits.begin(), fits.end(), true) == fits.end()) return;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      // Of several words that one was read as the neighbours are not asked.
      if (!fits[i] && index_.lexicon().find(readings_[i].to)) readings_[i].factor *= kOutOfContext;
    }
  }

  // Words run together: withdrawusdt, đổimậtkhẩu, quenmatkhau.
  void split_run() {
    const std::u16string run = text::to_utf16(typed_.term);
    if (typed_.unspaced || run.size() < kShortestSplit || is_ticker(typed_.term)) return;
    // A code has digits all over; a sentence without spaces has a year.
    const auto is_digit = [](char16_t unit) { return unit >= u'0' && unit <= u'9'; };
    const auto digits = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_digit));
    if (digits > 0 && (digits * 5 > run.size() || run.size() < kLongWord)) return;
    const std::vector<bool> begins = capitals(run);
    const double believed = run.size() < kLongRun ? kBelievedSplit : kBelievedLongSplit;
    const auto believable = [&](const DecodedRun& decoded) {
      return decoded.pieces.size() >= 2 && decoded.known_share >= believed &&
             (run.size() > kLongWord || stands_by_itself(decoded));
    };
    DecodedRun decoded = decode_run(
        run, index_, [&](std::u16string_view part) { return same_word(part); }, begins);
    if (!believable(decoded)) {
      decoded = decode_run(
          run, index_, [&](std::u16string_view part) { return without_marks(part); }, begins);
      if (!believable(decoded)) return split_with_error(run);
    }
    std::string to;
    for (const DecodedRun::Piece& piece : decoded.pieces) {
      if (!to.empty()) to += ' ';
      to += piece.word >= 0 ? word(static_cast<std::uint32_t>(piece.word))
                            : text::to_utf8(std::u16string_view(run).substr(piece.begin, piece.end - piece.begin));
    }
    readings_.push_back({typed_.begin, typed_.end, to, "split", kRunTogether});
  }

  // Bits of words are in every unknown word: a letter that is nothing and beside it one of two letters say nothing.
  static bool stands_by_itself(const DecodedRun& decoded) {
    bool unknown = false;
    bool bits = false;
    for (const DecodedRun::Piece& piece : decoded.pieces) {
      const std::uint32_t letters = piece.end - piece.begin;
      unknown = unknown || (piece.word < 0 && letters < kShortestPart);
      bits = bits || (piece.word >= 0 && letters < kShortestPart);
    }
    return !(unknown && bits);
  }

  bool together(std::uint32_t first, std::uint32_t second) const {
    return index_.lexicon().neighbours(
               text::neighbour_hash(text::TermClass::kPair, index_.shape(first).stem, index_.shape(second).stem)) > 0;
  }

  // ... and an error in one of them: resetpasword. The longer the word that is right, the surer.
  void split_with_error(const std::u16string& run) {
    if (run.size() < 2 * kShortestMendedPart || run.size() > kLongRun || typed_.protected_from_typos) return;
    for (std::size_t size = run.size() - kShortestMendedPart; size >= kShortestMendedPart; --size) {
      for (const bool first : {true, false}) {
        const std::string right = text::to_utf8(first ? run.substr(0, size) : run.substr(run.size() - size));
        if (!index_.lexicon().find(right)) continue;
        const std::string wrong = text::to_utf8(first ? run.substr(size) : run.substr(0, run.size() - size));
        const std::vector<Speller::Near> near = index_.keys().near_word(wrong, 1);
        const auto best = std::find_if(near.begin(), near.end(), [&](const Speller::Near& one) {
          return !is_exact(word(one.number)) && word(one.number).size() >= kShortestMendedPart;
        });
        if (best == near.end()) continue;
        const std::string mended = word(best->number);
        const std::string to = first ? right + ' ' + mended : mended + ' ' + right;
        readings_.push_back({typed_.begin, typed_.end, to, "split", kMendedSplit});
        return;
      }
    }
  }

  // Where capitals inside the word say that another begins.
  std::vector<bool> capitals(const std::u16string& run) const {
    std::vector<bool> begins;
    const std::u16string raw = text::to_utf16(text_.substr(typed_.begin, typed_.end - typed_.begin));
    if (raw.size() != run.size() || raw == run) return begins;
    std::size_t same = 0;
    for (std::size_t i = 1; i < run.size(); ++i) same += raw[i] == run[i] ? 1 : 0;
    if (same == 0) return begins;
    for (std::size_t i = 0; i < run.size(); ++i) begins.push_back(raw[i] != run[i]);
    return begins;
  }

  WordGroups::Range same_word(std::u16string_view part) const {
    thread_local std::uint32_t number = 0;
    const auto found = index_.lexicon().find(text::to_utf8(part));
    if (!found) return {};
    number = *found;
    return {&number, &number + 1};
  }

  WordGroups::Range without_marks(std::u16string_view part) const {
    constexpr std::size_t kUnaccented = 0;  // the first row of the table
    return part.size() < 2 ? WordGroups::Range() : index_.keys().with_key(kUnaccented, part);
  }

  const std::string& text_;
  const TypedWord& typed_;
  const LanguageIndex& index_;
  std::vector<Repair> readings_;
};

}  // namespace

std::vector<Repair> word_repairs(const std::string& text, const TypedWord& word, const LanguageIndex& index) {
  return WordRepairs(text, word, index).all();
}

}  // namespace pharos::search
