// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pharos/base/language.h"

namespace pharos::content {

/// One term of the site in one language, glossary/<language>.yml. A value type.
struct GlossaryTerm {
  std::string concept_id;  ///< joins the same concept across languages; may be empty
  std::string term;
  std::vector<std::string> synonyms;  ///< equal both ways
  std::vector<std::string> typed;     ///< what readers type for it: leads to the term, not back
  std::string definition;
};

struct Glossary {
  explicit Glossary(Language glossary_language) : language(std::move(glossary_language)) {}
  Language language;
  std::vector<GlossaryTerm> terms;
};

}  // namespace pharos::content
