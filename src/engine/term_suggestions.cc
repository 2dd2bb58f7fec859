// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/term_suggestions.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/known_phrases.h"
#include "pharos/base/utf8.h"
#include "pharos/index/analyzers.h"

namespace pharos::engine {
namespace {

constexpr std::size_t kExamples = 3;
constexpr double kSameThing = .8;   // share of a word's queries from which on a phrase with it is what was meant
constexpr std::size_t kRoving = 3;  // a word so many times as frequent as the phrase is no part of a term
constexpr double kOneArticle = .5;  // a phrase of known words must lead to one article at least so often

bool has_letters(std::string_view word) {
  for (const char c : word) {
    const bool digit = (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '_';
    if (!digit) return count_points(word) > 1;
  }
  return false;
}

constexpr double kTellingShare = .4;  // words that lead everywhere (hello) belong to no concept

// What is gathered for one phrase.
struct Candidate {
  std::size_t words = 0;
  std::size_t queries = 0;
  std::size_t questions = 0;
  bool asked = false;  // only questions have it, else nothing
  bool every_word_written = false;
  std::map<std::string, std::size_t> spellings;
  std::map<std::string, std::size_t> articles;
  std::map<const content::GlossaryTerm*, std::size_t> terms;  // that stand in the same queries
  std::vector<std::string> examples;

  std::size_t count() const { return queries + questions; }
};

template <class Key>
std::pair<Key, std::size_t> most_frequent(const std::map<Key, std::size_t>& counts) {
  std::pair<Key, std::size_t> best{};
  for (const auto& [key, count] : counts) {
    if (count > best.second) best = {key, count};
  }
  return best;
}

// The shorter phrases within a phrase.
std::vector<std::string> parts_of(const std::string& key) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1)) begins.push_back(at + 1);
  begins.push_back(key.size() + 1);
  std::vector<std::string> parts;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    for (std::size_t j = i + 1; j < begins.size(); ++j) {
      if (i > 0 || j + 1 < begins.size()) parts.push_back(key.substr(begins[i], begins[j] - 1 - begins[i]));
    }
  }
  return parts;
}

// All of one language.
class Gatherer {
 public:
  Gatherer(const index::Snapshot& snapshot, const Language& language)
      : catalog_(snapshot.catalog()),
        language_(language),
        analyzer_(index::analyzer_for(language, catalog_.glossaries)),
        known_(snapshot, language, analyzer_),
        glossary_(catalog_, language, analyzer_) {}

  // One query or question with the articles that it leads to.
  void add(const std::string& text, const std::vector<std::string>& articles, bool is_question) {
    const std::vector<KeyedWord> words = keyed_words(analyzer_, text);
    const std::vector<GlossaryPhrases::Place> places = glossary_.find(words);
    std::vector<bool> covered(words.size(), false);
    for (const GlossaryPhrases::Place& place : places) {
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(place.first), place.count, true);
    }
    std::set<std::string> once;
    for (const KeyedWord& word : words) ++seen_[word.key];
    for (std::size_t first = 0; first < words.size(); ++first) {
      std::string key;
      for (std::size_t i = first; i < std::min(first + kLongestSuggestion, words.size()) && !covered[i]; ++i) {
        append_key(key, words[i].key);
        if (!is_candidate(words, first, i, key) || !once.insert(key).second) continue;
        Candidate& candidate = candidates_[key];
        candidate.words = i + 1 - first;
        candidate.asked = known_.is_asked(key);
        candidate.every_word_written = every_word_written(words, first, i);
        ++(is_question ? candidate.questions : candidate.queries);
        ++candidate.spellings[text.substr(words[first].begin, words[i].end - words[first].begin)];
        for (const std::string& article : articles) ++candidate.articles[article];
        for (const GlossaryPhrases::Place& place : places) ++candidate.terms[place.term];
        const auto& examples = candidate.examples;
        const bool shown = std::find(examples.begin(), examples.end(), text) != examples.end();
        if (!shown && examples.size() < kExamples) candidate.examples.push_back(text);
      }
    }
  }

  std::vector<TermSuggestion> suggestions(const SuggestionOptions& options) {
    std::erase_if(candidates_, [&](const auto& entry) { return !is_worth_showing(entry.second, options); });
    drop_those_that_say_the_same();
    std::vector<TermSuggestion> suggestions;
    for (const auto& [key, candidate] : candidates_) suggestions.push_back(suggestion(candidate));
    std::stable_sort(suggestions.begin(), suggestions.end(), [](const TermSuggestion& a, const TermSuggestion& b) {
      return a.queries + a.questions > b.queries + b.questions;
    });
    if (suggestions.size() > options.most)
      suggestions.erase(suggestions.begin() + static_cast<std::ptrdiff_t>(options.most), suggestions.end());
    return suggestions;
  }

 private:
  bool is_candidate(const std::vector<KeyedWord>& words, std::size_t first, std::size_t last,
                    const std::string& key) const {
    if (known_.is_written(key)) return false;
    if (first == last) return has_letters(words[first].key);
    return !known_.is_common(words[first].key) && !known_.is_common(words[last].key) &&
           has_letters_or_stands_close(words, first, last);
  }

  // Crumbs of an unspaced script are worth a look together, numbers and single letters are not.
  static bool has_letters_or_stands_close(const std::vector<KeyedWord>& words, std::size_t first, std::size_t last) {
    bool close = true;
    bool letters = true;
    for (std::size_t i = first; i <= last; ++i) {
      close = close && (i == first || words[i].begin == words[i - 1].end);
      letters = letters && has_letters(words[i].key);
    }
    return close || letters;
  }

  bool every_word_written(const std::vector<KeyedWord>& words, std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i <= last; ++i) {
      if (!known_.is_written(words[i].key)) return false;
    }
    return true;
  }

  static bool is_worth_showing(const Candidate& candidate, const SuggestionOptions& options) {
    if (candidate.count() < options.fewest) return false;
    if (candidate.words == 1 || !candidate.every_word_written) return true;
    // Words of articles in another order are no term unless they mean one thing.
    return candidate.queries > 0 && static_cast<double>(most_frequent(candidate.articles).second) >=
                                        kOneArticle * static_cast<double>(candidate.count());
  }

  // Of a word and a phrase with it only one is worth a line.
  void drop_those_that_say_the_same() {
    std::set<std::string> dropped;
    for (const auto& [whole, long_one] : candidates_) {
      if (long_one.words < 2) continue;
      for (const std::string& part : parts_of(whole)) {
        const auto short_one = candidates_.find(part);
        if (short_one == candidates_.end()) continue;
        const double all = static_cast<double>(short_one->second.count());
        const bool same = static_cast<double>(long_one.count()) >= kSameThing * all && !has_roving_end(whole, long_one);
        dropped.insert(same ? part : whole);
      }
    }
    for (const std::string& key : dropped) candidates_.erase(key);
  }

  // "my" of "my payout" stands beside everything.
  bool has_roving_end(const std::string& phrase, const Candidate& candidate) const {
    const std::string first = phrase.substr(0, phrase.find(' '));
    const std::string last = phrase.substr(phrase.rfind(' ') + 1);
    return std::max(seen_.at(first), seen_.at(last)) > kRoving * candidate.count();
  }

  TermSuggestion suggestion(const Candidate& candidate) const {
    TermSuggestion one(language_);
    one.text = most_frequent(candidate.spellings).first;
    one.reason = candidate.asked ? kOnlyInQuestions : kUnknownToIndex;
    one.queries = candidate.queries;
    one.questions = candidate.questions;
    one.examples = candidate.examples;
    const auto [article, leading] = most_frequent(candidate.articles);
    one.article = article;
    one.leading = leading;
    if (const index::CatalogArticle* found = find(article)) {
      one.title = found->title;
      const bool tells = static_cast<double>(leading) >= kTellingShare * static_cast<double>(candidate.count());
      if (tells) set_concept(*found, candidate, one);
    }
    return one;
  }

  const index::CatalogArticle* find(const std::string& key) const {
    const index::CatalogArticle* other = nullptr;
    for (const index::CatalogArticle& article : catalog_.articles) {
      if (article.key.str() != key) continue;
      if (article.language == language_) return &article;
      if (other == nullptr) other = &article;
    }
    return other;
  }

  // The term that title or tags have and that the queries do not have anyway: the new word may be another word for it.
  void set_concept(const index::CatalogArticle& article, const Candidate& candidate, TermSuggestion& one) const {
    std::vector<std::string> texts = article.tags;
    texts.insert(texts.begin(), article.title);
    std::size_t fewest = candidate.count() / 2 + 1;
    for (const std::string& text : texts) {
      for (const GlossaryPhrases::Place& place : glossary_.find(keyed_words(analyzer_, text))) {
        const auto together = candidate.terms.find(place.term);
        const std::size_t count = together == candidate.terms.end() ? 0 : together->second;
        if (place.typed || count >= fewest) continue;
        fewest = count;
        one.concept_id = place.term->concept_id;
        one.term = place.term->term;
      }
    }
  }

  const index::Catalog& catalog_;
  Language language_;
  text::Analyzer analyzer_;
  KnownPhrases known_;
  GlossaryPhrases glossary_;
  std::map<std::string, Candidate> candidates_;
  std::map<std::string, std::size_t> seen_;  // words of all queries and questions
};

}  // namespace

std::vector<TermSuggestion> suggest_terms(const std::vector<JudgedQuery>& queries, const index::Snapshot& snapshot,
                                          const std::function<std::vector<std::string>(const JudgedQuery&)>& search,
                                          const SuggestionOptions& options) {
  std::map<Language, Gatherer> gatherers;
  for (const content::SiteLanguage& row : snapshot.catalog().settings.languages) {
    if (snapshot.database(row.language)) {
      gatherers.try_emplace(row.language, snapshot, row.language);
    }
  }
  std::map<std::pair<Language, std::string>, std::vector<std::string>> found;  // readers repeat each other
  for (const JudgedQuery& query : queries) {
    const auto gatherer = gatherers.find(query.language);
    if (gatherer == gatherers.end()) continue;
    std::vector<std::string> articles = query.relevant;
    if (articles.empty()) {
      const auto [place, is_new] = found.try_emplace({query.language, query.text});
      if (is_new) place->second = search(query);
      articles = place->second;
      if (articles.size() > 1) articles.resize(1);
    }
    gatherer->second.add(query.text, articles, false);
  }
  for (const index::CatalogArticle& article : snapshot.catalog().articles) {
    const auto gatherer = gatherers.find(article.language);
    if (gatherer == gatherers.end()) continue;
    for (const std::string& question : article.questions) gatherer->second.add(question, {article.key.str()}, true);
  }
  std::vector<TermSuggestion> all;
  for (auto& [language, gatherer] : gatherers) {
    for (TermSuggestion& one : gatherer.suggestions(options)) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace pharos::engine
