// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/expectations.h"

#include <algorithm>

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/index/indexer.h"
#include "pharos/index/snapshot_store.h"
#include "pharos/search/searcher.h"

namespace pharos::engine {
namespace {

constexpr std::size_t kSearchedRanks = 50;

std::string quoted(const std::string& text) { return "'" + text + "'"; }

void check(const search::Searcher& searcher, const content::Article& article, const content::Expectation& expectation,
           Diagnostics& out) {
  Diagnostic fault{article.path, 0, Severity::kError, "expects-missed", ""};
  try {
    search::Query query(expectation.query, article.language);
    query.limit = kSearchedRanks;
    query.agent = article.audience == content::Audience::kAgent;
    const search::SearchResult result = searcher.search(query);
    const auto place = std::find_if(result.hits.begin(), result.hits.end(),
                                    [&](const search::Hit& hit) { return hit.key == article.key; });
    const auto rank = static_cast<int>(place - result.hits.begin()) + 1;
    if (place != result.hits.end() && rank <= expectation.rank) return;
    fault.message = "the query " + quoted(expectation.query) + " must find this article at rank " +
                    std::to_string(expectation.rank) + " or better, but ";
    if (place != result.hits.end()) {
      fault.message += "it is at rank " + std::to_string(rank);
    } else {
      fault.message += "it does not find it";
    }
    if (!result.hits.empty()) fault.message += "; first comes " + quoted(result.hits.front().key.str());
    fault.message += "; add the reader's words to title, questions or text";
  } catch (const Error& error) {
    fault.message = "the query " + quoted(expectation.query) + " cannot be asked: " + error.what();
  }
  out.push_back(std::move(fault));
}

}  // namespace

Diagnostics check_expectations(const content::Library& library) {
  const bool any = std::any_of(library.articles.begin(), library.articles.end(),
                               [](const content::Article& article) { return !article.expects.empty(); });
  if (!any) return {};
  const TemporaryFolder folder;
  index::index_library(library, folder.path(), {});
  const search::Searcher searcher(index::SnapshotStore(folder.path()).open_current());
  Diagnostics diagnostics;
  for (const content::Article& article : library.articles) {
    for (const content::Expectation& expectation : article.expects) check(searcher, article, expectation, diagnostics);
  }
  return diagnostics;
}

}  // namespace pharos::engine
