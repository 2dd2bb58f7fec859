// SPDX-License-Identifier: GPL-3.0-or-later
// What the search box offers for a text: completions and articles, asked from the API, remembered for a while.

const REMEMBERED = 60;
const COMPLETIONS = 3;
const ARTICLES = 6;

// What is fetched ahead of a decision is no search that somebody made: the server notes it down only when one of its
// answers is opened, which the address tells.
const AHEAD = {Accept: 'application/json', Purpose: 'prefetch'};

async function ask(path, parameters, signal) {
  const response = await fetch(`/api/v1/${path}?${new URLSearchParams(parameters)}`, {
    headers: AHEAD,
    signal,
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function opened(url, searchId, rank) {
  if (!searchId) return url;
  const address = new URL(url, document.baseURI);
  address.searchParams.set('from', searchId);
  address.searchParams.set('rank', rank);
  return address.pathname + address.search + address.hash;
}

function merge(suggested, found) {
  const completions = [];
  const articles = new Map();
  for (const item of suggested?.suggestions ?? []) {
    if (!item.key) completions.push({url: item.url, html: item.text_html, text: item.text, language: item.language});
    else if (!articles.has(item.key)) {
      articles.set(item.key, {url: item.url, html: item.text_html, text: item.text, language: item.language});
    }
  }
  for (const hit of found?.hits ?? []) {
    const known = articles.get(hit.key);
    // A suggestion may be a question that the article answers; then its title says which article that is.
    if (known) known.snippet ??= known.text === hit.title ? hit.snippet_html : hit.title_html;
    else {
      articles.set(hit.key, {
        url: hit.url,
        html: hit.title_html,
        text: hit.title,
        language: hit.language,
        snippet: hit.snippet_html,
      });
    }
  }
  const offered = [...articles.values()].slice(0, ARTICLES);
  offered.forEach((article, place) => (article.url = opened(article.url, found?.search_id, place + 1)));
  return {completions: completions.slice(0, COMPLETIONS), articles: offered};
}

/** Answers texts in one language. A newer text takes back the question for the one before. */
export class Offers {
  #language;
  #answers = new Map();
  #running = null;

  constructor(language) {
    this.#language = language;
  }

  /** What is offered for the text, or null when a newer one was asked for or the server does not answer. */
  async for(text) {
    this.cancel();
    if (this.#answers.has(text)) return this.#answers.get(text);
    const running = new AbortController();
    this.#running = running;
    const parameters = {q: text, lang: this.#language};
    const [suggested, found] = await Promise.allSettled([
      ask('suggest', {...parameters, limit: COMPLETIONS + ARTICLES}, running.signal),
      ask('search', {...parameters, limit: ARTICLES}, running.signal),
    ]);
    if (running.signal.aborted) return null;
    if (suggested.status === 'rejected' && found.status === 'rejected') return null;
    const offers = merge(suggested.value, found.value);
    if (this.#answers.size >= REMEMBERED) this.#answers.delete(this.#answers.keys().next().value);
    this.#answers.set(text, offers);
    return offers;
  }

  cancel() {
    this.#running?.abort();
    this.#running = null;
  }
}
