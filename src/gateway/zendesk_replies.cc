// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "gateway/http_outcome.h"
#include "gateway/zendesk.h"

namespace pharos::gateway {
namespace {

constexpr std::size_t kAtOnce = 100;

UtcTime time_of(const Json& value) { return parse_time(value.string()).value_or(UtcTime{}); }

std::string author_of(const Json& comment, const Json& users) {
  for (const Json& user : users.items()) {
    if (number_text(user["id"]) == number_text(comment["author_id"])) return user["name"].string();
  }
  return {};
}

}  // namespace

void Zendesk::read_comments(const desk::Ticket& ticket, const Json& there, UtcTime since,
                            std::vector<desk::Reply>& replies) const {
  const Json page = agent_.get("/api/v2/tickets/" + ticket.remote_id + "/comments.json?include=users&sort_order=desc");
  const auto& comments = page["comments"].items();
  std::vector<desk::Reply> found;
  for (const Json& comment : comments) {
    // What the reader wrote, and what the team wrote for itself, is no reply.
    const bool readers = number_text(comment["author_id"]) == number_text(there["requester_id"]);
    if (readers || !comment["public"].boolean() || time_of(comment["created_at"]) < since) continue;
    desk::Reply reply;
    reply.remote_id = ticket.remote_id;
    reply.message_id = "comment-" + number_text(comment["id"]);
    reply.author = author_of(comment, page["users"]);
    reply.text = comment["plain_body"].string().empty() ? comment["body"].string() : comment["plain_body"].string();
    reply.at = time_of(comment["created_at"]);
    if (!reply.text.empty()) found.push_back(std::move(reply));
  }
  replies.insert(replies.end(), found.rbegin(), found.rend());
  const std::string& status = there["status"].string();
  if (status == "solved" || status == "closed") {
    desk::Reply solved;
    solved.remote_id = ticket.remote_id;
    // The same until somebody writes again: solved a second time is news.
    solved.message_id =
        "solved-" + ticket.remote_id + "-" + (comments.empty() ? "" : number_text(comments.front()["id"]));
    solved.solved = true;
    solved.at = time_of(there["updated_at"]);
    replies.push_back(std::move(solved));
  }
}

std::vector<desk::Reply> Zendesk::poll(const std::vector<desk::Ticket>& tickets, UtcTime since) {
  std::vector<desk::Reply> replies;
  if (!settings_.with_agent) return replies;
  for (std::size_t from = 0; from < tickets.size(); from += kAtOnce) {
    std::string ids;
    const std::size_t end = std::min(tickets.size(), from + kAtOnce);
    for (std::size_t i = from; i < end; ++i) {
      if (is_number(tickets[i].remote_id)) ids += (ids.empty() ? "" : ",") + tickets[i].remote_id;
    }
    if (ids.empty()) continue;
    const Json changed = agent_.get("/api/v2/tickets/show_many.json?ids=" + ids);
    for (const Json& there : changed["tickets"].items()) {
      if (time_of(there["updated_at"]) < since) continue;
      const std::string id = number_text(there["id"]);
      const auto ticket =
          std::find_if(tickets.begin(), tickets.end(), [&](const desk::Ticket& each) { return each.remote_id == id; });
      if (ticket == tickets.end()) continue;
      try {
        read_comments(*ticket, there, since, replies);
      } catch (const Refusal& refusal) {
        // Deleted meanwhile, or not for us any more: the others' replies do not wait for it.
        if (refusal.answer().status != 403 && refusal.answer().status != 404) throw;
      }
    }
  }
  return replies;
}

}  // namespace pharos::gateway
