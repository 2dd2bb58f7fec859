// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ticket_text.h"

#include <cmath>

#include "pharos/base/utf8.h"

namespace pharos::gateway {
namespace {

constexpr std::size_t kMostSubjectBytes = 150;

void add_line(std::string& out, std::string_view label, std::string_view value) {
  if (!value.empty()) out += std::string(label) + ": " + std::string(value) + "\n";
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

void add_routing(std::string& out, const desk::Ticket& ticket) {
  const desk::Routing& routing = ticket.routing;
  const std::string sure = std::to_string(std::lround(routing.confidence * 100)) + " %";
  if (!routing.category.empty()) {
    add_line(out, "Category", routing.category + " (" + sure + (routing.unsure ? ", unsure)" : ")"));
  }
  add_line(out, "Queue", routing.queue);
  add_line(out, "Priority", desk::name(routing.priority));
  add_line(out, "Because", joined(routing.reasons, "; "));
  if (ticket.suspicious) add_line(out, "Beware", "it looks as if a machine had sent it");
}

void add_trail(std::string& out, const std::vector<desk::TrailEntry>& trail) {
  if (trail.empty()) return;
  out += "Before asking:\n";
  for (const desk::TrailEntry& entry : trail) {
    out += "  " + to_iso(entry.at) + " " + entry.kind + ": " + entry.text;
    if (!entry.detail.empty()) out += " (" + entry.detail + ")";
    out += "\n";
  }
}

}  // namespace

std::string ticket_text(const desk::Handover& handover, TextFor whom) {
  const desk::Ticket& ticket = handover.ticket;
  std::string out = handover.follow_up ? handover.follow_up->text : ticket.message;
  out += "\n\n----\n";
  add_line(out, "Ticket", ticket.code);
  if (handover.follow_up) {
    add_line(out, "Message", handover.follow_up->id);
    return out;
  }
  add_line(out, "Reader", ticket.email);
  add_line(out, "Language", ticket.language);
  add_line(out, "Asked", to_iso(ticket.at));
  add_line(out, "Removed before storing", joined(ticket.masked, ", "));
  if (whom == TextFor::kTeam) add_routing(out, ticket);
  add_trail(out, ticket.trail);
  return out;
}

std::string plain_subject(const desk::Ticket& ticket) {
  std::string text = ticket.subject.empty() ? ticket.message : ticket.subject;
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  std::string subject(cut_at_point(text, kMostSubjectBytes));
  if (subject.size() < text.size()) subject += "…";
  return subject.find_first_not_of(' ') == std::string::npos ? "(no words)" : subject;
}

std::string marked_subject(const desk::Ticket& ticket) { return "[" + ticket.code + "] " + plain_subject(ticket); }

}  // namespace pharos::gateway
