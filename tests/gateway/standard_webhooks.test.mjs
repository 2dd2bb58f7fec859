// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks as others see them: what the gateway sends is checked by the library of Standard Webhooks, over http and
// https, and what that library signs is read as a reply.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {Webhook} from 'standardwebhooks';

const DELIVER = process.env.PHAROS_DELIVER;
assert.ok(DELIVER, 'PHAROS_DELIVER must name the built pharos_deliver');

const TICKET = {
  id: 'out-1',
  code: '7K3M-9QWX-2HTR-5VBN',
  language: 'zh-Hans',
  subject: '提现一直没有到账 «срочно»',
  email: 'reader@example.org',
  message: '我昨天提现了 0.5 BTC,\n还没有到账。 \u{1F4B8}',
  priority: 'high',
};

const newSecret = () => 'whsec_' + randomBytes(32).toString('base64');

function folderFor(t) {
  const folder = mkdtempSync(join(tmpdir(), 'pharos-webhook-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

// A receiver that keeps the requests as they came; `status` is what it answers.
async function receiver(t, {status = 200, tls = null} = {}) {
  const seen = [];
  const take = (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({headers: request.headers, body: Buffer.concat(chunks).toString('utf8')});
      response.writeHead(status, {'Content-Type': 'application/json'});
      response.end('{"remote_id":"T-1"}');
    });
  };
  const server = tls ? createTlsServer(tls, take) : createServer(take);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => server.close());
  return {seen, url: `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${server.address().port}/hook`};
}

function drive(t, options, steps, secrets) {
  const child = spawn(DELIVER, {env: {...process.env, HOOK_SECRETS: secrets.join(' ')}});
  const order = {kind: 'webhook', options: {...options, secret_env: 'HOOK_SECRETS'}, folder: folderFor(t), steps};
  child.stdin.end(JSON.stringify(order));
  const chunks = {out: [], err: []};
  child.stdout.on('data', (chunk) => chunks.out.push(chunk));
  child.stderr.on('data', (chunk) => chunks.err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks.out).toString('utf8')));
      else reject(new Error(Buffer.concat(chunks.err).toString('utf8')));
    });
  });
}

test('a hand-over is a webhook that the library verifies, by either secret while one replaces the other', async (t) => {
  const {seen, url} = await receiver(t);
  const secrets = [newSecret(), newSecret()];
  const followUp = {...TICKET, id: 'out-2', remote_id: 'T-1', follow_up: {id: 'm-2', text: 'ещё нет'}};
  const results = await drive(t, {url, allow_private: 'true'}, [{deliver: TICKET}, {deliver: followUp}], secrets);
  assert.deepEqual(results.map((each) => [each.outcome, each.remote_id]), [['delivered', 'T-1'], ['delivered', 'T-1']]);
  assert.equal(seen.length, 2);
  for (const secret of secrets) {
    const [created, added] = seen.map(({headers, body}) => new Webhook(secret).verify(body, headers));
    assert.equal(created.type, 'ticket.created');
    assert.equal(created.data.subject, TICKET.subject);
    assert.equal(created.data.message, TICKET.message);
    assert.ok(!Number.isNaN(Date.parse(created.timestamp)));
    assert.equal(added.type, 'ticket.message');
    assert.equal(added.data.message, 'ещё нет');
  }
  assert.deepEqual(seen.map(({headers}) => headers['webhook-id']), ['out-1', 'out-2']);
  const {headers, body} = seen[0];
  assert.throws(() => new Webhook(newSecret()).verify(body, headers));
  assert.throws(() => new Webhook(secrets[0]).verify(body.replace('high', 'low'), headers));
  assert.throws(() => new Webhook(secrets[0]).verify(body, {...headers, 'webhook-id': 'out-2'}));
});

test('attachments come along when they are wanted', async (t) => {
  const {seen, url} = await receiver(t);
  const secret = newSecret();
  const content = Buffer.from('журнал\n').toString('base64');
  const ticket = {...TICKET, attachments: [{file_name: '日志.txt', content}]};
  const [result] = await drive(t, {url, allow_private: 'true', attachments: 'inline'}, [{deliver: ticket}], [secret]);
  assert.equal(result.outcome, 'delivered');
  const event = new Webhook(secret).verify(seen[0].body, seen[0].headers);
  assert.equal(event.data.attachments[0].file_name, '日志.txt');
  assert.equal(event.data.attachments[0].content, content);
});

test('over https to a server that the named authority vouches for, and to no other', async (t) => {
  const folder = folderFor(t);
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout',
    key, '-out', cert, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], {stdio: 'ignore'});
  const {seen, url} = await receiver(t, {tls: {key: readFileSync(key), cert: readFileSync(cert)}});
  const secret = newSecret();
  const options = {url, allow_private: 'true'};
  const [trusted] = await drive(t, {...options, ca_file: cert}, [{deliver: TICKET}], [secret]);
  assert.equal(trusted.outcome, 'delivered', trusted.cause);
  assert.equal(seen.length, 1);
  const [unknown] = await drive(t, options, [{deliver: TICKET}], [secret]);
  assert.equal(unknown.outcome, 'retry');
  assert.match(unknown.cause, /certificate/i);
  const elsewhere = url.replace('localhost', '127.0.0.1');
  const [other] = await drive(t, {...options, url: elsewhere, ca_file: cert}, [{deliver: TICKET}], [secret]);
  assert.equal(other.outcome, 'retry', 'the certificate is for another name');
  assert.equal(seen.length, 1);
});

test('this machine is no target unless settings say so, and 410 is the end', async (t) => {
  const {seen, url} = await receiver(t, {status: 410});
  const secret = newSecret();
  const [refused] = await drive(t, {url}, [{deliver: TICKET}], [secret]);
  assert.equal(refused.outcome, 'retry');
  assert.equal(seen.length, 0);
  const [gone] = await drive(t, {url, allow_private: 'true'}, [{deliver: TICKET}], [secret]);
  assert.equal(gone.outcome, 'rejected');
  assert.equal(seen.length, 1);
});

test('a reply that the library signed is read; an old, a changed and a foreign one are not', async (t) => {
  const [ours, next, foreign] = [newSecret(), newSecret(), newSecret()];
  const data = {code: TICKET.code, message_id: 'c-9', author: 'Мария', text: '已经到账。', solved: true};
  const body = JSON.stringify({type: 'ticket.reply', timestamp: '2026-11-23T10:00:00Z', data});
  const reply = (secret, {at = new Date(), sent = body, secrets = [ours, next]} = {}) => ({
    read_reply: {
      secrets,
      body: sent,
      headers: {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
      },
    },
  });
  const minutes = (count) => new Date(Date.now() + count * 60_000);
  const steps = [reply(ours), reply(next), reply(foreign), reply(ours, {at: minutes(-6)}), reply(ours, {at: minutes(6)}),
    reply(ours, {sent: body.replace('true', 'false')}), reply(next, {secrets: [ours]})];
  const results = await drive(t, {url: 'https://example.org'}, steps, [ours]);
  for (const read of results.slice(0, 2)) {
    assert.deepEqual(
      [read.code, read.message_id, read.author, read.text, read.solved, read.at],
      [data.code, 'c-9', 'Мария', '已经到账。', true, '2026-11-23T10:00:00Z'],
    );
  }
  for (const refused of results.slice(2)) assert.match(refused.refused, /webhook-(signature|timestamp)/);
});
