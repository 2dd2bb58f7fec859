// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pharos/content/article.h"
#include "pharos/text/analyzer.h"

namespace pharos::index {

/// A section as the index takes it: terms with how often they stand in it, and what is kept beside. A value type.
struct TermDocument {
  std::vector<std::pair<std::string, std::uint32_t>> terms;  ///< sorted, each once; 0: a filter without weight
  std::uint32_t article = 0;                                 ///< number in the catalog
  std::string data;
};

/// The documents of an article, one a section. Pure and thread-safe.
std::vector<TermDocument> build_documents(const content::Article& article, std::uint32_t article_number,
                                          const text::Analyzer& analyzer);

/// "article 3: Cdeposits swithdraw*2 ...", one line, for tests and explain.
std::string print(const TermDocument& document);

}  // namespace pharos::index
