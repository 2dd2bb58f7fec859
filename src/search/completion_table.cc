// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/completion_table.h"

#include <algorithm>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"
#include "pharos/text/segment.h"
#include "search/snippet.h"

namespace pharos::search {
namespace {

// A single letter begins half of all words: beyond this many a longer prefix is needed to tell them apart anyway.
constexpr std::size_t kMostBeginnings = 20'000;
constexpr std::size_t kMostWords = 16;

// One unit at a time, so that keys keep the length of the folded text and offsets stay true.
std::u16string without_marks_unit_by_unit(std::u16string text) {
  for (char16_t& unit : text) {
    if (unit < 0x80) continue;
    const std::u16string plain = text::without_marks(std::u16string_view(&unit, 1));
    if (plain.size() == 1) unit = plain[0];
  }
  return text;
}

// What people type around words; inside of them it stays (e-mail, l'argent).
std::u16string_view without_punctuation(std::u16string_view word) {
  constexpr std::u16string_view kAround = u"?!.,;:\"'()[]{}<>«»“”‘’„…¿¡。、，；：？！「」『』（）【】《》؟،؛";
  const std::size_t begin = word.find_first_not_of(kAround);
  if (begin == std::u16string_view::npos) return {};
  return word.substr(begin, word.find_last_not_of(kAround) + 1 - begin);
}

std::vector<std::u16string> words_of(std::u16string_view key) {
  std::vector<std::u16string> words;
  std::size_t at = 0;
  while (at < key.size() && words.size() < kMostWords) {
    const std::size_t end = std::min(key.find(u' ', at), key.size());
    const std::u16string_view word = without_punctuation(key.substr(at, end - at));
    if (!word.empty()) words.emplace_back(word);
    at = end + 1;
  }
  return words;
}

}  // namespace

CompletionTable::CompletionTable(const Language& language, std::vector<CompletionEntry> entries)
    : folds_(text::language_row(language).folds),
      locale_(text::language_row(language).icu_locale),
      entries_(std::move(entries)) {
  keys_.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    keys_.push_back(key_of(entries_[i].text));
    const std::u16string& key = keys_.back();
    for (const text::Segment& segment : text::segment(key, locale_)) {
      if (!segment.word) continue;
      beginnings_.push_back({i, segment.begin});
      for (std::uint32_t at = segment.begin + 1; at < segment.end; ++at) {
        if (text::is_unspaced(key[at])) beginnings_.push_back({i, at});
      }
    }
  }
  std::sort(beginnings_.begin(), beginnings_.end(), [this](const Beginning& a, const Beginning& b) {
    const int order = rest(a).compare(rest(b));
    return order != 0 ? order < 0 : a.entry < b.entry;
  });
}

std::u16string CompletionTable::key_of(std::string_view text) const {
  return without_marks_unit_by_unit(text::fold(text, folds_).text);
}

std::u16string_view CompletionTable::rest(const Beginning& beginning) const {
  return std::u16string_view(keys_[beginning.entry]).substr(beginning.offset);
}

std::vector<CompletionTable::Beginning> CompletionTable::beginning_with(std::u16string_view word) const {
  const auto first = std::lower_bound(beginnings_.begin(), beginnings_.end(), word,
                                      [this](const Beginning& b, std::u16string_view w) { return rest(b) < w; });
  std::vector<Beginning> found;
  for (auto it = first; it != beginnings_.end() && rest(*it).starts_with(word); ++it) {
    found.push_back(*it);
    if (found.size() == kMostBeginnings) break;
  }
  std::sort(found.begin(), found.end(), [](const Beginning& a, const Beginning& b) {
    return a.entry != b.entry ? a.entry < b.entry : a.offset < b.offset;
  });
  const auto end = std::unique(found.begin(), found.end(),
                               [](const Beginning& a, const Beginning& b) { return a.entry == b.entry; });
  found.erase(end, found.end());
  return found;
}

std::vector<CompletionTable::Completion> CompletionTable::complete(std::string_view prefix) const {
  const std::u16string whole = key_of(prefix);
  const std::vector<std::u16string> words = words_of(whole);
  if (words.empty()) return {};
  std::vector<Beginning> found = beginning_with(words.back());
  for (std::size_t i = 0; i + 1 < words.size() && !found.empty(); ++i) {
    const std::vector<Beginning> other = beginning_with(words[i]);
    std::vector<Beginning> both;
    for (const Beginning& b : found) {
      const auto same = std::lower_bound(other.begin(), other.end(), b.entry,
                                         [](const Beginning& o, std::uint32_t entry) { return o.entry < entry; });
      if (same != other.end() && same->entry == b.entry) both.push_back({b.entry, std::min(b.offset, same->offset)});
    }
    found = std::move(both);
  }
  std::vector<Completion> completions;
  for (const Beginning& b : found) {
    const CompletionEntry& entry = entries_[b.entry];
    // The line that goes on exactly as typed, then where it begins, then what it is, then the shorter one.
    const bool contiguous = keys_[b.entry].find(whole) != std::u16string::npos;
    const int score = (contiguous ? 0 : 4000) + (b.offset == 0 ? 0 : 2000) + entry.rank * 500 +
                      static_cast<int>(std::min<std::size_t>(keys_[b.entry].size(), 400));
    completions.push_back({&entry, score});
  }
  std::stable_sort(completions.begin(), completions.end(),
                   [](const Completion& a, const Completion& b) { return a.score < b.score; });
  return completions;
}

std::string CompletionTable::marked(const CompletionEntry& entry, std::string_view prefix) const {
  const text::FoldedText folded = text::fold(entry.text, folds_);
  const std::u16string key = without_marks_unit_by_unit(folded.text);
  std::vector<bool> marked(key.size() + 1, false);
  const std::vector<text::Segment> segments = text::segment(key, locale_);
  for (const std::u16string& word : words_of(key_of(prefix))) {
    for (const text::Segment& segment : segments) {
      bool found = false;
      for (std::uint32_t at = segment.begin; segment.word && at < segment.end && !found; ++at) {
        if (at != segment.begin && !text::is_unspaced(key[at])) continue;
        found = std::u16string_view(key).substr(at).starts_with(word);
        if (found) std::fill_n(marked.begin() + at, word.size(), true);
      }
      if (found) break;
    }
  }
  std::string out;
  std::size_t byte = 0;
  for (std::size_t unit = 0; unit < key.size();) {
    if (!marked[unit]) {
      ++unit;
      continue;
    }
    std::size_t end = unit;
    while (end < key.size() && marked[end]) ++end;
    const Span span = whole_characters(entry.text, {folded.origin[unit], folded.origin_end[end - 1]});
    const std::size_t begin_byte = std::max<std::size_t>(span.begin, byte);
    const std::size_t end_byte = std::max<std::size_t>(span.end, begin_byte);
    out += escape_html(std::string_view(entry.text).substr(byte, begin_byte - byte));
    out += "<mark>" + escape_html(std::string_view(entry.text).substr(begin_byte, end_byte - begin_byte)) + "</mark>";
    byte = end_byte;
    unit = end;
  }
  return out + escape_html(std::string_view(entry.text).substr(byte));
}

}  // namespace pharos::search
