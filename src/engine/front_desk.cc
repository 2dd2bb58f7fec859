// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "engine/form_token.h"
#include "engine/front_desk_impl.h"
#include "pharos/base/error.h"

namespace pharos::engine {
namespace {

constexpr desk::Allowance kLookups{20, std::chrono::seconds(6)};
constexpr desk::Allowance kAllLookups{2000, std::chrono::milliseconds(5)};
constexpr std::size_t kShownInEvent = 10;
constexpr std::int64_t kDay = 24 * 60 * 60;
constexpr std::int64_t kKeepIdempotencyDays = 7;

}  // namespace

FrontDesk::Impl::Impl(const HelpCenter& center, desk::Store& desk_store, desk::AttachmentStore& attachments,
                      DeskOptions desk_options, const Clock& wall_clock, const MonotonicClock& monotonic)
    : help_center(center),
      store(desk_store),
      files(attachments),
      options(std::move(desk_options)),
      wall(wall_clock),
      ratings(store, wall),
      events(store),
      questions(store, wall),
      tickets(store, wall),
      outbox(store, wall),
      rating_limit(options.limits.ratings, options.limits.all_ratings, monotonic),
      question_limit(options.limits.questions, options.limits.all_questions, monotonic),
      ticket_limit(options.limits.tickets, options.limits.all_tickets, monotonic),
      lookup_limit(kLookups, kAllLookups, monotonic),
      router(center),
      typed(monotonic) {
  if (options.targets.empty()) {
    throw Error(ErrorKind::kInvalidArgument, "tickets have nowhere to go: name at least one gateway", "gateways");
  }
}

Language FrontDesk::Impl::language(FieldChecks& checks, const std::string& tag) const {
  if (tag.empty()) return help_center.default_language();
  if (auto served = help_center.language(tag)) return *std::move(served);
  checks.fault("language", "language is no language of this site: /api/v1/languages lists them.");
  return help_center.default_language();
}

std::string FrontDesk::Impl::category(FieldChecks& checks, const std::string& key, const Language& language) const {
  if (key.empty() || !help_center.category_path(key, language).empty()) return key;
  checks.fault("category", "There is no such category: /api/v1/categories lists them.");
  return {};
}

const std::string& FrontDesk::Impl::target_for(const std::string& queue) const {
  for (const DeskOptions::Target& target : options.targets) {
    if (target.queues.empty() || std::find(target.queues.begin(), target.queues.end(), queue) != target.queues.end()) {
      return target.name;
    }
  }
  return options.targets.back().name;
}

desk::Rating FrontDesk::Impl::rating_of(const ArticleView& article, const std::string& seen) const {
  desk::Rating rating(rated.of(article));
  if (seen.empty() || seen == article.revision) return rating;
  rating.now = rating.article;
  rating.article = rated.shown_before(article, seen);
  return rating;
}

void FrontDesk::Impl::woken() const {
  std::function<void()> call;
  {
    const std::lock_guard lock(hooks_mutex);
    call = wake;
  }
  if (call) call();
}

void take_allowance(desk::RateLimiter& limiter, const desk::Reader& reader, std::string_view what,
                    std::string_view lost) {
  const std::int64_t wait = limiter.take(desk::coarse_address(reader.address));
  if (wait == 0) return;
  throw Error(ErrorKind::kLimited, "Too many " + std::string(what) + " came from your network just now" +
                                       std::string(lost) + ": try again in " + std::to_string(wait) + " seconds.")
      .with_retry_after(wait);
}

FrontDesk::FrontDesk(const HelpCenter& help_center, desk::Store& store, desk::AttachmentStore& files,
                     DeskOptions options, const Clock& wall, const MonotonicClock& monotonic)
    : impl_(std::make_unique<Impl>(help_center, store, files, std::move(options), wall, monotonic)) {}

FrontDesk::~FrontDesk() = default;

desk::RatingReceipt FrontDesk::rate(const RatingRequest& request, const desk::Reader& reader) {
  FieldChecks checks(request.faults);
  const Language language = impl_->language(checks, request.language);
  const std::string comment = checks.text("comment", request.comment, impl_->options.limits.comment_characters);
  const auto& reasons = desk::rating_reasons();
  if (!request.reason.empty() && std::find(reasons.begin(), reasons.end(), request.reason) == reasons.end()) {
    std::string known;
    for (const std::string_view reason : reasons) known += (known.empty() ? "" : ", ") + std::string(reason);
    checks.fault("reason", "reason is not one of " + known + ": leave it empty or choose one.");
  }
  if (!request.revision.empty() && !is_revision(request.revision)) {
    checks.fault("revision", "revision is none: leave it out, or give that of the article as it was shown.");
  }
  const auto key = ArticleKey::parse(request.article);
  if (!key) checks.fault("key", "key is no article's: write it like deposits/wrong-network.");
  checks.done();
  const auto article = impl_->help_center.article(*key, language);
  if (!article) throw Error(ErrorKind::kNotFound, key->str() + ": there is no such article", "key");
  take_allowance(impl_->rating_limit, reader, "ratings");
  desk::Rating rating = impl_->rating_of(*article, request.revision);
  rating.helpful = request.helpful;
  rating.reason = request.reason;
  rating.comment = comment;
  rating.search_id = FieldChecks::id(request.search_id);
  desk::RatingReceipt receipt = impl_->ratings.rate(rating, reader);
  ++impl_->kept_ratings;
  return receipt;
}

std::optional<desk::RatingSummary> FrontDesk::ratings_of(const ArticleKey& key, const Language& language) const {
  const auto article = impl_->help_center.article(key, language);
  if (!article) return std::nullopt;
  return ratings_of(*article);
}

desk::RatingSummary FrontDesk::ratings_of(const ArticleView& article) const {
  return impl_->ratings.summary(impl_->rated.of(article));
}

desk::Question FrontDesk::ask(const QuestionRequest& request, const desk::Reader& reader) {
  FieldChecks checks(request.faults);
  const Language language = impl_->language(checks, request.language);
  desk::Question question;
  question.language = language.tag();
  question.text = checks.required_text("text", request.text, impl_->options.limits.question_characters);
  question.category = impl_->category(checks, request.category, language);
  if (!request.article.empty()) {
    const auto key = ArticleKey::parse(request.article);
    if (!key || !impl_->help_center.article(*key, language)) {
      checks.fault("article", "There is no such article: leave it empty or give its key.");
    }
    question.article = request.article;
  }
  question.search_id = FieldChecks::id(request.search_id);
  question.session = reader.session;
  checks.done();
  take_allowance(impl_->question_limit, reader, "questions");
  question = impl_->questions.ask(std::move(question), reader);
  ++impl_->kept_questions;
  return question;
}

std::vector<search::Hit> FrontDesk::fitting_articles(std::string_view question, const Language& language) const {
  search::Query query(as_query(question), language);
  query.limit = FittingRule::kMost;
  if (query.text.empty()) return {};
  try {
    search::SearchResult result = impl_->help_center.search(query);
    if (result.confidence < FittingRule::kConfidence || result.hits.empty()) return {};
    const double least = result.hits.front().score * FittingRule::kShare;
    std::erase_if(result.hits, [&](const search::Hit& hit) { return hit.score < least; });
    return std::move(result.hits);
  } catch (const Error& error) {
    // What cannot be searched fits nothing; the form works on.
    if (error.kind() == ErrorKind::kInvalidArgument) return {};
    throw;
  }
}

std::string FrontDesk::form_token() const { return make_form_token(impl_->options.form_key, impl_->wall.now()); }

desk::SearchEvent FrontDesk::Impl::event_of(const search::Query& query, const search::SearchResult& result,
                                            const std::string& search_id) const {
  desk::SearchEvent event;
  event.id = search_id;
  event.text = result.text;
  event.language = result.language.tag();
  event.category = query.category;
  for (const search::Hit& hit : result.hits) {
    if (event.shown.size() < kShownInEvent) event.shown.push_back(hit.key.str());
  }
  event.total = static_cast<std::int64_t>(result.total);
  event.confidence = result.confidence;
  event.rescued = !result.rewrites.empty();
  event.handed_over = result.should_hand_over;
  event.at = wall.now();
  return event;
}

void FrontDesk::record_search(const search::Query& query, const search::SearchResult& result,
                              const std::string& search_id, const desk::Reader& reader) {
  desk::SearchEvent event = impl_->event_of(query, result, search_id);
  event.session = reader.session;
  impl_->events.record(event);
}

void FrontDesk::offer_search(const search::Query& query, const search::SearchResult& result,
                             const std::string& search_id) {
  impl_->typed.put(impl_->event_of(query, result, search_id));
}

void FrontDesk::record_view(const ArticleView& article, const std::string& search_id, std::int64_t rank,
                            const desk::Reader& reader) {
  // A vote that comes from this page is about what stands there now.
  impl_->rated.of(article);
  // A view of nobody says nothing to any report: what is not followed is not kept.
  if (reader.session.empty()) return;
  if (auto search = impl_->typed.take(search_id)) {
    search->session = reader.session;
    impl_->events.record(*search);
  }
  desk::ViewEvent event;
  event.session = reader.session;
  event.article = article.key.str();
  event.language = article.language.tag();
  event.search_id = FieldChecks::id(search_id);
  event.rank = event.search_id.empty() ? 0 : std::clamp<std::int64_t>(rank, 0, 1000);
  event.at = impl_->wall.now();
  impl_->events.record(event);
}

void FrontDesk::tidy() {
  const UtcTime now = impl_->wall.now();
  impl_->events.expire({now.seconds - impl_->options.limits.keep_events_days * kDay});
  impl_->tickets.expire_idempotency({now.seconds - kKeepIdempotencyDays * kDay});
  impl_->files.remove_unused(impl_->tickets.attachments_in_use(), now);
}

void FrontDesk::on_handover(std::function<void()> wake) {
  const std::lock_guard lock(impl_->hooks_mutex);
  impl_->wake = std::move(wake);
}

void FrontDesk::tell_operator(std::string notice) {
  const std::lock_guard lock(impl_->hooks_mutex);
  impl_->notice = std::move(notice);
}

std::string FrontDesk::notice() const {
  const std::lock_guard lock(impl_->hooks_mutex);
  return impl_->notice;
}

void FrontDesk::on_status(std::function<std::vector<desk::TargetStatus>()> targets) {
  const std::lock_guard lock(impl_->hooks_mutex);
  impl_->targets = std::move(targets);
}

desk::Store& FrontDesk::store() { return impl_->store; }
desk::AttachmentStore& FrontDesk::files() { return impl_->files; }
const DeskLimits& FrontDesk::limits() const { return impl_->options.limits; }
const Clock& FrontDesk::clock() const { return impl_->wall; }

DeskHealth FrontDesk::health() const {
  DeskHealth health;
  health.store = impl_->store.kind();
  health.last_problem = impl_->store.last_problem();
  health.notice = notice();
  health.kept = {impl_->kept_ratings, impl_->kept_questions, impl_->kept_tickets, impl_->kept_messages};
  health.counts = impl_->store.counts();
  std::function<std::vector<desk::TargetStatus>()> targets;
  {
    const std::lock_guard lock(impl_->hooks_mutex);
    targets = impl_->targets;
  }
  if (targets) health.targets = targets();
  try {
    health.outbox = impl_->outbox.counts();
  } catch (const Error& error) {
    health.last_problem = error.what();
  }
  return health;
}

}  // namespace pharos::engine
