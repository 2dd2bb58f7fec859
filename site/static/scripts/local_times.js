// SPDX-License-Identifier: GPL-3.0-or-later
// The server writes moments in UTC, because it does not know where the reader is. The browser does.

const FORMAT = {year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short'};

/** Writes each moment in the reader's own time; the UTC text stays as a tooltip. */
export function showLocalTimes(root) {
  const language = root.documentElement.lang;
  for (const time of root.querySelectorAll('time[data-utc]')) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.valueOf()) || moment.getTimezoneOffset() === 0) continue;
    try {
      const local = new Intl.DateTimeFormat(language, FORMAT).format(moment);
      time.textContent = time.textContent.replace(time.dataset.utc, () => local);
      time.title = time.dataset.utc;
    } catch {
      return; // a language that this browser does not know
    }
  }
}
