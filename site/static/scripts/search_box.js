// SPDX-License-Identifier: GPL-3.0-or-later
// Results while typing: an editable combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
// Input methods are respected: while one composes, keys belong to it, and nothing is searched or sent.
import {Offers} from './offers.js';
import {SuggestionList} from './suggestion_list.js';

const PAUSE_MS = 130;

class SearchBox {
  #form;
  #input;
  #offers;
  #list;
  #status;
  #timer = 0;
  #composing = false;

  constructor(form, index) {
    this.#form = form;
    this.#input = form.querySelector('input[name=q]');
    this.#offers = new Offers(form.dataset.language);
    this.#list = new SuggestionList(`suggestions-${index}`, form.dataset, (href, event) => this.#go(href, event));
    this.#status = document.createElement('p');
    this.#status.className = 'visually-hidden';
    this.#status.setAttribute('role', 'status');
    this.#status.setAttribute('aria-live', 'polite');
    form.append(this.#list.element, this.#status);
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.element.id,
      'aria-haspopup': 'listbox',
    })) {
      this.#input.setAttribute(name, value);
    }
    this.#listen();
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  #listen() {
    const input = this.#input;
    input.addEventListener('compositionstart', () => {
      this.#composing = true;
      clearTimeout(this.#timer);
      this.#offers.cancel();
    });
    input.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#schedule();
    });
    input.addEventListener('input', (event) => {
      if (!this.#composing && !event.isComposing) this.#schedule();
    });
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('blur', () => this.#close());
    this.#form.addEventListener('submit', (event) => {
      if (this.#composing || this.#input.value.trim() === '') {
        event.preventDefault();
        this.#input.focus();
      }
    });
  }

  #schedule() {
    clearTimeout(this.#timer);
    if (this.#input.value.trim() === '') {
      this.#offers.cancel();
      this.#close();
      this.#status.textContent = '';
      return;
    }
    this.#timer = setTimeout(() => this.#offer(), PAUSE_MS);
  }

  async #offer() {
    const text = this.#input.value.trim();
    const offers = await this.#offers.for(text);
    const outdated = this.#composing || text !== this.#input.value.trim();
    if (offers === null || outdated || document.activeElement !== this.#input) return;
    const count = offers.completions.length + offers.articles.length;
    this.#list.show(offers, text, `${this.#form.action}?${new URLSearchParams({q: text})}`);
    this.#expand(true);
    this.#status.textContent =
      count === 0 ? this.#form.dataset.textNone : this.#form.dataset.textCount.replace('{count}', count);
  }

  #press(event) {
    // Safari ends the composition before it reports the Enter that confirmed it; that key has the code 229.
    if (this.#composing || event.isComposing || event.keyCode === 229) return;
    const list = this.#list;
    const actions = {
      ArrowDown: () => (list.open ? list.move(1) : this.#schedule()),
      ArrowUp: () => list.open && list.move(-1),
      Home: () => list.active && list.activate(0),
      End: () => list.active && list.activate(list.size - 1),
      Enter: () => list.open && list.active && this.#go(list.active.dataset.href, event),
      Escape: () => list.open && this.#close(),
    };
    const moves = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (event.altKey || event.metaKey || event.ctrlKey || !(event.key in actions)) return;
    const takes = moves || (event.key === 'Escape' ? list.open : list.active !== null);
    if (!takes) return;
    event.preventDefault();
    actions[event.key]();
    this.#showActive();
  }

  #showActive() {
    const active = this.#list.active;
    if (active) this.#input.setAttribute('aria-activedescendant', active.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #expand(open) {
    this.#input.setAttribute('aria-expanded', String(open));
    this.#showActive();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#list.hide();
    this.#expand(false);
  }

  #go(href, event) {
    if (event.ctrlKey || event.metaKey) window.open(href, '_blank', 'noopener');
    else window.location.assign(href);
  }
}

/** Makes every search box of the page offer results; "/" leads to the first one. */
export function enhanceSearchBoxes(root) {
  const boxes = [...root.querySelectorAll('form[data-search]')].map((form, index) => new SearchBox(form, index));
  root.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || boxes.length === 0) return;
    event.preventDefault();
    boxes[0].focus();
  });
}
