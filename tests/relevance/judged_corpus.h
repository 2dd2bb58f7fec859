// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pharos/base/files.h"
#include "pharos/base/language.h"
#include "pharos/index/snapshot.h"
#include "pharos/search/query.h"
#include "search/language_index.h"

namespace pharos::relevance {

// Judged queries may be longer than what readers may ask.
constexpr search::QueryLimits kAnyLength{4096, 512, 1000, 30};

// A corpus with its index, which the queries point into.
struct Corpus {
  TemporaryFolder folder;
  std::shared_ptr<const index::Snapshot> snapshot;
  std::unique_ptr<search::LanguageIndex> index;
};

/// Builds the articles of a file (JSON lines) into a folder of their own and opens the index of `language`.
std::unique_ptr<Corpus> open_corpus(const std::string& docs, const Language& language);

/// "DOCS.jsonl,QUERIES.jsonl,..." in its parts.
std::vector<std::string> split(const std::string& text);

}  // namespace pharos::relevance
