// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/analyzer.h"

#include <utility>

#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"
#include "pharos/text/stem.h"
#include "text/utf16.h"
#include "text/word_cutter.h"

namespace pharos::text {
namespace {

// Raise it with every change of code that changes which terms a text gives.
constexpr std::string_view kAnalyzerVersion = "4";

std::string bounded(std::string term) {
  if (term.size() <= kMaxTermBytes) return term;
  constexpr std::size_t kDigestBytes = 16;
  const std::string digest = sha256(term).substr(0, kDigestBytes);
  return std::string(cut_at_point(term, kMaxTermBytes - kDigestBytes)) + digest;
}

std::string stem_of(const LanguageRow& row, const std::string& word, bool unspaced) {
  if ((row.words & kWordParticles) != 0) return to_utf8(without_particle(to_utf16(word)));
  return unspaced ? word : stem(word, row.snowball);
}

std::string bare_of(const std::string& word) {
  constexpr std::string_view kAscii = "abcdefghijklmnopqrstuvwxyz0123456789'._-";
  const bool ascii = word.find_first_not_of(kAscii) == std::string::npos;
  return ascii ? word : to_utf8(without_marks(to_utf16(word)));
}

// Marks go before the stem: those who type none (verificacao) must end where those who do (verificação) end.
std::string bare_stem_of(const LanguageRow& row, const std::string& word, const std::string& word_stem, bool unspaced) {
  std::string bare = bare_of(word);
  if (bare == word) return word_stem;
  return unspaced ? bare : stem(bare, row.snowball);
}

// One pass over one text. Holds what several classes need so that nothing is cut or stemmed twice.
class Analysis {
 public:
  Analysis(std::string_view utf8, const LanguageRow& row, const DomainWords* domain)
      : row_(row), folded_(fold(utf8, row.folds)), words_(cut_words(folded_.text, row, domain)) {}

  std::vector<Token> words() {
    std::vector<Token> tokens;
    tokens.reserve(words_.size());
    for (const Word& word : words_) add(tokens, TermClass::kWord, term_of(word.begin, word.end), word.begin, word.end);
    return tokens;
  }

  // The words that tile the text: the same whether or not a domain word stands there.
  std::string key() const {
    std::string key;
    for (const Word& word : words_) {
      if (word.beside) continue;
      if (!key.empty()) key += ' ';
      key += bounded(term_of(word.begin, word.end));
    }
    return bounded(std::move(key));
  }

  std::vector<Token> all() {
    std::vector<Token> tokens;
    tokens.reserve(words_.size() * 5);
    if (made(TermClass::kWord)) tokens = words();
    make_stems();
    if (made(TermClass::kStem)) add_each(tokens, TermClass::kStem, stems_);
    if (made(TermClass::kBare)) add_each(tokens, TermClass::kBare, bare_stems());
    find_runs();
    if (made(TermClass::kUnit)) add_ngrams(tokens, TermClass::kUnit, 1);
    if (made(TermClass::kBigram)) add_ngrams(tokens, TermClass::kBigram, 2);
    if (made(TermClass::kContent)) add_content(tokens);
    return tokens;
  }

 private:
  bool made(TermClass term_class) const { return row_.retrieve[static_cast<std::size_t>(term_class)] > 0; }

  std::string term_of(std::uint32_t begin, std::uint32_t end) const {
    return to_utf8(std::u16string_view(folded_.text).substr(begin, end - begin));
  }

  void add(std::vector<Token>& tokens, TermClass term_class, std::string term, std::uint32_t begin,
           std::uint32_t end) const {
    tokens.push_back({term_class, bounded(std::move(term)), folded_.origin[begin], folded_.origin_end[end - 1]});
  }

  void make_stems() {
    if (!made(TermClass::kStem) && !made(TermClass::kBare)) return;
    stems_.reserve(words_.size());
    for (const Word& word : words_) stems_.push_back(stem_of(row_, term_of(word.begin, word.end), word.unspaced));
  }

  std::vector<std::string> bare_stems() const {
    std::vector<std::string> out;
    out.reserve(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string word = term_of(words_[i].begin, words_[i].end);
      out.push_back(bare_stem_of(row_, word, stems_[i], words_[i].unspaced));
    }
    return out;
  }

  void add_each(std::vector<Token>& tokens, TermClass term_class, const std::vector<std::string>& terms) const {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      add(tokens, term_class, terms[i], words_[i].begin, words_[i].end);
    }
  }

  // Runs of unspaced characters: positions of each character of a run, and where it ends.
  void find_runs() {
    if (!made(TermClass::kUnit) && !made(TermClass::kBigram) && !made(TermClass::kContent)) return;
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
  for (const float weight : row.retrieve) text += weight > 0 ? '1' : '0';
  for (const float weight : row.rank) text += weight > 0 ? '1' : '0';
  text += '\n';
}

}  // namespace

Analyzer::Analyzer(const Language& language) : Analyzer(language, builtin_domain_words(language)) {}

Analyzer::Analyzer(const Language& language, std::shared_ptr<const DomainWords> domain)
    : row_(&language_row(language)), domain_(std::move(domain)) {}

std::vector<Token> Analyzer::analyze(std::string_view utf8) const { return Analysis(utf8, *row_, domain_.get()).all(); }

std::vector<Token> Analyzer::words(std::string_view utf8) const { return Analysis(utf8, *row_, domain_.get()).words(); }

WordForms Analyzer::forms(const std::string& word) const {
  const bool unspaced = !word.empty() && is_unspaced(decode_utf8(word, 0).point);
  WordForms forms;
  forms.stem = stem_of(*row_, word, unspaced);
  forms.bare = bare_stem_of(*row_, word, forms.stem, unspaced);
  return forms;
}

std::string Analyzer::sameness_key(std::string_view utf8) const { return Analysis(utf8, *row_, domain_.get()).key(); }

std::string Analyzer::fingerprint() {
  static const std::string fingerprint = [] {
    std::string all = "pharos-analyzer-" + std::string(kAnalyzerVersion) + '\n' + unicode_data_version() + '\n';
    for (const LanguageRow* row = language_rows_begin(); row != language_rows_end(); ++row) append_row(all, *row);
    all += builtin_domain_text();
    return sha256(all).substr(0, 16);
  }();
  return fingerprint;
}

}  // namespace pharos::text
