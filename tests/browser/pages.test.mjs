// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every kind of page: it fits, it is accessible, it is quiet, it needs no other host.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';
import {launch, open, pagesWithTicket, serve} from './served_site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NARROW = {viewport: {width: 360, height: 740}, deviceScaleFactor: 2, isMobile: true, hasTouch: true};

let site;
let browser;
let PAGES;
before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
  PAGES = await pagesWithTicket(site);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** The elements that reach out of the page sideways, by their outer tag. */
function overflowing() {
  const width = document.documentElement.clientWidth;
  const inScroller = (element) => element.closest('.table-scroll, pre, .visually-hidden, .skip-link, [hidden]');
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.right > width + 1 || box.left < -1) && !inScroller(element);
    })
    .map((element) => element.outerHTML.slice(0, 120))
    .concat(document.documentElement.scrollWidth > width ? [`page ${document.documentElement.scrollWidth} > ${width}`] : []);
}

for (const language of ['en', 'zh-Hans', 'ja', 'ru', 'th', 'ar', 'vi']) {
  test(`every page fits a phone of 360 pixels in ${language}`, async () => {
    for (const [kind, address] of Object.entries(PAGES)) {
      const {page, close} = await open(browser, site, `/${language}${address}`, NARROW);
      assert.deepEqual(await page.evaluate(overflowing), [], `${kind} in ${language}`);
      await close();
    }
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing serious on any page, ${colorScheme}`, async () => {
    for (const language of ['en', 'zh-Hans', 'ar']) {
      for (const [kind, address] of Object.entries(PAGES)) {
        const {page, close} = await open(browser, site, `/${language}${address}`, {colorScheme});
        await page.evaluate(AXE);
        const found = await page.evaluate(async () => {
          document.querySelectorAll('details').forEach((details) => (details.open = !details.matches('[data-menu]')));
          const {violations} = await window.axe.run();
          return violations
            .filter(({impact}) => impact === 'serious' || impact === 'critical')
            .map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 160)).join(' | ')}`);
        });
        assert.deepEqual(found, [], `${kind} in ${language}, ${colorScheme}`);
        await close();
      }
    }
  });
}

test('no page logs an error or asks another host for anything', async () => {
  for (const language of ['en', 'ar']) {
    for (const [kind, address] of Object.entries(PAGES)) {
      const {page, faults, close} = await open(browser, site, `/${language}${address}`);
      await page.waitForLoadState('networkidle');
      assert.deepEqual(faults, [], `${kind} in ${language}`);
      await close();
    }
  }
});

test('a page has one first heading, a way past the menu, and a way to a person', async () => {
  for (const address of Object.values(PAGES)) {
    const {page, close} = await open(browser, site, `/en${address}`);
    assert.equal(await page.locator('h1').count(), 1, address);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main', address);
    assert.ok((await page.locator('a[href="/en/contact"]').count()) > 0, address);
    await close();
  }
});

test('a missing page answers 404 with a search box that already holds what the address asked for', async () => {
  const {page, close} = await open(browser, site, '/en/deposits/no-such-page');
  const response = await page.reload();
  assert.equal(response.status(), 404);
  assert.equal(await page.locator('input[name=q]').inputValue(), 'no such page');
  await close();
});

test('an active incident is on the home page with its cause and expected end', async () => {
  const {page, close} = await open(browser, site, '/en');
  const notice = page.locator('.notice-open').first();
  await notice.waitFor();
  assert.match(await notice.innerText(), /Cause/);
  assert.match(await notice.innerText(), /Expected to end|longer than planned/);
  await close();
});

test('tables and code scroll by themselves and are reached by keyboard', async () => {
  const {page, close} = await open(browser, site, '/en/deposits/wrong-network', NARROW);
  for (const box of await page.locator('.table-scroll').all()) {
    assert.equal(await box.getAttribute('tabindex'), '0');
    assert.ok(await box.getAttribute('aria-label'));
  }
  assert.ok((await page.locator('.table-scroll').count()) > 0);
  await close();
});
