// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/completion_table.h"

#include <algorithm>
#include <utility>

#include "pharos/base/utf8.h"
#include "pharos/text/keys.h"
#include "pharos/text/segment.h"
#include "search/completion_keys.h"

namespace pharos::search {
namespace {

std::uint16_t flags_of(const CompletionWord& word, const WordRange& line) {
  const int first = word.begin == line.first->begin ? CompletionTable::kFirst : 0;
  return static_cast<std::uint16_t>(first | (word.code ? CompletionTable::kCode : 0));
}

bool is_marked_letter(char16_t unit) { return unit > 0x7F && letters_of(unit) == kLettersLatin; }

}  // namespace

CompletionTable::CompletionTable(const text::Analyzer& analyzer, std::vector<CompletionEntry> entries)
    : reader_(analyzer),
      entries_(std::move(entries)),
      written_(make_written()),
      ways_(std::make_unique<Way[]>(text::key_rows().size())) {
  find_standings();
}

PrefixArray CompletionTable::make_written() {
  std::u16string text;
  std::vector<PrefixArray::Item> items;
  keys_.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const text::FoldedText folded = reader_.fold(entries_[i].text);
    const auto at = static_cast<std::uint32_t>(text.size());
    keys_.push_back(without_marks_unit_by_unit(folded.text));
    const std::u16string& key = keys_.back();
    text += key;
    text += u'\0';
    for (const char16_t unit : folded.text) {
      letters_ |= reader_.letters(unit);
      if (is_marked_letter(unit)) marked_letters_.insert(unit);
    }
    const std::vector<CompletionWord> found = reader_.words(entries_[i].text, folded);
    words_.insert(words_.end(), found.begin(), found.end());
    last_word_.push_back(static_cast<std::uint32_t>(words_.size()));
    const WordRange line = words(i);
    std::vector<bool> begins(key.size(), false);
    for (const CompletionWord& word : line) {
      if (begins[word.begin]) continue;
      begins[word.begin] = true;
      items.push_back({at + word.begin, i, word.begin, flags_of(word, line)});
    }
    for (const CompletionWord& word : line) {
      for (std::uint16_t unit = word.begin; unit < word.end; ++unit) {
        if (begins[unit] || !text::is_unspaced(key[unit]) || text::continues_character(key[unit])) continue;
        begins[unit] = true;
        items.push_back({at + unit, i, unit, kInsideWord});
      }
    }
  }
  text += u'\0';
  return {std::move(text), std::move(items)};
}

bool CompletionTable::has_marked_letters(std::u16string_view text) const {
  return std::all_of(text.begin(), text.end(), [this](char16_t unit) {
    return !is_marked_letter(unit) || marked_letters_.find(unit) != marked_letters_.end();
  });
}

void CompletionTable::find_standings() {
  standings_.resize(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Standing& standing = standings_[i];
    standing.length = static_cast<std::uint16_t>(keys_[i].size());
    standing.rank = static_cast<std::uint8_t>(entries_[i].rank);
    if (entries_[i].article >= 0) continue;
    const PrefixArray::Range range = written_.find(without_punctuation(keys_[i]));
    standing.leads = std::any_of(range.begin(), range.end(),
                                 [this](const PrefixArray::Item& item) { return entries_[item.entry].article >= 0; });
  }
}

const PrefixArray& CompletionTable::keyed(std::size_t row) const {
  Way& way = ways_[keys_kept_in(row)];
  std::call_once(way.once, [&] { way.keys = make_keyed(keys_kept_in(row)); });
  return way.keys;
}

void CompletionTable::prepare() const {
  for (const HalfTypedWay& way : half_typed_ways()) {
    const bool concerned = (letters_ & (way.latin_for | way.other_for)) != 0;
    if (concerned && !way.whole_chunk) keyed(way.row);
  }
}

PrefixArray CompletionTable::make_keyed(std::size_t row) const {
  const HalfTypedWay& way = half_typed_ways()[row];
  std::u16string text;
  std::vector<PrefixArray::Item> items;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const WordRange line = words(i);
    const std::u16string folded = reader_.fold(entries_[i].text).text;
    std::u16string last_run;
    for (const CompletionWord* word = line.begin(); word != line.end(); ++word) {
      if ((reader_.letters(folded[word->begin]) & (way.latin_for | way.other_for)) == 0) continue;
      const KeyRun run = reader_.run(folded, {word, line.end()});
      const bool again = word != line.begin() && word[-1].begin == word->begin && run.text == last_run;
      if (run.text.empty() || again) continue;
      last_run = run.text;
      const std::u16string as_written = without_marks_unit_by_unit(run.text);
      for (const std::u16string& key : text::key_rows()[row].of_word(run.text)) {
        if (key == as_written || key.find(u'\0') != std::u16string::npos) continue;
        items.push_back({static_cast<std::uint32_t>(text.size()), i, word->begin, flags_of(*word, line)});
        text += key;
        text += u'\0';
      }
    }
  }
  text += u'\0';
  return {std::move(text), std::move(items)};
}

std::uint16_t CompletionTable::covered_end(std::size_t number, std::uint16_t word_begin, std::size_t row,
                                           std::u16string_view prefix, std::size_t letters) const {
  const std::u16string folded = reader_.fold(entries_[number].text).text;
  const WordRange line = words(number);
  std::uint16_t end = word_begin;
  for (const CompletionWord* word = line.begin(); word != line.end(); ++word) {
    if (word->begin != word_begin) continue;
    const KeyRun run = reader_.run(folded, {word, line.end()});
    for (const KeyRun::Cut& cut : run.cuts) {
      end = std::max(end, cut.end);
      for (const std::u16string& key : text::key_rows()[row].of_word(run.text.substr(0, cut.units))) {
        if (key.size() >= letters && key.starts_with(prefix)) return cut.end;
      }
    }
  }
  return end;
}

std::string CompletionTable::marked(std::size_t number, const std::vector<Span>& spans) const {
  const std::string& text = entries_[number].text;
  const text::FoldedText folded = reader_.fold(text);
  std::vector<bool> marked(folded.text.size() + 1, false);
  for (const Span& span : spans) {
    for (std::size_t unit = span.begin; unit < span.end && unit < folded.text.size(); ++unit) marked[unit] = true;
  }
  std::string out;
  std::size_t byte = 0;
  for (std::size_t unit = 0; unit < folded.text.size();) {
    if (!marked[unit]) {
      ++unit;
      continue;
    }
    std::size_t end = unit;
    while (end < folded.text.size() && marked[end]) ++end;
    const Span span = whole_characters(text, {folded.origin[unit], folded.origin_end[end - 1]});
    const std::size_t begin_byte = std::max<std::size_t>(span.begin, byte);
    const std::size_t end_byte = std::max<std::size_t>(span.end, begin_byte);
    out += escape_html(std::string_view(text).substr(byte, begin_byte - byte));
    out += "<mark>" + escape_html(std::string_view(text).substr(begin_byte, end_byte - begin_byte)) + "</mark>";
    byte = end_byte;
    unit = end;
  }
  return out + escape_html(std::string_view(text).substr(byte));
}

}  // namespace pharos::search
