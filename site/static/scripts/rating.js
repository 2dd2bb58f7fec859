// SPDX-License-Identifier: GPL-3.0-or-later
// The question below an article, answered in place. What the API does not take is sent as without scripts, so that the
// page that comes says why in the reader's language.

const NEXT = {yes: 'yes', no: 'no', told: 'told'};

class Rating {
  #panel;
  #fault;
  #busy = false;

  constructor(panel) {
    this.#panel = panel;
    this.#fault = panel.querySelector('[data-rating-fault]');
    for (const form of panel.querySelectorAll('form')) {
      form.addEventListener('submit', (event) => this.#send(event, form));
    }
    panel.querySelector('[data-rating-again]').addEventListener('click', (event) => {
      event.preventDefault();
      this.#show('ask');
    });
  }

  async #send(event, form) {
    event.preventDefault();
    if (this.#busy) return;
    this.#busy = true;
    const fields = new FormData(form, event.submitter);
    const withReason = fields.has('comment');
    try {
      const response = await fetch(this.#address(), {
        method: 'POST',
        headers: {'Content-Type': 'application/json', Accept: 'application/json'},
        body: JSON.stringify({
          language: this.#panel.dataset.language,
          helpful: fields.get('helpful') === 'yes',
          reason: fields.get('reason') ?? '',
          comment: fields.get('comment') ?? '',
          revision: this.#panel.dataset.revision,
          search_id: this.#panel.dataset.search,
        }),
      });
      if (response.ok) this.#show(withReason ? NEXT.told : NEXT[fields.get('helpful')]);
      else this.#sendPlainly(form, fields);
    } catch {
      this.#fault.textContent = this.#panel.dataset.textUnavailable;
      this.#fault.hidden = false;
    } finally {
      this.#busy = false;
    }
  }

  #address() {
    const key = this.#panel.dataset.key.split('/').map(encodeURIComponent).join('/');
    return `/api/v1/articles/${key}/ratings`;
  }

  // form.submit() leaves out the button that was pressed.
  #sendPlainly(form, fields) {
    if (!form.querySelector('input[name=helpful]')) {
      const vote = document.createElement('input');
      vote.type = 'hidden';
      vote.name = 'helpful';
      vote.value = fields.get('helpful');
      form.append(vote);
    }
    form.submit();
  }

  #show(step) {
    this.#fault.hidden = true;
    for (const part of this.#panel.querySelectorAll('[data-rating-step]')) {
      part.hidden = part.dataset.ratingStep !== step;
    }
    // The button that had the focus is gone.
    this.#panel.querySelector('h2').focus();
    if (step !== 'ask') this.#announce(step);
  }

  // A status that was hidden is not heard when it is shown; one that gets its words is.
  #announce(step) {
    const status = this.#panel.querySelector(`[data-rating-step="${step}"] [role=status]`);
    const words = [...status.childNodes];
    status.replaceChildren();
    requestAnimationFrame(() => status.replaceChildren(...words));
  }
}

/** Makes the page's question about its article answerable in place. */
export function enhanceRating(root) {
  for (const panel of root.querySelectorAll('[data-rating]')) new Rating(panel);
}
