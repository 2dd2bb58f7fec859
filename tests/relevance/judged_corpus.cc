// SPDX-License-Identifier: GPL-3.0-or-later
#include "relevance/judged_corpus.h"

#include <algorithm>

#include "pharos/engine/evaluation.h"
#include "pharos/index/indexer.h"
#include "pharos/index/snapshot_store.h"

namespace pharos::relevance {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::unique_ptr<Corpus> open_corpus(const std::string& docs, const Language& language) {
  auto corpus = std::make_unique<Corpus>();
  index::index_library(engine::read_corpus(docs), corpus->folder.path(), {});
  corpus->snapshot = index::SnapshotStore(corpus->folder.path()).open_current();
  corpus->index = std::make_unique<search::LanguageIndex>(*corpus->snapshot, language);
  return corpus;
}

}  // namespace pharos::relevance
