// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_digest.h"

#include "pharos/base/digest.h"

namespace pharos::http {
namespace {

// With its length before it, so that no two lists of texts run together to the same bytes.
void append(std::string& all, std::string_view text) {
  all += std::to_string(text.size());
  all += ':';
  all += text;
}

}  // namespace

std::string digest_of(const std::vector<std::string_view>& texts, const std::vector<desk::Upload>& files) {
  std::string all;
  for (const std::string_view text : texts) append(all, text);
  for (const desk::Upload& file : files) {
    append(all, file.file_name);
    append(all, sha256(file.bytes));
  }
  return sha256(all);
}

std::string digest_of(const engine::TicketRequest& ticket) {
  return digest_of({ticket.language, ticket.subject, ticket.message, ticket.email, ticket.category,
                    ticket.trail ? "trail" : "", ticket.question, ticket.search_id},
                   ticket.uploads);
}

}  // namespace pharos::http
