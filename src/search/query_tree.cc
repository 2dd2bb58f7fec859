// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query_tree.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace pharos::search {
namespace {

Xapian::Query filtered(Xapian::Query tree, const QueryFilter& filter) {
  if (tree.empty()) return tree;
  if (!filter.agent) {
    tree = Xapian::Query(Xapian::Query::OP_FILTER, tree, Xapian::Query(index::audience_term(false)));
  }
  if (!filter.category.empty()) {
    tree = Xapian::Query(Xapian::Query::OP_FILTER, tree, Xapian::Query(index::category_term(filter.category)));
  }
  return tree;
}

// A character that something longer of its text has in it, too. Where content is told apart, those that are left mean
// something by themselves.
bool is_covered(const AnalyzedQuery& query, const QueryTerm& term) {
  if (query.analyzer.row().retrieve[static_cast<std::size_t>(text::TermClass::kContent)] > 0) return false;
  return term.term_class == text::TermClass::kUnit && query.texts[term.source].text != term.term &&
         std::find(query.runs.begin(), query.runs.end(), term.term) == query.runs.end();
}

}  // namespace

Xapian::Query query_tree(const AnalyzedQuery& query, const QueryFilter& filter, Characters characters) {
  struct Wanted {
    double weight = 0;
    std::uint32_t count = 0;
  };
  std::map<std::string, Wanted> postings;  // several classes may share one
  for (const QueryTerm& term : query.terms) {
    const double weight =
        static_cast<double>(query.analyzer.row().retrieve[static_cast<std::size_t>(term.term_class)]) *
        query.texts[term.source].factor;
    if (weight <= 0 || (characters == Characters::kUncovered && is_covered(query, term))) continue;
    Wanted& wanted = postings[index::term_name(term.term_class, term.term)];
    wanted.weight += weight;
    wanted.count = std::max(wanted.count, term.count);
  }
  std::map<double, std::vector<Xapian::Query>> by_weight;
  for (const auto& [name, wanted] : postings) by_weight[wanted.weight].emplace_back(name, wanted.count);
  std::vector<Xapian::Query> scaled;
  for (const auto& [weight, terms] : by_weight) {
    const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
    scaled.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, any, weight);
  }
  return filtered(Xapian::Query(Xapian::Query::OP_OR, scaled.begin(), scaled.end()), filter);
}

Xapian::Query exact_tree(const AnalyzedQuery& query, const QueryFilter& filter) {
  return filtered(Xapian::Query(index::exact_term(query.exact_key)), filter);
}

bool has_term(const Xapian::Database& database, Xapian::docid document, const std::string& term) {
  Xapian::PostingIterator posting = database.postlist_begin(term);
  posting.skip_to(document);
  return posting != database.postlist_end(term) && *posting == document;
}

Xapian::BM25Weight weighting(const text::LanguageRow& row) {
  constexpr double kMinNormalizedLength = 0.1;  // the reference measurements' setting
  return Xapian::BM25Weight(static_cast<double>(row.settings.k1), 0, 1, static_cast<double>(row.settings.b),
                            kMinNormalizedLength);
}

}  // namespace pharos::search
