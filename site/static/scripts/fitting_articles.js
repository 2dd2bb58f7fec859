// SPDX-License-Identifier: GPL-3.0-or-later
// While the subject of a request is typed: at most three articles that may answer it, below the field. They never come
// between the reader and the button.

const PAUSE_MS = 350;
const LEAST_LETTERS = 3;

class FittingArticles {
  #form;
  #input;
  #list;
  #title;
  #timer = 0;
  #running = null;
  #asked;

  constructor(form) {
    this.#form = form;
    this.#input = form.elements.subject;
    this.#list = form.querySelector('[data-fitting-list]');
    this.#title = form.querySelector('[data-fitting-title]');
    this.#asked = this.#input.value.trim();
    this.#input.addEventListener('input', (event) => {
      if (!event.isComposing) this.#schedule();
    });
    this.#input.addEventListener('compositionend', () => this.#schedule());
  }

  #schedule() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  async #ask() {
    const text = this.#input.value.trim();
    if (text === this.#asked) return;
    this.#asked = text;
    this.#running?.abort();
    if (text.length < LEAST_LETTERS && /^[\x20-\x7f]*$/.test(text)) {
      this.#list.replaceChildren();
      return;
    }
    const running = (this.#running = new AbortController());
    const {fitting: most, confidence, share, language} = this.#form.dataset;
    try {
      const response = await fetch(`/api/v1/search?${new URLSearchParams({q: text, lang: language, limit: most})}`, {
        headers: {Accept: 'application/json', Purpose: 'prefetch'}, // nobody searched: it is not noted down
        signal: running.signal,
      });
      if (!response.ok) throw new Error(`search: ${response.status}`);
      const found = await response.json();
      const likely = found.confidence >= Number(confidence) ? found.hits : [];
      this.#show(likely.filter((hit) => hit.score >= likely[0].score * Number(share)));
    } catch {
      if (!running.signal.aborted) this.#list.replaceChildren();
    }
  }

  #show(hits) {
    if (hits.length === 0) {
      this.#list.replaceChildren();
      return;
    }
    const list = document.createElement('ul');
    for (const hit of hits) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = hit.url;
      link.target = '_blank';
      link.rel = 'noopener';
      const title = document.createElement('span');
      title.textContent = hit.title;
      if (hit.language !== document.documentElement.lang) title.lang = hit.language;
      const tab = document.createElement('span');
      tab.className = 'visually-hidden';
      tab.textContent = ` (${this.#form.dataset.textTab})`;
      link.append(title, tab);
      item.append(link);
      list.append(item);
    }
    this.#list.replaceChildren(this.#title.content.cloneNode(true), list);
  }
}

/** Offers articles below the subject of each form that opens a request. */
export function offerFittingArticles(root) {
  for (const form of root.querySelectorAll('form[data-fitting]')) new FittingArticles(form);
}
