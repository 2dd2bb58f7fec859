// SPDX-License-Identifier: GPL-3.0-or-later
// The list below a search box: a listbox whose options are addresses (WAI-ARIA combobox pattern).
import {markedText} from './marked_text.js';

const SPRITE = document.querySelector('.search-box-icon use')?.getAttribute('href').split('#')[0] ?? '';

function element(name, className, attributes = {}) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function icon(symbol) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${SPRITE}#${symbol}`);
  svg.append(use);
  return svg;
}

/** Shows offers, remembers which one is active. It knows nothing of keys or requests. */
export class SuggestionList {
  #id;
  #texts;
  #list;
  #options = [];
  #active = -1;

  /** `texts` are the form's data-text-* words; `choose` gets the address of an option that is clicked. */
  constructor(id, texts, choose) {
    this.#id = id;
    this.#texts = texts;
    this.#list = element('div', 'suggestions', {id, role: 'listbox', 'aria-label': texts.textLabel});
    this.#list.hidden = true;
    // The focus stays in the input, so that a phone's keyboard stays, too.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) choose(option.dataset.href, event);
    });
  }

  get element() {
    return this.#list;
  }
  get open() {
    return !this.#list.hidden;
  }
  get size() {
    return this.#options.length;
  }
  get active() {
    return this.#options[this.#active] ?? null;
  }

  show(offers, query, allAddress) {
    this.#options = [];
    this.#list.replaceChildren();
    this.#addGroup(this.#texts.textGroup, offers.completions, 'search');
    this.#addGroup(this.#texts.textArticles, offers.articles, 'form');
    const all = {url: allAddress, html: '', text: this.#texts.textAll.replace('{query}', () => query)};
    this.#addGroup('', [all], 'arrow');
    this.#active = -1;
    this.#list.hidden = false;
    this.#list.scrollTop = 0;
  }

  hide() {
    this.#list.hidden = true;
    this.activate(-1);
  }

  /** Makes the option at `index` the active one, counting round both ends; -1 is none. */
  activate(index) {
    const count = this.#options.length;
    this.active?.setAttribute('aria-selected', 'false');
    this.#active = index < -1 ? count - 1 : index >= count ? -1 : index;
    this.active?.setAttribute('aria-selected', 'true');
    this.active?.scrollIntoView({block: 'nearest'});
  }

  move(step) {
    this.activate(this.#active + step);
  }

  #addGroup(label, items, symbol) {
    if (items.length === 0) return;
    const group = element('div', 'suggestions-group', {role: 'group'});
    if (label) {
      const heading = element('div', 'suggestions-label', {id: `${this.#id}-group-${this.#list.childElementCount}`});
      heading.textContent = label;
      heading.setAttribute('role', 'presentation');
      group.setAttribute('aria-labelledby', heading.id);
      group.append(heading);
    } else {
      group.setAttribute('role', 'presentation');
    }
    for (const item of items) group.append(this.#option(item, symbol));
    this.#list.append(group);
  }

  #option(item, symbol) {
    const option = element('div', 'suggestion', {
      id: `${this.#id}-option-${this.#options.length}`,
      role: 'option',
      'aria-selected': 'false',
      'data-href': item.url,
    });
    const title = element('span', 'suggestion-title');
    title.append(item.html ? markedText(item.html) : item.text);
    option.append(icon(symbol), title);
    if (item.snippet) {
      const snippet = element('span', 'suggestion-snippet');
      snippet.append(markedText(item.snippet));
      option.append(snippet);
    }
    if (item.language && item.language !== document.documentElement.lang) option.lang = item.language;
    this.#options.push(option);
    return option;
  }
}
