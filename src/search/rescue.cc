// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/rescue.h"

#include <algorithm>
#include <optional>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/keys.h"
#include "pharos/text/neighbours.h"
#include "pharos/text/segment.h"
#include "search/layout_repair.h"
#include "search/respelled_runs.h"
#include "search/restore_marks.h"
#include "search/run_decoder.h"
#include "search/script_runs.h"
#include "search/typed_pieces.h"
#include "search/word_repairs.h"

namespace pharos::search {
namespace {

constexpr double kTornApart = .85;
// Of the letters of a run of keys that the index must know before it is believed.
constexpr double kBelievedRun = .75;
constexpr std::size_t kMostKeysOfRun = 4;
constexpr std::size_t kShortestJoined = 5;

bool has(const text::KeyRow& row, text::KeyFlag flag) { return (row.flags & flag) != 0; }

bool is_katakana(const std::string& word) {
  const std::u16string units = text::to_utf16(word);
  return std::all_of(units.begin(), units.end(), [](char16_t unit) { return unit >= 0x30A1 && unit <= 0x30FE; });
}

bool needs_no_space(const std::string& word) {
  const char32_t point = decode_utf8(word, 0).point;
  return text::is_unspaced(point) && !(point >= 0xAC00 && point <= 0xD7A3);
}

class Rescue {
 public:
  Rescue(const std::string& text, const LanguageIndex& index, const LanguageIndex* also)
      : text_(text), index_(index), pieces_(typed_pieces(text, index, also)), foreign_(also != nullptr) {}

  std::vector<Repair> all() {
    // Another language's text is right as it is there: only single words of it may be this language's.
    if (!foreign_) {
      found_ = swapped_within_words(text_, pieces_, index_);
      for (Repair& repair : repair_script_runs(text_, index_)) keep(std::move(repair));
    }
    const bool known =
        std::all_of(pieces_.begin(), pieces_.end(), [](const TypedPiece& piece) { return piece.all_known(); });
    if (!known) read_runs_of_keys();
    for (const TypedPiece& piece : pieces_) {
      if ((!piece.all_known() || piece.odd_signs) && !taken(piece.begin, piece.end)) repair_piece(piece);
    }
    join_torn_words();
    if (!foreign_) {
      for (Repair& repair : respelled_runs(text_, pieces_, index_)) keep_likelier(std::move(repair));
      for (Repair& repair : restored_marks(text_, index_)) keep(std::move(repair));
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Repair& a, const Repair& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.factor > b.factor;
    });
    return std::move(found_);
  }

 private:
  bool taken(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Repair& repair) { return repair.begin < end && begin < repair.end; });
  }

  void keep(Repair repair) {
    if (!taken(repair.begin, repair.end)) found_.push_back(std::move(repair));
  }

  std::uint32_t seen(const std::string& text) const {
    const auto number = index_.lexicon().find(text);
    return number ? index_.lexicon().sections(*number) : 0;
  }

  // 称略 is 略称 rather than 省略, which it sounds like, where the index has more of it.
  void keep_likelier(Repair repair) {
    const auto overlaps = [&](const Repair& other) { return repair.begin < other.end && other.begin < repair.end; };
    for (const Repair& other : found_) {
      if (!overlaps(other)) continue;
      if (other.kind != "reading" || other.begin < repair.begin || other.end > repair.end) return;
      if (seen(other.to) >= seen(repair.to)) return;
    }
    std::erase_if(found_, overlaps);
    found_.push_back(std::move(repair));
  }

  std::string word(std::uint32_t number) const { return std::string(index_.lexicon().word(number)); }

  // A piece between spaces as a whole, then word by word.
  void repair_piece(const TypedPiece& piece) {
    if (std::optional<Repair> repair = layout_repair(text_, piece, index_)) {
      found_.push_back(std::move(*repair));
      return;
    }
    for (const TypedWord& typed : piece.words) {
      if (typed.known || taken(typed.begin, typed.end)) continue;
      const std::vector<Repair> readings = word_repairs(text_, typed, index_);
      found_.insert(found_.end(), readings.begin(), readings.end());
    }
  }

  // --- several pieces

  // Words torn apart: with drawal, パス ワード.
  void join_torn_words() {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (pieces_[i].words.size() != 1 || pieces_[i + 1].words.size() != 1) continue;
      const TypedWord& first = pieces_[i].words[0];
      const TypedWord& second = pieces_[i + 1].words[0];
      const std::string joined = first.term + second.term;
      if (!are_torn(first, second, joined)) continue;
      // What is known as it stands may be meant so.
      if (!first.known || !second.known) {
        std::erase_if(found_,
                      [&](const Repair& repair) { return repair.begin < second.end && first.begin < repair.end; });
      } else if (taken(first.begin, second.end)) {
        continue;
      }
      found_.push_back({first.begin, second.end, joined, "join", kTornApart});
    }
  }

  bool are_torn(const TypedWord& first, const TypedWord& second, const std::string& joined) const {
    const std::size_t letters = count_points(joined);
    if (first.unspaced || second.unspaced) {
      return letters >= kShortestJoined && is_katakana(joined) && index_.lexicon().find(joined);
    }
    if (!first.known || !second.known) {
      constexpr std::size_t kFewestOfAPart = 2;
      return letters >= kShortestJoined && count_points(first.term) >= kFewestOfAPart &&
             count_points(second.term) >= kFewestOfAPart && index_.knows(joined);
    }
    return letters >= kShortestJoined && !stand_together(first.term, second.term) && index_.knows(joined);
  }

  bool stand_together(const std::string& first, const std::string& second) const {
    const auto a = index_.lexicon().find(first);
    const auto b = index_.lexicon().find(second);
    if (!a || !b) return false;
    return index_.lexicon().neighbours(
               text::neighbour_hash(text::TermClass::kPair, index_.shape(*a).stem, index_.shape(*b).stem)) > 1;
  }

  // Latin letters of an input method, with or without spaces between the words: ti xian mei dao zhang.
  void read_runs_of_keys() {
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i;
      while (end < pieces_.size() && is_latin_unknown(pieces_[end])) ++end;
      if (end == i) {
        ++i;
        continue;
      }
      read_run(i, end);
      i = end;
    }
  }

  static bool is_latin_unknown(const TypedPiece& piece) {
    if (piece.words.empty()) return false;
    return std::all_of(piece.words.begin(), piece.words.end(),
                       [](const TypedWord& typed) {
                         return !typed.unspaced && !typed.protected_from_typos &&
                                static_cast<unsigned char>(typed.term[0]) < 0x80;
                       }) &&
           std::any_of(piece.words.begin(), piece.words.end(), [](const TypedWord& typed) { return !typed.known; }) &&
           (piece.words.size() == 1 || piece.hyphened);
  }

  struct ReadRun {
    std::size_t row = 0;
    DecodedRun decoded;
    double worth = 0;
  };

  void read_run(std::size_t first, std::size_t last) {
    std::u16string run;
    for (std::size_t i = first; i < last; ++i) {
      for (std::size_t w = 0; w < pieces_[i].words.size(); ++w) {
        if (w > 0) run += u'-';
        run += text::to_utf16(pieces_[i].words[w].term);
      }
    }
    const ReadRun best = best_reading(run);
    // A single word is left to word_repairs(), which knows its other readings too.
    const bool single = best.decoded.pieces.size() == 1 && best.decoded.known_share >= 1;
    const bool one_word = last - first == 1 && pieces_[first].words.size() == 1;
    if (best.worth == 0 || (single && one_word)) return;
    std::string to;
    for (const DecodedRun::Piece& piece : best.decoded.pieces) {
      if (piece.word < 0) continue;
      const std::string next = word(static_cast<std::uint32_t>(piece.word));
      // Korean keeps its spaces.
      if (!to.empty() && !needs_no_space(next)) to += ' ';
      to += next;
    }
    keep({pieces_[first].begin, pieces_[last - 1].end, to, text::key_rows()[best.row].name, best.worth});
  }

  ReadRun best_reading(const std::u16string& run) const {
    ReadRun best;
    const std::vector<text::KeyRow>& rows = text::key_rows();
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!has(rows[row], text::kKeyRunsOn) || !index_.keys().has_row(row)) continue;
      const auto factor = static_cast<double>(rows[row].factor);
      if (best.worth >= factor) continue;
      const text::Keys keys = rows[row].of_typed(run);
      for (std::size_t k = 0; k < std::min(keys.size(), kMostKeysOfRun); ++k) {
        DecodedRun decoded =
            decode_run(keys[k], index_, [&](std::u16string_view part) { return index_.keys().with_key(row, part); });
        const double worth = factor * decoded.known_share;
        if (decoded.known_share < kBelievedRun || decoded.pieces.empty() || worth <= best.worth) continue;
        best = {row, std::move(decoded), worth};
      }
    }
    return best;
  }

  const std::string& text_;
  const LanguageIndex& index_;
  std::vector<TypedPiece> pieces_;
  bool foreign_;
  std::vector<Repair> found_;
};

}  // namespace

std::vector<Repair> repairs(const std::string& text, const LanguageIndex& index, const LanguageIndex* also) {
  return Rescue(text, index, also).all();
}

std::string repaired(const std::string& text, const std::vector<Repair>& found) {
  std::string out;
  std::uint32_t at = 0;
  for (const Repair& repair : found) {
    if (repair.begin < at) continue;
    out += text.substr(at, repair.begin - at);
    out += repair.to;
    at = repair.end;
  }
  return out + text.substr(at);
}

}  // namespace pharos::search
