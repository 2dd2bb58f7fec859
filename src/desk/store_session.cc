// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/store_session.h"

#include <array>
#include <string_view>

#include "desk/store_tickets.h"
#include "pharos/base/error.h"

namespace pharos::desk {

namespace {

void unlink_ticket(Transaction& transaction, const std::string& code) {
  try {
    change_ticket(transaction, code, [](Ticket& ticket) { ticket.session.clear(); });
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kCorrupt) throw;
    // A damaged ticket is not to be made to look whole, but it need not name the session.
    transaction.execute("UPDATE tickets SET session = '' WHERE code = ?", {code});
  }
}

}  // namespace

std::string asker_of_session(const std::string& session) { return "session " + session; }

std::int64_t unlink_session(Transaction& transaction, const std::string& session) {
  constexpr std::array<std::string_view, 4> kChanges = {
      "DELETE FROM searches WHERE session = ?",
      "DELETE FROM views WHERE session = ?",
      "UPDATE ratings SET session = '' WHERE session = ?",
      "UPDATE questions SET session = '' WHERE session = ?",
  };
  std::int64_t changed = 0;
  for (const std::string_view sql : kChanges) changed += transaction.execute(sql, {session});
  for (const std::string& code : codes_of_session(transaction, session)) {
    unlink_ticket(transaction, code);
    ++changed;
  }
  // Not counted: the asker is counted in the question, and the row only says who it was.
  transaction.execute("DELETE FROM question_askers WHERE reader = ?", {asker_of_session(session)});
  return changed;
}

}  // namespace pharos::desk
