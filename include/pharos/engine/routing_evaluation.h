// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/content/library.h"
#include "pharos/desk/routing.h"
#include "pharos/engine/help_center.h"

namespace pharos::engine {

/// A text of which people said where it belongs.
struct LabelledText {
  std::string text;
  Language language;
  std::string label;  ///< key of a category; empty: nowhere, the router should be unsure
};

/// Reads JSON lines {"text","lang","label"}; in place of "label" also "relevant", a list whose first key counts, and
/// none of them means nowhere. Throws Error{invalid_argument} with file and line.
std::vector<LabelledText> read_labelled_texts(const std::filesystem::path& file);

/// Reads a corpus (read_corpus()) as labelled texts: the document's id is the label, each line of its body a text.
std::vector<LabelledText> read_labelled_corpus(const std::filesystem::path& file);

/// How a text was routed, and what was near.
struct RoutedText {
  desk::Routing routing;
  std::vector<desk::Neighbour> neighbours;
};

/// Routes each text as a ticket is routed, by the help center's rules and articles.
std::vector<RoutedText> route_by_articles(const HelpCenter& help_center, const std::vector<LabelledText>& texts);

/// Routes each text with the known ones as its neighbours and no rules but the built-in ones.
std::vector<RoutedText> route_by_texts(const std::vector<LabelledText>& known, const std::vector<LabelledText>& texts);

/// The same by k-fold cross-validation: the known ones are the texts of the other folds; folds are dealt in turn.
/// REQUIRES: folds >= 2.
std::vector<RoutedText> route_across_folds(const std::vector<LabelledText>& texts, std::size_t folds);

/// Right and wrong, counted. A subcategory of the label is right.
struct RoutingEvaluation {
  struct Confusion {
    std::string wanted, got;
    std::size_t count = 0;
  };
  std::size_t labelled = 0;    ///< texts with a label
  std::size_t right = 0;       ///< of them, those whose likeliest category is right, sure or not
  std::size_t sure = 0;        ///< labelled texts on which the router acts
  std::size_t sure_right = 0;  ///< and rightly
  std::size_t nowhere = 0;     ///< texts without a label
  std::size_t nowhere_sure = 0;
  std::size_t urgent = 0;
  std::size_t nearest_right = 0;      ///< plain baseline: the category of the nearest text
  std::size_t commonest_right = 0;    ///< plain baseline: always the commonest label
  std::vector<Confusion> confusions;  ///< all pairs that came, most first; "" is unsure or nowhere
};

/// REQUIRES: as many results as texts.
RoutingEvaluation evaluate_routing(const std::vector<LabelledText>& texts, const std::vector<RoutedText>& results);

}  // namespace pharos::engine
