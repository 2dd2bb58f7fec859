// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/base/time.h"
#include "pharos/desk/reader.h"
#include "pharos/desk/store.h"

namespace pharos::desk {

/// What editors have done about a question.
enum class QuestionState { kOpen, kMerged, kRejected, kAccepted };

/// "open", "merged", "rejected", "accepted".
std::string_view name(QuestionState state);
std::optional<QuestionState> parse_question_state(std::string_view text);

/// A question that a reader found no answer to, for editors. A value type.
struct Question {
  std::string id;  ///< "q-..." unique, ordered by time
  std::string language;
  std::string text;      ///< personal data masked
  std::string article;   ///< key of the article it was asked under, or empty
  std::string category;  ///< or empty
  std::string search_id, session;
  QuestionState state = QuestionState::kOpen;
  std::string merged_into;  ///< id, when merged
  std::string note;         ///< why it was rejected, or the path it was written to when accepted
  std::int64_t askers = 1;  ///< readers who asked it, merged ones counted
  UtcTime at;
};

/// The questions in a store. Thread-safe.
class Questions {
 public:
  Questions(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  /// Keeps the question durably. The same words again, in the same language and still open, count as one more asker.
  /// `question` needs language, text and what is known of article, category and search_id.
  Question ask(Question question, const Reader& reader);

  /// Newest first; with a state only those.
  std::vector<Question> list(std::optional<QuestionState> state, std::size_t most) const;
  std::optional<Question> find(const std::string& id) const;

  /// Throw Error{not_found} for an unknown id and Error{conflict} for a question that is no longer open.
  void merge(const std::string& id, const std::string& into);
  void reject(const std::string& id, const std::string& reason);
  void accept(const std::string& id, const std::string& written_to);

 private:
  Store& store_;
  const Clock& clock_;
};

/// Two questions that seem to ask the same. A value type.
struct SameNeed {
  std::string id, like;  ///< `like` is the older one
  double similarity = 0;
};
/// Finds nine in ten pairs of tests/desk/asked_phrases.h, with one wrong one beside ten right ones.
inline constexpr double kSameNeedThreshold = .4;
/// Pairs of open questions of one language that ask the same in other words, likeliest first: by their stems, what
/// stands together, and letters (cosine over inverse question frequency). `threshold` 0..1. Pure and thread-safe.
std::vector<SameNeed> same_needs(const std::vector<Question>& questions, double threshold = kSameNeedThreshold);

}  // namespace pharos::desk
