// The log on the messenger's own page, /messages: for a site of one's own, which has no bar to show it in.
const portals = document.documentElement.dataset.portalOrigins.split(' ').filter(Boolean);
/** How often an app has asked the site's page the same, by the number used once of its question. */
const asked = new Map();
const patience = 4;
let last = Promise.resolve();

/** Writes a line of the log, in the order of the calls. Nothing in the demo, whose website shows the log itself. */
export function record(entry) {
  if (portals.length === 0) return;
  const line = { ...entry, data: entry.data ?? null };
  last = last.then(() => fetch('/api/messages', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(line),
  })).catch(() => { /* the mock was stopped: its page says so */ });
}

/**
 * What a portal says to the site's page goes past the messenger, and so does the answer. That it asks again and again
 * is how the missing answer is known.
 */
export function recordPortal({ origin, said, nonce }) {
  const write = (outcome, why) => record({ at: Date.now(), from: 'C', to: 'A', type: said, outcome, why });
  const times = (asked.get(nonce) ?? 0) + 1;
  asked.set(nonce, times);
  if (!portals.includes(origin)) {
    if (times === 1) write('ignored', `${origin} is not a portal of this messenger (--portal).`);
  } else if (said === 'portal.ask') write('sent', `${origin} tells the site’s page what its customer asks about.`);
  else if (times === 1) write('sent', `${origin} asks the site’s page who is really signed in.`);
  else if (times === patience)
    write('ignored', `Asked ${patience} times without an answer. The site’s page must run startPortalSession, with `
      + `${origin} in its portalOrigins.`);
}
