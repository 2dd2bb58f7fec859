// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/highlighter.h"

#include <algorithm>

#include "pharos/base/utf8.h"
#include "pharos/index/schema.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"

namespace pharos::search {
namespace {

// A term whose rarity is below this share of the rarest one's is a function word here.
constexpr double kFunctionWordShare = 0.25;
constexpr std::string_view kEllipsis = "…";
// From here on words stand in longer words as they are (提现 in 提现额度); in Thai that would be chance.
constexpr char32_t kFirstEastAsian = 0x3000;

std::string name(text::TermClass term_class, std::string_view term) { return index::term_name(term_class, term); }

char32_t first_point(std::string_view text) { return text.empty() ? 0 : decode_utf8(text, 0).point; }

// Characters cut out without asking a dictionary. In these classes too, words of spaced scripts stand whole.
bool is_ngram(text::TermClass term_class, const std::string& term) {
  if (!text::is_unspaced(first_point(term))) return false;
  switch (term_class) {
    case text::TermClass::kUnit:
    case text::TermClass::kBigram:
      return true;
    case text::TermClass::kContent:
      return term.back() == '_';
    default:
      return false;
  }
}

bool is_word_class(text::TermClass term_class) {
  return term_class == text::TermClass::kWord || term_class == text::TermClass::kStem;
}

std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.end - span.begin); }

struct Characters {
  std::size_t count = 0;
  bool hiragana = true;  // all of them
};

Characters characters(std::string_view text) {
  Characters seen;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint decoded = decode_utf8(text, at);
    if (!text::continues_character(decoded.point)) ++seen.count;
    seen.hiragana = seen.hiragana && text::is_hiragana(decoded.point);
    at += decoded.bytes;
  }
  return seen;
}

bool is_particle(std::string_view word) {
  const Characters seen = characters(word);
  return seen.count == 1 && seen.hiragana;
}

// N-grams that overlap or touch, as one. The weight of all of them.
std::vector<Match> chained(std::vector<Match> ngrams) {
  std::sort(ngrams.begin(), ngrams.end(), [](const Match& a, const Match& b) { return a.span.begin < b.span.begin; });
  std::vector<Match> chains;
  for (Match& ngram : ngrams) {
    if (chains.empty() || ngram.span.begin > chains.back().span.end) {
      chains.push_back(std::move(ngram));
    } else {
      chains.back().span.end = std::max(chains.back().span.end, ngram.span.end);
      chains.back().weight += ngram.weight;
    }
  }
  return chains;
}

}  // namespace

void Highlighter::add(const QueryTerm& term, double rarity) {
  if (rarity <= 0) return;
  auto& terms = is_ngram(term.term_class, term.term) ? ngrams_ : words_;
  terms.emplace(name(term.term_class, term.term), rarity);
}

void Highlighter::drop_function_words() {
  // N-grams are rarer than words by nature: each kind is measured by its own.
  for (auto* terms : {&words_, &ngrams_}) {
    double rarest = 0;
    for (const auto& [term, weight] : *terms) rarest = std::max(rarest, weight);
    std::erase_if(*terms, [&](const auto& entry) { return entry.second < rarest * kFunctionWordShare; });
  }
}

void Highlighter::find_pieces(const AnalyzedQuery& query) {
  for (const std::string& run : query.runs) {
    if (characters(run).count == 1) {
      lone_characters_.push_back(run);
    } else {
      pieces_.push_back({text::to_utf16(run), 1, true});
    }
  }
  for (const QueryTerm& term : query.terms) {
    const char32_t first = first_point(term.term);
    if (!is_word_class(term.term_class) || !text::is_unspaced(first) || first < kFirstEastAsian) continue;
    const auto kept = words_.find(name(term.term_class, term.term));
    if (kept == words_.end() || characters(term.term).count < 2) continue;
    pieces_.push_back({text::to_utf16(term.term), kept->second, false});
  }
}

bool Highlighter::lone(const std::string& character) const {
  return std::find(lone_characters_.begin(), lone_characters_.end(), character) != lone_characters_.end();
}

std::vector<Match> Highlighter::matches(std::string_view text) const {
  std::vector<Match> found;
  std::vector<Match> ngrams;
  std::vector<Span> words;
  for (const text::Token& token : analyzer_.analyze(text)) {
    const Span span{token.begin, token.end};
    const bool unspaced = text::is_unspaced(first_point(token.term));
    if (is_word_class(token.term_class) && unspaced) words.push_back(span);
    std::string term = name(token.term_class, token.term);
    if (is_ngram(token.term_class, token.term)) {
      const auto weight = ngrams_.find(term);
      if (weight == ngrams_.end()) continue;
      // It begins in the middle of a character: ูก of ถูก is no part of ผูก.
      if (text::continues_character(first_point(token.term))) continue;
      if (token.term_class != text::TermClass::kUnit) {
        ngrams.push_back({span, weight->second, std::move(term)});
      } else if (text::is_han_or_katakana(first_point(token.term)) && lone(token.term)) {
        // Only these mean something by themselves inside a word: 税 in 税金, but not 안 in 안전.
        found.push_back({span, weight->second, std::move(term)});
      }
      continue;
    }
    const auto weight = words_.find(term);
    if (weight == words_.end()) continue;
    // Dictionaries cut what they do not know into characters: one of them says little, but a kanji of Japanese does.
    const bool single = unspaced && characters(token.term).count == 1;
    if (single && token.term_class != text::TermClass::kContent && !lone(token.term)) continue;
    found.push_back({span, weight->second, std::move(term)});
  }
  std::sort(words.begin(), words.end(), [](Span a, Span b) { return a.begin < b.begin; });
  add_covered_words(text, std::move(ngrams), words, found);
  add_pieces(text, words, found);
  for (Match& match : found) match.span = whole_characters(text, match.span);
  std::sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return found;
}

// An n-gram alone may be the end of one word and the beginning of the next: only words that a chain of them covers
// from their first character to their last are marked, and no particles at the ends.
void Highlighter::add_covered_words(std::string_view text, std::vector<Match> ngrams, const std::vector<Span>& words,
                                    std::vector<Match>& found) const {
  for (const Match& chain : chained(std::move(ngrams))) {
    auto first = std::lower_bound(words.begin(), words.end(), chain.span.begin,
                                  [](Span word, std::uint32_t begin) { return word.begin < begin; });
    auto last = first;
    while (last != words.end() && last->end <= chain.span.end) ++last;
    while (first != last && is_particle(slice(text, *first))) ++first;
    while (first != last && is_particle(slice(text, *std::prev(last)))) --last;
    if (first == last) continue;
    const Span span{first->begin, std::prev(last)->end};
    const Characters seen = characters(slice(text, span));
    if (seen.count >= 2 && !seen.hiragana) found.push_back({span, chain.weight, std::string(slice(text, span))});
  }
}

void Highlighter::add_pieces(std::string_view text, const std::vector<Span>& words, std::vector<Match>& found) const {
  if (pieces_.empty()) return;
  const text::FoldedText folded = text::fold(text, analyzer_.row().folds);
  const auto ends_word = [&](Span span) {
    return std::any_of(words.begin(), words.end(),
                       [&](Span word) { return word.begin == span.begin || word.end == span.end; });
  };
  for (const Piece& piece : pieces_) {
    for (std::size_t at = folded.text.find(piece.text); at != std::u16string::npos;
         at = folded.text.find(piece.text, at + piece.text.size())) {
      const std::size_t end = at + piece.text.size();
      if (end < folded.text.size() && text::continues_character(folded.text[end])) continue;
      const Span span{folded.origin[at], folded.origin_end[end - 1]};
      if (piece.anywhere || ends_word(span)) found.push_back({span, piece.weight, text::to_utf8(piece.text)});
    }
  }
}

std::string Highlighter::marked(std::string_view text) const {
  return mark(text, joined(matches(text)), {0, static_cast<std::uint32_t>(text.size())});
}

std::string Highlighter::snippet(std::string_view text) const {
  const std::vector<Match> found = matches(text);
  const Span window =
      best_passage(text, found, analyzer_.words(text), static_cast<std::uint32_t>(analyzer_.row().snippet_characters));
  std::string out;
  if (window.begin > 0) out += kEllipsis;
  out += mark(text, joined(found), window);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  const bool cut = window.end < text.size() && text.find_first_not_of(" \n\t", window.end) != std::string_view::npos;
  if (cut) out += kEllipsis;
  return out;
}

}  // namespace pharos::search
