// SPDX-License-Identifier: GPL-3.0-or-later
// Handing over: the vote below an article, the contact form, the page of a request. Without scripts, with them, and by
// keyboard alone.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import {launch, open, openTicket, serve} from './served_site.mjs';

// Without scripts no frame ends a smooth scroll, so it would never be over.
const PLAIN = {javaScriptEnabled: false, reducedMotion: 'reduce'};
const ARTICLE = '/deposits/wrong-network';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let site;
let browser;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) await page.locator(`.desk-form [name=${name}]`).fill(value);
}
const FILLED = {subject: 'USDT never arrived', message: 'Sent yesterday.\nConfirmed on chain.', email: 'a@example.com'};
const sent = (page) => page.waitForURL('**/contact/ticket/*');
const codeOf = (page) => new URL(page.url()).pathname.split('/').at(-1);

test('a vote without scripts: no, then why, then thanks, and a person all along', async () => {
  const {page, faults, close} = await open(browser, site, `/en${ARTICLE}?from=0011aabb&rank=2`, PLAIN);
  await page.locator('.rating').getByRole('button', {name: 'No'}).click();
  const address = new URL(page.url());
  assert.equal(address.pathname, `/en${ARTICLE}`);
  assert.equal(address.search + address.hash, '?rated=no&from=0011aabb#rating');
  await page.getByLabel('It is out of date or wrong').check();
  await page.getByLabel('What should we change?').fill('The second step is gone.');
  assert.ok(await page.locator('.rating').getByRole('link', {name: 'Contact us'}).isVisible());
  await page.getByRole('button', {name: 'Send feedback'}).click();
  assert.equal(new URL(page.url()).searchParams.get('rated'), 'told');
  assert.match(await page.locator('.rating').innerText(), /We have received your feedback/);
  assert.equal(await page.getByRole('button', {name: 'Send feedback'}).isVisible(), false);
  assert.deepEqual(faults, []);
  await close();
});

test('a vote with scripts is answered in place, is heard, and can be changed', async () => {
  const {page, faults, close} = await open(browser, site, `/en${ARTICLE}`);
  const before = page.url();
  const panel = page.locator('.rating');
  const posted = page.waitForResponse((response) => response.url().endsWith(`/api/v1/articles${ARTICLE}/ratings`));
  await panel.getByRole('button', {name: 'Yes'}).click();
  assert.ok((await posted).ok());
  await panel.getByText('We have received your vote').first().waitFor();
  assert.equal(page.url(), before);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'rating-title');
  await panel.getByRole('link', {name: 'Change your answer'}).click();
  await panel.getByRole('button', {name: 'No'}).click();
  await panel.getByLabel('It is hard to understand').check();
  const told = page.waitForRequest((request) => request.url().endsWith('/ratings'));
  await panel.getByRole('button', {name: 'Send feedback'}).click();
  const body = (await told).postDataJSON();
  assert.deepEqual([body.helpful, body.reason, body.language], [false, 'unclear', 'en']);
  await panel.getByText('We have received your feedback').waitFor();
  assert.equal(page.url(), before);
  assert.deepEqual(faults, []);
  await close();
});

test('when the API cannot be reached the vote says so and may be tried again', async () => {
  const {page, close} = await open(browser, site, `/en${ARTICLE}`);
  await page.route('**/api/v1/articles/**', (route) => route.abort());
  await page.locator('.rating').getByRole('button', {name: 'Yes'}).click();
  await page.locator('.rating').getByRole('alert').waitFor();
  assert.match(await page.locator('.rating [role=alert]').innerText(), /has not been sent/);
  assert.ok(await page.locator('.rating').getByRole('button', {name: 'Yes'}).isVisible());
  await close();
});

test('a form with faults comes back with everything typed and each fault at its field, without scripts', async () => {
  const {page, close} = await open(browser, site, '/en/contact', PLAIN);
  // Both pass the browser's own checks.
  await fill(page, {...FILLED, message: ' ', email: 'reader@example'});
  await page.getByLabel('Topic').selectOption('deposits');
  await page.getByLabel('Send along what I searched').check();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  assert.equal(new URL(page.url()).pathname, '/en/contact/send');
  assert.equal(await page.locator('#subject').inputValue(), FILLED.subject);
  assert.equal(await page.locator('#email').inputValue(), 'reader@example');
  assert.equal(await page.locator('#category').inputValue(), 'deposits');
  assert.ok(await page.locator('#trail').isChecked());
  for (const field of ['message', 'email']) {
    const input = page.locator(`#${field}`);
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
    assert.ok((await input.getAttribute('aria-describedby')).split(' ').includes(`${field}-fault`));
    assert.ok(await page.locator(`#${field}-fault`).isVisible());
    assert.equal(await page.locator(`.form-faults a[href="#${field}"]`).count(), 1);
  }
  assert.equal(await page.locator('#subject').getAttribute('aria-invalid'), null);
  await fill(page, {message: FILLED.message, email: FILLED.email});
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await sent(page);
  assert.equal(await page.locator('h1').innerText(), FILLED.subject);
  await close();
});

test('a form sent twice opens one request: by a double click, and by going back', async () => {
  const {page, close} = await open(browser, site, '/en/contact');
  await fill(page, FILLED);
  await page.getByRole('button', {name: 'Send', exact: true}).dblclick();
  await sent(page);
  const code = codeOf(page);
  await page.goBack();
  await fill(page, FILLED);
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await sent(page);
  assert.equal(codeOf(page), code);
  await close();
});

test('while the subject is typed at most three articles are offered, in tabs of their own, and sending stays open', async () => {
  const {page, faults, close} = await open(browser, site, '/en/contact');
  assert.equal(await page.locator('.fitting a').count(), 0);
  assert.equal(await page.locator('.fitting').evaluate((box) => box.offsetHeight), 0, 'an empty box');
  await page.locator('#subject').pressSequentially('deposit not credited', {delay: 15});
  await page.locator('.fitting a').first().waitFor();
  const count = await page.locator('.fitting a').count();
  assert.ok(count >= 1 && count <= 3, String(count));
  assert.equal(await page.locator('.fitting').getAttribute('aria-live'), 'polite');
  for (const link of await page.locator('.fitting a').all()) {
    assert.equal(await link.getAttribute('target'), '_blank');
    assert.match(await link.innerText(), /\S/);
  }
  const send = page.getByRole('button', {name: 'Send', exact: true});
  assert.ok(await send.isEnabled());
  await page.locator('#subject').fill('qqqq zzzz xxxx');
  await page.locator('.fitting a').first().waitFor({state: 'detached'});
  assert.deepEqual(faults, []);
  await close();
});

test('the way from a search to people takes the question along, and offers what fits, without scripts', async () => {
  const {page, close} = await open(browser, site, '/en/search?q=can+my+cat+trade+network+stickers+with+friends', PLAIN);
  await page.locator('.unsure').getByRole('link').click();
  assert.equal(await page.locator('#subject').inputValue(), 'can my cat trade network stickers with friends');
  assert.match(await page.locator('[name=search_id]').inputValue(), /^[0-9a-f]{16}$/);
  await page.goto(`${site.url}/en/contact?q=${encodeURIComponent('my usdt deposit is missing')}`);
  const count = await page.locator('.fitting a').count();
  assert.ok(count >= 1 && count <= 3, String(count));
  await close();
});

test('what is sent along is shown, and only when the reader agreed', async () => {
  const {page, close} = await open(browser, site, '/en/search?q=wrong+network', PLAIN);
  await page.locator('.hit h3 a').first().click();
  for (const agreed of [true, false]) {
    await page.goto(`${site.url}/en/contact`);
    await fill(page, {...FILLED, subject: `Agreed: ${agreed}`});
    if (agreed) await page.locator('#trail').check();
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await sent(page);
    assert.equal(await page.locator('.trail').count(), agreed ? 1 : 0);
    if (agreed) {
      assert.match(await page.locator('.trail').innerText(), /Searched\s*wrong network/);
      assert.match(await page.locator('.trail').innerText(), /Read\s*\S/);
    }
  }
  await close();
});

test('what is offered while typing is no search that somebody made', async () => {
  const {page, close} = await open(browser, site, '/en');
  await page.locator('input[name=q]').pressSequentially('deposit', {delay: 15});
  await page.getByRole('listbox').waitFor();
  await page.goto(`${site.url}/en/contact`);
  await page.locator('#subject').pressSequentially('deposit not credited', {delay: 15});
  await page.locator('.fitting a').first().waitFor();
  await fill(page, {message: FILLED.message, email: FILLED.email});
  await page.locator('#trail').check();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await sent(page);
  assert.equal(await page.locator('.trail li').filter({hasText: 'Searched'}).count(), 0);
  await close();
});

test('an article that was opened from the list while typing was found by what was typed', async () => {
  const {page, close} = await open(browser, site, '/en');
  await page.locator('input[name=q]').pressSequentially('wrong netw', {delay: 15});
  await page.getByRole('option').filter({hasText: 'over the wrong network'}).first().click();
  await page.waitForURL('**/deposits/wrong-network?*');
  assert.match(new URL(page.url()).search, /^\?from=[0-9a-f]+&rank=\d+$/);
  await page.goto(`${site.url}/en/contact`);
  await page.locator('#subject').fill(FILLED.subject ?? 'Help');
  await fill(page, {message: FILLED.message, email: FILLED.email});
  await page.locator('#trail').check();
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await sent(page);
  const trail = await page.locator('.trail li').allInnerTexts();
  assert.ok(trail.some((line) => /Searched/.test(line) && /wrong netw/.test(line)), trail.join(' | '));
  await close();
});

test('files go up with a request, and come down as downloads with the same bytes', async () => {
  const {page, close} = await open(browser, site, '/en/contact', PLAIN);
  await fill(page, FILLED);
  await page.locator('#files').setInputFiles([
    {name: 'screen shot.png', mimeType: 'image/png', buffer: PNG},
    {name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('error 42\n')},
  ]);
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await sent(page);
  assert.deepEqual(await page.locator('.talk-files a').allInnerTexts(), ['screen shot.png', 'log.txt']);
  const waiting = page.waitForEvent('download');
  await page.locator('.talk-files a').first().click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), 'screen shot.png');
  assert.deepEqual(await readFile(await download.path()), PNG);
  await close();
});

test('a file that is too large is told before it is sent; one of a wrong kind is named after', async () => {
  const {page, close} = await open(browser, site, '/en/contact');
  const files = page.locator('#files');
  await files.setInputFiles({name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(11 * 1024 * 1024)});
  assert.match(await files.evaluate((input) => input.validationMessage), /“film.mp4” is too large/);
  await files.setInputFiles({name: 'run.png', mimeType: 'image/png', buffer: Buffer.from('#!/bin/sh\n\0\x01\x02')});
  assert.equal(await files.evaluate((input) => input.validationMessage), '');
  await fill(page, FILLED);
  await page.getByRole('button', {name: 'Send', exact: true}).click();
  await page.locator('#files-fault').waitFor();
  assert.match(await page.locator('#files-fault').innerText(), /“run.png” is not a kind of file/);
  // The script that leads there runs after the page is shown.
  await page.waitForFunction(() => /form-faults/.test(document.activeElement.className));
  await close();
});

test('a request is followed, written to and solved on its own page, without scripts', async () => {
  const address = await openTicket(site, 'en');
  const {page, faults, close} = await open(browser, site, address, PLAIN);
  assert.equal(await page.locator('.step[aria-current=step]').count(), 1);
  assert.match(await page.locator('.step').first().innerText(), /Received/);
  await page.getByRole('textbox', {name: 'Write a message'}).fill('It is here now <b>!</b>\nThank you.');
  await page.getByRole('button', {name: 'Send message'}).click();
  assert.equal(new URL(page.url()).search, '?sent=message');
  assert.equal(await page.locator('.talk li').last().locator('.talk-text').innerText(), 'It is here now <b>!</b>\nThank you.');
  await page.getByRole('button', {name: 'My problem is solved'}).click();
  assert.match(await page.locator('.step[aria-current=step]').innerText(), /Solved/);
  assert.equal(await page.getByRole('button', {name: 'My problem is solved'}).count(), 0);
  const response = await page.reload();
  assert.equal(response.headers()['cache-control'], 'no-store');
  assert.match(await page.locator('meta[name=robots]').getAttribute('content'), /noindex/);
  assert.deepEqual(faults, []);
  await close();
});

test('the code leads back to the request however it is typed; another says that it is unknown', async () => {
  const address = await openTicket(site, 'en');
  const {page, close} = await open(browser, site, '/en/contact/ticket', PLAIN);
  const code = page.getByLabel('Tracking code');
  await code.fill('hello');
  await page.getByRole('button', {name: 'Show request'}).click();
  assert.equal(await code.inputValue(), 'hello');
  assert.match(await page.locator('#code-fault').innerText(), /no request with this code/);
  await code.fill(address.split('/').at(-1).toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', {name: 'Show request'}).click();
  assert.equal(new URL(page.url()).pathname, address);
  await close();
});

test('what is urgent shows the telephone first; what looks like a secret is gone and said so', async () => {
  const phrase = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
  const address = await openTicket(site, 'ru', {
    subject: 'Меня взломали, выводят деньги',
    message: `Помогите! Моя фраза: ${phrase}`,
  });
  const {page, close} = await open(browser, site, address, PLAIN);
  assert.ok(await page.locator('.ticket-urgent a[href^="tel:"]').isVisible());
  assert.match(await page.locator('.ticket-masked').innerText(), /Сид-фраза/);
  assert.doesNotMatch(await page.content(), /abandon/);
  await close();
});

test('readers say what is missing where nothing was found, without scripts', async () => {
  const {page, close} = await open(browser, site, '/en/search?q=zzzzqqqqxxxx', PLAIN);
  assert.equal(await page.getByLabel('Your question').inputValue(), 'zzzzqqqqxxxx');
  await page.getByLabel('Your question').fill('Do you list ZZZ?');
  await page.getByRole('button', {name: 'Send to the editors'}).click();
  assert.equal(await page.locator('h1').innerText(), 'Thank you for your question');
  await close();
});

test('by keyboard alone: the form is filled and sent, and the trap is never reached', async () => {
  const {page, close} = await open(browser, site, '/en/contact');
  await page.locator('#subject').focus();
  await page.keyboard.type('Keyboard');
  const reached = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement.name || document.activeElement.type);
    reached.push(name);
    if (name === 'message') await page.keyboard.type('No mouse here.');
    if (name === 'email') await page.keyboard.type('keys@example.com');
    if (name === 'trail') await page.keyboard.press('Space');
    if (name === 'submit') break;
  }
  const fields = reached.filter((name) => name && name !== 'a');
  assert.deepEqual(fields, ['message', 'email', 'category', 'files', 'trail', 'submit']);
  await page.keyboard.press('Enter');
  await sent(page);
  assert.equal(await page.locator('h1').innerText(), 'Keyboard');
  await close();
});

test('by keyboard alone: a vote is cast, explained and sent', async () => {
  const {page, close} = await open(browser, site, `/en${ARTICLE}`);
  await page.locator('.rating button[value=no]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.rating [data-rating-step=no]').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'reason');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Typed.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.rating').getByText('We have received your feedback').waitFor();
  await close();
});
