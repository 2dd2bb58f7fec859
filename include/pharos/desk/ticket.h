// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/time.h"

namespace pharos::desk {

/// Where a ticket is on its way: kept; taken by the support team's system; answered by a human; done.
enum class TicketState { kReceived, kHandedOn, kAnswered, kSolved };
/// "received", "handed-on", "answered", "solved".
std::string_view name(TicketState state);
std::optional<TicketState> parse_ticket_state(std::string_view text);

enum class Priority { kLow, kNormal, kHigh, kUrgent };
/// "low", "normal", "high", "urgent".
std::string_view name(Priority priority);
std::optional<Priority> parse_priority(std::string_view text);

/// One thing that the reader did before asking a human. A value type.
struct TrailEntry {
  std::string kind;    ///< "search", "article", "rating" or "incident"
  std::string text;    ///< the search's words, the article's key, the incident's title
  std::string detail;  ///< hits found, language, "not helpful: outdated"...
  UtcTime at;
};

/// A file that came with a ticket or message, kept outside of what the web server shows. A value type.
struct Attachment {
  std::string id;          ///< unguessable
  std::string file_name;   ///< as given, made harmless: no path, no control characters, at most 120 bytes
  std::string media_type;  ///< by content
  std::string sha256;      ///< of the bytes; names them in the AttachmentStore
  std::uint64_t bytes = 0;
};

/// One message of the conversation. A value type.
struct TicketMessage {
  std::string id;
  bool from_reader = true;
  std::string author;  ///< of the support team, as their system names them; empty for the reader
  std::string text;    ///< secrets masked
  std::vector<Attachment> attachments;
  UtcTime at;
};

/// Why a ticket goes where it goes. A value type.
struct Routing {
  std::string category;  ///< key, or empty when unsure
  std::string likely;    ///< the likeliest category, also when unsure; empty when nothing speaks for any. Not kept.
  std::string queue;
  Priority priority = Priority::kNormal;
  double confidence = 0;             ///< 0..1, of the category
  bool unsure = true;                ///< confidence is too low to act on
  bool urgent = false;               ///< words of urgency were found
  std::vector<std::string> reasons;  ///< in plain English, strongest first
};

/// A question handed to humans. A value type.
struct Ticket {
  std::string code;  ///< unguessable; what the reader tracks it by
  std::string language, subject, email;
  std::string message;  ///< secrets masked
  Routing routing;
  std::vector<TrailEntry> trail;
  std::vector<Attachment> attachments;
  std::vector<std::string> masked;  ///< names of SecretKind that were masked, for telling the reader
  std::string session;
  bool suspicious =
      false;  ///< looks like spam (honeypot filled, sent too soon): handed on last and marked, never dropped
  TicketState state = TicketState::kReceived;
  UtcTime at;
  std::optional<UtcTime> handed_on, answered, solved;
  std::string gateway, remote_id, remote_url;  ///< where it went
  std::vector<std::string> remote_notes;       ///< what the target dropped or changed
};

/// A ticket with its conversation; the first message is the ticket's own. A value type.
struct Conversation {
  Ticket ticket;
  std::vector<TicketMessage> messages;
};

}  // namespace pharos::desk
