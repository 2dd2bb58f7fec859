// SPDX-License-Identifier: GPL-3.0-or-later
// Fits the weights of one language's ranking to judged queries and says what they are worth on queries that the fit did
// not see. tools/tune calls it for every language.
//   pharos_tune --confidence DOCS.jsonl,QUERIES.jsonl ...
//   pharos_tune [--fit-only|--measure] LANGUAGE DOCS.jsonl,QUERIES.jsonl[,QUERIES.jsonl...] [DOCS.jsonl,...]
// Method: coordinate ascent over multiplied weights (Metzler and Croft 2007), objective: the mean over the sets of
// MRR@10. The folds are by the digest of the query's text; nothing is drawn at random, so runs repeat exactly.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/engine/evaluation.h"
#include "relevance/fit_confidence.h"
#include "relevance/judged_corpus.h"
#include "search/database_pool.h"
#include "search/pipeline.h"
#include "search/ranking.h"

namespace {

using namespace pharos;
using relevance::Corpus;
using relevance::kAnyLength;

// Of the first look's best: those behind hardly ever come first, and fitting takes as many times as long.
constexpr std::size_t kCandidates = 20;

// An improvement must be worth it: below this it is chance, and the simpler row stays.
constexpr double kWorth = 2e-4;
constexpr int kRescoringRounds = 1;

struct Candidate {
  std::uint32_t section = 0;
  bool relevant = false;
  search::LookParts parts{};
};

struct TunedQuery {
  std::unique_ptr<search::AnalyzedQuery> query;
  const search::LanguageIndex* index = nullptr;
  std::vector<Candidate> candidates;
  std::size_t file = 0;
  bool fold = false;
};

void score_all(std::vector<TunedQuery>& queries, const text::LanguageRow& row) {
  for (TunedQuery& query : queries) {
    search::SecondLook look(*query.index, *query.query, row);
    for (Candidate& candidate : query.candidates) candidate.parts = look.score(candidate.section).parts;
  }
}

// Weighted mean over files of MRR@10 of the queries in `fold` (0, 1) or all (2).
double quality(const std::vector<TunedQuery>& queries, const text::LanguageRow& row, int fold,
               const std::vector<double>& files, bool print = false) {
  std::vector<double> sums(files.size(), 0);
  std::vector<double> counts(files.size(), 0);
  for (const TunedQuery& query : queries) {
    if (fold < 2 && query.fold != (fold == 1)) continue;
    counts[query.file] += 1;
    double best = -1;
    for (const Candidate& candidate : query.candidates) {
      if (candidate.relevant) best = std::max(best, search::weigh(candidate.parts, row));
    }
    if (best < 0) continue;
    std::size_t place = 1;
    for (const Candidate& candidate : query.candidates) {
      if (!candidate.relevant && search::weigh(candidate.parts, row) >= best) ++place;
    }
    if (place <= 10) sums[query.file] += 1.0 / static_cast<double>(place);
  }
  double mean = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const double value = counts[i] > 0 ? sums[i] / counts[i] : 0;
    if (print) std::printf(" %.4f", value);
    mean += value * files[i];
  }
  return mean;
}

struct Setting {
  const char* name;
  float text::RankSettings::*value;
  std::vector<float> tried;
  bool rescoring;
};

const std::vector<Setting>& settings() {
  static const std::vector<Setting> all = {
      {"k1", &text::RankSettings::k1, {.5F, .8F, 1.2F, 1.6F}, true},
      {"b", &text::RankSettings::b, {.35F, .5F, .6F, .7F, .8F}, true},
      {"title", &text::RankSettings::title, {0.F, .1F, .2F, .3F, .4F, .5F, .65F, .8F, 1.F, 1.3F, 1.6F}, false},
      {"title_k1", &text::RankSettings::title_k1, {.8F, 1.2F, 2.F}, true},
      {"title_b", &text::RankSettings::title_b, {.2F, .4F, .6F, .8F}, true},
  };
  return all;
}

text::LanguageRow fit(std::vector<TunedQuery>& queries, text::LanguageRow row, int fold,
                      const std::vector<double>& files) {
  score_all(queries, row);
  double best = quality(queries, row, fold, files);
  for (int round = 0; round < 6; ++round) {
    const double before = best;
    for (const Setting& setting : settings()) {
      if (setting.rescoring && round > kRescoringRounds) continue;
      const float kept = row.settings.*setting.value;
      float chosen = kept;
      for (const float value : setting.tried) {
        row.settings.*setting.value = value;
        if (setting.rescoring) score_all(queries, row);
        const double got = quality(queries, row, fold, files);
        if (got > best + kWorth) {
          best = got;
          chosen = value;
        }
      }
      row.settings.*setting.value = chosen;
      if (setting.rescoring) score_all(queries, row);
    }
    for (std::size_t c = 0; c < text::kTermClasses; ++c) {
      const float kept = row.rank[c];
      if (kept <= 0) continue;
      float chosen = kept;
      for (const float factor : {.05F, .4F, .6F, .8F, .9F, 1.1F, 1.25F, 1.6F, 2.5F}) {
        row.rank[c] = kept * factor;
        const double got = quality(queries, row, fold, files);
        if (got > best + kWorth) {
          best = got;
          chosen = kept * factor;
        }
      }
      row.rank[c] = chosen;
    }
    if (best - before < kWorth) break;
  }
  return row;
}

// As C++ wants it: 1.F, not 1F.
std::string literal(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", static_cast<double>(value));
  std::string out = text;
  if (out.find_first_of(".e") == std::string::npos) out += '.';
  return out + 'F';
}

void print(const text::LanguageRow& row) {
  // Only proportions matter: the strongest class is 1.
  const float strongest = *std::max_element(row.rank.begin(), row.rank.end());
  std::string text = "{{";
  for (std::size_t c = 0; c < text::kTermClasses; ++c) text += (c == 0 ? "" : ", ") + literal(row.rank[c] / strongest);
  const text::RankSettings& s = row.settings;
  text += "}, {";
  for (const float value : {s.k1, s.b, s.title, s.title_k1, s.title_b, s.heading}) text += literal(value) + ", ";
  std::printf("%s%s}}\n", text.c_str(), literal(s.whole).c_str());
}

void add_queries(const std::string& file, std::size_t number, const Corpus& corpus, const Language& language,
                 std::vector<TunedQuery>& queries) {
  search::DatabasePool databases(corpus.snapshot);
  for (const engine::JudgedQuery& judged : engine::read_judged_queries(file)) {
    if (judged.relevant.empty()) continue;
    TunedQuery query;
    query.index = corpus.index.get();
    query.file = number;
    query.fold = sha256(judged.text)[0] < '8';
    query.query = std::make_unique<search::AnalyzedQuery>(
        search::prepared(search::checked_text(judged.text, kAnyLength), language, *corpus.index, kAnyLength, {}));
    std::vector<search::SeenArticle> seen;
    databases.with(language, [&](Xapian::Database& database) {
      seen = search::rank(database, *corpus.index, *query.query, {}, corpus.snapshot->catalog(), 1000).seen;
    });
    if (seen.size() > kCandidates) seen.resize(kCandidates);
    for (const search::SeenArticle& article : seen) {
      const std::string& key = corpus.snapshot->catalog().articles[article.article].key.str();
      const bool relevant = std::find(judged.relevant.begin(), judged.relevant.end(), key) != judged.relevant.end();
      query.candidates.push_back({article.look.section, relevant, {}});
    }
    queries.push_back(std::move(query));
  }
}

int run(int argc, char** argv) {
  if (argc > 2 && std::string_view(argv[1]) == "--confidence") return relevance::fit_confidence(argc - 2, argv + 2);
  if (argc < 3) {
    std::fprintf(stderr, "pharos_tune LANGUAGE DOCS.jsonl,QUERIES.jsonl[,QUERIES.jsonl...] ...\n");
    return 2;
  }
  const std::string_view mode = argv[1];
  const bool check = mode != "--fit-only" && mode != "--measure";
  if (!check) ++argv, --argc;
  const Language language = Language::require(argv[1]);
  std::vector<std::unique_ptr<Corpus>> corpora;
  std::vector<TunedQuery> queries;
  std::vector<double> files;
  for (int i = 2; i < argc; ++i) {
    const std::vector<std::string> parts = relevance::split(argv[i]);
    corpora.push_back(relevance::open_corpus(parts[0], engine::read_corpus(parts[0]).articles.front().language));
    for (std::size_t q = 1; q < parts.size(); ++q) {
      // Sets weigh the same, however many damaged copies one has; the queries as people asked them count half of it.
      const double copies = static_cast<double>(parts.size()) - 2;
      files.push_back((q == 1 ? (copies > 0 ? .5 : 1) : .5 / copies) / static_cast<double>(argc - 2));
      add_queries(parts[q], files.size() - 1, *corpora.back(),
                  corpora.back()->snapshot->catalog().articles.front().language, queries);
    }
  }
  const text::LanguageRow start = text::language_row(language);
  score_all(queries, start);
  std::printf("%s  %zu queries of %zu files\n  as it stands  ", language.tag().c_str(), queries.size(), files.size());
  const double now = quality(queries, start, 2, files, true);
  std::printf("  mean %.4f\n", now);
  if (mode == "--measure") return 0;
  double held_out = 0;
  double held_out_before = 0;
  for (const int fold : {0, 1}) {
    if (!check) break;
    held_out_before += quality(queries, start, 1 - fold, files) / 2;
    const text::LanguageRow fitted = fit(queries, start, fold, files);
    score_all(queries, fitted);
    held_out += quality(queries, fitted, 1 - fold, files) / 2;
    score_all(queries, start);
  }
  if (check) std::printf("  on queries the fit did not see: %.4f, before %.4f\n", held_out, held_out_before);
  const text::LanguageRow fitted = fit(queries, start, 2, files);
  score_all(queries, fitted);
  std::printf("  fitted to all ");
  std::printf("  mean %.4f\n", quality(queries, fitted, 2, files, true));
  std::printf("row %s ", language.tag().c_str());
  print(fitted);
  return held_out + 1e-3 < held_out_before ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "pharos_tune: %s\n", error.what());
    return 3;
  }
}
