// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/engine/evaluation.h"
#include "pharos/index/snapshot.h"

namespace pharos::engine {

/// A word or phrase that readers type and that may be missing in the glossary. A value type.
struct TermSuggestion {
  explicit TermSuggestion(Language suggestion_language) : language(std::move(suggestion_language)) {}

  Language language;
  std::string text;                   ///< as most of them type it
  std::string_view reason;            ///< kUnknownToIndex or kOnlyInQuestions
  std::size_t queries = 0;            ///< how many queries have it
  std::size_t questions = 0;          ///< and how many questions of articles
  std::vector<std::string> examples;  ///< at most three of them
  std::string article;                ///< key of the article that most of them lead to; empty: they lead nowhere
  std::string title;                  ///< of that article
  std::size_t leading = 0;            ///< how many of them lead there
  std::string concept_id;             ///< of the glossary's term that it may belong to; empty for none
  std::string term;                   ///< that term; empty: perhaps a term of its own
};
inline constexpr std::string_view kUnknownToIndex = "unknown";     ///< no title, heading, tag or text has it
inline constexpr std::string_view kOnlyInQuestions = "questions";  ///< only the questions of articles have it

struct SuggestionOptions {
  std::size_t fewest = 2;  ///< queries and questions that a suggestion must stand in
  std::size_t most = 50;   ///< suggestions a language
};

/// Queries of a log: JSON lines with "text" and perhaps "lang" and "relevant", or plain lines, which are in `language`.
/// Throws Error{invalid_argument} with file and line.
std::vector<JudgedQuery> read_asked_queries(const std::filesystem::path& file, const Language& language);

/// What the glossary may lack: frequent words, and phrases of up to three words, of queries and of the articles'
/// `questions` that neither glossary nor articles have. By language, the most frequent first. `search` gives the keys
/// of the first answers to a query that nobody judged.
std::vector<TermSuggestion> suggest_terms(const std::vector<JudgedQuery>& queries, const index::Snapshot& snapshot,
                                          const std::function<std::vector<std::string>(const JudgedQuery&)>& search,
                                          const SuggestionOptions& options = {});

}  // namespace pharos::engine
