// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query_tree.h"

namespace pharos::search {
namespace {

Xapian::Query any_of(const AnalyzedQuery& query, index::Field field, text::TermClass term_class) {
  std::vector<Xapian::Query> terms;
  for (const QueryTerm& term : query.terms) {
    if (term.term_class == term_class) {
      terms.emplace_back(index::term_name(field, term_class, term.term), term.count);
    }
  }
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

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

}  // namespace

std::vector<QueryPart> query_parts(const AnalyzedQuery& query) {
  std::vector<QueryPart> parts;
  for (std::size_t f = 0; f < index::kFields; ++f) {
    const auto field = static_cast<index::Field>(f);
    for (std::size_t c = 0; c < text::kTermClasses; ++c) {
      const auto term_class = static_cast<text::TermClass>(c);
      const double weight =
          static_cast<double>(query.analyzer.row().weights[c]) * static_cast<double>(index::kFieldTable[f].weight);
      if (weight <= 0 || (field != index::Field::kAll && !index::is_field_class(term_class))) continue;
      Xapian::Query terms = any_of(query, field, term_class);
      if (!terms.empty()) parts.push_back({field, term_class, weight, std::move(terms)});
    }
  }
  return parts;
}

Xapian::Query query_tree(const AnalyzedQuery& query, const QueryFilter& filter) {
  std::vector<Xapian::Query> scaled;
  for (const QueryPart& part : query_parts(query)) {
    scaled.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, part.query, part.weight);
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
  return Xapian::BM25Weight(static_cast<double>(row.k1), 0, 1, static_cast<double>(row.b), kMinNormalizedLength);
}

}  // namespace pharos::search
