// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in the table of contents which section is being read.

/** Follows the headings that the page's table of contents links to. */
export function followHeadings(root) {
  const links = new Map();
  for (const link of root.querySelectorAll('[data-toc] a[href^="#"]')) {
    const heading = root.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;
  const mark = (current) => {
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const update = () => {
    const line = window.innerHeight / 4;
    let current = null;
    for (const heading of links.keys()) {
      if (heading.getBoundingClientRect().top <= line) current = heading;
    }
    mark(current);
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  window.addEventListener('scroll', later, {passive: true});
  update();
}
