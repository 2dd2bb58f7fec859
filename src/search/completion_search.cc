// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/completion_search.h"

#include <algorithm>
#include <utility>

#include "pharos/text/fold.h"
#include "pharos/text/keys.h"
#include "pharos/text/segment.h"
#include "search/typed_pieces.h"

namespace pharos::search {
namespace {

constexpr std::size_t kMostWords = 16;
constexpr std::size_t kLeastMisspelledJamo = 5;  // two syllables
constexpr std::uint32_t kSpacedLetters = kLettersLatin | kLettersCyrillic | kLettersSemitic;

std::vector<TypedChunk> chunks_of(std::string_view prefix, const CompletionReader& reader) {
  std::vector<TypedChunk> chunks;
  while (!prefix.empty() && chunks.size() < kMostWords) {
    const std::string_view raw = prefix.substr(0, prefix.find(' '));
    prefix.remove_prefix(std::min(prefix.size(), raw.size() + 1));
    const std::u16string folded = reader.fold(raw).text;
    const std::u16string_view word = without_punctuation(folded);
    if (!word.empty()) chunks.push_back({text::to_utf16(raw), std::u16string(word), !chunks.empty()});
  }
  return chunks;
}

std::vector<TypedChunk> split_at_scripts(const std::vector<TypedChunk>& chunks) {
  std::vector<TypedChunk> pieces;
  for (const TypedChunk& chunk : chunks) {
    const std::u16string_view text = chunk.folded;
    for (std::size_t begin = 0; begin < text.size();) {
      const bool unspaced = text::is_unspaced(text[begin]) || letters_of(text[begin]) == kLettersHangul;
      std::size_t end = begin + 1;
      while (end < text.size() &&
             (text::is_unspaced(text[end]) || letters_of(text[end]) == kLettersHangul) == unspaced) {
        ++end;
      }
      const std::u16string_view piece = without_punctuation(text.substr(begin, end - begin));
      if (!piece.empty()) pieces.push_back({std::u16string(piece), std::u16string(piece), !pieces.empty()});
      begin = end;
    }
  }
  if (pieces.size() > kMostWords) pieces.resize(kMostWords);
  return pieces;
}

bool is_latin(std::u16string_view text) {
  return std::all_of(text.begin(), text.end(), [](char16_t unit) {
    return letters_of(unit) == kLettersLatin || unit == u'\'' || (unit >= u'0' && unit <= u'9');
  });
}

std::vector<TypedChunk> joined_latin(const std::vector<TypedChunk>& pieces) {
  std::vector<TypedChunk> joined;
  for (const TypedChunk& piece : pieces) {
    if (!joined.empty() && is_latin(joined.back().folded) && is_latin(piece.folded)) {
      joined.back().folded += piece.folded;
    } else {
      joined.push_back(piece);
    }
  }
  if (joined.size() == pieces.size()) joined.clear();
  return joined;
}

bool same_words(const std::vector<TypedChunk>& a, const std::vector<TypedChunk>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const TypedChunk& left, const TypedChunk& right) { return left.folded == right.folded; });
}

// In these scripts one character is a word, or as good as one.
bool says_much(char16_t unit) { return (letters_of(unit) & (kLettersChinese | kLettersHangul)) != 0; }

}  // namespace

CompletionSearch::CompletionSearch(const CompletionTable& table, std::string_view prefix)
    : table_(table),
      chunks_(chunks_of(prefix, table.reader())),
      pieces_(split_at_scripts(chunks_)),
      joined_(joined_latin(pieces_)),
      given_(table.size(), false) {
  const std::u16string folded = without_marks_unit_by_unit(table.reader().fold(prefix).text);
  whole_ = without_punctuation(folded);
}

void CompletionSearch::add(Matches& matches, const PrefixArray::Range& range, std::size_t letters,
                           std::uint16_t ignored) const {
  if (range.empty()) return;
  if (matches.by_entry.empty()) matches.by_entry.resize(table_.size());
  for (const PrefixArray::Item& item : range) {
    if ((item.flags & ignored) != 0) continue;
    const std::uint8_t cost = (item.flags & CompletionTable::kFirst) != 0        ? 0
                              : (item.flags & CompletionTable::kInsideWord) != 0 ? 2
                                                                                 : 1;
    Found& found = matches.by_entry[item.entry];
    const std::size_t end = letters == 0 ? 0 : item.place + letters;
    if (found.cost < cost || (found.cost == cost && found.begin < item.place)) continue;
    if (found.cost == cost && found.begin == item.place && found.end >= end) continue;
    found = {cost, item.place, static_cast<std::uint16_t>(end), static_cast<std::uint16_t>(keys_.size() - 1)};
    matches.any = true;
  }
}

void CompletionSearch::add_written(Matches& matches, std::u16string_view key) const {
  const bool little = key.size() == 1 && !says_much(key[0]);
  add(matches, table_.written().find(key), key.size(), little ? CompletionTable::kInsideWord : 0);
}

bool CompletionSearch::add_keyed(Matches& matches, const std::vector<KeyPrefix>& prefixes) {
  bool any = false;
  std::size_t longest = 0;  // what signs around it may also have been letters, were letters if that finds something
  for (const KeyPrefix& prefix : prefixes) {
    if (prefix.row == kWrittenRow) {
      if (prefix.key.size() < longest || !table_.has_marked_letters(prefix.key)) continue;
      const PrefixArray::Range range = table_.written().find(without_marks_unit_by_unit(prefix.key));
      if (range.empty()) continue;
      any = true;
      longest = prefix.key.size();
      add(matches, range, prefix.key.size(), 0);
      continue;
    }
    const PrefixArray::Range range = table_.keyed(prefix.row).find(prefix.key);
    any = any || !range.empty();
    keys_.push_back({prefix.row, prefix.key, prefix.key.size()});
    add(matches, range, 0, 0);
  }
  return any;
}

bool CompletionSearch::add_misspelled(Matches& matches, const TypedChunk& typed, std::size_t least) {
  const auto is_of = [&](std::uint32_t letters) {
    return std::all_of(typed.folded.begin(), typed.folded.end(),
                       [letters](char16_t unit) { return (letters_of(unit) & letters) != 0; });
  };
  const std::size_t capitals = static_cast<std::size_t>(
      std::count_if(typed.raw.begin(), typed.raw.end(), [](char16_t unit) { return unit >= u'A' && unit <= u'Z'; }));
  if (capitals == typed.raw.size() || is_ticker(text::to_utf8(typed.folded))) return false;
  bool any = false;
  constexpr std::uint16_t kIgnored = CompletionTable::kInsideWord | CompletionTable::kCode;
  if (typed.folded.size() >= least && is_of(kSpacedLetters)) {
    for (const PrefixArray::Near& near : table_.written().near(without_marks_unit_by_unit(typed.folded))) {
      if (near.letters < kLeastMisspelled) continue;
      any = true;
      add(matches, near.range, near.letters, kIgnored);
    }
  } else if (is_of(kLettersHangul) && jamo_row() != kWrittenRow) {
    for (const std::u16string& key : text::key_rows()[jamo_row()].of_typed(typed.folded)) {
      if (key.size() < kLeastMisspelledJamo) continue;
      for (const PrefixArray::Near& near : table_.keyed(jamo_row()).near(key)) {
        any = true;
        keys_.push_back({jamo_row(), {}, near.letters});
        add(matches, near.range, 0, kIgnored);
      }
    }
  }
  return any;
}

bool CompletionSearch::as_written(const TakeLine& take) {
  std::vector<Matches> words(pieces_.size());
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    add_written(words[i], without_marks_unit_by_unit(pieces_[i].folded));
    if (!words[i].any) return true;
  }
  return give(words, true, take);
}

bool CompletionSearch::is_finished_word() const {
  if (pieces_.empty() || text::is_unspaced(pieces_.back().folded[0])) return false;
  const std::u16string key = without_marks_unit_by_unit(pieces_.back().folded);
  const PrefixArray::Range range = table_.written().find(key);
  if (range.empty()) return false;
  // Signs come before letters: if the key is a whole word of a line, it is so in the first.
  const std::u16string& line = table_.key(range.first->entry);
  const std::size_t end = range.first->place + key.size();
  return end >= line.size() || (line[end] < u'a' && (line[end] < u'0' || line[end] > u'9'));
}

bool CompletionSearch::by_keys(WayStage stage, const TakeLine& take) {
  for (const HalfTypedWay& way : half_typed_ways()) {
    if (way.stage != stage) continue;
    if (way.runs_on && !joined_.empty() && !by_way(way, joined_, take)) return false;
    if (!by_way(way, chunks_, take)) return false;
    if (!way.whole_chunk && !same_words(chunks_, pieces_) && !by_way(way, pieces_, take)) return false;
  }
  return true;
}

bool CompletionSearch::by_way(const HalfTypedWay& way, const Words& words, const TakeLine& take) {
  keys_.clear();
  std::vector<Matches> matches(words.size());
  bool any = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (add_keyed(matches[i], key_prefixes(way, words[i], table_.letters()))) any = true;
  }
  if (!any) return true;
  for (std::size_t i = 0; i < words.size() && words.size() > 1; ++i) {
    add_written(matches[i], without_marks_unit_by_unit(words[i].folded));
  }
  return give(matches, false, take);
}

bool CompletionSearch::misspelled(std::size_t least, const TakeLine& take) {
  keys_.clear();
  std::vector<Matches> words(pieces_.size());
  bool any = false;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    add_written(words[i], without_marks_unit_by_unit(pieces_[i].folded));
    if (!words[i].any && add_misspelled(words[i], pieces_[i], least)) any = true;
  }
  return !any || give(words, false, take);
}

std::uint32_t CompletionSearch::score(std::uint32_t entry, unsigned cost, bool contiguous) const {
  constexpr std::uint32_t kLongest = 0x3FF;
  constexpr std::size_t kMostAround = 4;  // signs around a line
  const CompletionTable::Standing& standing = table_.standing(entry);
  const bool whole =
      contiguous && standing.length <= whole_.size() + kMostAround && without_punctuation(table_.key(entry)) == whole_;
  // What was typed to its end; lines that lead somewhere; that go on as typed; that begin so; what it is; the shorter.
  std::uint32_t score = whole ? 0 : 1;
  score = score * 2 + (standing.leads ? 0 : 1);
  score = score * 2 + (contiguous ? 0 : 1);
  score = score * 4 + cost;
  score = score * 4 + standing.rank;
  return score * (kLongest + 1) + std::min<std::uint32_t>(standing.length, kLongest);
}

bool CompletionSearch::follow_each_other(const std::vector<Matches>& words, std::uint32_t entry) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Found& before = words[i - 1].by_entry[entry];
    const Found& found = words[i].by_entry[entry];
    if (found.begin <= before.begin || (before.end != 0 && found.begin > before.end + 1)) return false;
  }
  return true;
}

bool CompletionSearch::give(const std::vector<Matches>& words, bool written, const TakeLine& take) {
  if (words.empty()) return true;
  for (const Matches& matches : words) {
    if (!matches.any) return true;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;  // by score, best last of the heap
  for (std::uint32_t entry = 0; entry < table_.size(); ++entry) {
    unsigned cost = Found::kNot;
    bool all = !given_[entry];
    for (std::size_t i = 0; i < words.size() && all; ++i) {
      all = words[i].by_entry[entry].cost != Found::kNot;
      cost = std::min<unsigned>(cost, words[i].by_entry[entry].cost);
    }
    if (!all) continue;
    const bool contiguous = written ? words.size() == 1 || table_.key(entry).find(whole_) != std::u16string::npos
                                    : follow_each_other(words, entry);
    lines.emplace_back(score(entry, cost, contiguous), entry);
  }
  const auto later = std::greater<std::pair<std::uint32_t, std::uint32_t>>();
  std::make_heap(lines.begin(), lines.end(), later);
  while (!lines.empty()) {
    std::pop_heap(lines.begin(), lines.end(), later);
    const std::uint32_t entry = lines.back().second;
    lines.pop_back();
    std::vector<Span> spans;
    for (const Matches& matches : words) {
      const Found& found = matches.by_entry[entry];
      std::uint16_t end = found.end;
      if (end == 0) {
        const KeyMatched& key = keys_[found.key];
        end = table_.covered_end(entry, found.begin, key.row, key.prefix, key.letters);
      }
      spans.push_back({found.begin, end});
    }
    given_[entry] = true;
    found_any_ = true;
    if (!take({&table_.entry(entry), table_.marked(entry, spans)})) return false;
  }
  return true;
}

}  // namespace pharos::search
