// The frame's side of the talk with sdk.js. Who may start it is told by the server (the site's exact origins).
const siteOrigins = document.documentElement.dataset.siteOrigins.split(' ');
let site = null;

/** Calls handlers[type](message) for what the SDK says, and for nothing that another window or origin says. */
export function listenToSite(handlers) {
  window.addEventListener('message', ({ data, origin, source }) => {
    const type = String(data?.type ?? typeof data);
    if (source !== window.parent) return log('?', 'B', type, 'ignored', `Came from another window (${origin}) than the page that holds the messenger.`);
    if (!siteOrigins.includes(origin)) return log('?', 'B', type, 'ignored', `${origin} is not the site’s origin.`);
    if (data?.source !== 'oxvo-sdk' || !Object.hasOwn(handlers, type)) return;
    site = origin;
    handlers[type](data);
  });
}

/** To the page that started the messenger, and to no other. */
export function tellSite(message) {
  if (site) window.parent.postMessage({ source: 'oxvo-frame', ...message }, site);
}

/** A line of the demo's message log. Outcome is sent, accepted or ignored. */
export function log(from, to, type, outcome, why, data) {
  tellSite({ type: 'log', entry: { at: Date.now(), from, to, type, outcome, why, data } });
}
