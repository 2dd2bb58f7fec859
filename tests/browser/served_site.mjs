// SPDX-License-Identifier: GPL-3.0-or-later
// A real `pharos serve` and a real browser for tests.
//
//   PHAROS_BIN       the program                 (default: build/release/pharos, else build/dev/pharos)
//   PHAROS_CONTENT   the content folder          (default: content/)
//   PHAROS_CHROMIUM  the browser                 (default: /usr/bin/chromium)
//   PHAROS_URL       a server that runs already and trusts the proxy 127.0.0.1 (default: one is started)
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const PROGRAMS = ['build/release/pharos', 'build/dev/pharos'].map((file) => path.join(ROOT, file));
const START_MS = 120_000;
// Nothing that calls home, so that "no requests to other hosts" is about our pages.
const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function program() {
  const found = process.env.PHAROS_BIN ?? PROGRAMS.find((file) => existsSync(file));
  if (!found) throw new Error('no pharos to test: build it, or name it in PHAROS_BIN');
  return found;
}

export const CONTENT = process.env.PHAROS_CONTENT ?? path.join(ROOT, 'content');

/** Serves a content folder on a free port; `close()` ends the server and removes its index and what it was given. */
export async function serve(content = CONTENT) {
  if (process.env.PHAROS_URL) return {url: process.env.PHAROS_URL, close: async () => {}};
  const folder = await mkdtemp(path.join(tmpdir(), 'pharos-browser-'));
  const site = await start(['serve', content, '--state', folder, '--trust-proxy', '127.0.0.1']);
  return {
    url: site.url,
    async close() {
      await site.close();
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** Previews a content folder on a free port. */
export function preview(content) {
  return start(['preview', content]);
}

async function start(verb) {
  const server = spawn(program(), [...verb, '--listen', '127.0.0.1:0', '--site', path.join(ROOT, 'site')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`pharos did not begin to serve:\n${said}`)), START_MS);
    const hear = (bytes) => {
      said += bytes;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) {
        clearTimeout(timer);
        resolve(address[0]);
      }
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', (code) => reject(new Error(`pharos ended with ${code}:\n${said}`)));
  });
  return {
    url,
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** One browser for a file of tests. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.PHAROS_CHROMIUM ?? '/usr/bin/chromium',
    args: BROWSER_ARGUMENTS,
  });
}

/** The kinds of pages, by their address below a language. */
export const PAGES = {
  home: '',
  category: '/deposits',
  article: '/deposits/wrong-network',
  untranslated: '/api/sign-requests',
  search: '/search?q=wrong+network',
  repaired: '/search?q=widthdraw+my+mony',
  nothing: '/search?q=zzzzqqqqxxxx',
  contact: '/contact',
  asked: '/contact?q=my+usdt+deposit+is+missing',
  voted: '/deposits/wrong-network?rated=no',
  lookup: '/contact/ticket?code=hello',
  question: '/contact/question',
  missing: '/deposits/no-such-page',
};

// The desk takes only so much from one network at a time: each reader comes from one of its own.
let readers = 0;
function anotherReader() {
  readers += 1;
  return {'X-Forwarded-For': `10.${readers >> 8}.${readers & 255}.1`};
}

const SENT_FROM_PAGE = {'Sec-Fetch-Site': 'same-origin', Accept: 'text/html'};

/** Sends a request to the support team as a page without scripts does; gives the path of its own page. */
export async function openTicket(site, language, fields = {}, files = []) {
  const form = new FormData();
  const filled = {subject: 'Deposit', message: 'It did not arrive.', email: 'reader@example.com', ...fields};
  for (const [name, value] of Object.entries(filled)) form.set(name, value);
  for (const file of files) form.append('files', file, file.name);
  const address = `${site.url}/${language}/contact/send`;
  const headers = {...SENT_FROM_PAGE, ...anotherReader()};
  const response = await fetch(address, {method: 'POST', body: form, headers, redirect: 'manual'});
  if (response.status !== 303) throw new Error(`the request was not taken: ${response.status}`);
  return response.headers.get('location').split('?')[0];
}

/** The kinds of pages, with one of a ticket that has everything a ticket's page can show. */
export async function pagesWithTicket(site) {
  const phrase = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
  const fields = {
    subject: 'My account was hacked and coins are being stolen',
    message: `Somebody is withdrawing right now!\nMy phrase is ${phrase}`,
  };
  const address = await openTicket(site, 'en', fields, [new File(['error 42\n'], 'screen.txt')]);
  return {...PAGES, ticket: `${address.slice('/en'.length)}?sent=ticket`};
}

/** Opens a page that keeps a list of what went wrong in it: console errors, faults, requests to other hosts. */
export async function open(browser, site, address, options = {}) {
  const look = {viewport: {width: 1280, height: 900}, extraHTTPHeaders: anotherReader()};
  const context = await browser.newContext({...look, ...options});
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`fault: ${error.message}`));
  page.on('console', (message) => {
    // A page for a missing address has the status 404, which the browser reports for the document itself.
    const own = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !own) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.url}/`) && !request.url().startsWith('data:')) {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
  await page.goto(site.url + address);
  return {page, faults, close: () => context.close()};
}
