import {mkdir} from 'node:fs/promises';
import {launch, open, pagesWithTicket, serve} from './served_site.mjs';
const [folder, languages, kinds, looksWanted] = process.argv.slice(2);
const looks = {
  desktop: {viewport: {width: 1280, height: 900}},
  phone: {viewport: {width: 390, height: 844}, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true},
  dark: {viewport: {width: 1280, height: 900}, colorScheme: 'dark'},
};
await mkdir(folder, {recursive: true});
const site = await serve(); const PAGES = await pagesWithTicket(site); const browser = await launch();
for (const language of languages.split(',')) for (const look of looksWanted.split(',')) for (const kind of kinds.split(',')) {
  const {page, close, faults} = await open(browser, site, `/${language}${PAGES[kind]}`, looks[look]);
  await page.screenshot({path: `${folder}/${language}-${kind}-${look}.png`, fullPage: true});
  if (faults.length) console.log(kind, language, faults);
  await close();
}
await browser.close();
