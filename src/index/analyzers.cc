// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/analyzers.h"

#include <memory>
#include <string>

namespace pharos::index {

text::Analyzer analyzer_for(const Language& language, const std::vector<content::Glossary>& glossaries) {
  std::vector<std::string> words;
  for (const content::Glossary& glossary : glossaries) {
    if (glossary.language.primary() != language.primary()) continue;
    for (const content::GlossaryTerm& term : glossary.terms) {
      words.push_back(term.term);
      words.insert(words.end(), term.synonyms.begin(), term.synonyms.end());
      words.insert(words.end(), term.typed.begin(), term.typed.end());
    }
  }
  auto domain = std::make_shared<const text::DomainWords>(text::domain_words(language, words));
  return text::Analyzer(language, domain->empty() ? nullptr : std::move(domain));
}

}  // namespace pharos::index
