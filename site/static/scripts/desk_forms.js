// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that are sent to people: files are looked at before minutes of uploading, a second press sends nothing twice,
// and after a fault the focus is where the faults are told.

function fileFault(form) {
  const {filesCount, filesMegabytes, textMany, textBig} = form.dataset;
  const files = [...form.elements.files.files];
  if (files.length > Number(filesCount)) return textMany;
  const big = files.find((file) => file.size > Number(filesMegabytes) * 1024 * 1024);
  return big ? textBig.replace('{name}', () => big.name).replace('{limit}', filesMegabytes) : '';
}

function checkFiles(form) {
  const input = form.elements.files;
  input.addEventListener('change', () => {
    input.setCustomValidity(fileFault(form));
    input.reportValidity();
  });
}

function sendOnce(form) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    event.submitter?.setAttribute('aria-disabled', 'true');
  });
  // Back to a page that the browser kept: it may be sent again.
  window.addEventListener('pageshow', () => {
    sent = false;
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
  });
}

/** Makes the page's forms check their files, be sent once, and show their faults first. */
export function enhanceDeskForms(root) {
  for (const form of root.querySelectorAll('form[data-contact]')) {
    checkFiles(form);
    sendOnce(form);
  }
  root.querySelector('[data-faults]')?.focus();
}
