// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/term_document.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "pharos/index/schema.h"

namespace pharos::index {
namespace {

using Counts = std::unordered_map<std::string, std::uint32_t>;
using ClassCounts = std::array<Counts, text::kTermClasses>;

void count(ClassCounts& counts, const std::vector<text::Token>& tokens, std::uint32_t times = 1) {
  for (const text::Token& token : tokens) {
    counts[static_cast<std::size_t>(token.term_class)][term_name(token.term_class, token.term)] += times;
  }
}

// What two classes give alike stands in the text once.
Counts merged(const ClassCounts& classes) {
  Counts all;
  for (const Counts& counts : classes) {
    for (const auto& [term, times] : counts) {
      std::uint32_t& most = all[term];
      most = std::max(most, times);
    }
  }
  return all;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += '\n';
    all += text;
  }
  return all;
}

void add_filters(Counts& counts, const content::Article& article) {
  counts.emplace(key_term(article.key.str()), 0);
  counts.emplace(audience_term(article.audience == content::Audience::kAgent), 0);
  std::string_view category = article.category;
  while (!category.empty()) {
    counts.emplace(category_term(category), 0);
    const std::size_t slash = category.rfind('/');
    category = slash == std::string_view::npos ? std::string_view() : category.substr(0, slash);
  }
}

}  // namespace

std::vector<TermDocument> build_documents(const content::Article& article, std::uint32_t article_number,
                                          const text::Analyzer& analyzer) {
  const std::vector<text::Token> title = analyzer.analyze(article.title);
  const std::vector<text::Token> questions = analyzer.analyze(joined(article.questions));
  const std::vector<text::Token> tags = analyzer.analyze(joined(article.tags));
  std::vector<TermDocument> documents;
  documents.reserve(article.sections.size());
  for (std::size_t i = 0; i < article.sections.size(); ++i) {
    const content::Section& section = article.sections[i];
    const bool first = i == 0;
    ClassCounts by_class;
    count(by_class, title, kTitleCount);
    count(by_class, tags);
    if (!section.heading.empty()) count(by_class, analyzer.analyze(section.heading));
    count(by_class, analyzer.analyze(section.text));
    if (first) {
      count(by_class, questions);
      count(by_class, analyzer.analyze(article.summary));
    }
    Counts counts = merged(by_class);
    if (first) {
      counts.emplace(exact_term(analyzer.sameness_key(article.title)), 1);
      for (const std::string& question : article.questions) {
        counts.emplace(exact_term(analyzer.sameness_key(question)), 1);
      }
    }
    add_filters(counts, article);

    TermDocument document;
    document.terms.assign(std::make_move_iterator(counts.begin()), std::make_move_iterator(counts.end()));
    std::sort(document.terms.begin(), document.terms.end());
    document.article = article_number;
    document.data = encode(SectionData{section.anchor, section.heading, section.text});
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string print(const TermDocument& document) {
  std::string line = "article " + std::to_string(document.article) + ":";
  for (const auto& [term, frequency] : document.terms) {
    line += ' ' + term;
    if (frequency > 1) line += '*' + std::to_string(frequency);
  }
  return line;
}

}  // namespace pharos::index
