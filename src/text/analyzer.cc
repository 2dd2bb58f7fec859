// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/analyzer.h"

#include <unicode/utf16.h>

#include <optional>

#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"
#include "pharos/text/stem.h"

namespace pharos::text {
namespace {

// Raise it with every change of code that changes which terms a text gives.
constexpr std::string_view kAnalyzerVersion = "2";

constexpr std::size_t kMaxElidedLetters = 5;  // l', qu', dell', jusqu' ... but not aujourd'hui

// A word of the folded text: units [begin, end).
struct Word {
  std::uint32_t begin;
  std::uint32_t end;
  bool unspaced;  // begins in a script without spaces
};

char32_t point_at(const std::u16string& text, std::uint32_t at, std::uint32_t& next) {
  UChar32 point = 0;
  auto i = static_cast<std::int32_t>(at);
  U16_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), point);
  next = static_cast<std::uint32_t>(i);
  return static_cast<char32_t>(point);
}

std::string bounded(std::string term) {
  if (term.size() <= kMaxTermBytes) return term;
  constexpr std::size_t kDigestBytes = 16;
  const std::string digest = sha256(term).substr(0, kDigestBytes);
  return std::string(cut_at_point(term, kMaxTermBytes - kDigestBytes)) + digest;
}

// One pass over one text. Holds what several classes need so that nothing is cut or stemmed twice.
class Analysis {
 public:
  Analysis(std::string_view utf8, const LanguageRow& row) : row_(row), folded_(fold(utf8, row.folds)) { cut_words(); }

  std::vector<Token> words() {
    std::vector<Token> tokens;
    tokens.reserve(words_.size());
    for (const Word& word : words_) add(tokens, TermClass::kWord, term_of(word.begin, word.end), word.begin, word.end);
    return tokens;
  }

  std::vector<Token> all() {
    std::vector<Token> tokens;
    tokens.reserve(words_.size() * 5);
    if (made(TermClass::kWord)) tokens = words();
    make_stems();
    if (made(TermClass::kStem)) add_each(tokens, TermClass::kStem, stems_);
    if (made(TermClass::kBare)) add_each(tokens, TermClass::kBare, bare_stems());
    if (made(TermClass::kPair)) add_pairs(tokens, TermClass::kPair, stems_);
    if (made(TermClass::kBarePair)) add_pairs(tokens, TermClass::kBarePair, bare(word_terms()));
    find_runs();
    if (made(TermClass::kUnit)) add_ngrams(tokens, TermClass::kUnit, 1);
    if (made(TermClass::kBigram)) add_ngrams(tokens, TermClass::kBigram, 2);
    if (made(TermClass::kTriple)) add_ngrams(tokens, TermClass::kTriple, 3);
    if (made(TermClass::kContent)) add_content(tokens);
    return tokens;
  }

 private:
  bool made(TermClass term_class) const { return row_.weights[static_cast<std::size_t>(term_class)] > 0; }

  std::string term_of(std::uint32_t begin, std::uint32_t end) const {
    return to_utf8(std::u16string_view(folded_.text).substr(begin, end - begin));
  }

  void add(std::vector<Token>& tokens, TermClass term_class, std::string term, std::uint32_t begin,
           std::uint32_t end) const {
    tokens.push_back({term_class, bounded(std::move(term)), folded_.origin[begin], folded_.origin_end[end - 1]});
  }

  void cut_words() {
    const std::string locale(row_.icu_locale);
    for (const Segment& segment : segment(folded_.text, locale)) {
      if (segment.word) add_word(segment.begin, segment.end);
    }
  }

  // UAX #29 keeps l'argent, Bitcoin'i and api.example.com whole; readers search for their parts.
  void add_word(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t next = 0;
    const bool unspaced = is_unspaced(point_at(folded_.text, begin, next));
    const std::u16string_view text = folded_.text;
    if (!unspaced && row_.words != kWordPlain) {
      const std::size_t apostrophe = text.substr(begin, end - begin).find(u'\'');
      if (apostrophe != std::u16string_view::npos && apostrophe > 0) {
        const auto at = begin + static_cast<std::uint32_t>(apostrophe);
        if ((row_.words & kWordApostropheSuffix) != 0) end = at;
        if ((row_.words & kWordElision) != 0 && apostrophe <= kMaxElidedLetters && at + 1 < end) begin = at + 1;
      }
    }
    words_.push_back({begin, end, unspaced});
    add_parts(begin, end);
  }

  // Beside a dotted or underscored name its parts: support.example.com is found by "example".
  void add_parts(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t part = begin;
    bool several = false;
    for (std::uint32_t at = begin; at <= end; ++at) {
      if (at < end && folded_.text[at] != u'.' && folded_.text[at] != u'_') continue;
      several = several || at < end;
      if (several && at > part && !is_digit(folded_.text[part])) words_.push_back({part, at, false});
      part = at + 1;
    }
  }

  static bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

  std::vector<std::string> word_terms() const {
    std::vector<std::string> terms;
    terms.reserve(words_.size());
    for (const Word& word : words_) terms.push_back(term_of(word.begin, word.end));
    return terms;
  }

  void make_stems() {
    if (!made(TermClass::kStem) && !made(TermClass::kBare) && !made(TermClass::kPair)) return;
    stems_.reserve(words_.size());
    for (const Word& word : words_) {
      const std::u16string_view text = std::u16string_view(folded_.text).substr(word.begin, word.end - word.begin);
      if ((row_.words & kWordParticles) != 0) {
        stems_.push_back(to_utf8(without_particle(text)));
      } else {
        stems_.push_back(word.unspaced ? to_utf8(text) : stem(to_utf8(text), row_.snowball));
      }
    }
  }

  static std::vector<std::string> bare(const std::vector<std::string>& terms) {
    std::vector<std::string> out;
    out.reserve(terms.size());
    for (const std::string& term : terms) {
      const bool ascii = term.find_first_not_of(kAscii) == std::string::npos;
      out.push_back(ascii ? term : to_utf8(without_marks(to_utf16(term))));
    }
    return out;
  }

  // Marks go before the stem: those who type none (verificacao) must end where those who do (verificação) end.
  std::vector<std::string> bare_stems() const {
    const std::vector<std::string> words = word_terms();
    std::vector<std::string> out = bare(words);
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (out[i] == words[i]) {
        out[i] = stems_[i];
      } else if (!words_[i].unspaced) {
        out[i] = stem(out[i], row_.snowball);
      }
    }
    return out;
  }

  void add_each(std::vector<Token>& tokens, TermClass term_class, const std::vector<std::string>& terms) const {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      add(tokens, term_class, terms[i], words_[i].begin, words_[i].end);
    }
  }

  void add_pairs(std::vector<Token>& tokens, TermClass term_class, const std::vector<std::string>& terms) const {
    for (std::size_t i = 0; i + 1 < terms.size(); ++i) {
      if (words_[i + 1].begin < words_[i].end) continue;  // a name and its own part
      add(tokens, term_class, terms[i] + "_" + terms[i + 1], words_[i].begin, words_[i + 1].end);
    }
  }

  // Runs of unspaced characters: positions of each character of a run, and where it ends.
  void find_runs() {
    if (!made(TermClass::kUnit) && !made(TermClass::kBigram) && !made(TermClass::kTriple) &&
        !made(TermClass::kContent)) {
      return;
    }
    bool open = false;
    for (std::uint32_t at = 0; at < folded_.text.size();) {
      std::uint32_t next = 0;
      const char32_t point = point_at(folded_.text, at, next);
      if (is_unspaced(point)) {
        if (!open) runs_.emplace_back();
        runs_.back().push_back(at);
        ends_.resize(runs_.size());
        ends_.back() = next;
      }
      open = is_unspaced(point);
      at = next;
    }
  }

  std::uint32_t end_of(std::size_t run, std::size_t character) const {
    return character + 1 < runs_[run].size() ? runs_[run][character + 1] : ends_[run];
  }

  void add_ngrams(std::vector<Token>& tokens, TermClass term_class, std::size_t n) const {
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      const std::vector<std::uint32_t>& run = runs_[r];
      if (run.size() < n && n == 2) add(tokens, term_class, term_of(run[0], ends_[r]), run[0], ends_[r]);
      for (std::size_t i = 0; i + n <= run.size(); ++i) {
        const std::uint32_t end = end_of(r, i + n - 1);
        // Where content is told apart, a single hiragana is a part of a function word.
        if (n == 1 && run.size() > 1 && made(TermClass::kContent) && !has_content(run[i], end)) continue;
        add(tokens, term_class, term_of(run[i], end), run[i], end);
      }
    }
    if (n > 2) return;
    for (const Word& word : words_) {
      if (!word.unspaced) add(tokens, term_class, term_of(word.begin, word.end), word.begin, word.end);
    }
  }

  // Function words of Japanese are hiragana: what has a kanji or katakana in it carries the meaning.
  void add_content(std::vector<Token>& tokens) const {
    for (const Word& word : words_) {
      if (!word.unspaced || has_content(word.begin, word.end)) {
        add(tokens, TermClass::kContent, kana_folded(word.begin, word.end), word.begin, word.end);
      }
    }
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      for (std::size_t i = 0; i + 2 <= runs_[r].size(); ++i) {
        const std::uint32_t begin = runs_[r][i];
        const std::uint32_t end = end_of(r, i + 1);
        if (has_content(begin, end)) add(tokens, TermClass::kContent, kana_folded(begin, end) + "_", begin, end);
      }
    }
  }

  bool has_content(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t at = begin; at < end;) {
      if (is_han_or_katakana(point_at(folded_.text, at, at))) return true;
    }
    return false;
  }

  std::string kana_folded(std::uint32_t begin, std::uint32_t end) const {
    std::u16string text = folded_.text.substr(begin, end - begin);
    for (char16_t& unit : text) {
      if (unit >= 0x30A1 && unit <= 0x30F6) unit = static_cast<char16_t>(unit - 0x60);
    }
    return to_utf8(text);
  }

  static constexpr std::string_view kAscii = "abcdefghijklmnopqrstuvwxyz0123456789'._-";

  const LanguageRow& row_;
  FoldedText folded_;
  std::vector<Word> words_;
  std::vector<std::string> stems_;
  std::vector<std::vector<std::uint32_t>> runs_;
  std::vector<std::uint32_t> ends_;
};

void append_row(std::string& text, const LanguageRow& row) {
  text += std::string(row.primary) + '|' + std::string(row.icu_locale) + '|' + std::string(row.snowball) + '|' +
          std::to_string(row.folds) + '|' + std::to_string(row.words) + '|';
  // Which classes are made decides the terms; how much they weigh does not.
  for (const float weight : row.weights) text += weight > 0 ? '1' : '0';
  text += '\n';
}

}  // namespace

std::vector<Token> Analyzer::analyze(std::string_view utf8) const { return Analysis(utf8, *row_).all(); }

std::vector<Token> Analyzer::words(std::string_view utf8) const { return Analysis(utf8, *row_).words(); }

std::string Analyzer::sameness_key(std::string_view utf8) const {
  std::string key;
  for (const Token& word : words(utf8)) {
    if (!key.empty()) key += ' ';
    key += word.term;
  }
  return bounded(std::move(key));
}

std::string Analyzer::fingerprint() {
  static const std::string fingerprint = [] {
    std::string all = "pharos-analyzer-" + std::string(kAnalyzerVersion) + '\n' + unicode_data_version() + '\n';
    for (const LanguageRow* row = language_rows_begin(); row != language_rows_end(); ++row) append_row(all, *row);
    return sha256(all).substr(0, 16);
  }();
  return fingerprint;
}

}  // namespace pharos::text
