// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/error.h"
#include "pharos/base/time.h"
#include "pharos/desk/attachments.h"
#include "pharos/desk/dispatcher.h"
#include "pharos/desk/events.h"
#include "pharos/desk/limits.h"
#include "pharos/desk/questions.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/routing.h"
#include "pharos/desk/tickets.h"
#include "pharos/engine/help_center.h"

namespace pharos::engine {

/// Limits on what readers may hand over (each is a setting with this default).
struct DeskLimits {
  std::size_t comment_characters = 2000;
  std::size_t question_characters = 2000;
  std::size_t subject_characters = 200;
  std::size_t message_characters = 20000;
  std::size_t email_bytes = 254;  ///< RFC 5321, 4.5.3.1
  desk::Allowance ratings{20, std::chrono::seconds(6)}, all_ratings{2000, std::chrono::milliseconds(2)};
  desk::Allowance questions{5, std::chrono::seconds(60)}, all_questions{500, std::chrono::milliseconds(50)};
  desk::Allowance tickets{10, std::chrono::seconds(60)}, all_tickets{1000, std::chrono::milliseconds(20)};
  std::chrono::seconds least_time{3};  ///< from seeing the form to sending it; sooner is suspicious
  int keep_events_days = 90;
};

/// A wrong field, with what is wrong and how to mend it.
struct FieldFault {
  std::string field, message;
};

/// A vote as it was sent; nothing is checked yet.
struct RatingRequest {
  std::string article, language;  ///< key and tag that it was shown in
  std::string revision;           ///< that was shown (ArticleView::revision); empty: the present one
  bool helpful = false;
  std::string reason, comment, search_id;
  std::vector<FieldFault> faults;  ///< found on the way here: told with all others, and nothing is kept
};

struct QuestionRequest {
  std::string language, text, article, category, search_id;
  std::vector<FieldFault> faults;  ///< as in RatingRequest
};

/// A ticket as it was sent; nothing is checked yet.
struct TicketRequest {
  std::string language, subject, message, email, category;
  std::vector<desk::Upload> uploads;
  bool trail = false;               ///< the reader agrees to what was searched and read going along
  std::string question, search_id;  ///< what was searched when the form was opened
  std::string honeypot;             ///< of a field that people do not see
  std::string form_token;           ///< of form_token(); empty through the API
  desk::Idempotency idempotency;
  std::vector<FieldFault> faults;  ///< as in RatingRequest
};

/// Faults of what a reader sent, all at once: none of it was kept. Error{invalid_argument} with the first as parameter.
class InvalidFields : public Error {
 public:
  explicit InvalidFields(std::vector<FieldFault> faults);
  const std::vector<FieldFault>& faults() const { return faults_; }

 private:
  std::vector<FieldFault> faults_;
};

/// What this desk has kept since it was opened. A value type.
struct KeptCounts {
  std::uint64_t ratings = 0, questions = 0, tickets = 0, messages = 0;
};

/// What fits beside a contact form: at most so many articles, when the first is so likely, each with at least that
/// share of its score. Half of what makes the search page sure: a near miss costs the reader a glance, not an answer.
/// For scripts, which ask the search API while one types.
struct FittingRule {
  static constexpr std::size_t kMost = 3;
  static constexpr double kConfidence = 0.3;
  static constexpr double kShare = 0.6;
};

/// What the desk is doing, for operators.
struct DeskHealth {
  std::string store;  ///< "sqlite" or "postgresql"
  std::string last_problem;
  std::string notice;  ///< of tell_operator()
  KeptCounts kept;
  desk::StoreCounts counts;
  desk::OutboxCounts outbox;
  std::vector<desk::TargetStatus> targets;
};

/// How the desk is set up. A value type.
struct DeskOptions {
  /// A way out, with the queues it takes; empty: all.
  struct Target {
    std::string name;
    std::vector<std::string> queues;
  };
  std::vector<Target> targets;  ///< the first that fits gets a ticket; the last one those that fit nowhere
  DeskLimits limits;
  std::string form_key;  ///< secret that signs form tokens; the same on all servers and after a restart
};

/// Where readers hand over: votes, questions, tickets. It checks, masks, limits, routes and keeps; no HTTP, no JSON.
/// All methods may be called from any thread. What returns is durable. Throws InvalidFields for what is wrong with the
/// input, Error{limited} with retry_after() for too much, {full} and {unavailable} for the store's troubles.
class FrontDesk {
 public:
  /// All must outlive the desk but the options. REQUIRES: at least one target.
  FrontDesk(const HelpCenter& help_center, desk::Store& store, desk::AttachmentStore& files, DeskOptions options,
            const Clock& wall = system_clock(), const MonotonicClock& monotonic = monotonic_clock());
  ~FrontDesk();
  FrontDesk(const FrontDesk&) = delete;
  FrontDesk& operator=(const FrontDesk&) = delete;

  desk::RatingReceipt rate(const RatingRequest& request, const desk::Reader& reader);
  /// Nothing for an article that does not exist.
  std::optional<desk::RatingSummary> ratings_of(const ArticleKey& key, const Language& language) const;
  /// The same for an article that is at hand.
  desk::RatingSummary ratings_of(const ArticleView& article) const;

  desk::Question ask(const QuestionRequest& request, const desk::Reader& reader);

  desk::TicketReceipt open_ticket(const TicketRequest& request, const desk::Reader& reader);
  /// Nothing for an unknown code. Asking too often for codes that do not exist is limited.
  std::optional<desk::Conversation> ticket(std::string_view code, const desk::Reader& reader) const;
  /// A reader's follow-up. Gives the conversation as it is then.
  desk::Conversation add_message(std::string_view code, const std::string& text,
                                 const std::vector<desk::Upload>& uploads, const desk::Idempotency& idempotency,
                                 const desk::Reader& reader);
  /// The reader says that it is solved.
  desk::Conversation solve(std::string_view code, const desk::Reader& reader);
  /// Nothing when the ticket has no such attachment.
  struct File {
    desk::Attachment attachment;
    std::string bytes;
  };
  std::optional<File> attachment(std::string_view code, std::string_view id, const desk::Reader& reader) const;
  /// A human's answer that came back from a target. False when it is known already; throws Error{not_found} for no
  /// ticket of ours.
  bool take_reply(const std::string& target, const desk::Reply& reply);

  /// Articles for a contact form: at most three that are likely to answer, none when none is.
  std::vector<search::Hit> fitting_articles(std::string_view question, const Language& language) const;
  /// What a form carries, so that one sent sooner than people type is noticed. Signed; holds no personal data.
  std::string form_token() const;

  /// These never wait and never throw; nothing is kept of readers without a session but the search itself.
  void record_search(const search::Query& query, const search::SearchResult& result, const std::string& search_id,
                     const desk::Reader& reader);
  /// A search made while somebody types: it is recorded when record_view() tells that one of its answers was opened,
  /// within half an hour; otherwise nothing is kept of it.
  void offer_search(const search::Query& query, const search::SearchResult& result, const std::string& search_id);
  void record_view(const ArticleView& article, const std::string& search_id, std::int64_t rank,
                   const desk::Reader& reader);

  /// Removes events beyond their time and files that no ticket names. To be called now and then.
  void tidy();
  /// Called after each new ticket or message: wakes the dispatcher.
  void on_handover(std::function<void()> wake);

  /// What the operator should do, for health(); empty: nothing.
  void tell_operator(std::string notice);
  /// Where health() gets the state of the ways out from.
  void on_status(std::function<std::vector<desk::TargetStatus>()> targets);

  desk::Store& store();
  desk::AttachmentStore& files();
  const DeskLimits& limits() const;
  const Clock& clock() const;
  DeskHealth health() const;
  /// Of health(), without asking the store.
  std::string notice() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::engine
