// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/completion_text.h"

#include <algorithm>
#include <utility>

#include "pharos/text/language_table.h"
#include "pharos/text/segment.h"
#include "search/completion_keys.h"

namespace pharos::search {
namespace {

constexpr std::size_t kMostUnits = 0xFFFF;  // places in a line are kept in 16 bits
constexpr std::size_t kRunCharacters = 8;
constexpr std::size_t kLeastAfterArticle = 3;

bool is_capital_or_digit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// USDT, ERC-20, 429.
bool is_code(std::string_view word) {
  const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit || (word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital_or_digit));
}

std::uint16_t narrow(std::size_t value) { return static_cast<std::uint16_t>(value); }

}  // namespace

std::u16string_view without_punctuation(std::u16string_view word) {
  constexpr std::u16string_view kAround = u" ?!.,;:\"'()[]{}<>«»“”‘’„…¿¡。、，；：？！「」『』（）【】《》؟،؛";
  const std::size_t begin = word.find_first_not_of(kAround);
  if (begin == std::u16string_view::npos) return {};
  return word.substr(begin, word.find_last_not_of(kAround) + 1 - begin);
}

CompletionReader::CompletionReader(text::Analyzer analyzer)
    : analyzer_(std::move(analyzer)), han_is_chinese_((analyzer_.row().folds & text::kFoldHanSimplified) != 0) {}

text::FoldedText CompletionReader::fold(std::string_view utf8) const {
  text::FoldedText folded = text::fold(utf8, analyzer_.row().folds);
  if (folded.text.size() > kMostUnits) {
    folded.text.resize(kMostUnits);
    folded.origin.resize(kMostUnits + 1);
    folded.origin_end.resize(kMostUnits);
  }
  // A zero ends a key.
  std::replace(folded.text.begin(), folded.text.end(), u'\0', u' ');
  return folded;
}

std::vector<CompletionWord> CompletionReader::words(const std::string& utf8, const text::FoldedText& folded) const {
  std::vector<CompletionWord> words;
  const auto add = [&](std::size_t begin, std::size_t end) {
    end = std::min(end, folded.text.size());
    if (begin >= end) return;
    const std::size_t byte = folded.origin[begin];
    const bool code = is_code(std::string_view(utf8).substr(byte, folded.origin_end[end - 1] - byte));
    words.push_back({narrow(begin), narrow(end), code});
  };
  for (const text::Segment& segment : text::segment(folded.text, std::string(analyzer_.row().icu_locale))) {
    if (!segment.word) continue;
    add(segment.begin, segment.end);
    // Arabic's article is written to the noun, and not thought of when one looks for the noun.
    const std::u16string_view word =
        std::u16string_view(folded.text).substr(segment.begin, segment.end - segment.begin);
    if (word.starts_with(u"ال") && word.size() >= 2 + kLeastAfterArticle) add(segment.begin + 2, segment.end);
  }
  const auto unit_at = [&](std::uint32_t byte) {
    return static_cast<std::size_t>(std::lower_bound(folded.origin.begin(), folded.origin.end(), byte) -
                                    folded.origin.begin());
  };
  for (const text::Token& token : analyzer_.words(utf8)) add(unit_at(token.begin), unit_at(token.end));
  const auto place = [](const CompletionWord& word) { return std::pair(word.begin, -static_cast<int>(word.end)); };
  std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  const auto same =
      std::unique(words.begin(), words.end(), [&](const auto& a, const auto& b) { return place(a) == place(b); });
  words.erase(same, words.end());
  // Crumbs that are left of a word of the trade begin nothing.
  std::size_t reached = 0;
  const auto is_crumb = [&](const CompletionWord& word) {
    const bool inside = word.end <= reached && word.end - word.begin == 1 && text::is_unspaced(folded.text[word.begin]);
    reached = std::max<std::size_t>(reached, word.end);
    return inside;
  };
  std::vector<CompletionWord> kept;
  for (const CompletionWord& word : words) {
    if (!is_crumb(word)) kept.push_back(word);
  }
  return kept;
}

std::uint32_t CompletionReader::letters(char16_t unit) const {
  const std::uint32_t letters = letters_of(unit);
  return letters == kLettersChinese && !han_is_chinese_ ? kLettersJapanese : letters;
}

KeyRun CompletionReader::run(std::u16string_view folded, WordRange words) const {
  const CompletionWord& first = *words.first;
  const std::uint32_t own = letters(folded[first.begin]);
  const bool runs_on = (own & (kLettersChinese | kLettersJapanese | kLettersHangul)) != 0;
  const bool read_as_words = own == kLettersJapanese;
  if (read_as_words && first.end - first.begin == 1 && text::is_hiragana(folded[first.begin])) return {};  // a particle
  KeyRun run;
  const auto ends_word = [&](std::size_t end) {
    return std::any_of(words.begin(), words.end(), [end](const CompletionWord& word) { return word.end == end; });
  };
  for (std::size_t at = first.begin; at < folded.size(); ++at) {
    const char16_t unit = folded[at];
    if (runs_on ? run.text.size() == kRunCharacters : at == first.end) break;
    if (runs_on && unit == u' ') continue;
    if (runs_on && letters(unit) != own) break;
    run.text += unit;
    const std::size_t end = at + 1;
    if (end < folded.size() && text::continues_character(folded[end])) continue;
    // How a kanji is read depends on the rest of its word.
    const bool kanji = read_as_words && letters_of(unit) == kLettersChinese;
    if (kanji && !ends_word(end)) continue;
    run.cuts.push_back({narrow(run.text.size()), narrow(end)});
  }
  if (run.cuts.empty()) return {};
  run.text.resize(run.cuts.back().units);
  return run;
}

}  // namespace pharos::search
