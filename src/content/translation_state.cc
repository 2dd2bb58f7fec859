// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/translation_state.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "content/report.h"

namespace pharos::content {
namespace {

constexpr std::size_t kShingleWords = 3;
// Measured on a knowledge base of 30 locales: most translations share less than 0.1 of their shingles with the
// original, most copies, of older versions too, more than 0.8; between lie pages of which some paragraphs are
// translated.
constexpr double kShingleShare = 0.6;
// Decides for pages that the default language no longer has.
constexpr double kVocabularyShare = 0.92;
constexpr std::size_t kFewestWords = 12;
constexpr std::size_t kFewestShingles = 4;
// A language of which this share is copies has no translators: its pages of a few words are no translations either.
constexpr double kUntranslatedLanguage = 0.9;
constexpr std::size_t kFewestCommonWords = 20;
constexpr std::size_t kMostCommonWords = 200;

using Words = std::vector<std::uint64_t>;
using WordSet = std::unordered_set<std::uint64_t>;

/// What the default language's pages are made of.
struct Evidence {
  WordSet vocabulary;
  WordSet common;  ///< its most frequent words: what is between them (names, products) is the same in translations
  WordSet shingles;
  std::unordered_map<std::string, Words> words_by_key;
};

WordSet most_frequent(const std::unordered_map<std::uint64_t, std::size_t>& counts) {
  std::vector<std::pair<std::size_t, std::uint64_t>> ranked;
  for (const auto& [word, count] : counts) ranked.emplace_back(count, word);
  const std::size_t wanted =
      std::min(ranked.size(), std::max(kFewestCommonWords, std::min(kMostCommonWords, ranked.size() / 10)));
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(wanted), ranked.end(),
                    std::greater<>());
  WordSet words;
  // A word that stands once is common only where there are hardly any others.
  for (std::size_t i = 0; i < wanted && (ranked[i].first > 1 || i < kFewestCommonWords); ++i) {
    words.insert(ranked[i].second);
  }
  return words;
}

struct Shingle {
  std::uint64_t hash = 0;
  bool telling = false;  ///< has a common word
};

std::vector<Shingle> shingles_of(const Words& words, const WordSet& common) {
  std::vector<Shingle> shingles;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    Shingle shingle;
    for (std::size_t k = 0; k < kShingleWords; ++k) {
      shingle.hash = (shingle.hash * 0x9E3779B97F4A7C15ULL) ^ words[i + k];
      shingle.telling = shingle.telling || common.contains(words[i + k]);
    }
    shingles.push_back(shingle);
  }
  return shingles;
}

Evidence gather(const std::vector<Page>& pages, const std::vector<Words>& words, const Language& default_language) {
  Evidence evidence;
  std::unordered_map<std::uint64_t, std::size_t> counts;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].article.language != default_language) continue;
    evidence.words_by_key.emplace(pages[i].article.key.str(), words[i]);
    for (const std::uint64_t word : words[i]) ++counts[word];
  }
  for (const auto& [word, count] : counts) evidence.vocabulary.insert(word);
  evidence.common = most_frequent(counts);
  for (const auto& [key, own] : evidence.words_by_key) {
    for (const Shingle& shingle : shingles_of(own, evidence.common)) evidence.shingles.insert(shingle.hash);
  }
  return evidence;
}

double share(const Words& of, const WordSet& in) {
  if (of.empty()) return 0;
  const auto found = std::count_if(of.begin(), of.end(), [&in](std::uint64_t hash) { return in.contains(hash); });
  return static_cast<double>(found) / static_cast<double>(of.size());
}

// How much of a page is sentences of the default language. Runs of names say nothing, they are the same everywhere.
double shared_sentences(const Words& words, const Evidence& evidence) {
  std::size_t same = 0;
  std::size_t other = 0;
  for (const Shingle& shingle : shingles_of(words, evidence.common)) {
    if (!evidence.shingles.contains(shingle.hash)) {
      ++other;
    } else if (shingle.telling) {
      ++same;
    }
  }
  return same < kFewestShingles ? 0 : static_cast<double>(same) / static_cast<double>(same + other);
}

// Empty when it is a translation.
std::string copy_reason(const Page& page, const Words& words, const Evidence& evidence,
                        const Language& default_language) {
  const auto original = evidence.words_by_key.find(page.article.key.str());
  const bool orphan = original == evidence.words_by_key.end();
  if (!orphan && original->second == words) return "its text is that of the " + default_language.tag() + " page";
  // Between en and en-GB, or zh-Hans and zh-Hant, a translation may well be almost the same text.
  if (page.article.language.primary() == default_language.primary() || words.size() < kFewestWords) return {};
  if (shared_sentences(words, evidence) >= kShingleShare) {
    return "most of its sentences are those of " + default_language.tag() + " pages";
  }
  if (orphan && share(words, evidence.vocabulary) >= kVocabularyShare) {
    return "its words are those of " + default_language.tag() + " pages";
  }
  return {};
}

void mark(Page& page, const std::string& reason) {
  page.article.untranslated_copy = true;
  // What is wrong with the original is told there; a file that cannot be read well is told here too.
  std::erase_if(page.diagnostics, [](const Diagnostic& d) { return d.severity != Severity::kError; });
  report(page.diagnostics, "untranslated-copy", page.article.path, 0,
         reason + ": it is not searched in " + page.article.language.tag() + ", translate it or remove the file");
}

}  // namespace

void mark_untranslated_copies(std::vector<Page>& pages, const Language& default_language) {
  std::vector<Words> words;
  for (const Page& page : pages) words.push_back(prose_words(page));
  const Evidence evidence = gather(pages, words, default_language);
  struct Tally {
    std::size_t pages = 0, copies = 0;
  };
  std::map<Language, Tally> tallies;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].article.language == default_language) continue;
    Tally& tally = tallies[pages[i].article.language];
    ++tally.pages;
    const std::string reason = copy_reason(pages[i], words[i], evidence, default_language);
    if (reason.empty()) continue;
    ++tally.copies;
    mark(pages[i], reason);
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Article& article = pages[i].article;
    if (article.untranslated_copy || article.language == default_language || words[i].size() >= kFewestWords) continue;
    const Tally& tally = tallies[article.language];
    const bool untranslated =
        static_cast<double>(tally.copies) >= kUntranslatedLanguage * static_cast<double>(tally.pages);
    if (!untranslated || words[i].empty() || share(words[i], evidence.vocabulary) < 1) continue;
    mark(pages[i], "its few words are those of " + default_language.tag() + " pages, as are most pages beside it");
  }
}

}  // namespace pharos::content
