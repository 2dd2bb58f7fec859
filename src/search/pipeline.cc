// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/pipeline.h"

#include <algorithm>
#include <set>

#include "pharos/base/utf8.h"
#include "pharos/text/word_sequence.h"
#include "search/rescue.h"

namespace pharos::search {
namespace {

void add_repairs(AnalyzedQuery& query, const std::string& text, const LanguageIndex& index,
                 const LanguageIndex* asked) {
  const std::vector<Repair> found = repairs(text, index, asked);
  if (found.empty()) return;
  double least = 1;
  std::set<std::uint32_t> places;
  for (const Repair& repair : found) {
    if (places.insert(repair.begin).second) least = std::min(least, repair.factor);
    add_text(query, {repair.to, text.substr(repair.begin, repair.end - repair.begin), std::string(repair.kind),
                     repair.factor, repair.begin, repair.end, false});
  }
  // The whole once more: a repaired word has its neighbours again.
  add_text(query, {repaired(text, found), text, std::string(found.front().kind), least, 0,
                   static_cast<std::uint32_t>(text.size()), true});
}

// The last word may be half typed: what the index does not have as it stands is read as a beginning.
void add_completions(AnalyzedQuery& query, const LanguageIndex& index) {
  constexpr std::size_t kMost = 4;
  constexpr std::size_t kShortest = 2;
  constexpr double kFactor = .7;
  const std::vector<text::SequenceWord> words = text::word_sequence(index.analyzer(), query.text);
  if (words.empty()) return;
  const text::SequenceWord& last = words.back();
  const bool ends_there = last.end == query.text.size();
  const bool code = last.term.find_first_of("0123456789") != std::string::npos;
  if (!ends_there || last.part || code || count_points(last.term) < kShortest || index.knows(last.term)) return;
  double factor = kFactor;
  for (const std::uint32_t word : index.beginning_with(last.term, kMost)) {
    add_text(query, {std::string(index.lexicon().word(word)), query.text.substr(last.begin, last.end - last.begin),
                     "prefix", factor, last.begin, last.end, false});
    factor *= .9;
  }
}

// The glossary's other words, for what was typed or for what it was repaired to.
void add_expansions(AnalyzedQuery& query, const std::string& text, double worth, const LanguageIndex& index,
                    const Preparation& how) {
  const LanguageIndex& asked = how.asked != nullptr ? *how.asked : index;
  const Language& asked_language = how.asked_language != nullptr ? *how.asked_language : query.language;
  const bool as_typed = text == query.text;
  for (const Expansion& expansion :
       how.vocabulary->expansions(asked.analyzer(), text, asked_language, query.language)) {
    const bool known = std::any_of(query.texts.begin(), query.texts.end(),
                                   [&](const QueryText& other) { return other.text == expansion.to; });
    if (known) continue;
    add_text(query,
             {expansion.to, expansion.from, std::string(expansion.kind), worth * static_cast<double>(expansion.factor),
              as_typed ? expansion.begin : 0, as_typed ? expansion.end : 0, false});
  }
}

}  // namespace

AnalyzedQuery prepared(const std::string& text, const Language& language, const LanguageIndex& index,
                       const QueryLimits& limits, const Preparation& how) {
  AnalyzedQuery query = analyze_query(text, language, index.analyzer(), limits);
  if (how.rescue) add_repairs(query, text, index, how.asked);
  if (how.rescue && how.asked == nullptr) add_completions(query, index);
  if (how.vocabulary != nullptr) {
    constexpr double kOfRepaired = .85;
    add_expansions(query, text, 1, index, how);
    const std::string repaired = how.asked_text.empty() ? repaired_text(query) : how.asked_text;
    if (how.rescue && repaired != text) add_expansions(query, repaired, kOfRepaired, index, how);
  }
  return query;
}

std::string repaired_text(const AnalyzedQuery& query) {
  for (const QueryText& text : query.texts) {
    if (text.whole) return text.text;
  }
  return query.text;
}

}  // namespace pharos::search
