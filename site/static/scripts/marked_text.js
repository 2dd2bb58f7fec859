// SPDX-License-Identifier: GPL-3.0-or-later
// Text with <mark>, as the API gives it, as nodes. Whatever else it might hold becomes plain text: nothing that came
// over the network is ever put into the page as markup.

/** A fragment with the text of `html`, its marks kept. */
export function markedText(html) {
  const parsed = new DOMParser().parseFromString(html ?? '', 'text/html');
  const fragment = document.createDocumentFragment();
  for (const node of parsed.body.childNodes) {
    if (node.nodeName === 'MARK') {
      const mark = document.createElement('mark');
      mark.textContent = node.textContent;
      fragment.append(mark);
    } else {
      fragment.append(node.textContent);
    }
  }
  return fragment;
}
