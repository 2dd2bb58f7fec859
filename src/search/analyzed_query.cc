// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/search/analyzed_query.h"

#include <map>
#include <set>
#include <utility>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/text/fold.h"
#include "pharos/text/segment.h"

namespace pharos::search {
namespace {

// Normalizing grows text at most elevenfold and seldom shrinks it: what is far beyond the limit is refused unread.
constexpr std::size_t kRawFactor = 8;

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorKind::kInvalidArgument, why, "q"); }

std::vector<std::string> unspaced_runs(const std::string& text, std::uint32_t folds) {
  const std::string folded = text::to_utf8(text::fold(text, folds).text);
  std::vector<std::string> runs;
  bool open = false;
  for (std::size_t at = 0; at < folded.size();) {
    const DecodedPoint decoded = decode_utf8(folded, at);
    const bool unspaced = text::is_unspaced(decoded.point);
    if (unspaced && !open) runs.emplace_back();
    if (unspaced) runs.back().append(folded, at, decoded.bytes);
    open = unspaced;
    at += decoded.bytes;
  }
  return runs;
}

}  // namespace

std::string checked_text(const std::string& text, const QueryLimits& limits) {
  const std::string limit_text = std::to_string(limits.max_bytes);
  if (text.size() > limits.max_bytes * kRawFactor) {
    refuse("the question has " + std::to_string(text.size()) + " bytes, more than the limit of " + limit_text +
           "; ask with fewer words");
  }
  if (const auto at = first_invalid_utf8(text)) {
    refuse("the question is not UTF-8 from byte " + std::to_string(*at) + " on; send it encoded as UTF-8");
  }
  if (const std::size_t marks = text::longest_mark_run(text); marks > limits.max_mark_run) {
    refuse("the question has " + std::to_string(marks) + " combining marks in a row, more than the limit of " +
           std::to_string(limits.max_mark_run));
  }
  std::string normalized = text::normalize_query(text);
  if (normalized.size() > limits.max_bytes) {
    refuse("the question has " + std::to_string(normalized.size()) + " bytes, more than the limit of " + limit_text +
           "; ask with fewer words");
  }
  return normalized;
}

AnalyzedQuery analyze_query(const std::string& text, const Language& language, const text::Analyzer& analyzer,
                            const QueryLimits& limits) {
  AnalyzedQuery query(language, analyzer);
  query.text = text;
  std::set<std::string> words;
  for (const text::Token& word : query.analyzer.words(text)) words.insert(word.term);
  if (words.size() > limits.max_terms) {
    refuse("the question has " + std::to_string(words.size()) + " different words, more than the limit of " +
           std::to_string(limits.max_terms) + "; ask with fewer words");
  }
  add_text(query, {text, text, "", 1, 0, static_cast<std::uint32_t>(text.size()), false});
  query.runs = unspaced_runs(text, query.analyzer.row().folds);
  query.exact_key = query.analyzer.sameness_key(text);
  return query;
}

void make_plain(AnalyzedQuery& query) {
  query.plain = true;
  std::erase_if(query.terms, [](const QueryTerm& term) {
    return term.term_class != text::TermClass::kWord && term.term_class != text::TermClass::kStem;
  });
}

void add_text(AnalyzedQuery& query, QueryText text) {
  const auto source = static_cast<std::uint32_t>(query.texts.size());
  std::map<std::pair<text::TermClass, std::string>, std::size_t> places;
  for (std::size_t i = 0; i < query.terms.size(); ++i) {
    places.emplace(std::make_pair(query.terms[i].term_class, query.terms[i].term), i);
  }
  for (const text::Token& token : query.analyzer.analyze(text.text)) {
    const auto [place, is_new] = places.try_emplace({token.term_class, token.term}, query.terms.size());
    if (is_new) {
      query.terms.push_back({token.term_class, token.term, 1, source});
    } else if (query.terms[place->second].source == source) {
      ++query.terms[place->second].count;
    }
  }
  query.texts.push_back(std::move(text));
}

std::string print(const AnalyzedQuery& query) {
  std::string line = query.language.tag() + " \"" + query.text + "\":";
  for (const QueryTerm& term : query.terms) {
    line += ' ';
    line += text::kTermClassTable[static_cast<std::size_t>(term.term_class)].name;
    line += ':' + term.term;
    if (term.count > 1) line += '*' + std::to_string(term.count);
    if (term.source > 0) line += '~' + query.texts[term.source].kind;
  }
  return line + " exact:\"" + query.exact_key + "\"";
}

}  // namespace pharos::search
