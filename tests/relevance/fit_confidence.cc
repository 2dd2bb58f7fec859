// SPDX-License-Identifier: GPL-3.0-or-later
#include "relevance/fit_confidence.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "pharos/base/digest.h"
#include "pharos/engine/evaluation.h"
#include "relevance/judged_corpus.h"
#include "search/confidence.h"
#include "search/database_pool.h"
#include "search/pipeline.h"
#include "search/ranking.h"

namespace pharos::relevance {
namespace {

// What the confidence model learns from: the evidence of an answer set, and whether its first answer is right.
struct Judgement {
  search::Evidence evidence{};
  bool right = false;
  bool fold = false;
  int question = 0;  // 0: answered or not by a set's own judgement, 1: the right article taken away
};

// More words than name a topic.
constexpr std::size_t kQuestion = 10;

// AUC: how often an answered question has more confidence than an unanswerable one (Fawcett 2006).
double auc(const std::vector<Judgement>& judgements, const std::function<double(const search::Evidence&)>& score) {
  std::vector<std::pair<double, bool>> all;
  for (const Judgement& one : judgements) all.emplace_back(score(one.evidence), one.right);
  std::sort(all.begin(), all.end());
  double below = 0;
  double rights = 0;
  double sum = 0;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    double right_here = 0;
    while (end < all.size() && all[end].first == all[i].first) right_here += all[end++].second ? 1 : 0;
    const double wrong_here = static_cast<double>(end - i) - right_here;
    sum += right_here * (below + wrong_here / 2);
    below += wrong_here;
    rights += right_here;
    i = end;
  }
  return rights > 0 && below > 0 ? sum / (rights * below) : 0;
}

struct Model {
  double bias = 0;
  search::Evidence weights{};
  double operator()(const search::Evidence& evidence) const {
    double sum = bias;
    for (std::size_t i = 0; i < search::kEvidence; ++i) sum += weights[i] * evidence[i];
    return 1 / (1 + std::exp(-sum));
  }
};

// Logistic regression by gradient descent with a little ridge, every kind of evidence kept to its direction (judged
// sets have their own habits, such as titles shared by many texts), both kinds of questions weighing the same.
Model fit_model(const std::vector<Judgement>& judgements, int fold) {
  Model model;
  double rights = 0;
  double wrongs = 0;
  for (const Judgement& one : judgements) {
    if (fold == 2 || one.fold == (fold == 1)) (one.right ? rights : wrongs) += 1;
  }
  constexpr int kSteps = 3000;
  constexpr double kRate = 2;
  constexpr double kRidge = 1e-4;
  for (int step = 0; step < kSteps; ++step) {
    Model gradient;
    for (const Judgement& one : judgements) {
      if (fold != 2 && one.fold != (fold == 1)) continue;
      const double weight = .5 / (one.right ? rights : wrongs);
      const double error = weight * (model(one.evidence) - (one.right ? 1 : 0));
      gradient.bias += error;
      for (std::size_t i = 0; i < search::kEvidence; ++i) gradient.weights[i] += error * one.evidence[i];
    }
    model.bias -= kRate * gradient.bias;
    for (std::size_t i = 0; i < search::kEvidence; ++i) {
      model.weights[i] -= kRate * (gradient.weights[i] + kRidge * model.weights[i]);
      model.weights[i] =
          search::kEvidenceSpeaksFor[i] ? std::max(model.weights[i], 0.0) : std::min(model.weights[i], 0.0);
    }
  }
  return model;
}

void add_judgements(const std::string& file, const Corpus& corpus, const Language& language,
                    std::vector<Judgement>& judgements) {
  search::DatabasePool databases(corpus.snapshot);
  for (const engine::JudgedQuery& judged : engine::read_judged_queries(file)) {
    const search::AnalyzedQuery query =
        search::prepared(search::checked_text(judged.text, kAnyLength), language, *corpus.index, kAnyLength, {});
    search::Ranking ranking;
    databases.with(language, [&](Xapian::Database& database) {
      ranking = search::rank(database, *corpus.index, query, {}, corpus.snapshot->catalog(), 1000);
    });
    const auto is_right = [&](const search::RankedArticle& article) {
      const std::string& key = corpus.snapshot->catalog().articles[article.article].key.str();
      return std::find(judged.relevant.begin(), judged.relevant.end(), key) != judged.relevant.end();
    };
    Judgement one;
    one.fold = sha256(judged.text)[0] < '8';
    one.evidence = search::evidence_of(ranking.articles, ranking.unknown);
    one.right = !judged.relevant.empty();
    judgements.push_back(one);
    if (judged.relevant.empty()) continue;
    std::erase_if(ranking.articles, is_right);
    one.question = 1;
    one.right = false;
    one.evidence = search::evidence_of(ranking.articles, ranking.unknown);
    judgements.push_back(one);
  }
}

}  // namespace

int fit_confidence(int argc, char** argv) {
  std::vector<std::vector<Judgement>> sets;
  std::vector<Judgement> all;
  for (int i = 0; i < argc; ++i) {
    const std::vector<std::string> parts = split(argv[i]);
    const Language language = engine::read_corpus(parts[0]).articles.front().language;
    const std::unique_ptr<Corpus> corpus = open_corpus(parts[0], language);
    std::vector<Judgement> set;
    add_judgements(parts[1], *corpus, language, set);
    all.insert(all.end(), set.begin(), set.end());
    sets.push_back(std::move(set));
  }
  const Model fitted = fit_model(all, 2);
  const Model even = fit_model(all, 0);
  const Model odd = fit_model(all, 1);
  std::printf("%-44s %8s %8s %8s\n", "AUC", "now", "fitted", "held out");
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (const int question : {0, 1}) {
      std::vector<Judgement> some;
      for (const Judgement& one : sets[i]) {
        // Own judgement: what the set calls unanswerable; taken away: the same questions without their article.
        if (question == 0 ? one.question == 0 : one.question == 1 || one.right) some.push_back(one);
      }
      const double now = auc(some, [](const search::Evidence& e) { return search::confidence(e, kQuestion); });
      if (now == 0) continue;
      std::vector<Judgement> first;
      std::vector<Judgement> second;
      for (const Judgement& one : some) (one.fold ? second : first).push_back(one);
      std::printf("%-44s %8.3f %8.3f %8.3f\n",
                  (split(argv[i])[1] + (question == 0 ? " own" : " taken away")).c_str() +
                      std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(split(argv[i])[1].size()) - 32),
                  now, auc(some, fitted), (auc(first, odd) + auc(second, even)) / 2);
    }
  }
  if (std::getenv("PHAROS_TUNE_EACH") != nullptr) {
    for (std::size_t f = 0; f < search::kEvidence; ++f) {
      std::printf("%-20s", std::string(search::kEvidenceNames[f]).c_str());
      for (const std::vector<Judgement>& set : sets) {
        std::vector<Judgement> own;
        for (const Judgement& one : set) {
          if (one.question == 0) own.push_back(one);
        }
        const auto score = [&](const search::Evidence& e) { return e[f]; };
        std::printf(" %.3f/%.3f", auc(own, score), auc(set, score));
      }
      std::printf("\n");
    }
  }
  std::printf("constexpr double kBias = %.3f;\nconstexpr Evidence kWeights = {", fitted.bias);
  for (std::size_t i = 0; i < search::kEvidence; ++i) std::printf("%s%.3f", i == 0 ? "" : ", ", fitted.weights[i]);
  std::printf("};\n");
  return 0;
}

}  // namespace pharos::relevance
