// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/explanation.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "search/confidence.h"

namespace pharos::search {
namespace {

constexpr std::size_t kShownAnswers = 10;

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

// For editors, who know nothing of classes; in the order of text::TermClass.
constexpr std::array<std::string_view, text::kTermClasses> kClassWords = {
    "word",
    "stem",
    "stem without marks",
    "two words side by side",
    "two words side by side, without marks",
    "character",
    "two characters side by side",
    "three characters side by side",
    "kanji and katakana",
    "groups of 3 letters",
    "groups of 4 letters",
    "sound of two characters",
};

std::string_view class_name(text::TermClass term_class) { return kClassWords[static_cast<std::size_t>(term_class)]; }

// The article's section that answers best, whatever the floor and the other answers: 0 when no term is shared.
Xapian::docid best_section(Xapian::Database& database, const AnalyzedQuery& query, const ArticleKey& key,
                           double& score) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting(query.analyzer.row()));
  const Xapian::Query tree = query_tree(query, {"", true});
  if (tree.empty()) return 0;
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, tree, Xapian::Query(index::key_term(key.str()))));
  const Xapian::MSet matches = enquire.get_mset(0, 1);
  if (matches.empty()) return 0;
  score = matches.begin().get_weight();
  return *matches.begin();
}

}  // namespace

void Explanation::typed(const std::string& typed, const std::string& normalized) {
  line("query      \"" + typed + "\"");
  if (typed != normalized) line("normalized \"" + normalized + "\"");
}

void Explanation::asked_language(const Language& page, const text::QueryLanguage& asked) {
  line("asked in   " + asked.language.tag() + " (" + std::string(asked.reason) +
       (asked.language == page ? "" : ", the page is in " + page.tag()) + ")");
}

void Explanation::confidence(const Ranking& ranking) {
  const Evidence evidence = evidence_of(ranking.articles, ranking.unknown);
  const double sure = ranking.articles.empty() ? 0 : search::confidence(evidence, ranking.words);
  line("  confidence " + number(sure) + (sure < kHandOverBelow ? ": hand over to a human" : ""));
  for (std::size_t i = 0; i < kEvidence && !ranking.articles.empty(); ++i) {
    line("       " + number(evidence[i]) + " " + std::string(kEvidenceNames[i]));
  }
}

void Explanation::language(Xapian::Database& database, const AnalyzedQuery& query, const QueryFilter& filter) {
  line("");
  line("language " + query.language.tag() + " (" + std::to_string(database.get_doccount()) + " sections)");
  if (!filter.category.empty()) line("  only in category " + filter.category);
  line("  exact title or question \"" + query.exact_key +
       "\": " + (database.term_exists(index::exact_term(query.exact_key)) ? "yes" : "no"));
  for (std::size_t source = 1; source < query.texts.size(); ++source) {
    const QueryText& text = query.texts[source];
    if (!text.whole) line("  " + text.kind + " x" + number(text.factor) + ": " + text.from + " -> " + text.text);
  }
  std::map<text::TermClass, std::string> terms;
  for (const QueryTerm& term : query.terms) {
    std::string& list = terms[term.term_class];
    const auto sections = database.get_termfreq(index::term_name(term.term_class, term.term));
    list += " " + term.term + "(" + (sections == 0 ? std::string("unknown") : std::to_string(sections)) + ")";
  }
  for (const auto& [term_class, list] : terms) {
    const double weight = static_cast<double>(query.analyzer.row().retrieve[static_cast<std::size_t>(term_class)]);
    line("  " + std::string(class_name(term_class)) + " x" + number(weight) + ":" + list);
  }
}

void Explanation::worth(const index::CatalogArticle& article) {
  if (article.boost != 1) line("       times boost " + number(article.boost));
  const index::ArticleSignal& votes = article.signal;
  if (votes.helpful + votes.unhelpful == 0) return;
  line("       times helpfulness " + number(votes.factor()) + " (" + std::to_string(votes.helpful) + " of " +
       std::to_string(votes.helpful + votes.unhelpful) + " readers found it helpful)");
}

void Explanation::score_parts(const AnalyzedQuery& query, const LookScore& look) {
  for (std::size_t field = 0; field < kLookFields; ++field) {
    for (std::size_t c = 0; c < text::kTermClasses; ++c) {
      LookParts one{};
      one[field][c] = look.parts[field][c];
      const double score = weigh(one, query.analyzer.row());
      if (score < 0.005) continue;
      line("       " + number(score) + " " + std::string(class_name(static_cast<text::TermClass>(c))) + " in " +
           std::string(kLookFieldNames[field]));
    }
  }
  line("       has " + number(look.coverage) + " of what the query asks for");
}

void Explanation::shared_words(Xapian::Database& database, const AnalyzedQuery& query, Xapian::docid section) {
  std::map<text::TermClass, std::string> shared;
  for (const QueryTerm& term : query.terms) {
    if (!has_term(database, section, index::term_name(term.term_class, term.term))) continue;
    std::string& words = shared[term.term_class];
    words += ' ' + term.term;
    if (term.source > 0) words += " (" + query.texts[term.source].kind + ")";
  }
  for (const auto& [term_class, words] : shared)
    line("       shares " + std::string(class_name(term_class)) + ":" + words);
}

void Explanation::answers(Xapian::Database& database, const AnalyzedQuery& query, const Ranking& ranking,
                          std::set<ArticleKey>& seen, std::size_t& place) {
  const std::vector<RankedArticle>& ranked = ranking.articles;
  std::size_t shown = 0;
  for (const RankedArticle& answer : ranked) {
    const index::CatalogArticle& article = catalog_.articles[answer.article];
    if (!seen.insert(article.key).second) continue;
    ++place;
    if (++shown > kShownAnswers) continue;
    const index::SectionData section = index::decode_section(database.get_document(answer.section).get_data());
    line("  " + std::to_string(place) + ". " + article.key.str() +
         (section.anchor.empty() ? "" : "#" + section.anchor) + "  " + number(answer.score) + "  " + article.title +
         (answer.exact ? "  (exact: lifted to the top)" : ""));
    worth(article);
    for (const SeenArticle& look : ranking.seen) {
      if (look.article == answer.article) score_parts(query, look.look);
    }
    shared_words(database, query, answer.section);
  }
  if (ranked.empty()) line("  no answers");
  if (shown > kShownAnswers) line("  ... and " + std::to_string(shown - kShownAnswers) + " more");
}

void Explanation::no_articles_in(const Language& language) {
  line("");
  line("language " + language.tag() + ": no articles are written in it");
}

bool Explanation::article(Xapian::Database& database, const LanguageIndex& index, const AnalyzedQuery& query,
                          const QueryFilter& filter, const Ranking& ranking, const ArticleKey& key) {
  const std::vector<RankedArticle>& ranked = ranking.articles;
  const auto written = std::find_if(catalog_.articles.begin(), catalog_.articles.end(), [&](const auto& article) {
    return article.key == key && article.language == query.language;
  });
  if (written == catalog_.articles.end()) return false;
  line("");
  line("article " + key.str() + " in " + query.language.tag() + " (" + written->source_path + ")");
  const auto place = std::find_if(ranked.begin(), ranked.end(), [&](const RankedArticle& answer) {
    return catalog_.articles[answer.article].key == key;
  });
  double score = 0;
  const Xapian::docid section = best_section(database, query, key, score);
  if (place != ranked.end()) {
    line("  rank " + std::to_string(place - ranked.begin() + 1) + " of " + std::to_string(ranked.size()) +
         " in this language, score " + number(place->score));
    worth(*written);
    for (const SeenArticle& look : ranking.seen) {
      if (look.article == place->article) score_parts(query, look.look);
    }
    shared_words(database, query, place->section);
  } else if (section == 0) {
    line("  not found: it shares no term with the query; add the reader's words to its title, questions or text");
  } else if (written->agent && !filter.agent) {
    line("  not found: it is written for agents only (audience: agent)");
  } else if (!filter.category.empty() && written->category != filter.category &&
             !written->category.starts_with(filter.category + "/")) {
    line("  not found: it is in category " + written->category + ", outside " + filter.category);
  } else {
    const double best = ranked.empty() ? 0 : ranked.front().score;
    line("  not found: its score " + number(score) + " is below " + number(best * kAnswerFloor) + ", " +
         number(kAnswerFloor) + " of the best answer's");
    score_parts(query, SecondLook(index, query).score(section));
    shared_words(database, query, section);
  }
  return true;
}

void Explanation::absent(const ArticleKey& key, const Language& asked) {
  line("");
  std::string where;
  for (const index::CatalogArticle& article : catalog_.articles) {
    if (article.key == key) where += " " + article.language.tag();
  }
  if (where.empty()) {
    line("article " + key.str() +
         " is not in the index: no such key, held back (draft, publish, expire), or refused; " + "see pharos lint");
  } else {
    line("article " + key.str() + " is written in" + where + ", which neither " + asked.tag() +
         " nor its fallback languages reach");
  }
}

}  // namespace pharos::search
