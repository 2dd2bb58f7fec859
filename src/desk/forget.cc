// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/forget.h"

#include "desk/store_tickets.h"
#include "pharos/desk/events.h"
#include "pharos/desk/tickets.h"

namespace pharos::desk {
namespace {

void remove_ticket_and_files(Tickets& tickets, AttachmentStore& files, const TicketTraces& traces,
                             const std::string& code, Forgotten& forgotten) {
  // The row first: a file that nobody names is tidied away later, a name without its file would be a fault.
  for (const std::string& sha256 : tickets.forget(code)) {
    files.remove(sha256);
    ++forgotten.files;
  }
  ++forgotten.tickets;
  if (!traces.remote.empty()) forgotten.elsewhere.push_back(traces.remote);
}

TicketTraces traces_of(Store& store, const std::string& code) {
  TicketTraces traces;
  store.read([&](Transaction& transaction) { traces = read_traces(transaction, code); });
  return traces;
}

}  // namespace

Forgotten forget_ticket(Store& store, AttachmentStore& files, const Clock& clock, const std::string& code) {
  Tickets tickets(store, clock);
  Forgotten forgotten;
  const TicketTraces traces = traces_of(store, code);
  remove_ticket_and_files(tickets, files, traces, code, forgotten);
  if (!traces.session.empty()) forgotten.rows = Events(store).forget_session(traces.session);
  return forgotten;
}

Forgotten forget_session(Store& store, AttachmentStore& files, const Clock& clock, const std::string& session) {
  Tickets tickets(store, clock);
  Forgotten forgotten;
  for (const std::string& code : tickets.codes_of_session(session)) {
    remove_ticket_and_files(tickets, files, traces_of(store, code), code, forgotten);
  }
  forgotten.rows = Events(store).forget_session(session);
  return forgotten;
}

}  // namespace pharos::desk
