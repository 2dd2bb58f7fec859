// SPDX-License-Identifier: GPL-3.0-or-later
// The editor's preview: a saved article appears in the open page by itself.
import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {CONTENT, launch, open, preview} from './served_site.mjs';

test('a saved article reloads the page that shows it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'pharos-preview-'));
  const content = path.join(folder, 'content');
  await cp(CONTENT, content, {recursive: true});
  const [site, browser] = await Promise.all([preview(content), launch()]);
  try {
    const {page, faults} = await open(browser, site, '/en/security/phishing');
    const article = path.join(content, 'en/security/phishing.md');
    const text = await readFile(article, 'utf8');
    await writeFile(article, text.replace(/^title: .*$/m, 'title: Written just now'));
    await page.locator('h1', {hasText: 'Written just now'}).waitFor({timeout: 60_000});
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, {recursive: true, force: true});
  }
});
