// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/store_messages.h"

#include "desk/row_checksum.h"
#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

std::string checksum_of(const std::string& code, std::int64_t position, const TicketMessage& m) {
  return row_checksum({{"code", code},
                       {"id", m.id},
                       {"position", position},
                       {"from_reader", std::int64_t{m.from_reader ? 1 : 0}},
                       {"author", m.author},
                       {"text", m.text},
                       {"at", m.at.seconds}});
}

std::vector<std::string> first_column(const std::vector<SqlRow>& rows) {
  std::vector<std::string> texts;
  for (const SqlRow& row : rows) texts.push_back(row.text(0));
  return texts;
}

}  // namespace

bool insert_message(Transaction& transaction, const std::string& code, const TicketMessage& message) {
  const auto last = transaction.first("SELECT MAX(position) FROM ticket_messages WHERE code = ?", {code});
  const std::int64_t position = last ? last->integer(0) + 1 : 1;
  const std::int64_t inserted = transaction.execute(
      "INSERT INTO ticket_messages (code, id, position, from_reader, author, text, at, checksum) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code, id) DO NOTHING",
      {code, message.id, position, std::int64_t{message.from_reader ? 1 : 0}, message.author, message.text,
       message.at.seconds, checksum_of(code, position, message)});
  if (inserted == 0) return false;
  insert_attachments(transaction, code, message.id, message.attachments);
  return true;
}

std::vector<TicketMessage> read_messages(Transaction& transaction, const std::string& code) {
  std::vector<TicketMessage> messages;
  for (const SqlRow& row : transaction.query("SELECT id, position, from_reader, author, text, at, checksum FROM "
                                             "ticket_messages WHERE code = ? ORDER BY position, at, id",
                                             {code})) {
    TicketMessage message{row.text(0), row.flag(2), row.text(3), row.text(4), {}, {row.integer(5)}};
    if (checksum_of(code, row.integer(1), message) != row.text(6)) {
      throw Error(ErrorKind::kCorrupt,
                  "a message of ticket " + code + " is damaged: its checksum is wrong; put back a backup of the store");
    }
    message.attachments = read_attachments(transaction, code, message.id);
    messages.push_back(std::move(message));
  }
  return messages;
}

void insert_attachments(Transaction& transaction, const std::string& code, const std::string& message,
                        const std::vector<Attachment>& attachments) {
  std::int64_t position = 0;
  for (const Attachment& file : attachments) {
    transaction.execute(
        "INSERT INTO attachments (id, code, message, position, file_name, media_type, sha256, bytes) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {file.id, code, message, ++position, file.file_name, file.media_type, file.sha256,
         static_cast<std::int64_t>(file.bytes)});
  }
}

std::vector<Attachment> read_attachments(Transaction& transaction, const std::string& code,
                                         const std::string& message) {
  std::vector<Attachment> attachments;
  for (const SqlRow& row : transaction.query("SELECT id, file_name, media_type, sha256, bytes FROM attachments "
                                             "WHERE code = ? AND message = ? ORDER BY position",
                                             {code, message})) {
    attachments.push_back(
        {row.text(0), row.text(1), row.text(2), row.text(3), static_cast<std::uint64_t>(row.integer(4))});
  }
  return attachments;
}

std::vector<std::string> files_of_only(Transaction& transaction, const std::string& code) {
  return first_column(
      transaction.query("SELECT DISTINCT mine.sha256 FROM attachments AS mine WHERE mine.code = ? AND NOT EXISTS "
                        "(SELECT 1 FROM attachments AS other WHERE other.sha256 = mine.sha256 AND other.code <> ?)",
                        {code, code}));
}

std::vector<std::string> files_of_all(Transaction& transaction) {
  return first_column(transaction.query("SELECT DISTINCT sha256 FROM attachments"));
}

}  // namespace pharos::desk
