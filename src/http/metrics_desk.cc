// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/metrics_desk.h"

#include <cstdint>
#include <sstream>
#include <string_view>
#include <vector>

#include "http/metrics_text.h"

namespace pharos::http {
namespace {

struct Sample {
  std::string_view label;
  std::uint64_t value;
};

void write(std::ostringstream& out, std::string_view name, std::string_view type, std::string_view help,
           std::string_view label, const std::vector<Sample>& samples) {
  write_family(out, name, type, help);
  for (const Sample& sample : samples) {
    out << name;
    if (!label.empty()) out << '{' << label << "=\"" << sample.label << "\"}";
    out << ' ' << sample.value << '\n';
  }
}

std::uint64_t count(std::int64_t number) { return static_cast<std::uint64_t>(number); }

}  // namespace

std::string desk_exposition(const engine::DeskHealth& health) {
  std::ostringstream out;
  write(out, "pharos_desk_kept_total", "counter", "What readers handed over and was kept, by kind.", "kind",
        {{"rating", health.kept.ratings},
         {"question", health.kept.questions},
         {"ticket", health.kept.tickets},
         {"message", health.kept.messages}});
  write(out, "pharos_outbox_rows", "gauge", "Hand-overs by state; those that are dead need an operator.", "state",
        {{"waiting", count(health.outbox.waiting)},
         {"leased", count(health.outbox.leased)},
         {"delivered", count(health.outbox.delivered)},
         {"dead", count(health.outbox.dead)}});
  if (health.outbox.oldest_waiting) {
    write(out, "pharos_outbox_oldest_waiting_timestamp_seconds", "gauge", "When the oldest waiting hand-over was made.",
          "", {{"", count(health.outbox.oldest_waiting->seconds)}});
  }
  write(out, "pharos_store_problem", "gauge", "1 when the store's last write failed.", "",
        {{"", health.last_problem.empty() ? 0U : 1U}});
  write(out, "pharos_desk_restart_needed", "gauge", "1 when settings were changed that a restart would adopt.", "",
        {{"", health.notice.empty() ? 0U : 1U}});
  write(out, "pharos_store_writes_total", "counter", "Write jobs that were acknowledged.", "",
        {{"", health.counts.jobs}});
  write(out, "pharos_store_commits_total", "counter", "Durable commits; jobs that come together share one.", "",
        {{"", health.counts.commits}});
  write(out, "pharos_store_failed_total", "counter", "Write jobs that were told to have failed.", "",
        {{"", health.counts.failed}});
  write(out, "pharos_events_dropped_total", "counter", "Searches and views that were not kept under pressure.", "",
        {{"", health.counts.dropped}});
  write_family(out, "pharos_target_open", "gauge",
               "1 when nothing is tried at a target for now, after failures in a row.");
  for (const desk::TargetStatus& target : health.targets) {
    out << "pharos_target_open{target=\"" << label_value(target.name) << "\"} " << (target.open ? 1 : 0) << '\n';
  }
  return out.str();
}

}  // namespace pharos::http
