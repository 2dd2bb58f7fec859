// SPDX-License-Identifier: GPL-3.0-or-later
// Searching: without scripts, while typing, by keyboard, and with an input method.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, open, serve} from './served_site.mjs';

let site;
let browser;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** The home page in a language, its search box, and the requests to the API. */
async function home(language = 'en', options = {}) {
  const opened = await open(browser, site, `/${language}`, options);
  const asked = [];
  opened.page.on('request', (request) => {
    if (request.url().includes('/api/v1/')) asked.push(new URL(request.url()).searchParams.get('q'));
  });
  return {...opened, asked, box: opened.page.locator('input[name=q]')};
}

test('search works without scripts: the form leads to results, a result to its article', async () => {
  const {page, box, close} = await home('en', {javaScriptEnabled: false});
  await box.fill('wrong network');
  await page.getByRole('button', {name: 'Search'}).click();
  assert.equal(new URL(page.url()).pathname, '/en/search');
  assert.equal(await page.locator('input[name=q]').inputValue(), 'wrong network');
  const first = page.locator('.hit h3 a').first();
  assert.match(await first.innerText(), /wrong network/i);
  assert.ok((await first.locator('mark').count()) > 0);
  await first.click();
  assert.equal(new URL(page.url()).pathname, '/en/deposits/wrong-network');
  await close();
});

test('results can be narrowed by topic and paged, without scripts', async () => {
  const {page, close} = await open(browser, site, '/en/search?q=network', {javaScriptEnabled: false});
  const filter = page.locator('.filters a').nth(1);
  const count = Number(await filter.locator('.filter-number').innerText());
  await filter.click();
  assert.ok(new URL(page.url()).searchParams.get('category'));
  assert.match(await page.locator('.search-count').innerText(), new RegExp(`^${count} `));
  await page.goto(`${site.url}/en/search?q=account`);
  const firstPage = await page.locator('.hit h3').allInnerTexts();
  await page.locator('a[rel=next]').click();
  const secondPage = await page.locator('.hit h3').allInnerTexts();
  assert.ok(secondPage.length > 0);
  assert.ok(!firstPage.includes(secondPage[0]));
  await page.locator('a[rel=prev]').click();
  assert.deepEqual(await page.locator('.hit h3').allInnerTexts(), firstPage);
  await close();
});

test('when nothing is found the page says so, gives tips, topics and the way to a person', async () => {
  const {page, close} = await open(browser, site, '/en/search?q=zzzzqqqqxxxx');
  assert.match(await page.locator('.nothing h2').innerText(), /nothing.*zzzzqqqqxxxx/);
  assert.ok((await page.locator('.nothing li').count()) >= 3);
  assert.ok((await page.locator('.topic-links a').count()) > 0);
  assert.ok(await page.locator('.help-band a[href^="/en/contact?q=zzzzqqqqxxxx"]').isVisible());
  await close();
});

test('a search beyond the limits gets an honest page and no results', async () => {
  const {page, close} = await open(browser, site, '/en');
  const words = Array.from({length: 60}, (_, index) => `problem-${String.fromCharCode(97 + index % 26)}${index}`).join('+');
  const response = await page.goto(`${site.url}/en/search?q=${words}`);
  assert.equal(response.status(), 400);
  assert.match(await page.getByRole('alert').innerText(), /at most \d+/);
  await close();
});

test('articles appear while typing, are announced, and a click opens one', async () => {
  const {page, box, faults, close} = await home();
  await box.pressSequentially('wrong netw', {delay: 15});
  const list = page.getByRole('listbox');
  await list.waitFor();
  assert.equal(await box.getAttribute('role'), 'combobox');
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  assert.equal(await box.getAttribute('aria-controls'), await list.getAttribute('id'));
  assert.match(await page.locator('form[data-search] [role=status]').innerText(), /\d/);
  const option = page.getByRole('option').filter({hasText: 'over the wrong network'}).first();
  await option.click();
  await page.waitForURL('**/deposits/wrong-network*');
  assert.deepEqual(faults, []);
  await close();
});

test('the list is walked by arrows, Home, End, and left by Escape; Enter opens what is active', async () => {
  const {page, box, close} = await home();
  await box.pressSequentially('withdraw', {delay: 15});
  await page.getByRole('listbox').waitFor();
  const active = async () => {
    const id = await box.getAttribute('aria-activedescendant');
    const selected = await page.locator('[role=option][aria-selected=true]').evaluateAll((all) => all.map(({id}) => id));
    assert.deepEqual(selected, id ? [id] : []);
    return id && Number(id.split('-').at(-1));
  };
  const last = (await page.getByRole('option').count()) - 1;
  assert.ok(last >= 3);
  assert.equal(await active(), null);
  for (const [key, expected] of [
    ['ArrowDown', 0],
    ['ArrowDown', 1],
    ['ArrowUp', 0],
    ['End', last],
    ['ArrowDown', null],
    ['ArrowUp', last],
    ['Home', 0],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await active(), expected, key);
  }
  await page.keyboard.press('Escape');
  assert.equal(await box.getAttribute('aria-expanded'), 'false');
  assert.equal(await box.inputValue(), 'withdraw');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/search?q=withdraw');
  await close();
});

test('Enter without an active option searches for what was typed', async () => {
  const {page, box, close} = await home();
  await box.pressSequentially('phishing', {delay: 15});
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/search?q=phishing');
  await close();
});

test('while an input method composes, nothing is searched, and its Enter sends nothing', async () => {
  const {page, box, asked, close} = await home('zh-Hans');
  await box.focus();
  const address = page.url();
  await page.evaluate(() => {
    const input = document.querySelector('input[name=q]');
    input.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
    for (const value of ['t', 'ti', 'ti xian']) {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true, data: value}));
    }
  });
  await page.waitForTimeout(500);
  assert.deepEqual(asked, []);
  const enter = await page.evaluate(() => {
    const input = document.querySelector('input[name=q]');
    const key = new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, isComposing: true});
    input.dispatchEvent(key);
    input.form.requestSubmit();
    return {prevented: key.defaultPrevented, value: input.value};
  });
  await page.waitForTimeout(200);
  assert.equal(page.url(), address);
  assert.equal(enter.prevented, false, 'the key belongs to the input method');
  await page.evaluate(() => {
    const input = document.querySelector('input[name=q]');
    input.value = '提现';
    input.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, data: '提现'}));
    // Safari reports the confirming Enter only now, with the code 229.
    const late = new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, keyCode: 229});
    input.dispatchEvent(late);
  });
  await page.getByRole('listbox').waitFor();
  assert.ok(asked.length > 0);
  assert.ok(asked.every((query) => query === '提现'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/zh-Hans/search?q=*');
  await close();
});

test('only the newest text is answered, and an answer is asked for once', async () => {
  const {page, box, asked, close} = await home();
  // All at once: keys that come one by one may be slower than the pause that asks, on a busy machine.
  await box.evaluate((input) => {
    input.focus();
    for (let end = 1; end <= 'deposit'.length; end += 1) {
      input.value = 'deposit'.slice(0, end);
      input.dispatchEvent(new InputEvent('input', {bubbles: true}));
    }
  });
  await page.getByRole('listbox').waitFor();
  assert.deepEqual([...new Set(asked)], ['deposit']);
  await box.fill('deposits');
  for (let tries = 0; tries < 100 && !asked.includes('deposits'); tries += 1) await page.waitForTimeout(50);
  assert.ok(asked.includes('deposits'));
  await page.waitForTimeout(600);
  const before = asked.length;
  await box.fill('deposit');
  await page.waitForTimeout(600);
  assert.equal(asked.length, before);
  await close();
});

test('when the API fails the box is still a form', async () => {
  const {page, box, close} = await home();
  await page.route('**/api/v1/**', (route) => route.abort());
  await box.pressSequentially('phishing', {delay: 15});
  await page.waitForTimeout(500);
  assert.equal(await page.getByRole('listbox').isVisible(), false);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/search?q=phishing');
  await close();
});

test('"/" leads to the search box, but not out of another field', async () => {
  const {page, box, close} = await home();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
  await page.keyboard.press('/');
  assert.equal(await box.inputValue(), '/');
  await close();
});

test('what the API says is never taken for markup', async () => {
  const {page, box, close} = await home();
  await page.route('**/api/v1/suggest*', (route) =>
    route.fulfill({
      json: {suggestions: [{type: 'article', key: 'a', url: '/en', text: 'x', text_html: '<img src=x onerror="window.hit=1"><mark>m</mark>'}]},
    }),
  );
  await box.pressSequentially('mark', {delay: 15});
  await page.getByRole('listbox').waitFor();
  assert.equal(await page.locator('.suggestion img').count(), 0);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  await close();
});

// Typed with the wrong keyboard layout, in Latin letters for another script, or without marks: what is offered while
// typing, and what the results say was searched instead.
for (const [language, typed, offered, corrected] of [
  ['ru', 'dsdjl', /вывод/i, /вывод/i],
  ['zh-Hans', 'tixian', /提现/, /提现/],
  ['ko', 'qlalfqjsgh', /비밀번호/, /비밀번호/],
  ['ja', 'shukkin', /出金/, /出金/],
  ['tr', 'sifre', /şifre/i, null],
]) {
  test(`${typed} in ${language} is understood while typing and in the results`, async () => {
    const {page, box, faults, close} = await home(language);
    await box.fill(typed);
    await page.getByRole('option').filter({hasText: offered}).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${language}/search?q=${typed}`);
    assert.match(await page.locator('.hit').first().innerText(), offered);
    if (corrected) {
      assert.match(await page.locator('.search-corrected strong').innerText(), corrected);
      const back = page.locator('.search-corrected + .search-reading a');
      assert.equal(await back.locator('bdi').innerText(), typed);
      await back.click();
      await page.waitForURL(`**/${language}/search?q=${typed}&rescue=false`);
      assert.equal(await box.inputValue(), typed);
      assert.equal(await page.locator('.search-corrected').count(), 0);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a question in another language than the page is answered in it, with the way back, without scripts', async () => {
  const query = encodeURIComponent('забыл пароль');
  const {page, close} = await open(browser, site, `/en/search?q=${query}`, {javaScriptEnabled: false});
  const line = page.locator('.search-reading').filter({has: page.locator('bdi[lang=ru]')});
  assert.equal(await line.locator('bdi').innerText(), 'Русский');
  assert.equal(await page.locator('.hit h3 a').first().getAttribute('lang'), 'ru');
  await line.locator('a').click();
  assert.equal(new URL(page.url()).searchParams.get('detect'), 'false');
  assert.equal(new URL(page.url()).searchParams.get('q'), 'забыл пароль');
  assert.equal(await page.locator('.search-reading bdi[lang]').count(), 0);
  await close();
});

test('where no answer is sure a person is offered above the answers', async () => {
  const {page, close} = await open(browser, site, '/en/search?q=can+my+cat+trade+network+stickers+with+friends');
  const panel = page.locator('.unsure');
  assert.ok((await page.locator('.hit').count()) > 0);
  assert.match(await panel.getByRole('link').getAttribute('href'), /^\/en\/contact\?q=can%20my%20cat/);
  const above = await panel.evaluate((node) => Boolean(node.compareDocumentPosition(document.querySelector('.hits')) & Node.DOCUMENT_POSITION_FOLLOWING));
  assert.ok(above);
  await close();
});
