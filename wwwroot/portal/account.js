// From a claim to an account: what the messenger says, what the site proves, what the portal answers.
import { messengerOrigins, siteOrigins } from './portal-config.js';

const messengers = new Set(messengerOrigins);
const sites = new Set(siteOrigins);
const framed = window.top !== window;

const plain = (value) =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);

function usableIdentifier(value) {
  return typeof value === 'string' && value.length <= 128 && /\S/.test(value)
    && !/\p{Cc}/u.test(value) && value.isWellFormed();
}

/**
 * The visitor whom a message claims, or null if it is not the messenger speaking. A claim shows nothing by itself:
 * whoever sits at the browser can choose its identifier.
 */
export function readClaim({ data, origin, source }) {
  if (!framed || source !== window.parent || !messengers.has(origin) || !plain(data)) return null;
  const payload = own(data, 'payload');
  if (own(data, 'source') !== 'oxvo-app' || own(data, 'type') !== 'oxvo.current_user' || !plain(payload)) return null;

  const identifier = own(payload, 'identifier') ?? null;
  const id = own(payload, 'id');
  // A malformed identifier does not fall back to the id: that may be somebody else's number.
  if (identifier !== null && !usableIdentifier(identifier)) return { identifier: null, id: null };
  return { identifier, id: Number.isSafeInteger(id) && id > 0 ? id : null };
}

/** What the site says, or null if it is not the site speaking. */
export function readSite({ data, origin, source }) {
  const fits = framed && source === window.top && sites.has(origin) && plain(data)
    && own(data, 'source') === 'portal-site' && own(data, 'v') === 1;
  return fits ? data : null;
}

// ancestorOrigins is missing in some browsers; there each configured origin is asked, and only the real one hears it.
function askedOrigins() {
  const { ancestorOrigins } = location;
  return ancestorOrigins ? siteOrigins.filter((origin) => origin === [...ancestorOrigins].at(-1)) : siteOrigins;
}

/** Asks the site who is signed in: { token, subject }, or { error } with 'none' when no site answers. */
export function prove(signal) {
  return new Promise((resolve) => {
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, '0')).join('');
    const origins = askedOrigins();
    const ask = () => origins.forEach((origin) =>
      window.top.postMessage({ source: 'portal', type: 'portal.token.request', v: 1, nonce }, origin));

    const end = (proof) => {
      clearInterval(asking);
      clearTimeout(limit);
      removeEventListener('message', hear);
      resolve(proof);
    };
    const hear = (event) => {
      const said = readSite(event);
      if (!said || said.nonce !== nonce) return;
      if (said.type === 'portal.token.response') end(readProof(said));
      if (said.type !== 'portal.token.pending') return;
      clearInterval(asking);
      clearTimeout(limit);
      limit = setTimeout(end, 10_000, { error: 'unavailable' });
    };

    addEventListener('message', hear);
    const asking = setInterval(ask, 500);
    let limit = setTimeout(end, origins.length ? 2_000 : 0, { error: 'none' });
    signal.addEventListener('abort', () => end({ error: 'aborted' }));
    ask();
  });
}

function readProof({ ok, token, error }) {
  if (ok !== true && error === 'rate_limited') return { error: 'busy', wait: 20 };
  if (ok !== true) return { error: error === 'signed_out' ? error : 'unavailable' };
  if (typeof token !== 'string' || token.length > 4096 || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    return { error: 'unavailable' };
  return { token, subject: subjectOf(token) };
}

// Only compared with the one before, to notice another customer; the portal alone decides what a token is worth.
function subjectOf(token) {
  try {
    return JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).sub;
  } catch {
    return null;
  }
}

/** Reads the account: { data }, or { error, wait } with the seconds to wait before another try. */
export async function read({ identifier, id }, token, signal) {
  const key = new URLSearchParams(identifier === null ? { id } : { identifier });
  try {
    const response = await fetch(`/api/widget-portal?${key}`, {
      headers: { Authorization: `Bearer ${token}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    if (response.ok) return { data: await response.json() };
    const known = { 401: 'refused', 403: 'mismatch', 404: 'empty', 429: 'busy' };
    return { error: known[response.status] ?? 'unavailable', wait: waitOf(response) };
  } catch {
    return { error: navigator.onLine ? 'unavailable' : 'offline' };
  }
}

// Retry-After is seconds or a date.
function waitOf({ headers }) {
  const after = headers.get('Retry-After');
  const seconds = Number(after ?? NaN);
  const wait = Number.isNaN(seconds) ? (Date.parse(after) - Date.now()) / 1000 : seconds;
  return wait > 0 ? Math.min(Math.ceil(wait), 3600) : 0;
}
