// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "gateway/html_text.h"
#include "gateway/http_outcome.h"
#include "gateway/request_tracker.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"

namespace pharos::gateway {
namespace {

constexpr std::size_t kAtOnce = 50;
constexpr int kMostPages = 5;
const std::string kApi = "/REST/2.0";

// A ticket or message that was deleted, or that we may no longer see, must not end the reading of all others.
template <class Read>
void unless_gone(const Read& read) {
  try {
    read();
  } catch (const Refusal& refusal) {
    if (refusal.answer().status != 403 && refusal.answer().status != 404) throw;
  }
}

UtcTime time_of(const Json& value) { return parse_time(value.string()).value_or(UtcTime{}); }

std::string person(const Json& user) {
  for (const std::string_view field : {"RealName", "Name", "id"}) {
    if (!user[field].string().empty()) return user[field].string();
  }
  return {};
}

}  // namespace

std::optional<desk::Reply> RequestTracker::read_message(const desk::Ticket& ticket, const Json& transaction) const {
  const std::string id = number_text(transaction["id"]);
  const Json parts =
      api_.get(kApi + "/transaction/" + id + "/attachments?fields=Subject,ContentType,Filename&per_page=100");
  const std::string ours = message_mark(ticket, "");
  std::string text_part;
  bool html = false;
  for (const Json& part : parts["items"].items()) {
    // "[code/": what we have sent ourselves.
    if (part["Subject"].string().find(ours.substr(0, ours.size() - 1)) != std::string::npos) return std::nullopt;
    const std::string& type = part["ContentType"].string();
    const bool readable = part["Filename"].string().empty() && (type == "text/plain" || type == "text/html");
    if (!readable || (!text_part.empty() && (!html || type == "text/html"))) continue;
    text_part = number_text(part["id"]);
    html = type == "text/html";
  }
  if (text_part.empty()) return std::nullopt;
  const Json part = api_.get(kApi + "/attachment/" + text_part);
  std::string encoded = part["Content"].string();
  encoded.erase(std::remove(encoded.begin(), encoded.end(), '\n'), encoded.end());
  const std::string text = from_base64(encoded).value_or("");
  desk::Reply reply;
  reply.remote_id = ticket.remote_id;
  reply.message_id = "transaction-" + id;
  reply.author = person(transaction["Creator"]);
  reply.text = html ? text_of_html(text) : text;
  reply.at = time_of(transaction["Created"]);
  return reply;
}

void RequestTracker::read_history(const desk::Ticket& ticket, UtcTime since, std::vector<desk::Reply>& replies) const {
  std::vector<desk::Reply> found;
  bool older = false;
  for (int page = 1; page <= kMostPages && !older; ++page) {
    const Json history = api_.get(kApi + "/ticket/" + ticket.remote_id +
                                  "/history?fields=Type,Created,Creator,Field,NewValue&"
                                  "fields%5BCreator%5D=Name,RealName,EmailAddress&per_page=100&orderby=id&order=DESC&"
                                  "page=" +
                                  std::to_string(page));
    const auto& items = history["items"].items();
    for (const Json& transaction : items) {
      older = time_of(transaction["Created"]) < since;
      if (older) break;
      const std::string& type = transaction["Type"].string();
      const bool readers = transaction["Creator"]["EmailAddress"].string() == ticket.email && !ticket.email.empty();
      if (type == "Correspond" && !readers) {
        if (auto reply = read_message(ticket, transaction)) found.push_back(std::move(*reply));
      } else if (type == "Status" && transaction["NewValue"].string() == "resolved") {
        desk::Reply solved;
        solved.remote_id = ticket.remote_id;
        solved.message_id = "transaction-" + number_text(transaction["id"]);
        solved.author = person(transaction["Creator"]);
        solved.solved = true;
        solved.at = time_of(transaction["Created"]);
        found.push_back(std::move(solved));
      }
    }
    if (items.size() < 100) break;
  }
  // In the order in which they were written.
  replies.insert(replies.end(), found.rbegin(), found.rend());
}

std::vector<desk::Reply> RequestTracker::poll(const std::vector<desk::Ticket>& tickets, UtcTime since) {
  std::vector<desk::Reply> replies;
  for (std::size_t from = 0; from < tickets.size(); from += kAtOnce) {
    std::string query;
    const std::size_t end = std::min(tickets.size(), from + kAtOnce);
    for (std::size_t i = from; i < end; ++i) {
      if (!is_number(tickets[i].remote_id)) continue;
      query += (query.empty() ? "id=" : " OR id=") + tickets[i].remote_id;
    }
    if (query.empty()) continue;
    const Json changed = api_.get(kApi + "/tickets?fields=LastUpdated&per_page=100&query=" + query_value(query));
    for (const Json& item : changed["items"].items()) {
      if (time_of(item["LastUpdated"]) < since) continue;
      const std::string id = number_text(item["id"]);
      const auto ticket =
          std::find_if(tickets.begin(), tickets.end(), [&](const desk::Ticket& each) { return each.remote_id == id; });
      if (ticket != tickets.end()) unless_gone([&] { read_history(*ticket, since, replies); });
    }
  }
  return replies;
}

}  // namespace pharos::gateway
