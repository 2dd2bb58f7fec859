// SPDX-License-Identifier: GPL-3.0-or-later
// Languages: the switch keeps the page, right-to-left is whole, what is not translated says so.
import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {CONTENT, PAGES, launch, open, serve} from './served_site.mjs';

let site;
let browser;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`the language switch keeps the page and the query, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const {page, close} = await open(browser, site, '/en/deposits/wrong-network', {javaScriptEnabled});
    const choose = async (tag) => {
      await page.locator('.language-menu summary').click();
      await page.locator(`.language-menu a[hreflang="${tag}"]`).click();
    };
    await choose('ja');
    assert.equal(new URL(page.url()).pathname, '/ja/deposits/wrong-network');
    assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
    await page.goto(`${site.url}/en/search?q=wrong+network`);
    await choose('ru');
    assert.equal(new URL(page.url()).pathname, '/ru/search');
    assert.equal(new URL(page.url()).searchParams.get('q'), 'wrong network');
    await close();
  });
}

test('the menu closes on Escape and on a click elsewhere', async () => {
  const {page, close} = await open(browser, site, '/en');
  const menu = page.locator('.language-menu');
  await menu.locator('summary').click();
  assert.equal(await menu.evaluate((details) => details.open), true);
  await page.keyboard.press('Escape');
  assert.equal(await menu.evaluate((details) => details.open), false);
  await menu.locator('summary').click();
  await page.locator('h1').click();
  assert.equal(await menu.evaluate((details) => details.open), false);
  await close();
});

test('the start address remembers the language that was read last', async () => {
  const {page, close} = await open(browser, site, '/', {locale: 'ko-KR'});
  assert.equal(new URL(page.url()).pathname, '/ko');
  await page.goto(`${site.url}/tr/contact`);
  await page.goto(`${site.url}/`);
  assert.equal(new URL(page.url()).pathname, '/tr');
  await close();
});

test('a language in another spelling leads to the one that is served, keeping path and query', async () => {
  const {page, close} = await open(browser, site, '/zh-CN/search?q=%E6%8F%90%E7%8E%B0');
  assert.equal(page.url(), `${site.url}/zh-Hans/search?q=%E6%8F%90%E7%8E%B0`);
  await close();
});

test('an Arabic page runs from right to left', async () => {
  const {page, close} = await open(browser, site, '/ar/deposits/wrong-network');
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  const place = (selector) => page.locator(selector).first().boundingBox();
  const [brand, menu, column, toc] = await Promise.all(
    ['.site-bar .brand', '.language-menu', '.article-column', '.toc-side'].map(place),
  );
  assert.ok(brand.x > menu.x, 'the name stands right of the menu');
  assert.ok(column.x > toc.x, 'the text stands right of its contents');
  const aligned = await page.locator('.article-body > p').first().evaluate((p) => getComputedStyle(p).direction);
  assert.equal(aligned, 'rtl');
  await close();
});

test('an article that is not translated says so and shows its text in its own direction', async () => {
  const {page, close} = await open(browser, site, '/ar/api/sign-requests');
  assert.match(await page.locator('.fallback-note').innerText(), /الإنجليزية/);
  const body = page.locator('.article-body');
  assert.equal(await body.getAttribute('lang'), 'en');
  assert.equal(await body.getAttribute('dir'), 'ltr');
  assert.match(await page.locator('link[rel=canonical]').getAttribute('href'), /\/en\/api\/sign-requests$/);
  await page.goto(`${site.url}/ar/api`);
  assert.ok((await page.locator('.mark-language').count()) > 0);
  await page.goto(`${site.url}/en/api/sign-requests`);
  assert.equal(await page.locator('.fallback-note').count(), 0);
  await close();
});

test('times are in the reader\'s own zone', async () => {
  const {page, close} = await open(browser, site, '/en', {timezoneId: 'Asia/Tokyo'});
  const time = page.locator('.notice-open time').first();
  assert.match(await time.innerText(), /GMT\+9/);
  assert.match(await time.getAttribute('title'), /UTC/);
  await close();
});

test('in the pseudo-language no word of the interface is hard-wired and every page still fits', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'pharos-pseudo-'));
  const content = path.join(folder, 'content');
  await cp(CONTENT, content, {recursive: true});
  const settings = path.join(content, 'pharos.yml');
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, text.replace(/^languages:\n/m, 'languages:\n  - {tag: en-XA, name: Pseudo, fallback: [en]}\n'));
  const pseudo = await serve(content);
  try {
    // Categories have no pseudo translation: their words come from the content folder.
    const answer = await (await fetch(`${pseudo.url}/api/v1/categories?lang=en-XA`)).json();
    const titles = answer.categories.flatMap(({title, summary}) => [title, `– ${title}`, summary]);
    for (const [kind, address] of Object.entries(PAGES)) {
      const options = {viewport: {width: 360, height: 740}};
      const {page, close} = await open(browser, pseudo, `/en-XA${address}`, options);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en-XA', kind);
      // A sentence around a value is in two pieces, with one bracket each. Words of the site are marked with their own
      // language, or come from the settings: names, hours, addresses. What stands in a text field is the reader's.
      const hardWired = await page.evaluate((titles) => {
        const site = 'textarea, [lang]:not(html), bdi, .brand, .mark-language, .channel, .channel-fact, .filter-number, .fault-status, .hit-crumbs, [aria-current=page]';
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const words = node.textContent.trim();
          if (/\p{L}/u.test(words) && !/[[\]]/.test(words) && !node.parentElement.closest(site)) found.push(words);
        }
        return found.filter((words) => !titles.includes(words));
      }, titles);
      assert.deepEqual(hardWired, [], kind);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, `${kind} is too wide`);
      await close();
    }
  } finally {
    await pseudo.close();
    await rm(folder, {recursive: true, force: true});
  }
});
