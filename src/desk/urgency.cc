// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/urgency.h"

#include <algorithm>

#include "pharos/text/query_language.h"

namespace pharos::desk {
namespace {

/// A sentence that says the same again and again needs no longer look.
constexpr int kMostPlaces = 8;

bool found_within(const PhraseFinder& finder, const ReadSentence& sentence, const std::vector<Phrase>& phrases,
                  std::size_t begin, std::size_t end) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    const PhrasePlace place = finder.find(sentence, phrase, begin);
    return place && place.end <= end;
  });
}

std::vector<Language> tags_of_rows() {
  std::vector<Language> languages;
  for (std::size_t i = 0; i < kUrgencyRowCount; ++i) languages.push_back(Language::require(kUrgencyRows[i].language));
  return languages;
}

}  // namespace

struct UrgencyFinder::Row {
  PhraseFinder finder;
  std::size_t reach;
  std::vector<Phrase> phrases, denied_before, denied_after, general_before, general_after, polite, turns;

  explicit Row(const UrgencyRow& row)
      : finder(Language::require(row.language)),
        reach(row.denial_reach),
        phrases(finder.phrases(row.phrases)),
        denied_before(finder.phrases(row.denied_before)),
        denied_after(finder.phrases(row.denied_after)),
        general_before(finder.phrases(row.general_before)),
        general_after(finder.phrases(row.general_after)),
        polite(finder.phrases(row.polite)),
        turns(finder.phrases(row.turns)) {}

  /// Where what is said at the place begins: after a comma, or after the last word that turns to something else.
  std::size_t begin_of(const ReadSentence& sentence, const PhrasePlace& place) const {
    std::size_t begin = sentence.clause_begin(place.begin);
    for (const Phrase& turn : turns) {
      for (PhrasePlace at = finder.find(sentence, turn, begin); at && at.end <= place.begin;
           at = finder.find(sentence, turn, begin)) {
        begin = at.end;
      }
    }
    return begin;
  }

  bool is_general(const ReadSentence& sentence, std::size_t begin, std::size_t end) const {
    for (const Phrase& phrase : general_before) {
      for (PhrasePlace at = finder.find(sentence, phrase, begin); at && at.end <= end;
           at = finder.find(sentence, phrase, at.begin + 1)) {
        const bool politeness = std::any_of(polite.begin(), polite.end(), [&](const Phrase& words) {
          const PhrasePlace said = finder.find(sentence, words, begin);
          return said && said.begin <= at.begin && at.begin < said.end;
        });
        if (!politeness) return true;
      }
    }
    return false;
  }

  bool holds(const ReadSentence& sentence, const PhrasePlace& place) const {
    const std::size_t begin = begin_of(sentence, place);
    const std::size_t near = std::max(place.begin > reach ? place.begin - reach : 0, begin);
    const std::size_t far = std::min(place.end + reach, sentence.clause_end(place.end));
    return !found_within(finder, sentence, denied_before, near, place.begin) &&
           !found_within(finder, sentence, denied_after, place.end, far) && !is_general(sentence, begin, place.begin) &&
           !found_within(finder, sentence, general_after, place.end, place.end + reach);
  }
};

UrgencyFinder::UrgencyFinder() {
  for (std::size_t i = 0; i < kUrgencyRowCount; ++i) rows_.emplace_back(kUrgencyRows[i]);
}

UrgencyFinder::~UrgencyFinder() = default;

const UrgencyFinder::Row* UrgencyFinder::row_of(const Language& language) const {
  const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& candidate) {
    return candidate.finder.language().primary() == language.primary();
  });
  return row == rows_.end() ? nullptr : &*row;
}

bool UrgencyFinder::is_meant(const Language& language, const ReadSentence& sentence, const PhrasePlace& place) const {
  const Row* const row = row_of(language);
  return row == nullptr || row->holds(sentence, place);
}

std::string UrgencyFinder::find(const std::vector<Language>& languages, std::string_view utf8) const {
  for (const Language& language : languages) {
    const Row* const row = row_of(language);
    if (row == nullptr) continue;
    for (const ReadSentence& sentence : row->finder.read(utf8)) {
      for (const Phrase& phrase : row->phrases) {
        int places = 0;
        for (PhrasePlace place = row->finder.find(sentence, phrase); place && places++ < kMostPlaces;
             place = row->finder.find(sentence, phrase, place.begin + 1)) {
          if (row->holds(sentence, place)) return phrase.written;
        }
      }
    }
  }
  return {};
}

std::vector<Language> languages_of_ticket(const Language& language, std::string_view utf8) {
  static const std::vector<Language> kKnown = tags_of_rows();
  std::vector<Language> languages{language};
  const auto add = [&languages](const Language& next) {
    const bool there = std::any_of(languages.begin(), languages.end(),
                                   [&](const Language& known) { return known.primary() == next.primary(); });
    if (!there) languages.push_back(next);
  };
  std::vector<Language> offered = kKnown;
  if (std::find(offered.begin(), offered.end(), language) == offered.end()) offered.push_back(language);
  add(text::query_language(utf8, language, offered, {}).language);
  for (const Language& known : kKnown) {
    if (known.primary() == "en" || known.script() != "Latn") add(known);
  }
  return languages;
}

}  // namespace pharos::desk
