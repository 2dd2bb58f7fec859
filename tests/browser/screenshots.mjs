// SPDX-License-Identifier: GPL-3.0-or-later
// Saves pictures of every kind of page, to be looked at:   node screenshots.mjs FOLDER [LANGUAGE...]
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {launch, open, pagesWithTicket, serve} from './served_site.mjs';

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node screenshots.mjs FOLDER [LANGUAGE...]');
  process.exit(2);
}
const languages = wanted.length > 0 ? wanted : ['en', 'zh-Hans', 'ar', 'ja'];
const looks = {
  desktop: {viewport: {width: 1280, height: 900}},
  phone: {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, isMobile: true, hasTouch: true},
  dark: {viewport: {width: 1280, height: 900}, colorScheme: 'dark'},
};

await mkdir(folder, {recursive: true});
const site = await serve();
const PAGES = await pagesWithTicket(site);
const browser = await launch();
try {
  for (const language of languages) {
    for (const [look, options] of Object.entries(looks)) {
      for (const [kind, address] of Object.entries(PAGES)) {
        const {page, close} = await open(browser, site, `/${language}${address}`, options);
        await page.screenshot({path: path.join(folder, `${language}-${kind}-${look}.png`), fullPage: true});
        await close();
      }
    }
    const typing = await open(browser, site, `/${language}`, looks.desktop);
    await typing.page.getByRole('combobox').pressSequentially('usdt', {delay: 20});
    await typing.page.getByRole('listbox').waitFor();
    await typing.page.screenshot({path: path.join(folder, `${language}-typing-desktop.png`)});
    await typing.close();
  }
} finally {
  await browser.close();
  await site.close();
}
