// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/phrase_finder.h"

#include <algorithm>
#include <array>

#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kMostBetween = 2;

/// Languages in which a word is not what stands between two spaces.
constexpr std::array<std::string_view, 5> kUnspaced = {"zh", "ja", "ko", "th", "ar"};

bool is_spaced(const Language& language) {
  return std::find(kUnspaced.begin(), kUnspaced.end(), language.primary()) == kUnspaced.end();
}

std::string bare(const std::string& word) { return text::to_utf8(text::without_marks(text::to_utf16(word))); }

bool is_comma(char32_t point) {
  constexpr std::u32string_view kCommas = U",，、،:：–—";
  return kCommas.find(point) != std::u32string_view::npos;
}

/// Writers of these put a space where others put a comma.
bool space_is_comma(const Language& language) { return language.primary() == "th" || language.primary() == "zh"; }

bool is_ornament(char16_t unit) {
  constexpr std::u16string_view kOrnaments = u"\"'*「」『』“”‘’()";
  return unit <= u' ' || unit == 0xA0 || unit == 0x3000 || kOrnaments.find(unit) != std::u16string_view::npos;
}

/// The folded text without marks, spaces and ornament, and where its clauses begin.
void squeeze(std::string_view utf8, const text::LanguageRow& row, bool space_divides, ReadSentence& sentence) {
  for (const char16_t unit : text::without_marks(text::fold(utf8, row.folds).text)) {
    if (is_comma(unit) || (space_divides && unit == u' ')) sentence.clauses.push_back(sentence.text.size());
    if (!is_ornament(unit) && !is_comma(unit)) sentence.text += unit;
  }
}

bool ends_sentence(std::string_view utf8, std::size_t at, const DecodedPoint& decoded) {
  constexpr std::u32string_view kEnds = U"?!\n;。！？；؟؛…";
  if (kEnds.find(decoded.point) != std::u32string_view::npos) return true;
  const std::size_t next = at + decoded.bytes;
  return decoded.point == U'.' && (next >= utf8.size() || utf8[next] == ' ' || utf8[next] == '\n');
}

/// Folding takes long over many combining marks; nobody writes a sentence of more bytes than this.
constexpr std::size_t kLongestSentence = 2000;

std::vector<std::string_view> sentences(std::string_view utf8) {
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedPoint decoded = decode_utf8(utf8, at);
    const bool ends = ends_sentence(utf8, at, decoded);
    at += decoded.bytes;
    if (!ends && at - begin < kLongestSentence) continue;
    found.push_back(utf8.substr(begin, at - begin));
    begin = at;
  }
  if (begin < utf8.size()) found.push_back(utf8.substr(begin));
  return found;
}

}  // namespace

PhraseFinder::PhraseFinder(const Language& language)
    : language_(language), analyzer_(language, nullptr), spaced_(is_spaced(language)) {}

std::vector<ReadSentence> PhraseFinder::read(std::string_view utf8) const {
  std::vector<ReadSentence> read;
  for (const std::string_view text : sentences(utf8)) {
    ReadSentence sentence;
    if (spaced_) {
      std::size_t last = 0;
      for (const text::Token& token : analyzer_.words(text)) {
        for (std::size_t at = last; at < token.begin;) {
          const DecodedPoint decoded = decode_utf8(text, at);
          if (is_comma(decoded.point)) sentence.clauses.push_back(sentence.words.size());
          at += decoded.bytes;
        }
        last = token.end;
        sentence.words.push_back({bare(token.term), analyzer_.forms(token.term).bare});
      }
    } else {
      squeeze(text, analyzer_.row(), space_is_comma(language_), sentence);
    }
    if (!sentence.words.empty() || !sentence.text.empty()) read.push_back(std::move(sentence));
  }
  return read;
}

Phrase PhraseFinder::phrase(std::string_view written, bool stems) const {
  Phrase phrase;
  phrase.written = written;
  if (!spaced_) {
    ReadSentence sentence;
    squeeze(written, analyzer_.row(), false, sentence);
    phrase.text = std::move(sentence.text);
    return phrase;
  }
  for (const text::Token& token : analyzer_.words(written)) {
    phrase.words.push_back({bare(token.term), stems ? analyzer_.forms(token.term).bare : "",
                            token.end < written.size() && written[token.end] == '*'});
  }
  return phrase;
}

std::vector<Phrase> PhraseFinder::phrases(std::string_view written) const {
  std::vector<Phrase> found;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t bar = std::min(written.find('|', at), written.size());
    if (bar > at) found.push_back(phrase(written.substr(at, bar - at), false));
    at = bar + 1;
  }
  return found;
}

PhrasePlace PhraseFinder::find(const ReadSentence& sentence, const Phrase& phrase, std::size_t from) const {
  if (!spaced_) {
    if (phrase.text.empty()) return {};
    const std::size_t at = sentence.text.find(phrase.text, from);
    return at == std::u16string::npos ? PhrasePlace{} : PhrasePlace{at, at + phrase.text.size()};
  }
  const auto is = [](const ReadSentence::Word& word, const Phrase::Word& wanted) {
    if (wanted.beginning) return word.bare.starts_with(wanted.bare);
    return word.bare == wanted.bare || (!wanted.stem.empty() && word.stem == wanted.stem);
  };
  for (std::size_t begin = from; !phrase.words.empty() && begin < sentence.words.size(); ++begin) {
    if (!is(sentence.words[begin], phrase.words.front())) continue;
    const std::size_t clause_end = sentence.clause_end(begin);
    std::size_t next = begin + 1;
    std::size_t found = 1;
    for (; found < phrase.words.size(); ++found, ++next) {
      const std::size_t end = std::min(next + kMostBetween + 1, clause_end);
      while (next < end && !is(sentence.words[next], phrase.words[found])) ++next;
      if (next >= end) break;
    }
    if (found == phrase.words.size()) return {begin, next};
  }
  return {};
}

std::size_t ReadSentence::clause_begin(std::size_t at) const {
  const auto after = std::upper_bound(clauses.begin(), clauses.end(), at);
  return after == clauses.begin() ? 0 : *std::prev(after);
}

std::size_t ReadSentence::clause_end(std::size_t at) const {
  const auto after = std::upper_bound(clauses.begin(), clauses.end(), at);
  return after == clauses.end() ? std::max(words.size(), text.size()) : *after;
}

}  // namespace pharos::desk
