// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/second_look.h"

#include <algorithm>

#include "pharos/base/error.h"

namespace pharos::search {
namespace {

constexpr std::uint32_t kMostSections = 9;

double bm25(double times, double length, double mean, double k1, double b) {
  return times * (k1 + 1) / (times + k1 * (1 - b + b * length / mean));
}

double field_weight(LookField field, const text::RankSettings& settings) {
  switch (field) {
    case LookField::kText:
      return 1;
    case LookField::kTitle:
      return static_cast<double>(settings.title);
    case LookField::kLabels:
      return static_cast<double>(settings.heading);
    case LookField::kArticle:
      return static_cast<double>(settings.whole);
  }
  return 0;
}

}  // namespace

double weigh(const LookParts& parts, const text::LanguageRow& row) {
  double score = 0;
  for (std::size_t field = 0; field < kLookFields; ++field) {
    double sum = 0;
    for (std::size_t c = 0; c < text::kTermClasses; ++c) {
      sum += static_cast<double>(parts[field][c]) * static_cast<double>(row.rank[c]);
    }
    score += sum * field_weight(static_cast<LookField>(field), row.settings);
  }
  return score;
}

SecondLook::SecondLook(const LanguageIndex& index, const AnalyzedQuery& query, const text::LanguageRow& row)
    : index_(index), row_(row), terms_(index, query) {
  for (Counts* counts : {&line_, &labels_, &section_, &article_}) counts->by_term.resize(terms_.terms().size());
  ideal_ = ideal();
}

void SecondLook::count(const std::vector<index::SectionWord>& words, Counts& counts) {
  places_.clear();
  for (const index::SectionWord& word : words) {
    if (word.word >= index_.lexicon().size()) {
      throw Error(ErrorKind::kCorrupt, "a section names a word that the lexicon does not have; rebuild the index");
    }
    terms_.for_word(word.word, [&](std::uint32_t term) { counts.add(term, 1); });
    places_.push_back({&index_.shape(word.word), word.part, word.gap});
  }
  text::for_each_neighbour(row_.rank, places_.data(), places_.data() + places_.size(),
                           [&](text::TermClass, std::uint32_t hash) {
                             terms_.for_neighbour(hash, [&](std::uint32_t term) { counts.add(term, 1); });
                           });
}

void SecondLook::add_sums(const Counts& counts, LookField field, double length, double mean, LookParts& parts) const {
  const bool title = field == LookField::kTitle;
  const auto k1 = static_cast<double>(title ? row_.settings.title_k1 : row_.settings.k1);
  const auto b = static_cast<double>(title ? row_.settings.title_b : row_.settings.b);
  auto& sums = parts[static_cast<std::size_t>(field)];
  for (const std::uint32_t number : counts.touched) {
    const LookTerm& term = terms_.terms()[number];
    const double rarity = static_cast<double>(title ? term.title_idf : term.idf) * static_cast<double>(term.weight);
    const double times = static_cast<double>(counts.by_term[number]);
    sums[static_cast<std::size_t>(term.term_class)] += static_cast<float>(rarity * bm25(times, length, mean, k1, b));
  }
}

// How much of each word of the query is there: by itself, or by the best of what it was read as.
std::vector<float> SecondLook::met(const Counts& counts) const {
  const std::vector<LookProof>& proofs = terms_.proofs();
  std::vector<float> proved(proofs.size(), 0);
  std::vector<float> shared(proofs.size(), 0);
  for (const std::uint32_t number : counts.touched) {
    const LookTerm& term = terms_.terms()[number];
    if (term.proof < 0) continue;
    const auto proof = static_cast<std::size_t>(term.proof);
    proved[proof] = std::max(proved[proof], term.credit * proofs[proof].worth);
    shared[proof] += term.share;
  }
  std::vector<float> met(terms_.needs().size(), 0);
  std::vector<float> together(met.size(), 0);
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    const float found = std::max(proved[i], std::min(shared[i], 1.F)) * proofs[i].part;
    for (std::int32_t need = proofs[i].first; need <= proofs[i].last; ++need) {
      together[static_cast<std::size_t>(need)] += found;
    }
    if (i + 1 < proofs.size() && proofs[i + 1].source == proofs[i].source && proofs[i].source != 0) continue;
    for (std::size_t need = 0; need < met.size(); ++need) {
      met[need] = std::max(met[need], std::min(together[need], 1.F));
      together[need] = 0;
    }
  }
  return met;
}

double SecondLook::coverage(const Counts& counts) const {
  const std::vector<float>& needs = terms_.needs();
  const std::vector<float> found = met(counts);
  double all = 0;
  double sum = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    all += static_cast<double>(needs[i]);
    sum += static_cast<double>(needs[i] * found[i]);
  }
  return all > 0 ? sum / all : 0;
}

double SecondLook::rarest(const Counts& counts) const {
  const std::vector<float>& needs = terms_.needs();
  if (needs.empty()) return 0;
  const auto rarest = std::max_element(needs.begin(), needs.end()) - needs.begin();
  return static_cast<double>(met(counts)[static_cast<std::size_t>(rarest)]);
}

double SecondLook::ideal() const {
  // A query of which the language knows no word as typed is measured by what it was read as.
  const bool typed =
      std::any_of(terms_.terms().begin(), terms_.terms().end(), [](const LookTerm& term) { return term.source == 0; });
  double ideal = 0;
  for (const LookTerm& term : terms_.terms()) {
    if (typed && term.source != 0) continue;
    ideal += static_cast<double>(row_.rank[static_cast<std::size_t>(term.term_class)] * term.idf * term.weight);
  }
  // Words that nobody has would have scored, too.
  return ideal / std::max(.2, 1 - terms_.unknown_share());
}

double SecondLook::phrase(const Counts& counts) const {
  const auto is_neighbour = [&](const LookTerm& term) {
    return term.source == 0 &&
           (term.term_class == text::TermClass::kPair || term.term_class == text::TermClass::kBigram);
  };
  double all = 0;
  double found = 0;
  for (const LookTerm& term : terms_.terms()) {
    if (is_neighbour(term)) all += static_cast<double>(term.idf);
  }
  for (const std::uint32_t number : counts.touched) {
    if (is_neighbour(terms_.terms()[number])) found += static_cast<double>(terms_.terms()[number].idf);
  }
  return all > 0 ? found / all : 0;
}

void SecondLook::note_matches(const Counts& counts, LookScore& score) const {
  for (const std::uint32_t number : counts.touched) {
    const LookTerm& term = terms_.terms()[number];
    if (term.source < 64) score.sources |= 1ULL << term.source;
    if (term.source == 0) score.classes |= 1U << static_cast<unsigned>(term.term_class);
  }
}

// The most that stands within a window that slides over the words: of each of the query's words its last place counts.
double SecondLook::together_in(const std::vector<index::SectionWord>& words, std::size_t window) const {
  const std::vector<float>& needs = terms_.needs();
  std::vector<std::size_t> last(needs.size(), 0);
  std::vector<float> found(needs.size(), 0);
  double best = 0;
  std::size_t at = window;
  for (const index::SectionWord& word : words) {
    if (!word.part) ++at;
    bool any = false;
    terms_.for_word(word.word, [&](std::uint32_t number) {
      const LookTerm& term = terms_.terms()[number];
      if (term.proof < 0) return;
      const LookProof& proof = terms_.proofs()[static_cast<std::size_t>(term.proof)];
      const float has = term.credit * proof.worth * proof.part;
      for (auto need = static_cast<std::size_t>(proof.first); need <= static_cast<std::size_t>(proof.last); ++need) {
        if (has < found[need] && last[need] + window > at) continue;
        last[need] = at;
        found[need] = has;
        any = true;
      }
    });
    if (!any) continue;
    double sum = 0;
    for (std::size_t need = 0; need < needs.size(); ++need) {
      if (last[need] + window > at) sum += static_cast<double>(needs[need] * found[need]);
    }
    best = std::max(best, sum);
  }
  return best;
}

double SecondLook::together(std::uint32_t section) {
  double all = 0;
  for (const float need : terms_.needs()) all += static_cast<double>(need);
  if (all <= 0) return 0;
  index_.sections().read(section, text_);
  const std::size_t window = 3 + 2 * terms_.needs().size();
  double best = together_in(text_.text, window);
  for (const std::vector<index::SectionWord>& line : text_.headline) best = std::max(best, together_in(line, window));
  return best / all;
}

LookScore SecondLook::score(std::uint32_t section) {
  const index::SectionWords& sections = index_.sections();
  const index::Lexicon& lexicon = index_.lexicon();
  sections.read(section, text_);
  const std::uint32_t first = text_.first;
  const std::uint32_t end = first + text_.sections;
  LookScore best;
  best.section = section;

  // The headline is the same for all sections: the line that scores best stands for it.
  LookParts title{};
  double best_line = 0;
  double headline_words = 0;
  article_.clear();
  for (std::size_t i = 0; i < text_.headline.size(); ++i) {
    line_.clear();
    count(text_.headline[i], line_);
    LookParts parts{};
    add_sums(line_, LookField::kTitle, static_cast<double>(text_.headline[i].size()), lexicon.mean_title(), parts);
    // A title that many articles share says little of each.
    if (i == 0 && text_.same_title > 1) {
      for (float& part : parts[static_cast<std::size_t>(LookField::kTitle)]) {
        part /= static_cast<float>(text_.same_title);
      }
    }
    const double score = weigh(parts, row_);
    if (score > best_line) {
      best_line = score;
      title = parts;
      best.title = coverage(line_);
    }
    headline_words += static_cast<double>(text_.headline[i].size());
    for (const std::uint32_t term : line_.touched) article_.add(term, line_.by_term[term]);
  }
  const std::vector<index::SectionWord> title_words = text_.headline.front();
  const std::vector<std::vector<index::SectionWord>> headline = std::move(text_.headline);

  double article_words = headline_words;
  double best_score = -1;
  const std::uint32_t from = std::max(first, section > kMostSections / 2 ? section - kMostSections / 2 : first);
  for (std::uint32_t number = first; number < end; number = number < from ? from : number + 1) {
    if (number >= from + kMostSections) break;
    sections.read(number, text_);
    section_.clear();
    labels_.clear();
    count(text_.labels, labels_);
    count(text_.text, section_);
    double words = static_cast<double>(text_.text.size() + text_.labels.size());
    article_words += words;
    for (const std::uint32_t term : labels_.touched) section_.add(term, labels_.by_term[term]);
    for (const std::uint32_t term : section_.touched) article_.add(term, section_.by_term[term]);
    count(title_words, section_);
    words += static_cast<double>(title_words.size());
    for (std::size_t q = 1; number == first && q < headline.size(); ++q) {
      count(headline[q], section_);
      words += static_cast<double>(headline[q].size());
    }
    LookParts parts = title;
    add_sums(section_, LookField::kText, words, lexicon.mean_section(), parts);
    add_sums(labels_, LookField::kLabels, lexicon.mean_title(), lexicon.mean_title(), parts);
    const double score = weigh(parts, row_);
    if (score > best_score) {
      best_score = score;
      best.section = number;
      best.parts = parts;
    }
  }
  add_sums(article_, LookField::kArticle, article_words, lexicon.mean_article(), best.parts);
  best.score = weigh(best.parts, row_);
  best.coverage = coverage(article_);
  best.phrase = phrase(article_);
  best.rarest = rarest(article_);
  for (const float need : terms_.needs()) best.information += static_cast<double>(need) * best.coverage;
  best.ideal = ideal_ > 0 ? best.score / ideal_ : 0;
  note_matches(article_, best);
  return best;
}

}  // namespace pharos::search
