// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdlib>
#include <memory>
#include <string>

#include "pharos/base/digest.h"
#include "pharos/base/files.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/store.h"
#include "pharos/desk/tickets.h"

namespace pharos::bench {
namespace {

// What all threads of one measurement share. PHAROS_BENCH_STORE names another database than a fresh file.
struct Desk {
  explicit Desk(std::size_t group)
      : store(options(group)), tickets(store, system_clock()), ratings(store, system_clock()) {}

  desk::StoreOptions options(std::size_t group) const {
    desk::StoreOptions options;
    const char* const address = std::getenv("PHAROS_BENCH_STORE");
    options.address = address != nullptr ? address : (folder.path() / "desk.sqlite").string();
    options.group = group;
    return options;
  }

  TemporaryFolder folder;
  desk::Store store;
  desk::Tickets tickets;
  desk::Ratings ratings;
};

std::unique_ptr<Desk> shared_desk;

desk::Ticket ticket() {
  desk::Ticket made;
  made.language = "en";
  made.subject = "Deposit not credited";
  made.email = "reader@example.org";
  made.message = std::string(400, 'x');
  made.routing.category = "deposits";
  made.routing.queue = "deposits";
  return made;
}

void open_ticket(Desk& desk) { desk.tickets.open(ticket(), {random_hex(16), std::string(64, 'b')}, "file"); }

// Another reader of another network each time, on one of many articles.
void rate(Desk& desk) {
  const std::string id = random_hex(8);
  desk::RatedArticle article(ArticleKey::require("deposits/" + id.substr(0, 2)), Language::require("en"));
  article.revision = "0123456789abcdef";
  article.sketch = desk::text_sketch("Deposits arrive after the network has confirmed them.");
  desk::Rating rating(article);
  rating.helpful = true;
  desk.ratings.rate(rating, {"2001:db8:" + id.substr(0, 4) + "::1", "Mozilla/5.0 " + id, id});
}

// Each iteration returns when what it wrote is durable. `group` 0: commits are shared as in the server.
void measure(benchmark::State& state, void (*write)(Desk&), std::size_t group) {
  if (state.thread_index() == 0) shared_desk = std::make_unique<Desk>(group);
  for (auto _ : state) write(*shared_desk);
  state.SetItemsProcessed(state.iterations());
  if (state.thread_index() != 0) return;
  const desk::StoreCounts counts = shared_desk->store.counts();
  state.counters["jobs_per_commit"] = static_cast<double>(counts.jobs) / static_cast<double>(counts.commits);
  shared_desk.reset();
}

[[maybe_unused]] const int registered = [] {
  for (const int threads : {1, 4, 16, 64}) {
    for (const auto& [name, group] : {std::pair("grouped", 0), {"alone", 1}}) {
      const std::string tickets = std::string("store/tickets/") + name, ratings = std::string("store/ratings/") + name;
      benchmark::RegisterBenchmark(tickets.c_str(), measure, open_ticket, group)->Threads(threads)->UseRealTime();
      benchmark::RegisterBenchmark(ratings.c_str(), measure, rate, group)->Threads(threads)->UseRealTime();
    }
  }
  return 0;
}();

}  // namespace
}  // namespace pharos::bench
