// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/search/vocabulary.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "pharos/base/utf8.h"
#include "pharos/index/analyzers.h"
#include "search/phrase_matcher.h"

namespace pharos::search {
namespace {

constexpr std::string_view kSynonym = "synonym";
constexpr std::string_view kTyped = "typed";
constexpr std::string_view kTranslation = "translation";
constexpr float kSameLanguageFactor = .8F;
constexpr float kTranslationFactor = .6F;

// Words of other languages look like words of one's own when they are short (red is a network in Spanish).
constexpr std::size_t kFewestForeignLetters = 3;
constexpr std::size_t kFewestForeignLettersOfOwnScript = 5;

// Shorter phrases run together look like other words.
constexpr std::size_t kFewestJoinedBytes = 5;

struct Term {
  std::string concept_id;
  std::vector<std::string> words;  // term, then synonyms
  std::vector<std::string> keys;   // their units in one string, for telling what stands in a query already
  std::vector<std::string> plain;  // the same without stems, for queries in other languages
};

struct Phrase {
  std::size_t glossary = 0;
  std::size_t term = 0;
  bool typed = false;
  std::size_t letters = 0;
  bool latin = false;
  bool marked = false;
  bool unspaced = false;
};

std::string key_of(const std::vector<PhraseUnit>& units, std::size_t first, std::size_t last) {
  std::string key;
  for (std::size_t i = first; i < last; ++i) key += units[i].key + '\x1f';
  return key;
}

// The units of a phrase whose spaces are left out; empty where there are none to leave out.
std::vector<PhraseUnit> joined(const text::Analyzer& analyzer, const std::vector<PhraseUnit>& units) {
  std::string word;
  for (const PhraseUnit& unit : units) {
    if (unit.unspaced) return {};
    word += unit.word;
  }
  if (units.size() < 2 || word.size() < kFewestJoinedBytes) return {};
  return phrase_units(analyzer, word);
}

}  // namespace

struct Vocabulary::Impl {
  struct Own {
    explicit Own(Language glossary_language) : language(std::move(glossary_language)) {}
    Language language;
    std::vector<Term> terms;
    std::multimap<std::string, std::size_t, std::less<>> concepts;
  };

  // What one call collects.
  struct Request {
    const std::string& text;
    const std::vector<PhraseUnit>& units;
    const Language& query_language;
    const Own& target;
    std::size_t target_number;
    std::set<std::string> said;  // keys of what needs no saying
    std::vector<Expansion> expansions;
  };

  explicit Impl(const index::Catalog& catalog) {
    for (const content::Glossary& glossary : catalog.glossaries) {
      const text::Analyzer analyzer = index::analyzer_for(glossary.language, catalog.glossaries);
      glossaries.emplace_back(glossary.language);
      for (const content::GlossaryTerm& term : glossary.terms) add_term(analyzer, term);
    }
  }

  void add_term(const text::Analyzer& analyzer, const content::GlossaryTerm& source) {
    Own& own = glossaries.back();
    const std::size_t number = own.terms.size();
    Term term;
    term.concept_id = source.concept_id;
    term.words.push_back(source.term);
    term.words.insert(term.words.end(), source.synonyms.begin(), source.synonyms.end());
    for (const std::string& word : term.words) {
      const std::vector<PhraseUnit> units = phrase_units(analyzer, word);
      term.keys.push_back(key_of(units, 0, units.size()));
      term.plain.push_back(key_of(plain_units(units), 0, units.size()));
      add_phrase(analyzer, units, number, false);
    }
    for (const std::string& word : source.typed) add_phrase(analyzer, phrase_units(analyzer, word), number, true);
    if (!term.concept_id.empty()) own.concepts.emplace(term.concept_id, number);
    own.terms.push_back(std::move(term));
  }

  void add_phrase(const text::Analyzer& analyzer, const std::vector<PhraseUnit>& units, std::size_t term, bool typed) {
    if (units.empty()) return;
    Phrase phrase;
    phrase.glossary = glossaries.size() - 1;
    phrase.term = term;
    phrase.typed = typed;
    phrase.latin = true;
    for (const PhraseUnit& unit : units) {
      phrase.letters += count_points(unit.word);
      phrase.unspaced = phrase.unspaced || unit.unspaced;
      phrase.marked = phrase.marked || unit.marked;
      phrase.latin = phrase.latin && decode_utf8(unit.word, 0).point < 0x250;
    }
    const auto number = static_cast<std::uint32_t>(phrases.size());
    phrases.push_back(phrase);
    PhraseMatcher& matcher = own_words[std::string(glossaries.back().language.primary())];
    matcher.add(units, number);
    if (const std::vector<PhraseUnit> one = joined(analyzer, units); !one.empty()) matcher.add(one, number);
    if (typed) return;
    all_words.add(plain_units(units), number);
  }

  // The glossary that has the words for articles of a language.
  std::size_t glossary_of(const Language& language) const {
    std::size_t best = glossaries.size();
    for (std::size_t i = 0; i < glossaries.size(); ++i) {
      if (glossaries[i].language == language) return i;
      if (best == glossaries.size() && glossaries[i].language.primary() == language.primary()) best = i;
    }
    return best;
  }

  bool is_foreign_word(const Phrase& phrase, const Language& query_language) const {
    const Language& language = glossaries[phrase.glossary].language;
    if (language.primary() == query_language.primary()) return false;
    if (phrase.unspaced) return phrase.letters > 1;
    const bool own_script =
        phrase.latin ? query_language.script() == "Latn" : query_language.script() == language.script();
    // Short ones that lost their marks are other words: the is no thẻ.
    if (phrase.marked) return phrase.letters >= kFewestForeignLettersOfOwnScript;
    return phrase.letters >= (own_script ? kFewestForeignLettersOfOwnScript : kFewestForeignLetters);
  }

  // Words of the query's language first; words of others where none of those stands.
  void find(const std::vector<PhraseUnit>& units, const Language& query_language, std::vector<PhraseMatch>& found,
            std::set<std::string>& said) const {
    const auto own = own_words.find(query_language.primary());
    if (own != own_words.end()) {
      found = own->second.all(units);
      for (const PhraseMatch& match : found) said.insert(key_of(units, match.first, match.last));
      found = longest_matches(std::move(found), units);
    }
    const std::vector<PhraseUnit> plain = plain_units(units);
    std::vector<PhraseMatch> foreign;
    for (const PhraseMatch& match : all_words.all(plain)) {
      said.insert(key_of(plain, match.first, match.last));
      const bool taken = std::any_of(found.begin(), found.end(), [&](const PhraseMatch& other) {
        return match.first < other.last && other.first < match.last;
      });
      if (!taken && is_foreign_word(phrases[match.phrase], query_language)) foreign.push_back(match);
    }
    foreign = longest_matches(std::move(foreign), units);
    found.insert(found.end(), foreign.begin(), foreign.end());
    std::stable_sort(found.begin(), found.end(),
                     [](const PhraseMatch& a, const PhraseMatch& b) { return a.first < b.first; });
  }

  void expand(const PhraseMatch& match, std::size_t& of_phrase, Request& request) const {
    const Phrase& phrase = phrases[match.phrase];
    const Own& source = glossaries[phrase.glossary];
    const Term& term = source.terms[phrase.term];
    if (phrase.glossary == request.target_number) {
      const bool own = source.language.primary() == request.query_language.primary();
      add_words(match, term, own ? (phrase.typed ? kTyped : kSynonym) : kTranslation, of_phrase, request);
      return;
    }
    // Two scripts of one language have different words too, but they are not translations.
    const bool same = source.language.primary() == request.target.language.primary() &&
                      source.language.primary() == request.query_language.primary();
    if (term.concept_id.empty()) return;
    const auto [first, last] = request.target.concepts.equal_range(term.concept_id);
    for (auto place = first; place != last; ++place) {
      const std::string_view kind = same ? (phrase.typed ? kTyped : kSynonym) : kTranslation;
      add_words(match, request.target.terms[place->second], kind, of_phrase, request);
    }
  }

  static void add_words(const PhraseMatch& match, const Term& term, std::string_view kind, std::size_t& of_phrase,
                        Request& request) {
    const std::uint32_t begin = request.units[match.first].begin;
    const std::uint32_t end = request.units[match.last - 1].end;
    for (std::size_t i = 0; i < term.words.size(); ++i) {
      if (of_phrase >= kMostForPhrase || request.expansions.size() >= kMostForQuery) return;
      if (request.said.contains(term.keys[i]) || request.said.contains(term.plain[i])) continue;
      request.said.insert(term.keys[i]);
      ++of_phrase;
      request.expansions.push_back({kind, request.text.substr(begin, end - begin), term.words[i], begin, end,
                                    kind == kTranslation ? kTranslationFactor : kSameLanguageFactor,
                                    request.target.language});
    }
  }

  std::vector<Own> glossaries;
  std::vector<Phrase> phrases;
  std::map<std::string, PhraseMatcher, std::less<>> own_words;  // by primary subtag
  PhraseMatcher all_words;                                      // terms and synonyms of all languages
};

Vocabulary::Vocabulary(const index::Catalog& catalog) : impl_(std::make_unique<Impl>(catalog)) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

std::vector<Expansion> Vocabulary::expansions(const text::Analyzer& analyzer, const std::string& text,
                                              const Language& query_language, const Language& target_language) const {
  const std::size_t target = impl_->glossary_of(target_language);
  if (target == impl_->glossaries.size()) return {};
  const std::vector<PhraseUnit> units = phrase_units(analyzer, text);
  Impl::Request request{text, units, query_language, impl_->glossaries[target], target, {}, {}};
  std::vector<PhraseMatch> matches;
  impl_->find(units, query_language, matches, request.said);
  std::size_t of_phrase = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (i == 0 || matches[i].first != matches[i - 1].first) of_phrase = 0;
    impl_->expand(matches[i], of_phrase, request);
  }
  return std::move(request.expansions);
}

std::string print(const std::vector<Expansion>& expansions) {
  std::ostringstream lines;
  for (const Expansion& one : expansions) {
    lines << one.kind << " \"" << one.from << "\"@" << one.begin << '-' << one.end << " -> \"" << one.to << "\" ("
          << one.language.tag() << ", " << one.factor << ")\n";
  }
  return lines.str();
}

}  // namespace pharos::search
