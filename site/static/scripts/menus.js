// SPDX-License-Identifier: GPL-3.0-or-later
// Menus are <details>: they open without scripts. This closes them as menus close.

/** Closes open menus on Escape, on a click elsewhere, and when the focus leaves. */
export function enhanceMenus(root) {
  for (const menu of root.querySelectorAll('details[data-menu]')) {
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
    menu.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    root.addEventListener('click', (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }
}
