// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/second_look.h"

#include <algorithm>

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
    : index_(index), row_(row), terms_(index, query), counter_(index, terms_, row.rank) {
  for (TermCounts* counts : {&title_, &questions_, &line_, &labels_, &section_, &article_}) {
    counts->by_term.resize(terms_.terms().size());
  }
  ideal_ = ideal();
}

void SecondLook::add_sums(const TermCounts& counts, LookField field, double length, double mean, LookParts& parts) {
  const bool title = field == LookField::kTitle;
  const auto k1 = static_cast<double>(title ? row_.settings.title_k1 : row_.settings.k1);
  const auto b = static_cast<double>(title ? row_.settings.title_b : row_.settings.b);
  ClassSums& settled = parts[static_cast<std::size_t>(field)];
  choice_sums_.assign(terms_.choices().size(), ClassSums{});
  for (const std::uint32_t number : counts.touched) {
    const LookTerm& term = terms_.terms()[number];
    const double rarity = static_cast<double>(title ? term.title_idf : term.idf) * static_cast<double>(term.weight);
    const double times = static_cast<double>(counts.by_term[number]);
    ClassSums& sums = term.choice < 0 ? settled : choice_sums_[static_cast<std::size_t>(term.choice)];
    sums[static_cast<std::size_t>(term.term_class)] += static_cast<float>(rarity * bm25(times, length, mean, k1, b));
  }
  add_best_choices(field, parts);
}

void SecondLook::add_best_choices(LookField field, LookParts& parts) const {
  const std::vector<LookChoice>& choices = terms_.choices();
  for (std::size_t first = 0, end = 0; first < choices.size(); first = end) {
    std::size_t best = first;
    float best_score = 0;
    for (; end < choices.size() && choices[end].begin == choices[first].begin && choices[end].end == choices[first].end;
         ++end) {
      float score = 0;
      for (std::size_t c = 0; c < text::kTermClasses; ++c) score += choice_sums_[end][c] * row_.rank[c];
      if (score * choices[end].scale <= best_score) continue;
      best_score = score * choices[end].scale;
      best = end;
    }
    for (std::size_t c = 0; c < text::kTermClasses; ++c) {
      parts[static_cast<std::size_t>(field)][c] += choice_sums_[best][c] * choices[best].scale;
    }
  }
}

// How much of each word of the query is there: by itself, or by the best of what it was read as.
void SecondLook::meet(const TermCounts& counts) {
  const std::vector<LookProof>& proofs = terms_.proofs();
  proved_.assign(proofs.size(), 0);
  shared_.assign(proofs.size(), 0);
  for (const std::uint32_t number : counts.touched) {
    const LookTerm& term = terms_.terms()[number];
    if (term.proof < 0) continue;
    const auto proof = static_cast<std::size_t>(term.proof);
    proved_[proof] = std::max(proved_[proof], term.credit * proofs[proof].worth);
    shared_[proof] += term.share;
  }
  met_.assign(terms_.needs().size(), 0);
  together_.assign(met_.size(), 0);
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    const float found = std::max(proved_[i], std::min(shared_[i], 1.F)) * proofs[i].part;
    const auto first = static_cast<std::size_t>(proofs[i].first);
    const auto end = static_cast<std::size_t>(proofs[i].last) + 1;
    if (proofs[i].source == 0) {
      for (std::size_t need = first; need < end; ++need) met_[need] = std::max(met_[need], std::min(found, 1.F));
      continue;
    }
    for (std::size_t need = first; need < end; ++need) together_[need] += found;
    if (i + 1 < proofs.size() && proofs[i + 1].source == proofs[i].source) continue;
    for (std::size_t need = 0; need < met_.size(); ++need) {
      met_[need] = std::max(met_[need], std::min(together_[need], 1.F));
      together_[need] = 0;
    }
  }
}

double SecondLook::coverage() const {
  const std::vector<float>& needs = terms_.needs();
  double all = 0;
  double sum = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    all += static_cast<double>(needs[i]);
    sum += static_cast<double>(needs[i] * met_[i]);
  }
  return all > 0 ? sum / all : 0;
}

double SecondLook::rarest() const {
  const std::vector<float>& needs = terms_.needs();
  if (needs.empty()) return 0;
  return static_cast<double>(
      met_[static_cast<std::size_t>(std::max_element(needs.begin(), needs.end()) - needs.begin())]);
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

double SecondLook::phrase(const TermCounts& counts) const {
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

void SecondLook::note_matches(const TermCounts& counts, LookScore& score) const {
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

// The headline is the same for all sections: the line that scores best stands for it.
LookParts SecondLook::read_headline(LookScore& best) {
  LookParts title{};
  double best_line = 0;
  title_.clear();
  questions_.clear();
  for (std::size_t i = 0; i < text_.headline.size(); ++i) {
    line_.clear();
    counter_.count(text_.headline[i], line_);
    LookParts parts{};
    add_sums(line_, LookField::kTitle, static_cast<double>(text_.headline[i].size()), index_.lexicon().mean_title(),
             parts);
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
      meet(line_);
      best.title = coverage();
    }
    (i == 0 ? title_ : questions_).add(line_);
  }
  return title;
}

LookScore SecondLook::score(std::uint32_t section) {
  const index::SectionWords& sections = index_.sections();
  const index::Lexicon& lexicon = index_.lexicon();
  sections.read(section, text_);
  const std::uint32_t first = text_.first;
  const std::uint32_t end = first + text_.sections;
  LookScore best;
  best.section = section;
  const LookParts title = read_headline(best);
  const std::size_t title_words = text_.headline.front().size();
  std::size_t headline_words = 0;
  for (const std::vector<index::SectionWord>& line : text_.headline) headline_words += line.size();
  article_.clear();
  article_.add(title_);
  article_.add(questions_);

  std::size_t article_words = headline_words;
  double best_score = -1;
  const std::uint32_t from = std::max(first, section > kMostSections / 2 ? section - kMostSections / 2 : first);
  std::uint32_t at_hand = section;
  for (std::uint32_t number = first; number < end; number = number < from ? from : number + 1) {
    if (number >= from + kMostSections) break;
    if (number != at_hand) sections.read_sibling(number, text_);
    at_hand = number;
    section_.clear();
    labels_.clear();
    counter_.count(text_.labels, labels_);
    counter_.count(text_.text, section_);
    const std::size_t words = text_.text.size() + text_.labels.size();
    article_words += words;
    section_.add(labels_);
    article_.add(section_);
    section_.add(title_);
    if (number == first) section_.add(questions_);
    LookParts parts = title;
    add_sums(section_, LookField::kText, static_cast<double>(words + (number == first ? headline_words : title_words)),
             lexicon.mean_section(), parts);
    add_sums(labels_, LookField::kLabels, lexicon.mean_title(), lexicon.mean_title(), parts);
    const double score = weigh(parts, row_);
    if (score > best_score) {
      best_score = score;
      best.section = number;
      best.parts = parts;
    }
  }
  add_sums(article_, LookField::kArticle, static_cast<double>(article_words), lexicon.mean_article(), best.parts);
  best.score = weigh(best.parts, row_);
  meet(article_);
  best.coverage = coverage();
  best.rarest = rarest();
  best.phrase = phrase(article_);
  for (const float need : terms_.needs()) best.information += static_cast<double>(need) * best.coverage;
  best.ideal = ideal_ > 0 ? best.score / ideal_ : 0;
  note_matches(article_, best);
  return best;
}

}  // namespace pharos::search
