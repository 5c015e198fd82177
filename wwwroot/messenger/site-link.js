// The frame's side of the talk with sdk.js. Who may start it is told by the server (the site's exact origins).
import { record } from './message-recorder.js';

const siteOrigins = document.documentElement.dataset.siteOrigins.split(' ');
const isFramed = window.parent !== window;
/** The site's page: it holds the messenger, or opened its window. Null in a web view. */
const above = isFramed ? window.parent : window.opener;
const start = Promise.withResolvers();
let site = null;

/** Resolves once the site can be told something. */
export const started = start.promise;

/** Where the messenger is: in the site's page, in a window that the site opened, or in an app's web view. */
export const place = isFramed ? 'panel' : above ? 'popout' : 'web view';

/**
 * Calls handlers[type](message) for what the SDK says, and for nothing that another window or origin says. What the
 * app in view says (isApp) is shown in the log, and does nothing.
 */
export function listenToSite({ isApp, ...handlers }) {
  window.addEventListener('message', ({ data, origin, source }) => {
    const type = String(data?.type ?? typeof data).slice(0, 60);
    const ignore = (from, why, content) => log(from, 'B', type, 'ignored', why, content);
    if (isApp(source))
      return ignore('C', `From the app at ${origin}. The messenger takes no messages from apps.`, printable(data));
    if (above === null || source !== above)
      return ignore('?', `Came from another window (${origin}) than the page that holds the messenger.`);
    if (!siteOrigins.includes(origin)) return ignore('?', `${origin} is not the site’s origin.`);
    if (data?.source !== 'oxvo-sdk' || !Object.hasOwn(handlers, type)) return;
    site = origin;
    start.resolve();
    handlers[type](data);
  });
  // The page that opened this window cannot see when it has loaded.
  if (place === 'popout')
    siteOrigins.forEach((origin) => above.postMessage({ source: 'oxvo-frame', type: 'ready' }, origin));
}

/** To the page that started the messenger, and to no other. */
export function tellSite(message) {
  if (site) above.postMessage({ source: 'oxvo-frame', ...message }, site);
}

/** Calls the handlers that the site has for an event. Details are the mock's own: OXVO's public pages show none. */
export function announce(name, detail) {
  tellSite({ type: 'event', name, detail });
}

/** A line of the message log. Outcome is sent, accepted or ignored. */
export function log(from, to, type, outcome, why, data) {
  const entry = { at: Date.now(), from, to, type, outcome, why, data };
  tellSite({ type: 'log', entry });
  record(entry);
}

/** What another page says can be anything: longer, or not to be written down at all. */
function printable(data) {
  try {
    return JSON.stringify(data)?.length <= 2000 ? data : undefined;
  } catch {
    return undefined;
  }
}
