// What the messenger claims, what the site proves, what the portal answers.
import { messengerOrigins, siteOrigins } from './portal-config.js';

const messengers = new Set(messengerOrigins);
const sites = new Set(siteOrigins);

// A plain object's own members: nothing inherited is read.
const members = (value) =>
  value && Object.getPrototypeOf(value) === Object.prototype ? { __proto__: null, ...value } : null;
const heard = ({ data, origin, source }, from, origins) => (source === from && origins.has(origin) && members(data)) || {};

const usable = (identifier) => typeof identifier === 'string' && identifier.length <= 128
  && /\S/.test(identifier) && !/\p{Cc}/u.test(identifier) && identifier.isWellFormed();

/** A claim proves nothing: the person at the browser can choose it. */
export function readClaim(event) {
  const { source, type, payload } = heard(event, window.parent, messengers);
  if (source !== 'oxvo-app' || type !== 'oxvo.current_user' || !members(payload)) return null;
  const { identifier = null, id } = members(payload);
  // No falling back to the id: it may be another customer's.
  if (identifier !== null && !usable(identifier)) return { identifier: null, id: null };
  return { identifier, id: Number.isSafeInteger(id) && id > 0 ? id : null };
}

export function readSite(event) {
  const said = heard(event, window.top, sites);
  return said.source === 'portal-site' && said.v === 1 ? said : {};
}

/** Asks the site: { token, subject }, or { error }. */
export function prove(signal) {
  return new Promise((resolve) => {
    const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-');
    // Where the browser does not tell, each origin is addressed; only the real one hears.
    const top = location.ancestorOrigins && [...location.ancestorOrigins].at(-1);
    const origins = top ? siteOrigins.filter((origin) => origin === top) : siteOrigins;
    const ask = () => origins.forEach((origin) =>
      window.top.postMessage({ source: 'portal', type: 'portal.token.request', v: 1, nonce }, origin));
    const asking = setInterval(ask, 500);
    let limit = setTimeout(end, 2_000, { error: 'none' });

    function end(proof) {
      clearInterval(asking);
      clearTimeout(limit);
      removeEventListener('message', hear);
      resolve(proof);
    }
    function hear(event) {
      const said = readSite(event);
      if (said.nonce !== nonce) return;
      if (said.type === 'portal.token.response') end(readProof(said));
      if (said.type !== 'portal.token.pending') return;
      clearInterval(asking);
      clearTimeout(limit);
      limit = setTimeout(end, 10_000, { error: 'unavailable' });
    }
    signal.addEventListener('abort', end);
    addEventListener('message', hear);
    ask();
  });
}

function readProof({ ok, token, error }) {
  if (ok && typeof token === 'string' && token.length <= 4096 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    return { token, subject: subjectOf(token) };
  if (ok === false && error === 'signed_out') return { error };
  return error === 'rate_limited' ? { error: 'busy', wait: 20 } : { error: 'unavailable' };
}

// Only to notice another customer; the portal decides what a token is worth.
function subjectOf(token) {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).sub;
  } catch {
    return null;
  }
}

/** Asks the portal: { data }, or { error, wait } in seconds. */
export async function read({ identifier, id }, token, signal) {
  const key = new URLSearchParams(identifier === null ? { id } : { identifier });
  try {
    const answer = await fetch(`/api/widget-portal?${key}`, {
      headers: { Authorization: `Bearer ${token}` },
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    if (answer.ok) return { data: await answer.json() };
    const error = { 401: 'refused', 403: 'mismatch', 404: 'empty', 429: 'busy' }[answer.status] ?? 'unavailable';
    return { error, wait: Number(answer.headers.get('Retry-After')) || 0 };
  } catch {
    return { error: 'unavailable' };
  }
}
