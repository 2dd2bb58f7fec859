// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/text/token.h"

// Cutting a passage out of a text and marking what matches in it. Pure; thread-safe.
namespace pharos::search {

/// A stretch of bytes [begin, end) of a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Something of a query found in a text.
struct Match {
  Span span;
  double weight = 0;
  std::string term;  ///< to count different terms only once
};

/// The span widened to what readers take for whole characters: no mark goes between a letter and its accent.
Span whole_characters(std::string_view text, Span span);

/// The stretches that matches cover, in order, those that touch as one. REQUIRES: ordered by begin.
std::vector<Span> joined(const std::vector<Match>& matches);

/// The passage of at most `limit` characters that shows most of the query, cut between words and begun at a sentence
/// where one is near. The beginning when nothing matches. REQUIRES: matches ordered by begin; `words` of `text`.
Span best_passage(std::string_view text, const std::vector<Match>& matches, const std::vector<text::Token>& words,
                  std::uint32_t limit);

/// The window of the text on one line, escaped, with the spans in <mark>.
std::string mark(std::string_view text, const std::vector<Span>& spans, Span window);

}  // namespace pharos::search
