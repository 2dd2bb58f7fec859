// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/desk/ticket.h"

namespace pharos::desk {

/// A rule of the content folder: who says this, goes there. A value type.
struct RoutingRule {
  std::string name;
  std::map<Language, std::vector<std::string>> phrases;  ///< words and phrases a language; found as the analyzer finds
  std::string category, queue;                           ///< empty: says nothing about it
  std::optional<Priority> priority;
  bool urgent = false;  ///< before all others
};

/// A value type.
struct RoutingRules {
  std::string default_queue = "general";
  std::map<std::string, std::string> queues;  ///< by category key; a subcategory has its parent's
  std::vector<RoutingRule> rules;             ///< in order; the built-in urgency is added by the router
};

/// A known text with its category, near the ticket's. A value type.
struct Neighbour {
  std::string category;
  double score = 0;  ///< of the search that found it, higher is nearer
  std::string name;  ///< article or ticket, for the reason
  /// 0..1: of the search that found it, how likely its first answer is right (search::SearchResult::confidence); the
  /// same for all of one search. .5 where nothing is known.
  double confidence = .5;
};

/// Decides category, queue, priority. Immutable and thread-safe.
class Router {
 public:
  explicit Router(RoutingRules rules);
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  /// Urgency first (stolen, hacked, frozen, 被盗, взломали, in every interface language, and rules marked urgent; not
  /// where it is denied or asked about in general), then the rules in order, then the categories of the nearest
  /// `neighbours` weighed by score. `chosen_category` is what the reader chose in the form, or empty: it counts, but a
  /// mistaken choice does not beat a rule.
  Routing route(const Language& language, std::string_view subject, std::string_view message,
                std::string_view chosen_category, const std::vector<Neighbour>& neighbours) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::desk
