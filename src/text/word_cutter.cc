// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_cutter.h"

#include <algorithm>

#include "pharos/text/segment.h"
#include "text/utf16.h"

namespace pharos::text {
namespace {

constexpr std::size_t kMaxElidedLetters = 5;  // l', qu', dell', jusqu' ... but not aujourd'hui

using Segments = std::vector<Segment>;

class Cutter {
 public:
  Cutter(const std::u16string& text, const LanguageRow& row) : text_(text), row_(row), locale_(row.icu_locale) {}

  std::vector<Word> run(const DomainWords* domain) {
    const Segments segments = segment(text_, locale_);
    if (domain != nullptr) matches_ = domain->find(text_);
    if (matches_.empty()) {
      for (const Segment& one : segments) add_segment(one);
      return std::move(words_);
    }
    for (std::size_t i = 0; i < segments.size();) {
      std::size_t end = i;
      while (end < segments.size() && is_unspaced_word(segments[end])) ++end;
      if (end == i) {
        add_segment(segments[i++]);
      } else {
        add_run(segments, i, end);
        i = end;
      }
    }
    return std::move(words_);
  }

 private:
  bool begins_unspaced(std::uint32_t at) const {
    std::uint32_t next = 0;
    return is_unspaced(point_at(text_, at, next));
  }
  bool is_unspaced_word(const Segment& one) const { return one.word && begins_unspaced(one.begin); }

  void add_segment(const Segment& one) {
    if (one.word) add_word(one.begin, one.end);
  }

  // UAX #29 keeps l'argent, Bitcoin'i and api.example.com whole; readers search for their parts.
  void add_word(std::uint32_t begin, std::uint32_t end) {
    const bool unspaced = begins_unspaced(begin);
    if (!unspaced && row_.words != kWordPlain) {
      const std::size_t apostrophe = std::u16string_view(text_).substr(begin, end - begin).find(u'\'');
      if (apostrophe != std::u16string_view::npos && apostrophe > 0) {
        const auto at = begin + static_cast<std::uint32_t>(apostrophe);
        if ((row_.words & kWordApostropheSuffix) != 0) end = at;
        if ((row_.words & kWordElision) != 0 && apostrophe <= kMaxElidedLetters && at + 1 < end) begin = at + 1;
      }
    }
    words_.push_back({begin, end, unspaced, false});
    add_parts(begin, end);
  }

  // Beside a dotted or underscored name its parts: support.example.com is found by "example".
  void add_parts(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t part = begin;
    bool several = false;
    for (std::uint32_t at = begin; at <= end; ++at) {
      if (at < end && text_[at] != u'.' && text_[at] != u'_') continue;
      several = several || at < end;
      if (several && at > part && !is_digit(text_[part])) words_.push_back({part, at, false, false});
      part = at + 1;
    }
  }

  static bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

  // Segments [first, last) are a run without spaces. Domain words stand beside what tiles it, so that their parts stay
  // findable. Where one cuts a segment (提 现时 间 for 提现 时间) the gap after it is segmented anew, and the cut
  // segment stays beside: the dictionary may have been right (提现金).
  void add_run(const Segments& segments, std::size_t first, std::size_t last) {
    Segments run(segments.begin() + static_cast<std::ptrdiff_t>(first),
                 segments.begin() + static_cast<std::ptrdiff_t>(last));
    const std::vector<DomainMatch> matches = matches_in(run);
    const std::size_t before = words_.size();
    for (const DomainMatch& match : matches) words_.push_back({match.begin, match.end, true, true});
    if (const std::vector<DomainMatch> tiles = longest_from_left(matches); !tiles.empty()) run = cut(run, tiles);
    for (const Segment& one : run) words_.push_back({one.begin, one.end, true, false});
    std::sort(words_.begin() + static_cast<std::ptrdiff_t>(before), words_.end(), stands_before);
    words_.erase(std::unique(words_.begin() + static_cast<std::ptrdiff_t>(before), words_.end(),
                             [](const Word& a, const Word& b) { return a.begin == b.begin && a.end == b.end; }),
                 words_.end());
  }

  // By begin, the longer first; of the same stretch the one that tiles.
  static bool stands_before(const Word& a, const Word& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.beside < b.beside;
  }

  static bool is_boundary(const Segments& run, std::uint32_t at) {
    if (at == run.back().end) return true;
    const auto place = std::lower_bound(run.begin(), run.end(), at,
                                        [](const Segment& one, std::uint32_t wanted) { return one.begin < wanted; });
    return place != run.end() && place->begin == at;
  }

  std::vector<DomainMatch> matches_in(const Segments& run) {
    std::vector<DomainMatch> matches;
    for (; next_match_ < matches_.size() && matches_[next_match_].begin < run.back().end; ++next_match_) {
      const DomainMatch& match = matches_[next_match_];
      if (match.begin < run.front().begin || match.end > run.back().end) continue;
      if (match.may_cut || (is_boundary(run, match.begin) && is_boundary(run, match.end))) matches.push_back(match);
    }
    return matches;
  }

  static std::vector<DomainMatch> longest_from_left(const std::vector<DomainMatch>& matches) {
    std::vector<DomainMatch> tiles;
    for (const DomainMatch& match : matches) {
      if (tiles.empty() || match.begin >= tiles.back().end) tiles.push_back(match);
    }
    return tiles;
  }

  // What tiles the run when no segment reaches across the end of a domain word.
  Segments cut(const Segments& run, const std::vector<DomainMatch>& tiles) {
    Segments pieces;
    std::uint32_t at = run.front().begin;
    for (const DomainMatch& tile : tiles) {
      add_gap(pieces, run, at, tile.begin);
      add_clipped(pieces, run, tile.begin, tile.end);
      at = tile.end;
    }
    add_gap(pieces, run, at, run.back().end);
    for (const Segment& one : run) {
      // One that begins before the domain word would leave no tile where it ends.
      const bool is_cut = std::any_of(tiles.begin(), tiles.end(), [&](const DomainMatch& tile) {
        return tile.begin < one.begin && one.begin < tile.end && tile.end < one.end;
      });
      if (is_cut) words_.push_back({one.begin, one.end, true, true});
    }
    return pieces;
  }

  void add_gap(Segments& pieces, const Segments& run, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    if (is_boundary(run, begin) && is_boundary(run, end)) return add_clipped(pieces, run, begin, end);
    for (const Segment& one : segment(std::u16string_view(text_).substr(begin, end - begin), locale_)) {
      if (one.word) pieces.push_back({begin + one.begin, begin + one.end, true});
    }
  }

  static void add_clipped(Segments& pieces, const Segments& run, std::uint32_t begin, std::uint32_t end) {
    auto one = std::upper_bound(run.begin(), run.end(), begin,
                                [](std::uint32_t wanted, const Segment& other) { return wanted < other.end; });
    for (; one != run.end() && one->begin < end; ++one) {
      pieces.push_back({std::max(one->begin, begin), std::min(one->end, end), true});
    }
  }

  const std::u16string& text_;
  const LanguageRow& row_;
  const std::string locale_;
  std::vector<DomainMatch> matches_;
  std::size_t next_match_ = 0;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> cut_words(const std::u16string& folded, const LanguageRow& row, const DomainWords* domain) {
  return Cutter(folded, row).run(domain);
}

}  // namespace pharos::text
