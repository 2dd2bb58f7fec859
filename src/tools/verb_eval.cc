// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"
#include "pharos/engine/build.h"
#include "pharos/engine/evaluation.h"
#include "pharos/engine/help_center.h"
#include "pharos/engine/query_cost.h"
#include "pharos/engine/routing_evaluation.h"
#include "pharos/engine/term_suggestions.h"
#include "pharos/index/snapshot_store.h"
#include "tools/content_options.h"
#include "tools/routing_report.h"
#include "tools/term_table.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  std::string queries;
  std::string routing;
  std::string index;
  std::string content;
  std::string corpus;
  std::vector<std::string> bars;
  std::size_t failed = 10;
  bool json = false;
  bool suggest_terms = false;
  bool cost = false;
  std::string language;
};

struct MeasureRow {
  std::string_view name;
  double engine::Metrics::*value;
  bool higher_is_better;
};
constexpr std::array kMeasures = {
    MeasureRow{"mrr10", &engine::Metrics::mrr10, true},   MeasureRow{"r1", &engine::Metrics::r1, true},
    MeasureRow{"r5", &engine::Metrics::r5, true},         MeasureRow{"r10", &engine::Metrics::r10, true},
    MeasureRow{"ndcg10", &engine::Metrics::ndcg10, true}, MeasureRow{"no_hit", &engine::Metrics::no_hit, false},
};

struct Bar {
  const MeasureRow* measure;
  double value;
};

Bar parse_bar(const std::string& text) {
  const std::size_t equals = text.find('=');
  for (const MeasureRow& row : kMeasures) {
    if (text.substr(0, equals) != row.name || equals == std::string::npos) continue;
    Bar bar{&row, 0};
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + equals + 1, end, bar.value);
    if (read.ec == std::errc() && read.ptr == end) return bar;
  }
  throw Error(ErrorKind::kInvalidArgument,
              "'" + text + "' is no bar; write one such as mrr10=0.9 (mrr10, r1, r5, r10, ndcg10, no_hit)",
              "--fail-under");
}

void write(JsonWriter& out, const engine::Metrics& metrics) {
  out.member("queries", metrics.queries);
  for (const MeasureRow& row : kMeasures) out.member(row.name, metrics.*row.value);
}

void print_row(const std::string& name, const engine::Metrics& m) {
  std::printf("%-10s %8zu  %.4f %.4f %.4f %.4f %.4f %.4f\n", name.c_str(), m.queries, m.mrr10, m.r1, m.r5, m.r10,
              m.ndcg10, m.no_hit);
}

void print_table(const engine::Evaluation& evaluation, std::size_t failed) {
  std::printf("%-10s %8s  %-6s %-6s %-6s %-6s %-6s %-6s\n", "language", "queries", "MRR@10", "R@1", "R@5", "R@10",
              "nDCG10", "no hit");
  for (const auto& [language, metrics] : evaluation.languages) print_row(language.tag(), metrics);
  print_row("all", evaluation.all);
  if (evaluation.unanswerable > 0) {
    std::printf("%zu queries have no right answer and are not in the averages\n", evaluation.unanswerable);
  }
  if (evaluation.failed.empty() || failed == 0) return;
  std::printf("%zu queries do not find a right answer first:\n", evaluation.failed.size());
  std::size_t shown = 0;
  for (const engine::FailedQuery& row : evaluation.failed) {
    if (++shown > failed) break;
    const std::string rank = row.rank == 0 ? std::string("-") : std::to_string(row.rank);
    std::printf("  %s %s rank %s: %s\n      wanted", row.query->id.c_str(), row.query->language.tag().c_str(),
                rank.c_str(), row.query->text.c_str());
    for (const std::string& key : row.query->relevant) std::printf(" %s", key.c_str());
    std::printf(", came");
    for (const std::string& key : row.got) std::printf(" %s", key.c_str());
    std::printf("\n");
  }
  if (shown > failed) std::printf("  ... and %zu more (--failed N)\n", evaluation.failed.size() - failed);
}

void print_json(const engine::Evaluation& evaluation, std::size_t failed) {
  JsonWriter out;
  out.begin_object().key("languages").begin_array();
  for (const auto& [language, metrics] : evaluation.languages) {
    out.begin_object().member("lang", language.tag());
    write(out, metrics);
    out.end_object();
  }
  out.end_array().key("all").begin_object();
  write(out, evaluation.all);
  out.end_object().member("unanswerable", evaluation.unanswerable).key("failed").begin_array();
  std::size_t shown = 0;
  for (const engine::FailedQuery& row : evaluation.failed) {
    if (++shown > failed) break;
    out.begin_object().member("id", row.query->id).member("lang", row.query->language.tag());
    out.member("text", row.query->text).member("rank", row.rank).strings("wanted", row.query->relevant);
    out.strings("got", row.got).end_object();
  }
  out.end_array().end_object();
  std::cout << out.take() << "\n";
}

// The index to ask: the given one, or one built for this run in a folder that vanishes with it.
std::filesystem::path index_of(const Options& options, std::optional<TemporaryFolder>& temporary) {
  const int sources =
      (options.index.empty() ? 0 : 1) + (options.content.empty() ? 0 : 1) + (options.corpus.empty() ? 0 : 1);
  if (sources != 1) {
    throw Error(ErrorKind::kInvalidArgument, "give exactly one of --index, --content and --corpus");
  }
  if (!options.index.empty()) return options.index;
  temporary.emplace();
  if (!options.corpus.empty()) {
    index::index_library(engine::read_corpus(options.corpus), temporary->path(), {});
  } else {
    engine::BuildOptions build;
    build.read.now = system_clock().now();
    engine::build(options.content, temporary->path(), build);
  }
  return temporary->path();
}

// The first answers as a reader would get them; what a reader may not ask finds nothing and is counted.
std::vector<std::string> answers(const engine::HelpCenter& help_center, const engine::JudgedQuery& asked,
                                 std::size_t& refused) {
  std::vector<std::string> keys;
  try {
    const auto language = help_center.language(asked.language.tag());
    const search::Query query(asked.text, language ? *language : help_center.default_language());
    for (const search::Hit& hit : help_center.search(query).hits) keys.push_back(hit.key.str());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInvalidArgument) throw;
    ++refused;
  }
  return keys;
}

int suggest_terms(const Options& options) {
  std::optional<TemporaryFolder> temporary;
  const std::filesystem::path folder = index_of(options, temporary);
  const engine::HelpCenter help_center(folder);
  const Language language =
      options.language.empty() ? help_center.default_language() : Language::require(options.language, "--lang");
  std::vector<engine::JudgedQuery> queries;
  if (!options.queries.empty()) queries = engine::read_asked_queries(options.queries, language);
  for (engine::JudgedQuery& query : queries) {
    if (const auto served = help_center.language(query.language.tag())) query.language = *served;
  }
  const auto snapshot = index::SnapshotStore(folder).open_current();
  std::size_t refused = 0;
  const auto suggestions = engine::suggest_terms(
      queries, *snapshot, [&](const engine::JudgedQuery& query) { return answers(help_center, query, refused); });
  std::cout << (options.json ? term_json(suggestions) + "\n" : term_table(suggestions));
  return kDone;
}

// Routes labelled texts by the articles of a help center, by a corpus of labelled examples, or by one another.
int evaluate_routing(const Options& options) {
  constexpr std::size_t kFolds = 10;
  const std::vector<engine::LabelledText> texts = engine::read_labelled_texts(options.routing);
  std::vector<engine::RoutedText> routed;
  if (!options.corpus.empty()) {
    routed = engine::route_by_texts(engine::read_labelled_corpus(options.corpus), texts);
  } else if (options.index.empty() && options.content.empty()) {
    routed = engine::route_across_folds(texts, kFolds);
  } else {
    std::optional<TemporaryFolder> temporary;
    const engine::HelpCenter help_center(index_of(options, temporary));
    routed = engine::route_by_articles(help_center, texts);
  }
  const engine::RoutingEvaluation evaluation = engine::evaluate_routing(texts, routed);
  std::cout << (options.json ? routing_json(evaluation) + "\n" : routing_table(evaluation, options.failed));
  return kDone;
}

int measure_cost(const Options& options) {
  const std::vector<engine::JudgedQuery> queries = engine::read_judged_queries(options.queries);
  std::optional<TemporaryFolder> temporary;
  engine::HelpCenter help_center(index_of(options, temporary));
  help_center.prepare();
  const engine::QueryCost cost = engine::measure_cost(help_center, queries);
  if (options.json) {
    JsonWriter out;
    out.begin_object().member("queries", cost.queries).member("microseconds", cost.full);
    out.member("plain_microseconds", cost.plain).member("ratio", cost.ratio()).end_object();
    std::cout << out.take() << "\n";
  } else {
    std::printf("%zu queries: median processor time %.0f us, with words and stems alone %.0f us, ratio %.2f\n",
                cost.queries, cost.full, cost.plain, cost.ratio());
  }
  return kDone;
}

int run(const Options& options) {
  if (options.suggest_terms) return suggest_terms(options);
  if (!options.routing.empty()) return evaluate_routing(options);
  if (options.queries.empty()) throw Error(ErrorKind::kInvalidArgument, "--queries is required");
  if (options.cost) return measure_cost(options);
  std::vector<Bar> bars;
  for (const std::string& text : options.bars) bars.push_back(parse_bar(text));
  const std::vector<engine::JudgedQuery> queries = engine::read_judged_queries(options.queries);
  std::optional<TemporaryFolder> temporary;
  const engine::HelpCenter help_center(index_of(options, temporary));
  std::size_t refused = 0;
  const engine::Evaluation evaluation = engine::evaluate(
      queries, [&](const engine::JudgedQuery& judged) { return answers(help_center, judged, refused); });
  if (options.json) {
    print_json(evaluation, options.failed);
  } else {
    print_table(evaluation, options.failed);
    if (refused > 0) std::printf("%zu queries are beyond the limits of a query and count as not found\n", refused);
  }
  int code = kDone;
  for (const Bar& bar : bars) {
    const double value = evaluation.all.*bar.measure->value;
    const bool missed = bar.measure->higher_is_better ? value < bar.value : value > bar.value;
    if (!missed) continue;
    std::fprintf(stderr, "missed: %s is %.4f, the bar is %.4f\n", std::string(bar.measure->name).c_str(), value,
                 bar.value);
    code = kFindings;
  }
  return code;
}

}  // namespace

std::function<int()> add_eval(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("--queries", options->queries, "Judged queries, JSON lines: id, lang, text, relevant");
  command.add_option("--routing", options->routing,
                     "Route these labelled texts, JSON lines: text, lang, label (a category, empty for none); without "
                     "an index, content or corpus each tenth of them is routed by the rest");
  command.add_option("--index", options->index, "Ask this index");
  command.add_option("--content", options->content, "Build this content folder for the run");
  command.add_option("--corpus", options->corpus,
                     "Build these articles for the run, JSON lines: id, lang, title, body");
  command.add_option("--fail-under", options->bars,
                     "Bar such as mrr10=0.9; exit code 1 when missed (no_hit: an upper bar)");
  command.add_option("--failed", options->failed, "How many failed queries to list");
  command.add_flag(
      "--suggest-terms", options->suggest_terms,
      "Measure nothing: suggest terms for the glossary from --queries (also plain lines of a log) and from "
      "the articles' questions");
  command.add_flag("--cost", options->cost,
                   "Judge nothing: measure the processor time of the queries against words and stems alone");
  command.add_option("--lang", options->language, "Language of plain lines; the site's default unless given");
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
