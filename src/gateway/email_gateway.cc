// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "gateway/attached_files.h"
#include "gateway/gateway_makers.h"
#include "gateway/http_outcome.h"
#include "gateway/mail_message.h"
#include "gateway/smtp.h"
#include "gateway/ticket_text.h"

namespace pharos::gateway {
namespace {

using Outcome = desk::Delivery::Outcome;

struct MailSettings {
  SmtpServer server;
  Mailbox from;
  std::vector<Mailbox> to;
  std::size_t most_bytes = 0;  ///< of a mail; attachments beyond are left out
};

/// Hand-overs as mail to the support team, a thread a ticket. The reader stands in Reply-To.
class EmailGateway : public desk::Gateway {
 public:
  EmailGateway(std::string name, MailSettings settings) : name_(std::move(name)), settings_(std::move(settings)) {}

  const std::string& name() const override { return name_; }

  desk::Delivery deliver(const desk::Handover& handover) override {
    return attempt([&] {
      desk::Delivery delivery;
      const MailMessage mail = compose(handover, delivery.notes);
      std::vector<std::string> to;
      for (const Mailbox& mailbox : settings_.to) to.push_back(mailbox.address);
      const SmtpOutcome sent = send_mail(settings_.server, settings_.from.address, to, write_mail(mail));
      if (sent.failed_at != SmtpOutcome::Step::kTaken) return failure(sent);
      delivery.outcome = Outcome::kDelivered;
      // A follow-up's thread is that of its ticket.
      delivery.remote_id = handover.follow_up ? handover.ticket.remote_id : mail.message_id;
      return delivery;
    });
  }

 private:
  // A 5xx before the mail is about the settings (sender, recipients, login): it will go through once they are mended.
  // Afterwards, and when the mail is too large, it is about this mail.
  static desk::Delivery failure(const SmtpOutcome& sent) {
    constexpr int kTooLarge = 552;
    const bool for_good = sent.code >= 500 && sent.code < 600;
    const bool this_mail = sent.failed_at == SmtpOutcome::Step::kContent || sent.code == kTooLarge;
    return for_good && this_mail ? rejected(sent.cause) : retry(sent.cause);
  }

  MailMessage compose(const desk::Handover& handover, std::vector<std::string>& notes) const {
    const desk::Ticket& ticket = handover.ticket;
    MailMessage mail;
    mail.from = settings_.from;
    mail.to = settings_.to;
    if (is_mail_address(ticket.email)) {
      mail.reply_to = Mailbox{"", ticket.email};
    } else if (!ticket.email.empty()) {
      notes.push_back("the reader's address cannot stand in Reply-To; it is in the text");
    }
    mail.subject = (handover.follow_up ? "Re: " : "") + marked_subject(ticket);
    mail.message_id = mail_id(handover.id, domain());
    if (handover.follow_up) mail.in_reply_to = ticket.remote_id;
    mail.date = system_clock().now();
    mail.headers = {{"X-Pharos-Ticket", ticket.code}};
    if (!ticket.language.empty()) mail.headers.emplace_back("Content-Language", ticket.language);
    if (!ticket.routing.queue.empty()) mail.headers.emplace_back("X-Pharos-Queue", ticket.routing.queue);
    mail.headers.emplace_back("X-Pharos-Priority", std::string(desk::name(ticket.routing.priority)));
    if (ticket.routing.priority >= desk::Priority::kHigh) mail.headers.emplace_back("Importance", "high");
    if (ticket.suspicious) mail.headers.emplace_back("X-Pharos-Suspicious", "yes");
    mail.text = ticket_text(handover, TextFor::kTeam);
    attach(handover, mail, notes);
    return mail;
  }

  void attach(const desk::Handover& handover, MailMessage& mail, std::vector<std::string>& notes) const {
    std::vector<std::string> left_out;
    std::size_t bytes = mail.text.size();
    for (const desk::Attachment& attachment : attachments_of(handover)) {
      if (attachment.bytes / 3 * 4 + bytes > settings_.most_bytes) {
        left_out.push_back("the attachment " + attachment.file_name + " was left out: the mail would be longer than " +
                           std::to_string(settings_.most_bytes >> 20) + " MiB (max_mib)");
        continue;
      }
      auto content = bytes_of(handover, attachment, left_out);
      if (!content) continue;
      bytes += content->size() / 3 * 4;
      mail.files.push_back({attachment.file_name, attachment.media_type, std::move(*content)});
    }
    for (const std::string& note : left_out) {
      mail.text += "Note: " + note + "\n";
      notes.push_back(note);
    }
  }

  std::string_view domain() const {
    const std::string& address = settings_.from.address;
    return std::string_view(address).substr(address.rfind('@') + 1);
  }

  std::string name_;
  MailSettings settings_;
};

Mailbox required_mailbox(const GatewayOptions& options, std::string_view option, const std::string& text) {
  const std::optional<Mailbox> mailbox = parse_mailbox(text);
  if (!mailbox)
    options.fault(option, "\"" + text + "\" is no mail address; write help@example.org or Name <help@example.org>");
  return *mailbox;
}

// The host alone: scheme and port have options of their own.
std::string required_host(const GatewayOptions& options) {
  std::string host = options.required("server");
  const bool fine = std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
  if (!fine) options.fault("server", "\"" + host + "\" is no host name; the port stands in port");
  return host;
}

}  // namespace

std::shared_ptr<desk::Gateway> make_email_gateway(const GatewayOptions& options) {
  MailSettings settings;
  settings.from = required_mailbox(options, "from", options.required("from"));
  for (const std::string& address : words_of(options.required("to"))) {
    settings.to.push_back(required_mailbox(options, "to", address));
  }
  if (settings.to.empty()) options.fault("to", "names no address");
  SmtpServer& server = settings.server;
  const std::string tls = options.choice("tls", {"starttls", "implicit", "none"});
  const std::int64_t usual_port = tls == "starttls" ? 587 : tls == "implicit" ? 465 : 25;
  server.url = (tls == "implicit" ? "smtps://" : "smtp://") + required_host(options) + ":" +
               std::to_string(options.number("port", usual_port, 1, 65535));
  server.starttls = tls == "starttls";
  server.user = options.text("user");
  server.ca_file = options.text("ca_file");
  server.total = std::chrono::seconds(options.number("timeout", 45, 1, 55));
  if (!server.user.empty()) {
    server.password = options.required_secret("password");
    if (tls == "none") options.fault("tls", "a password must not travel in the clear: write starttls or implicit");
  }
  settings.most_bytes = static_cast<std::size_t>(options.number("max_mib", 20, 1, 500)) << 20;
  return std::make_shared<EmailGateway>(options.name(), std::move(settings));
}

}  // namespace pharos::gateway
