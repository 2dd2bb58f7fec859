// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/migrations.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "desk/store_address.h"
#include "desk/store_samples.h"
#include "desk/test_store.h"
#include "pharos/desk/events.h"
#include "pharos/desk/outbox.h"
#include "pharos/desk/questions.h"
#include "pharos/desk/rating.h"
#include "pharos/desk/tickets.h"

namespace pharos::desk {
namespace {

std::vector<std::string> statements_of(std::int64_t version) {
  const std::string file =
      std::string(PHAROS_SOURCE_DIR) + "/tests/desk/schemas/version_" + std::to_string(version) + ".sql";
  INFO("A new version of the schema needs a store that its forerunner left: " << file);
  REQUIRE(std::filesystem::exists(file));
  std::vector<std::string> statements;
  std::string text = read_file(file);
  for (std::size_t end = text.find(";\n"); end != std::string::npos; end = text.find(";\n")) {
    statements.push_back(text.substr(0, end));
    text.erase(0, end + 2);
  }
  return statements;
}

void load(const StoreOptions& options, const std::vector<std::string>& statements) {
  const auto database = open_database(options.address, false);
  const auto connection = database->connect_writer();
  connection->begin_migration();
  for (const std::string& statement : statements) connection->execute(statement);
  connection->commit();
}

// Tables with their columns and indexes, a line each.
std::vector<std::string> structure(TestStore& store) {
  const char* const sqlite =
      "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk "
      "FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' UNION ALL "
      "SELECT t.name || ' ' || i.name || ' ' || c.seqno || ' ' || c.name || ' ' || i.\"unique\" || ' ' || i.partial "
      "FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE t.type = 'table'";
  const char* const postgres =
      "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable "
      "FROM information_schema.columns WHERE table_schema = current_schema() UNION ALL "
      "SELECT replace(indexdef, current_schema() || '.', '') FROM pg_indexes WHERE schemaname = current_schema()";
  std::vector<std::string> lines;
  store->read([&](Transaction& sql) {
    for (const SqlRow& row : sql.query(store.kind() == "sqlite" ? sqlite : postgres)) lines.push_back(row.text(0));
  });
  std::sort(lines.begin(), lines.end());
  return lines;
}

void check_contents(Store& store) {
  const Clock& clock = system_clock();
  const auto conversation = Tickets(store, clock).find("SN03-WCJN-J3EY-72VT");
  REQUIRE(conversation);
  CHECK(conversation->ticket.subject == "Не пришёл депозит");
  CHECK(conversation->ticket.state == TicketState::kAnswered);
  CHECK(conversation->ticket.routing.priority == Priority::kHigh);
  CHECK(conversation->ticket.attachments.size() == 1);
  REQUIRE(conversation->messages.size() == 2);
  CHECK(conversation->messages[1].text == "Please tell us the hash.");
  CHECK(Outbox(store, clock).of_ticket(conversation->ticket.code).size() == 1);
  const auto questions = Questions(store, clock).list(QuestionState::kOpen, 10);
  REQUIRE(questions.size() == 1);
  CHECK(questions[0].text == "Can I recover coins that I sent to the wrong chain?");
  const auto summaries = Ratings(store, clock).summaries();
  REQUIRE(summaries.size() == 1);
  CHECK(summaries.begin()->second.helpful == 1);
  const Events events(store);
  CHECK(events.searches_of("session-1", 10).size() == 1);
  CHECK(events.views_of("session-1", 10).size() == 1);
}

TEST_CASE("a store of every earlier version becomes like a new one and keeps what it holds") {
  on_each_store([](TestStore& fresh) {
    for (std::int64_t version = 1; version <= migrations().back().version; ++version) {
      CAPTURE(version);
      TestStore old(fresh.kind(), [&](const StoreOptions& options) { load(options, statements_of(version)); });
      INFO("A released step never changes. Until its first release, change tests/desk/schemas along with it.");
      CHECK(structure(old) == structure(fresh));
      check_contents(*old);
    }
  });
}

TEST_CASE("versions are numbered without gaps") {
  for (std::size_t i = 0; i < migrations().size(); ++i) {
    CHECK(migrations()[i].version == static_cast<std::int64_t>(i) + 1);
    CHECK_FALSE(migrations()[i].changes.empty());
  }
}

TEST_CASE("a store of a newer Pharos is refused, whether to write or to read") {
  on_each_store([](TestStore& store) {
    store->write([](Transaction& sql) { sql.execute("INSERT INTO schema_version VALUES (999, 'later', 0)"); });
    StoreOptions options = store.options();
    store.close();
    for (const bool read_only : {false, true}) {
      options.read_only = read_only;
      const auto met = error_of([&] { Store{options}; });
      REQUIRE(met);
      CHECK(met->kind() == ErrorKind::kCorrupt);
      CHECK(std::string(met->what()).find("newer Pharos") != std::string::npos);
    }
  });
}

TEST_CASE("a reader does not bring a store up to date, but says what does") {
  on_each_store([](TestStore& store) {
    store->write([](Transaction& sql) { sql.execute("DELETE FROM schema_version"); });
    StoreOptions options = store.options();
    store.close();
    options.read_only = true;
    const auto met = error_of([&] { Store{options}; });
    REQUIRE(met);
    CHECK(met->kind() == ErrorKind::kUnavailable);
    CHECK(std::string(met->what()).find("pharos serve") != std::string::npos);
  });
}

TEST_CASE("a schema is made whole or not at all") {
  for (const std::string& kind : store_kinds()) {
    CAPTURE(kind);
    if (kind == "sqlite") continue;  // a file that has another's tables is refused before
    const StoreOptions options{PostgresServer::instance()->fresh_address()};
    load(options, {"CREATE TABLE outbox (somebody_else TEXT)"});
    CHECK(error_of([&] { Store{options}; }));
    load(options, {"DROP TABLE outbox"});
    Store store(options);
    store.write([](Transaction& sql) { add_salt(sql, 1); });
    CHECK(salts(store) == 1);
  }
}

}  // namespace
}  // namespace pharos::desk
