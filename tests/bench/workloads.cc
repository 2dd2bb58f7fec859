// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <string>

#include "bench/corpus.h"
#include "pharos/base/files.h"
#include "pharos/index/indexer.h"
#include "pharos/index/snapshot_store.h"
#include "pharos/search/searcher.h"
#include "pharos/search/suggester.h"
#include "pharos/text/analyzer.h"

namespace pharos::bench {
namespace {

constexpr std::size_t kAnalyzedBytes = 64 * 1024;
constexpr std::size_t kSearchedArticles = 300;

void analyze(benchmark::State& state, const Sample& sample) {
  const text::Analyzer analyzer(Language::require(sample.language));
  const std::string input = text(sample, kAnalyzedBytes);
  std::size_t tokens = 0;
  for (auto _ : state) {
    const auto made = analyzer.analyze(input);
    tokens = made.size();
    benchmark::DoNotOptimize(made.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * input.size()));
  state.counters["tokens"] = static_cast<double>(tokens);
}

void build(benchmark::State& state, std::size_t articles) {
  const content::Library source = library(samples().front(), articles);
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    const TemporaryFolder folder;
    bytes = index::index_library(source, folder.path(), {}).bytes;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * articles));
  state.counters["index_bytes"] = static_cast<double>(bytes);
}

// A language's site, built once for all workloads that ask it.
struct Site {
  explicit Site(const Sample& sample) { index::index_library(library(sample, kSearchedArticles), folder.path(), {}); }
  TemporaryFolder folder;
};

void search(benchmark::State& state, const Sample& sample) {
  const Site site(sample);
  const search::Searcher searcher(index::SnapshotStore(site.folder.path()).open_current());
  const Language language = Language::require(sample.language);
  std::size_t next = 0;
  std::size_t found = 0;
  for (auto _ : state) {
    const search::Query query(std::string(sample.queries[next++ % sample.queries.size()]), language);
    found += searcher.search(query).hits.size();
  }
  if (found == 0) state.SkipWithError("nothing was found");
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void suggest(benchmark::State& state, const Sample& sample) {
  const Site site(sample);
  const auto snapshot = index::SnapshotStore(site.folder.path()).open_current();
  const search::Suggester suggester(snapshot->catalog());
  const Language language = Language::require(sample.language);
  const std::string prefix(sample.queries.front().substr(0, sample.queries.front().find(' ')));
  std::size_t found = 0;
  for (auto _ : state) found += suggester.suggest(prefix, language, 8).size();
  if (found == 0) state.SkipWithError("nothing was offered");
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void add_workloads() {
  for (const Sample& sample : samples()) {
    const std::string language(sample.language);
    const auto add = [&](const char* what, void (*run)(benchmark::State&, const Sample&), benchmark::TimeUnit unit) {
      benchmark::RegisterBenchmark((std::string(what) + "/" + language).c_str(), [run,
                                                                                  &sample](benchmark::State& state) {
        run(state, sample);
      })->Unit(unit);
    };
    add("analyze", analyze, benchmark::kMillisecond);
    add("search", search, benchmark::kMicrosecond);
    add("suggest", suggest, benchmark::kMicrosecond);
  }
  for (const std::size_t articles : {std::size_t{100}, std::size_t{1000}, std::size_t{5000}}) {
    benchmark::RegisterBenchmark(("build/" + std::to_string(articles)).c_str(), [articles](benchmark::State& state) {
      build(state, articles);
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace
}  // namespace pharos::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  pharos::bench::add_workloads();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
