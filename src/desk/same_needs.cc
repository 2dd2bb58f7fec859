// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "desk/asking_words.h"
#include "pharos/base/hash.h"
#include "pharos/desk/questions.h"
#include "pharos/text/analyzer.h"
#include "pharos/text/fold.h"
#include "pharos/text/query_language.h"
#include "pharos/text/word_sequence.h"

namespace pharos::desk {
namespace {

enum Family : std::size_t { kWords, kNeighbours, kLetters };
constexpr std::size_t kFamilies = 3;
// How much each kind of likeness counts, chosen on the phrases of tests/desk/asked_phrases.h.
constexpr std::array<double, kFamilies> kFamilyWeights = {.5, .1, .4};
// "how do I" and "my" are asked with everything.
constexpr double kLittleWord = .3;

/// What a question is made of: for each family how often each feature occurs, little words less than once.
using Features = std::array<std::map<std::uint64_t, double>, kFamilies>;
/// The same as numbers of unit length, ordered by feature.
using Vector = std::vector<std::pair<std::uint64_t, double>>;

std::uint64_t feature(Family family, std::uint32_t kind, std::uint32_t a, std::uint32_t b = 0) {
  const std::uint64_t mixed = (static_cast<std::uint64_t>(a) << 32 | b) * 0x9E3779B97F4A7C15ULL;
  return (mixed ^ (mixed >> 29)) * 8 + family * 2 + kind;
}

Features features_of(const text::Analyzer& analyzer, const Language& language, std::string_view asked) {
  Features features;
  std::uint32_t last = 0;
  for (const text::SequenceWord& word : text::word_sequence(analyzer, asked)) {
    const bool little = text::is_little_word(language, word.term);
    const double weight = little ? kLittleWord : 1;
    const text::WordForms forms = analyzer.forms(word.term);
    const std::uint32_t bare = fnv1a(std::string_view(forms.bare));
    features[kWords][feature(kWords, 0, bare)] += weight;
    for (const std::uint32_t gram : text::word_grams(text::gram_text(word.term), 3)) {
      features[kLetters][feature(kLetters, 0, gram)] += weight;
    }
    if (word.part || little) continue;
    // In either order: "tax report", "report of tax".
    if (last != 0) features[kNeighbours][feature(kNeighbours, 0, std::min(last, bare), std::max(last, bare))] += 1;
    last = bare;
  }
  for (const text::Token& token : analyzer.analyze(asked)) {
    const std::uint32_t hash = fnv1a(std::string_view(token.term));
    if (token.term_class == text::TermClass::kContent || token.term_class == text::TermClass::kUnit) {
      features[kWords][feature(kWords, 1, hash)] += 1;
    } else if (token.term_class == text::TermClass::kBigram) {
      features[kNeighbours][feature(kNeighbours, 1, hash)] += 1;
    }
  }
  return features;
}

/// Features that many questions have say little (inverse question frequency).
class Weigher {
 public:
  explicit Weigher(const std::vector<Features>& questions) : all_(static_cast<double>(questions.size())) {
    for (const Features& question : questions) {
      for (const auto& family : question) {
        for (const auto& [id, weight] : family) ++asked_[id];
      }
    }
  }

  Vector vector_of(const Features& question) const {
    Vector vector;
    double length = 0;
    for (std::size_t family = 0; family < kFamilies; ++family) {
      const std::size_t begin = vector.size();
      double square = 0;
      for (const auto& [id, weight] : question[family]) {
        const double value = std::min(weight, 1.0) * std::log(1 + all_ / asked_.at(id));
        vector.emplace_back(id, value);
        square += value * value;
      }
      if (square <= 0) continue;
      length += kFamilyWeights[family];
      const double scale = std::sqrt(kFamilyWeights[family] / square);
      for (std::size_t i = begin; i < vector.size(); ++i) vector[i].second *= scale;
    }
    for (auto& [id, value] : vector) value /= std::sqrt(length);
    return vector;
  }

 private:
  double all_;
  std::unordered_map<std::uint64_t, double> asked_;
};

void add_pairs(const std::vector<const Question*>& questions, double threshold, std::vector<SameNeed>& found) {
  const auto language = Language::parse(questions.front()->language);
  if (!language) return;
  const text::Analyzer analyzer(*language);
  std::vector<Features> features;
  features.reserve(questions.size());
  for (const Question* question : questions) {
    features.push_back(features_of(analyzer, *language, without_asking(*language, question->text)));
  }
  const Weigher weigher(features);

  // Older questions by the features they have, so that only those that share one are compared.
  std::unordered_map<std::uint64_t, std::vector<std::pair<std::size_t, double>>> postings;
  std::vector<double> likeness(questions.size());
  for (std::size_t i = 0; i < questions.size(); ++i) {
    std::fill(likeness.begin(), likeness.end(), 0.0);
    for (const auto& [id, value] : weigher.vector_of(features[i])) {
      auto& others = postings[id];
      for (const auto& [other, other_value] : others) likeness[other] += value * other_value;
      others.emplace_back(i, value);
    }
    for (std::size_t other = 0; other < i; ++other) {
      if (likeness[other] > 0 && likeness[other] >= threshold) {
        found.push_back({questions[i]->id, questions[other]->id, std::min(1.0, likeness[other])});
      }
    }
  }
}

}  // namespace

std::vector<SameNeed> same_needs(const std::vector<Question>& questions, double threshold) {
  std::map<std::string, std::vector<const Question*>> by_language;
  for (const Question& question : questions) {
    if (question.state == QuestionState::kOpen) by_language[question.language].push_back(&question);
  }
  std::vector<SameNeed> found;
  for (auto& [language, group] : by_language) {
    std::sort(group.begin(), group.end(), [](const Question* a, const Question* b) { return a->id < b->id; });
    add_pairs(group, threshold, found);
  }
  std::sort(found.begin(), found.end(), [](const SameNeed& a, const SameNeed& b) {
    return std::tie(b.similarity, a.id, a.like) < std::tie(a.similarity, b.id, b.like);
  });
  return found;
}

}  // namespace pharos::desk
