// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/verbs.h"

namespace pharos::tools {

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> table = {
      {"build", "Build the search index from a folder of markdown",
       "  pharos build content --index index\n"
       "  pharos build docs --index index --default-language en --json",
       add_build},
      {"serve", "Serve the help center: pages and HTTP API",
       "  pharos serve content --index index --listen 127.0.0.1:8080", add_serve},
      {"search", "Search an index",
       "  pharos search --index index --lang en \"withdrawal pending\"\n"
       "  pharos search --index index --lang zh-Hans --json 提现",
       add_search},
      {"suggest", "Complete what a reader is typing", "  pharos suggest --index index --lang ru выв", add_suggest},
      {"explain", "Show every stage of a query, and why an article ranks where it does, or not at all",
       "  pharos explain --index index --lang en \"lost phone\" --article account/lost-authenticator", add_explain},
      {"analyze", "Show the terms that a text becomes", "  pharos analyze --lang ja 出金できません", add_analyze},
      {"lint", "Check a content folder",
       "  pharos lint content\n"
       "  pharos lint content --strict --json\n"
       "  pharos lint --rules",
       add_lint},
      {"eval", "Measure search quality on judged queries",
       "  pharos eval --queries queries.jsonl --content content\n"
       "  pharos eval --queries queries.jsonl --corpus docs.jsonl --fail-under mrr10=0.9",
       add_eval},
      {"status", "Tell which generation an index serves and whether it is whole", "  pharos status --index index",
       add_status},
      {"preview", "Show a content folder as it will look, drafts too, and reload on every save",
       "  pharos preview content --listen 127.0.0.1:8081", add_preview},
      {"questions", "Readers' questions: list them, merge those that ask the same, reject or accept them",
       "  pharos questions list --state state\n"
       "  pharos questions duplicates --state state --index index\n"
       "  pharos questions merge q-1n9x2ab4k7f3c q-1n9wz7h2m5tvq --state state\n"
       "  pharos questions reject q-1n9x2ab4k7f3c --reason \"an advertisement\" --state state\n"
       "  pharos questions accept q-1n9x2ab4k7f3c content --category deposits --state state\n"
       "  pharos questions accept q-1n9x2ab4k7f3c content --article deposits/missing --state state",
       add_questions},
      {"report",
       "What readers searched in vain, which articles do not help, what ends in a ticket, and how many help themselves",
       "  pharos report --state state\n"
       "  pharos report searches --state state --days 7\n"
       "  pharos report rates --store postgresql://pharos@db/desk --json",
       add_report},
      {"tickets", "List tickets, show one, hand on again what was given up, answer, solve",
       "  pharos tickets list --state state --dead\n"
       "  pharos tickets show 7K3M-9QWX-2HTR-5VBN\n"
       "  pharos tickets retry --all",
       add_tickets},
      {"forget", "Erase a ticket or a browser session", "  pharos forget --state state --ticket 7K3M-9QWX-2HTR-5VBN",
       add_forget},
      {"backup", "Copy what readers handed over, while the server runs",
       "  pharos backup --state state backups/2026-11-22", add_backup},
  };
  return table;
}

}  // namespace pharos::tools
