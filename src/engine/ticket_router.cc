// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ticket_router.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/greetings.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/desk_settings.h"

namespace pharos::engine {
namespace {

// Below the limit of a query: a long text of few words a byte must not be refused for its number of words.
constexpr std::size_t kQueryBytes = 480;

/// What is only guessed at ("hola" read as "hold") may help who searches and looks; it decides nothing by itself.
constexpr double kGuessConfidence = .05;

bool stands_as_written(const search::Hit& hit) {
  constexpr std::array<std::string_view, 5> kAsWritten = {"exact-title", "exact-question", "phrase", "word", "stem"};
  return std::any_of(kAsWritten.begin(), kAsWritten.end(), [&](std::string_view way) {
    return std::find(hit.matched_by.begin(), hit.matched_by.end(), way) != hit.matched_by.end();
  });
}

}  // namespace

std::vector<desk::Neighbour> nearest_articles(const HelpCenter& help_center, const Language& language,
                                              const std::string& text) {
  std::vector<desk::Neighbour> found;
  search::Query query(as_query(without_greeting(text)), language);
  query.limit = kRoutingNeighbours;
  query.agent = true;
  if (query.text.empty()) return found;
  try {
    const search::SearchResult result = help_center.search(query);
    const bool guessed = !result.hits.empty() && !stands_as_written(result.hits.front());
    const double confidence = guessed ? std::min(result.confidence, kGuessConfidence) : result.confidence;
    for (const search::Hit& hit : result.hits) {
      found.push_back({hit.category, hit.score, hit.key.str(), confidence});
    }
  } catch (const Error& error) {
    // A ticket is never refused because its text cannot be searched: it goes where rules or the default say.
    if (error.kind() != ErrorKind::kInvalidArgument) throw;
  }
  return found;
}

std::string as_query(std::string_view text) {
  std::string_view cut = cut_at_point(text, kQueryBytes);
  if (cut.size() < text.size()) {
    const std::size_t space = cut.find_last_of(" \n\t");
    if (space != std::string_view::npos && space > kQueryBytes / 2) cut = cut.substr(0, space);
  }
  return std::string(cut);
}

std::shared_ptr<const desk::Router> TicketRouter::router() {
  const std::string generation = help_center_.generation();
  const std::lock_guard lock(mutex_);
  if (!router_ || generation != generation_) {
    router_ = std::make_shared<const desk::Router>(routing_rules(help_center_.settings()));
    generation_ = generation;
  }
  return router_;
}

desk::Routing TicketRouter::route(const Language& language, const std::string& subject, const std::string& message,
                                  const std::string& chosen_category) {
  const std::string text = subject.empty() ? message : subject + "\n" + message;
  return router()->route(language, subject, message, chosen_category, nearest_articles(help_center_, language, text));
}

}  // namespace pharos::engine
