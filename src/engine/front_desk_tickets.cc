// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "engine/form_token.h"
#include "engine/front_desk_impl.h"
#include "engine/ticket_trail.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/secret_guard.h"
#include "pharos/text/query_language.h"

namespace pharos::engine {
namespace {

constexpr std::size_t kMostTrail = 50;  // of each kind
constexpr std::size_t kMostKeyBytes = 255;
constexpr std::size_t kSubjectFromMessage = 80;
constexpr std::size_t kMessageIdBytes = 12;
// What the words must speak for, before a ticket's language is another one than that of the page it was written on.
constexpr double kSureOfLanguage = 0.7;

// Visible ASCII, as the header of that name has it.
void check_idempotency(FieldChecks& checks, const desk::Idempotency& idempotency) {
  const bool printable =
      std::all_of(idempotency.key.begin(), idempotency.key.end(), [](char c) { return c >= 0x21 && c <= 0x7E; });
  if (idempotency.key.size() > kMostKeyBytes || !printable) {
    checks.fault("Idempotency-Key", "Idempotency-Key is longer than 255 bytes or not visible ASCII: send a UUID.");
  }
}

// Each kind once, in the order of SecretKind.
class Masker {
 public:
  std::string mask(const std::string& text) {
    desk::GuardedText guarded = desk::mask_secrets(text, desk::GuardLevel::kSecrets);
    for (const desk::SecretKind kind : guarded.masked) {
      const std::string kind_name(desk::name(kind));
      if (std::find(names_.begin(), names_.end(), kind_name) == names_.end()) names_.push_back(kind_name);
    }
    return std::move(guarded.text);
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::vector<std::string> names_;
};

std::string subject_of(const std::string& message) {
  std::string_view line = std::string_view(message).substr(0, message.find('\n'));
  std::string subject(cut_at_point(line, kSubjectFromMessage));
  if (subject.size() < message.size()) subject += "...";
  return subject;
}

std::vector<desk::Attachment> keep_all(desk::AttachmentStore& files, const std::vector<desk::Upload>& uploads) {
  std::vector<desk::Attachment> kept;
  kept.reserve(uploads.size());
  for (const desk::Upload& upload : uploads) kept.push_back(files.keep(upload));
  return kept;
}

Error unknown_code() {
  return Error(ErrorKind::kNotFound, "There is no ticket with this code: check it, or open a new ticket.", "code");
}

}  // namespace

desk::TicketReceipt FrontDesk::open_ticket(const TicketRequest& request, const desk::Reader& reader) {
  const DeskLimits& limits = impl_->options.limits;
  FieldChecks checks(request.faults);
  const Language page_language = impl_->language(checks, request.language);
  desk::Ticket ticket;
  ticket.subject = checks.line("subject", request.subject, limits.subject_characters);
  ticket.message = checks.required_text("message", request.message, limits.message_characters);
  ticket.email = checks.email("email", request.email, limits.email_bytes);
  const std::string category = impl_->category(checks, request.category, page_language);
  check_idempotency(checks, request.idempotency);
  for (std::string& fault : impl_->files.faults(request.uploads)) checks.fault("attachments", std::move(fault));
  checks.done();
  if (auto known = impl_->tickets.opened_by(request.idempotency)) return {*std::move(known), true};
  take_allowance(impl_->ticket_limit, reader, "tickets");

  const UtcTime now = impl_->wall.now();
  ticket.at = now;
  ticket.session = reader.session;
  Masker masker;
  ticket.subject = masker.mask(ticket.subject);
  ticket.message = masker.mask(ticket.message);
  ticket.masked = masker.take();
  if (ticket.subject.empty()) ticket.subject = subject_of(ticket.message);

  std::vector<Language> offered;
  for (const LanguageView& view : impl_->help_center.languages()) offered.push_back(view.language);
  const text::QueryLanguage written = text::query_language(ticket.message, page_language, offered, {});
  const Language& language = written.certainty >= kSureOfLanguage ? written.language : page_language;
  ticket.language = language.tag();
  ticket.routing = impl_->router.route(language, ticket.subject, ticket.message, category);

  // A form filled in by a machine: the ticket is kept and handed on all the same, marked and behind the others.
  ticket.suspicious = !request.honeypot.empty();
  if (!request.form_token.empty()) {
    const auto given_out = read_form_token(impl_->options.form_key, request.form_token);
    // Given out later than now: the clock was set back, or another server's is ahead. That is nobody's haste.
    const std::int64_t took = given_out ? now.seconds - given_out->seconds : 0;
    if (!given_out || (took >= 0 && took < limits.least_time.count())) ticket.suspicious = true;
  }
  if (request.trail) {
    const std::vector<NoticeView> notices = impl_->help_center.notices(page_language, 0);
    std::vector<desk::SearchEvent> searches;
    std::vector<desk::ViewEvent> views;
    std::vector<desk::RatingRecord> ratings;
    if (!reader.session.empty()) {
      impl_->store.flush();  // what was searched a moment ago belongs to it
      searches = impl_->events.searches_of(reader.session, kMostTrail);
      views = impl_->events.views_of(reader.session, kMostTrail);
      ratings = impl_->ratings.of_session(reader.session, kMostTrail);
    }
    ticket.trail = ticket_trail(searches, views, ratings, notices, now);
    const std::string question = desk::mask_secrets(request.question, desk::GuardLevel::kPersonal).text;
    const bool known = std::any_of(ticket.trail.begin(), ticket.trail.end(), [&](const desk::TrailEntry& entry) {
      return entry.kind == "search" && entry.text == question;
    });
    if (!question.empty() && !known && !first_invalid_utf8(question)) {
      ticket.trail.push_back({"search", std::string(cut_at_point(question, search::QueryLimits().max_bytes)), "", now});
    }
  }
  ticket.attachments = keep_all(impl_->files, request.uploads);
  const std::string target = impl_->target_for(ticket.routing.queue);
  desk::TicketReceipt receipt = impl_->tickets.open(std::move(ticket), request.idempotency, target);
  if (receipt.repeated) return receipt;
  ++impl_->kept_tickets;
  impl_->woken();
  return receipt;
}

std::optional<desk::Conversation> FrontDesk::ticket(std::string_view code, const desk::Reader& reader) const {
  const auto parsed = desk::Tickets::parse_code(code);
  std::optional<desk::Conversation> found;
  if (parsed) found = impl_->tickets.find(*parsed);
  // Only wrong codes count: a reader may reload the page of a ticket as often as worry asks for it.
  if (!found) take_allowance(impl_->lookup_limit, reader, "codes of no ticket", "");
  return found;
}

desk::Conversation FrontDesk::add_message(std::string_view code, const std::string& text,
                                          const std::vector<desk::Upload>& uploads,
                                          const desk::Idempotency& idempotency, const desk::Reader& reader) {
  const auto before = ticket(code, reader);
  if (!before) throw unknown_code();
  FieldChecks checks;
  desk::TicketMessage message;
  message.text = checks.required_text("message", text, impl_->options.limits.message_characters);
  check_idempotency(checks, idempotency);
  for (std::string& fault : impl_->files.faults(uploads)) checks.fault("attachments", std::move(fault));
  checks.done();
  if (impl_->tickets.has_message_by(before->ticket.code, idempotency)) return *before;
  take_allowance(impl_->ticket_limit, reader, "messages");
  message.id = "m-" + random_hex(kMessageIdBytes);
  message.text = desk::mask_secrets(message.text, desk::GuardLevel::kSecrets).text;
  message.attachments = keep_all(impl_->files, uploads);
  message.at = impl_->wall.now();
  const std::string& known = before->ticket.code;
  if (impl_->tickets.add_message(known, std::move(message), idempotency)) {
    ++impl_->kept_messages;
    impl_->woken();
  }
  auto after = impl_->tickets.find(known);
  if (!after) throw unknown_code();
  return *std::move(after);
}

desk::Conversation FrontDesk::solve(std::string_view code, const desk::Reader& reader) {
  const auto before = ticket(code, reader);
  if (!before) throw unknown_code();
  impl_->tickets.set_state(before->ticket.code, desk::TicketState::kSolved);
  auto after = impl_->tickets.find(before->ticket.code);
  if (!after) throw unknown_code();
  return *std::move(after);
}

std::optional<FrontDesk::File> FrontDesk::attachment(std::string_view code, std::string_view id,
                                                     const desk::Reader& reader) const {
  const auto conversation = ticket(code, reader);
  if (!conversation) return std::nullopt;
  const auto named = [&](const std::vector<desk::Attachment>& list) -> const desk::Attachment* {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
  };
  const desk::Attachment* found = named(conversation->ticket.attachments);
  for (const desk::TicketMessage& message : conversation->messages) {
    if (found == nullptr) found = named(message.attachments);
  }
  if (found == nullptr) return std::nullopt;
  return File{*found, impl_->files.read(found->sha256)};
}

bool FrontDesk::take_reply(const std::string& target, const desk::Reply& reply) {
  return impl_->tickets.take_reply(target, reply);
}

}  // namespace pharos::engine
