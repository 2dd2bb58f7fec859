-- SPDX-License-Identifier: GPL-3.0-or-later
-- A store as version 1 of the schema left it: what every later version must be able to open (migrations_test.cc).
CREATE TABLE schema_version (version BIGINT PRIMARY KEY, meaning TEXT NOT NULL, at BIGINT NOT NULL);
INSERT INTO schema_version VALUES(1,'ratings, events, questions, tickets and the outbox',1795341600);
CREATE TABLE article_revisions (
      article TEXT NOT NULL, language TEXT NOT NULL, revision TEXT NOT NULL,
      sketch TEXT NOT NULL, major TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (article, language, revision));
INSERT INTO article_revisions VALUES('deposits/wrong-network','en','0123456789abcdef','m1:X6L9UAT31HVCykKky6IDEbrBvQJH5m4HzbYKuFVVyWw9ZPtCwFmqK1uMrui+PXL+y7o7I7rwUdPoWm6zMO/B/3/mjHZ0KkmY6EgjOIqI47vXIkawa+8yo8I9X1w+8PgKJKKaJtBVlKJMOotFhEy+r9fRukaEdl4DwyRP7d+INEM=','0123456789abcdef',1795341600);
CREATE TABLE ratings (
      article TEXT NOT NULL, language TEXT NOT NULL, revision TEXT NOT NULL, reader TEXT NOT NULL,
      major TEXT NOT NULL, helpful BIGINT NOT NULL, reason TEXT NOT NULL, comment TEXT NOT NULL,
      search_id TEXT NOT NULL, session TEXT NOT NULL,
      set_aside BIGINT NOT NULL, set_aside_reason TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (article, language, revision, reader));
INSERT INTO ratings VALUES('deposits/wrong-network','en','0123456789abcdef','c44c044ffb6ca2396a4afb2cfeda3bbc','0123456789abcdef',1,'','Clear and short','s-1','session-1',0,'',1795341600);
CREATE TABLE reader_salts (since BIGINT PRIMARY KEY, salt TEXT NOT NULL);
INSERT INTO reader_salts VALUES(1793664000,'36288ddbf4833e9267dde7ee68a1b7638ad0811048b7c2babfdad24429051d7b');
CREATE TABLE searches (
      id TEXT PRIMARY KEY, session TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, category TEXT NOT NULL,
      shown TEXT NOT NULL, total BIGINT NOT NULL, confidence DOUBLE PRECISION NOT NULL,
      rescued BIGINT NOT NULL, handed_over BIGINT NOT NULL, at BIGINT NOT NULL);
INSERT INTO searches VALUES('s-1','session-1','wrong network','en','','["deposits/wrong-network","deposits/missing-memo"]',2,0.75,0,0,1795341600);
CREATE TABLE views (
      id TEXT PRIMARY KEY, session TEXT NOT NULL, article TEXT NOT NULL, language TEXT NOT NULL,
      search_id TEXT NOT NULL, rank BIGINT NOT NULL, at BIGINT NOT NULL);
INSERT INTO views VALUES('86bbca18baac9d16','session-1','deposits/wrong-network','en','s-1',1,1795341600);
CREATE TABLE questions (
      id TEXT PRIMARY KEY, language TEXT NOT NULL, text TEXT NOT NULL, words TEXT NOT NULL,
      article TEXT NOT NULL, category TEXT NOT NULL, search_id TEXT NOT NULL, session TEXT NOT NULL,
      state TEXT NOT NULL, merged_into TEXT NOT NULL, note TEXT NOT NULL, askers BIGINT NOT NULL,
      at BIGINT NOT NULL);
INSERT INTO questions VALUES('q-1ng5f904jfh4e','en','Can I recover coins that I sent to the wrong chain?','c404954362c6b042262ebe0038d74f40800778f9b85b88a496d0472f3d7d2941','deposits/wrong-network','','','session-1','open','','',1,1795341600);
CREATE TABLE question_askers (
      question TEXT NOT NULL, reader TEXT NOT NULL, PRIMARY KEY (question, reader));
INSERT INTO question_askers VALUES('q-1ng5f904jfh4e','session session-1');
CREATE TABLE tickets (
      code TEXT PRIMARY KEY, language TEXT NOT NULL, subject TEXT NOT NULL, email TEXT NOT NULL,
      message TEXT NOT NULL, category TEXT NOT NULL, queue TEXT NOT NULL, priority TEXT NOT NULL,
      confidence DOUBLE PRECISION NOT NULL, unsure BIGINT NOT NULL, urgent BIGINT NOT NULL, reasons TEXT NOT NULL,
      trail TEXT NOT NULL, masked TEXT NOT NULL, session TEXT NOT NULL, suspicious BIGINT NOT NULL,
      state TEXT NOT NULL, at BIGINT NOT NULL, handed_on BIGINT, answered BIGINT, solved BIGINT,
      gateway TEXT NOT NULL, remote_id TEXT NOT NULL, remote_url TEXT NOT NULL, remote_notes TEXT NOT NULL,
      checksum TEXT NOT NULL);
INSERT INTO tickets VALUES('SN03-WCJN-J3EY-72VT','ru','Не пришёл депозит','reader@example.org','Отправил USDT не в ту сеть.','deposits','deposits','high',0.8000000000000000444,0,0,'["the words \"не в ту сеть\""]','[{"kind":"search","text":"wrong network","detail":"2 answers, en","at":1795341600}]','[]','session-1',0,'answered',1795341600,NULL,1795341600,NULL,'','','','[]','809ba33222159f5d2783ed3a8baffaef55f959de0022b262d83d23ac9fe6219e');
CREATE TABLE ticket_messages (
      code TEXT NOT NULL, id TEXT NOT NULL, position BIGINT NOT NULL, from_reader BIGINT NOT NULL,
      author TEXT NOT NULL, text TEXT NOT NULL, at BIGINT NOT NULL, checksum TEXT NOT NULL,
      PRIMARY KEY (code, id));
INSERT INTO ticket_messages VALUES('SN03-WCJN-J3EY-72VT','remote-1',1,0,'Ann','Please tell us the hash.',1795341600,'4a4850dc6e7d2e5be805fae4b132608fcbcdc2a7dec39a21cdbd2f7a5d4b844c');
CREATE TABLE attachments (
      id TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL, position BIGINT NOT NULL,
      file_name TEXT NOT NULL, media_type TEXT NOT NULL, sha256 TEXT NOT NULL, bytes BIGINT NOT NULL);
INSERT INTO attachments VALUES('a1b2c3d4e5f60718293a4b5c6d7e8f90','SN03-WCJN-J3EY-72VT','',1,'receipt.png','image/png','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1234);
CREATE TABLE idempotency (
      key TEXT PRIMARY KEY, body TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, at BIGINT NOT NULL);
INSERT INTO idempotency VALUES('ticket key-1','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','SN03-WCJN-J3EY-72VT','',1795341600);
CREATE TABLE outbox (
      id TEXT PRIMARY KEY, code TEXT NOT NULL, message TEXT NOT NULL, target TEXT NOT NULL, state TEXT NOT NULL,
      suspicious BIGINT NOT NULL, attempts BIGINT NOT NULL, last_cause TEXT NOT NULL, created BIGINT NOT NULL,
      next_attempt BIGINT NOT NULL, delivered BIGINT, lease_owner TEXT NOT NULL, lease_until BIGINT NOT NULL,
      checksum TEXT NOT NULL);
INSERT INTO outbox VALUES('h-3df619d49a1c1c41f402d326','SN03-WCJN-J3EY-72VT','','file','waiting',0,0,'',1795341600,0,NULL,'',0,'c72599d99c6056316eb8a0d6f4ce2c8c8a8a6e51fa64bc5a7c1101c736510298');
CREATE INDEX ratings_by_major ON ratings (article, language, major, set_aside_reason, at, helpful);
CREATE INDEX ratings_to_sum ON ratings (article, language, major, helpful, reason, set_aside);
CREATE INDEX ratings_by_reader ON ratings (reader, at);
CREATE INDEX ratings_by_time ON ratings (at);
CREATE INDEX ratings_by_session ON ratings (session);
CREATE INDEX searches_by_time ON searches (at);
CREATE INDEX searches_by_session ON searches (session, at);
CREATE INDEX views_by_time ON views (at);
CREATE INDEX views_by_session ON views (session, at);
CREATE UNIQUE INDEX questions_open ON questions (language, words) WHERE state = 'open';
CREATE INDEX questions_by_state ON questions (state, at);
CREATE INDEX questions_by_session ON questions (session);
CREATE INDEX tickets_by_time ON tickets (at);
CREATE INDEX tickets_by_state ON tickets (state, at);
CREATE INDEX tickets_by_session ON tickets (session);
CREATE INDEX tickets_by_remote ON tickets (gateway, remote_id);
CREATE INDEX attachments_by_ticket ON attachments (code, message, position);
CREATE INDEX attachments_by_content ON attachments (sha256);
CREATE INDEX idempotency_by_ticket ON idempotency (code);
CREATE INDEX idempotency_by_time ON idempotency (at);
CREATE INDEX outbox_due ON outbox (target, state, suspicious, created, id);
CREATE INDEX outbox_by_state ON outbox (state, created);
CREATE INDEX outbox_by_ticket ON outbox (code);
