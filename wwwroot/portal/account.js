// What the messenger claims, what the website proves and notes, what the portal answers. The errors given back are
// situations of main.js: none, silent, alone, signed_out, busy, refused, mismatch, empty, unavailable.
import { messengerOrigins, siteOrigins } from './portal-config.js';

const messengers = new Set(messengerOrigins);
const sites = new Set(siteOrigins);

/** A plain object's own members, or null. Nothing inherited is read. */
function membersOf(value) {
  const isPlain = value && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? { __proto__: null, ...value } : null;
}

/** What a message says, if it comes from this window and one of these origins, exactly; else nothing. */
function wordsOf({ data, origin, source }, from, origins) {
  const isTrusted = from && source === from && origins.has(origin);
  return (isTrusted && membersOf(data)) || {};
}

/** Whether the messenger has a window of its own: a popout, or a web view in an app. */
export const isApart = () => window.parent !== window && window.parent === window.top;

/** The website's window: on top, or the one that opened the messenger's. Null where there is none to ask. */
export function findSite() {
  if (!isApart()) return window.top;
  const { opener } = window.top;
  return opener && !opener.closed ? opener : null;
}

export const makeNonce = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** Each origin is addressed; only the one that is there hears. */
export function tellSite(message, origins) {
  for (const origin of origins) findSite()?.postMessage({ source: 'portal', v: 1, ...message }, origin);
}

const isIdentifier = (value) => typeof value === 'string' && value.length <= 128
  && /\S/.test(value) && !/\p{Cc}/u.test(value) && value.isWellFormed();
const isId = (value) => Number.isSafeInteger(value) && value > 0;

/** What the messenger claims, or null. It proves nothing: the person at the browser can choose it. */
export function readClaim(event) {
  const { source, type, payload } = wordsOf(event, window.parent, messengers);
  const claim = membersOf(payload);
  if (source !== 'oxvo-app' || type !== 'oxvo.current_user' || claim === null) return null;
  const { identifier = null, id } = claim;
  // No falling back to the id: it may be another customer's.
  if (identifier !== null && !isIdentifier(identifier)) return { identifier: null, id: null };
  return { identifier, id: isId(id) ? id : null };
}

/** What the website says, or nothing. */
export function readSite(event) {
  const words = wordsOf(event, findSite(), sites);
  return words.source === 'portal-site' && words.v === 1 ? words : {};
}

/**
 * Asks the website: { token, subject, desk }, or { error }, with `wait` in seconds where there is one. The desk is the
 * origin that takes questions of its customer, or null.
 */
export function prove(signal) {
  if (findSite() === null) return Promise.resolve({ error: 'alone' });
  return new Promise((resolve) => {
    const nonce = makeNonce();
    const origins = originsOnTop();
    const ask = () => tellSite({ type: 'portal.token.request', nonce }, origins);
    const asking = setInterval(ask, 500);
    let limit = setTimeout(end, 2_000, { error: isApart() ? 'silent' : 'none' });

    function end(proof) {
      clearInterval(asking);
      clearTimeout(limit);
      removeEventListener('message', hear);
      resolve(proof);
    }
    function hear(event) {
      const words = readSite(event);
      if (words.nonce !== nonce) return;
      if (words.type === 'portal.token.response') end(readProof(words, event.origin));
      if (words.type !== 'portal.token.pending') return;
      clearInterval(asking);
      clearTimeout(limit);
      limit = setTimeout(end, 10_000, { error: 'unavailable' });
    }
    signal.addEventListener('abort', () => end({ error: 'none' }));
    addEventListener('message', hear);
    ask();
  });
}

// Where the browser does not tell, or tells of the messenger only, any of them may be there.
function originsOnTop() {
  const top = isApart() ? null : [...location.ancestorOrigins ?? []].at(-1);
  return top ? siteOrigins.filter((origin) => origin === top) : siteOrigins;
}

function readProof({ ok, token, error, can }, origin) {
  const desk = Array.isArray(can) && can.includes('ask') ? origin : null;
  if (ok && isToken(token)) return { token, subject: subjectOf(token), desk };
  if (ok === false && error === 'signed_out') return { error };
  return error === 'rate_limited' ? { error: 'busy', wait: 20 } : { error: 'unavailable' };
}

const isToken = (value) => typeof value === 'string' && value.length <= 4096 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value);

// Only to notice another customer; the portal decides what a token is worth.
function subjectOf(token) {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).sub;
  } catch {
    return null;
  }
}

/** Where the customer who is shown can ask, and what was noted there. */
export let desk = { origin: null, noted: new Map() };

/** Without an origin nothing can be asked, and what was noted is forgotten. */
export function openDesk(origin) {
  desk = { origin, noted: origin && desk.origin ? desk.noted : new Map() };
}

const errors = { 401: 'refused', 403: 'mismatch', 404: 'empty', 429: 'busy' };

/** Asks the portal: { data }, or { error, wait } in seconds. */
export async function readAccount({ identifier, id }, token, signal) {
  const key = new URLSearchParams(identifier === null ? { id } : { identifier });
  try {
    // With `credentials: 'omit'` the browser would open another connection for it.
    const answer = await fetch(`api/widget-portal?${key}`, {
      headers: { Authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    if (answer.ok) return { data: await answer.json() };
    if (answer.status === 404 && !(await answer.text()).includes('urn:oxvo-portal:no_account')) {
      console.error('api/widget-portal: this 404 is not the portal’s. Look at the proxy’s paths.');
      return { error: 'unavailable' };
    }
    const error = errors[answer.status] ?? 'unavailable';
    return { error, wait: Number(answer.headers.get('Retry-After')) || 0 };
  } catch {
    return { error: 'unavailable' };
  }
}
