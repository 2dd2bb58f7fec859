// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "desk/category_vote.h"
#include "desk/phrase_finder.h"
#include "desk/urgency.h"
#include "pharos/desk/routing.h"

namespace pharos::desk {
namespace {

/// A rule was written for what it says; it errs where a phrase is said in passing.
constexpr double kRuleConfidence = .9;
constexpr double kRuleAndReaderConfidence = .97;

const UrgencyFinder& urgency_finder() {
  static const UrgencyFinder finder;
  return finder;
}

struct PreparedPhrase {
  std::size_t finder;  ///< its place
  Phrase by_stems, as_written;
};

struct PreparedRule {
  RoutingRule rule;
  std::vector<PreparedPhrase> phrases;
};

/// What the rules decided, each part by the first rule that says something about it.
struct Decision {
  std::string category, queue;
  std::optional<Priority> priority;
  bool urgent = false;
  std::vector<std::string> reasons;
};

}  // namespace

struct Router::Impl {
  RoutingRules rules;
  std::vector<PhraseFinder> finders;
  std::vector<PreparedRule> prepared;

  explicit Impl(RoutingRules given) : rules(std::move(given)) {
    for (const RoutingRule& rule : rules.rules) {
      PreparedRule ready{rule, {}};
      for (const auto& [language, phrases] : rule.phrases) {
        const std::size_t finder = finder_of(language);
        for (const std::string& written : phrases) {
          ready.phrases.push_back(
              {finder, finders[finder].phrase(written, true), finders[finder].phrase(written, false)});
        }
      }
      prepared.push_back(std::move(ready));
    }
    // Rules for what cannot wait are looked at before all others.
    std::stable_partition(prepared.begin(), prepared.end(), [](const PreparedRule& row) { return row.rule.urgent; });
  }

  std::size_t finder_of(const Language& language) {
    const auto found = std::find_if(finders.begin(), finders.end(),
                                    [&](const PhraseFinder& finder) { return finder.language() == language; });
    if (found != finders.end()) return static_cast<std::size_t>(found - finders.begin());
    finders.emplace_back(language);
    return finders.size() - 1;
  }

  Decision decide(const std::vector<Language>& languages, const std::string& text) const {
    std::vector<std::vector<ReadSentence>> read(finders.size());
    for (std::size_t i = 0; i < finders.size(); ++i) {
      const bool spoken = std::any_of(languages.begin(), languages.end(), [&](const Language& language) {
        return language.primary() == finders[i].language().primary();
      });
      if (spoken) read[i] = finders[i].read(text);
    }
    Decision decision;
    for (const PreparedRule& row : prepared) {
      const auto said = std::find_if(row.phrases.begin(), row.phrases.end(), [&](const PreparedPhrase& phrase) {
        const PhraseFinder& finder = finders[phrase.finder];
        // "tránh bị hack" has no word of "hacked": another language borrows words, not how they bend.
        const bool own = finder.language().primary() == languages.front().primary();
        const Phrase& wanted = row.rule.urgent && !own ? phrase.as_written : phrase.by_stems;
        return says(finder, read[phrase.finder], wanted, row.rule.urgent);
      });
      if (said != row.phrases.end()) apply(row.rule, said->as_written.written, decision);
    }
    return decision;
  }

  /// A rule for what cannot wait is held to the same as the built-in words: what is denied or asked about can wait.
  static bool says(const PhraseFinder& finder, const std::vector<ReadSentence>& sentences, const Phrase& phrase,
                   bool urgent) {
    return std::any_of(sentences.begin(), sentences.end(), [&](const ReadSentence& sentence) {
      const PhrasePlace place = finder.find(sentence, phrase);
      return place && (!urgent || urgency_finder().is_meant(finder.language(), sentence, place));
    });
  }

  static void apply(const RoutingRule& rule, const std::string& said, Decision& decision) {
    if (decision.category.empty()) decision.category = rule.category;
    if (decision.queue.empty()) decision.queue = rule.queue;
    if (!decision.priority) decision.priority = rule.priority;
    decision.urgent = decision.urgent || rule.urgent;
    decision.reasons.push_back("the rule \"" + rule.name + "\" knows \"" + said + "\"");
  }

  /// The queue of the category or of the nearest category above it that has one.
  std::string queue_of(std::string category) const {
    while (!category.empty()) {
      const auto found = rules.queues.find(category);
      if (found != rules.queues.end()) return found->second;
      const std::size_t slash = category.rfind('/');
      category.resize(slash == std::string::npos ? 0 : slash);
    }
    return rules.default_queue;
  }
};

Router::Router(RoutingRules rules) : impl_(std::make_unique<Impl>(std::move(rules))) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

Routing Router::route(const Language& language, std::string_view subject, std::string_view message,
                      std::string_view chosen_category, const std::vector<Neighbour>& neighbours) const {
  const std::string text = subject.empty() ? std::string(message) : std::string(subject) + "\n" + std::string(message);
  const std::vector<Language> languages = languages_of_ticket(language, text);

  Routing routing;
  const std::string urgent = urgency_finder().find(languages, text);
  if (!urgent.empty()) routing.reasons.push_back("cannot wait: \"" + urgent + "\"");
  Decision decision = impl_->decide(languages, text);
  routing.urgent = !urgent.empty() || decision.urgent;
  routing.reasons.insert(routing.reasons.end(), decision.reasons.begin(), decision.reasons.end());
  routing.priority = routing.urgent ? Priority::kUrgent : decision.priority.value_or(Priority::kNormal);

  if (!decision.category.empty()) {
    routing.category = decision.category;
    routing.confidence = decision.category == chosen_category ? kRuleAndReaderConfidence : kRuleConfidence;
    if (!chosen_category.empty() && decision.category != chosen_category) {
      routing.reasons.push_back("the reader chose " + std::string(chosen_category) + "; a rule counts more");
    }
  } else {
    CategoryVote vote = vote_on_category(chosen_category, neighbours);
    routing.category = std::move(vote.category);
    routing.confidence = vote.confidence;
    routing.reasons.insert(routing.reasons.end(), vote.reasons.begin(), vote.reasons.end());
  }
  routing.unsure = routing.confidence < kSureFrom;
  routing.likely = routing.category;
  if (routing.unsure) routing.category.clear();
  routing.queue = !decision.queue.empty() ? decision.queue : impl_->queue_of(routing.category);
  return routing;
}

}  // namespace pharos::desk
