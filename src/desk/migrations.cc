// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/migrations.h"

#include <string>

#include "pharos/base/error.h"
#include "pharos/base/time.h"

namespace pharos::desk {
namespace {

// Columns are TEXT, BIGINT (numbers, moments in seconds, flags 0 and 1) and DOUBLE PRECISION; lists are JSON in TEXT.
// Ids are made by the program, so that both databases give the same.
const std::vector<std::string_view> kFirstRelease = {
    // -- Ratings. A revision belongs to the major revision that its text is still near to.
    R"sql(CREATE TABLE article_revisions (
      article TEXT NOT NULL, language TEXT NOT NULL, revision TEXT NOT NULL,
      sketch TEXT NOT NULL, major TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (article, language, revision)))sql",
    R"sql(CREATE TABLE ratings (
      article TEXT NOT NULL, language TEXT NOT NULL, revision TEXT NOT NULL, reader TEXT NOT NULL,
      major TEXT NOT NULL, helpful BIGINT NOT NULL, reason TEXT NOT NULL, comment TEXT NOT NULL,
      search_id TEXT NOT NULL, session TEXT NOT NULL,
      set_aside BIGINT NOT NULL, set_aside_reason TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (article, language, revision, reader)))sql",
    // Both hold all that their queries ask for: votes are counted without reading them.
    "CREATE INDEX ratings_by_major ON ratings (article, language, major, set_aside_reason, at, helpful)",
    "CREATE INDEX ratings_to_sum ON ratings (article, language, major, helpful, reason, set_aside)",
    "CREATE INDEX ratings_by_reader ON ratings (reader, at)",
    "CREATE INDEX ratings_by_time ON ratings (at)",
    "CREATE INDEX ratings_by_session ON ratings (session)",
    "CREATE TABLE reader_salts (since BIGINT PRIMARY KEY, salt TEXT NOT NULL)",

    // -- What readers searched and read.
    R"sql(CREATE TABLE searches (
      id TEXT PRIMARY KEY, session TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, category TEXT NOT NULL,
      shown TEXT NOT NULL, total BIGINT NOT NULL, confidence DOUBLE PRECISION NOT NULL,
      rescued BIGINT NOT NULL, handed_over BIGINT NOT NULL, at BIGINT NOT NULL))sql",
    "CREATE INDEX searches_by_time ON searches (at)",
    "CREATE INDEX searches_by_session ON searches (session, at)",
    R"sql(CREATE TABLE views (
      id TEXT PRIMARY KEY, session TEXT NOT NULL, article TEXT NOT NULL, language TEXT NOT NULL,
      search_id TEXT NOT NULL, rank BIGINT NOT NULL, at BIGINT NOT NULL))sql",
    "CREATE INDEX views_by_time ON views (at)",
    "CREATE INDEX views_by_session ON views (session, at)",

    // -- Readers' questions. `words` is the text as it is compared: one open question for the same words.
    R"sql(CREATE TABLE questions (
      id TEXT PRIMARY KEY, language TEXT NOT NULL, text TEXT NOT NULL, words TEXT NOT NULL,
      article TEXT NOT NULL, category TEXT NOT NULL, search_id TEXT NOT NULL, session TEXT NOT NULL,
      state TEXT NOT NULL, merged_into TEXT NOT NULL, note TEXT NOT NULL, askers BIGINT NOT NULL,
      at BIGINT NOT NULL))sql",
    "CREATE UNIQUE INDEX questions_open ON questions (language, words) WHERE state = 'open'",
    "CREATE INDEX questions_by_state ON questions (state, at)",
    "CREATE INDEX questions_by_session ON questions (session)",
    R"sql(CREATE TABLE question_askers (
      question TEXT NOT NULL, reader TEXT NOT NULL, PRIMARY KEY (question, reader)))sql",

    // -- Tickets.
    R"sql(CREATE TABLE tickets (
      code TEXT PRIMARY KEY, language TEXT NOT NULL, subject TEXT NOT NULL, email TEXT NOT NULL,
      message TEXT NOT NULL, category TEXT NOT NULL, queue TEXT NOT NULL, priority TEXT NOT NULL,
      confidence DOUBLE PRECISION NOT NULL, unsure BIGINT NOT NULL, urgent BIGINT NOT NULL, reasons TEXT NOT NULL,
      trail TEXT NOT NULL, masked TEXT NOT NULL, session TEXT NOT NULL, suspicious BIGINT NOT NULL,
      state TEXT NOT NULL, at BIGINT NOT NULL, handed_on BIGINT, answered BIGINT, solved BIGINT,
      gateway TEXT NOT NULL, remote_id TEXT NOT NULL, remote_url TEXT NOT NULL, remote_notes TEXT NOT NULL,
      checksum TEXT NOT NULL))sql",
    "CREATE INDEX tickets_by_time ON tickets (at)",
    "CREATE INDEX tickets_by_state ON tickets (state, at)",
    "CREATE INDEX tickets_by_session ON tickets (session)",
    "CREATE INDEX tickets_by_remote ON tickets (gateway, remote_id)",
    R"sql(CREATE TABLE ticket_messages (
      code TEXT NOT NULL, id TEXT NOT NULL, position BIGINT NOT NULL, from_reader BIGINT NOT NULL,
      author TEXT NOT NULL, text TEXT NOT NULL, at BIGINT NOT NULL, checksum TEXT NOT NULL,
      PRIMARY KEY (code, id)))sql",
    // `message` is empty for what came with the ticket itself.
    R"sql(CREATE TABLE attachments (
      id TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL, position BIGINT NOT NULL,
      file_name TEXT NOT NULL, media_type TEXT NOT NULL, sha256 TEXT NOT NULL, bytes BIGINT NOT NULL))sql",
    "CREATE INDEX attachments_by_ticket ON attachments (code, message, position)",
    "CREATE INDEX attachments_by_content ON attachments (sha256)",
    R"sql(CREATE TABLE idempotency (
      key TEXT PRIMARY KEY, body TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, at BIGINT NOT NULL))sql",
    "CREATE INDEX idempotency_by_ticket ON idempotency (code)",
    "CREATE INDEX idempotency_by_time ON idempotency (at)",

    // -- What is owed to the support team's system.
    R"sql(CREATE TABLE outbox (
      id TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL, target TEXT NOT NULL, state TEXT NOT NULL,
      suspicious BIGINT NOT NULL, attempts BIGINT NOT NULL, last_cause TEXT NOT NULL, created BIGINT NOT NULL,
      next_attempt BIGINT NOT NULL, delivered BIGINT, lease_owner TEXT NOT NULL, lease_until BIGINT NOT NULL,
      checksum TEXT NOT NULL))sql",
    "CREATE INDEX outbox_due ON outbox (target, state, suspicious, created, id)",
    "CREATE INDEX outbox_by_state ON outbox (state, created)",
    "CREATE INDEX outbox_by_ticket ON outbox (code)",
};

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> steps = {
      {1, "ratings, events, questions, tickets and the outbox", kFirstRelease},
  };
  return steps;
}

std::int64_t schema_version(Transaction& transaction, bool has_version_table) {
  if (!has_version_table) return 0;
  const auto row = transaction.first("SELECT MAX(version) FROM schema_version");
  const std::int64_t version = row ? row->integer(0) : 0;
  const std::int64_t newest = migrations().back().version;
  if (version > newest) {
    throw Error(ErrorKind::kCorrupt, "the store was written by a newer Pharos: its schema is version " +
                                         std::to_string(version) + ", this program knows " + std::to_string(newest) +
                                         "; start the newer program, or put back a backup that was made before it");
  }
  return version;
}

void migrate(Transaction& transaction, std::int64_t version) {
  if (version == 0) {
    transaction.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY, meaning TEXT NOT NULL, "
        "at BIGINT NOT NULL)");
  }
  for (const Migration& step : migrations()) {
    if (step.version <= version) continue;
    for (const std::string_view change : step.changes) transaction.execute(change);
    transaction.execute("INSERT INTO schema_version (version, meaning, at) VALUES (?, ?, ?)",
                        {step.version, std::string(step.meaning), system_clock().now().seconds});
  }
}

}  // namespace pharos::desk
