// The frame's side of the talk with sdk.js. Who may start it is told by the server (the site's exact origins).
const siteOrigins = document.documentElement.dataset.siteOrigins.split(' ');
let site = null;

/**
 * Calls handlers[type](message) for what the SDK says, and for nothing that another window or origin says. What the app in view
 * says (isApp) is shown in the log, and does nothing.
 */
export function listenToSite({ isApp, ...handlers }) {
  window.addEventListener('message', ({ data, origin, source }) => {
    const type = String(data?.type ?? typeof data).slice(0, 60);
    if (isApp(source)) return log('C', 'B', type, 'ignored', `From the app at ${origin}. The messenger takes no messages from apps.`, printable(data));
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

/** What another page says can be anything: longer, or not to be written down at all. */
function printable(data) {
  try {
    return JSON.stringify(data)?.length <= 2000 ? data : undefined;
  } catch {
    return undefined;
  }
}
