// SPDX-License-Identifier: GPL-3.0-or-later
// For the preview only: reloads the page when the content was rebuilt. The generation it shows is in its script tag.

const shown = document.querySelector('script[data-generation]')?.dataset.generation;
const PAUSE_MS = 700;

async function look() {
  try {
    const response = await fetch('/readyz', {cache: 'no-store'});
    const {generation} = await response.json();
    if (generation && generation !== shown) {
      window.location.reload();
      return;
    }
  } catch {
    // The server is being started again; it will answer later.
  }
  setTimeout(look, PAUSE_MS);
}

if (shown) setTimeout(look, PAUSE_MS);
