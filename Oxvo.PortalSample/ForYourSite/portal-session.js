// To be copied onto your site. The portal, two frames down inside the messenger, asks this page for proof of who is
// signed in; the page asks its own backend, with its own session cookie, and hands the answer to the asking window
// alone. Types are in portal-session.d.ts.
//
//   const portal = startPortalSession({ portalOrigins: ['https://portal.acme.example'] });
//   portal.signedIn(identifier, identifierHash);  // after your page learns that somebody signed in
//   portal.signedOut();  // before a sign-out: the portal wipes what it shows. Neither ever throws.
//   portal.stop();       // answers no more and forgets who asked, before a page without reloads starts it again
//
// signedIn names the customer to the messenger too, when that is ready and before the portal is told, and signedOut has
// the messenger forget them. Without an identifier both leave the messenger to you.
//
// portalOrigins  exact origins: no path, no pattern. A token goes to none but these. Throws at once on anything else.
// requestToken   optional, where POST /portal-token is not what asks your backend: resolves to its Response, 200 with
//                {token, expires_in}, 401 when no customer is signed in, 429 when asked too often.
// onAsk          optional: gets what a customer asks about, {kind, ref, reason}, before they write to you. Hand it to
//                your messenger. It is a claim of the browser: check it before you answer. Where it throws, rejects or
//                takes longer than five seconds, the customer reads that it was not noted. Without it the portal has
//                no button for it.
// observe        optional: sees every message of the portal's family, with what was done about it. It gets the token
//                too; never log that.

const longestMint = 8000; // the portal gives up after ten seconds
const longestNote = 5000; // and here after eight
const example = 'https://portal.acme.example';

// Of the page, which has one messenger however often a session is started.
let isNamed = false; // the messenger was told of a customer
let naming = 0; // counts who is named and forgotten, so that only the last one counts

const askBackend = (signal) => fetch('/portal-token', { method: 'POST', signal });

export function startPortalSession({ portalOrigins, requestToken = askBackend, onAsk, observe = () => {} }) {
  requireOrigins(portalOrigins);
  const askers = new Map(); // window → { origin, nonces in hand }
  let minting = null; // one mint at a time, shared by everybody who asks meanwhile
  let change = 0; // counts sign-ins and sign-outs, so that no answer from before one is given after it
  const [warnOfStranger, warnOfBackend] = [warnOnce(), warnOnce()];
  let hasStopped = false;

  window.addEventListener('message', hear);

  function hear({ data, origin, source }) {
    if (data?.source !== 'portal') return;
    const ignore = (why) => tell({ way: 'in', origin, message: data, outcome: 'ignored', why });
    if (!portalOrigins.includes(origin)) {
      if (data.type === 'portal.token.request')
        warnOfStranger(`a page of ${origin} asked for proof and got no answer, because portalOrigins does not list `
          + `that origin. If it is your portal, add '${origin}' to portalOrigins.`);
      return ignore('not from a portal origin');
    }
    if (isGone(source)) return ignore('the asking window is gone');
    const isAsk = Boolean(onAsk) && data.type === 'portal.ask';
    if ((data.type !== 'portal.token.request' && !isAsk) || data.v !== 1)
      return ignore('an unknown type or version');
    if (typeof data.nonce !== 'string' || !/^[\w-]{1,128}$/.test(data.nonce)) return ignore('no usable nonce');
    if (isAsk && !isAskable(data)) return ignore('not a question that can be noted');
    tell({ way: 'in', origin, message: data, outcome: 'accepted', why: 'from a portal origin' });
    if (isAsk) note(source, origin, data);
    else answer(source, origin, data.nonce);
  }

  async function answer(asker, origin, nonce) {
    for (const window of askers.keys()) if (isGone(window)) askers.delete(window);
    if (askers.get(asker)?.origin !== origin) askers.set(asker, { origin, nonces: new Set() });
    const { nonces } = askers.get(asker);
    post(asker, origin, { type: 'portal.token.pending', nonce });
    if (nonces.has(nonce)) return; // asked again while the answer is on its way

    nonces.add(nonce);
    const result = await currentProof();
    nonces.delete(nonce);
    const can = result.ok && onAsk ? { can: ['ask'] } : {};
    if (!hasStopped) post(asker, origin, { type: 'portal.token.response', nonce, ...result, ...can });
  }

  async function note(asker, origin, { nonce, kind, ref, reason }) {
    const ok = await isNoted(onAsk, { kind, ref, reason });
    if (!hasStopped) post(asker, origin, { type: 'portal.ask.response', nonce, ok });
  }

  async function currentProof() {
    for (;;) {
      const before = change;
      minting ??= mint(requestToken, warnOfBackend).finally(() => { minting = null; });
      const result = await minting;
      if (before === change) return result;
    }
  }

  // The exact origin, never '*': if the frame shows another page by now, the browser drops the message.
  function post(asker, origin, message) {
    if (isGone(asker)) return askers.delete(asker);
    try {
      asker.postMessage({ source: 'portal-site', v: 1, ...message }, origin);
    } catch {
      return askers.delete(asker); // one window that cannot be told must not keep the others from being told
    }
    tell({ way: 'out', origin, message, outcome: 'sent', why: 'to the asking window alone' });
  }

  // An observer that throws must stop neither an answer nor your sign-out.
  function tell(event) {
    try {
      observe(event);
    } catch (error) {
      reportError(error);
    }
  }

  function tellAll(type) {
    change++;
    for (const [asker, { origin }] of askers) post(asker, origin, { type });
  }

  // What fails in the messenger must stop neither your sign-in nor your sign-out. Where it is not loaded there is none.
  async function tellMessenger(say) {
    try {
      if (window.oxvo) await say(window.oxvo);
    } catch (error) {
      reportError(error);
    }
  }

  async function name(identifier, identifier_hash) {
    const own = ++naming;
    isNamed = true;
    await tellMessenger(async (messenger) => {
      await messenger.ready();
      // Who has signed out meanwhile must not be named.
      if (own === naming) await messenger.identify(identifier, { identifier_hash });
    });
    return own === naming;
  }

  return {
    async signedIn(identifier, identifierHash) {
      if (!identifier || await name(identifier, identifierHash)) tellAll('portal.signed_in');
    },
    signedOut() {
      tellAll('portal.signed_out');
      naming++;
      if (isNamed) tellMessenger((messenger) => messenger.reset());
      isNamed = false;
    },
    stop() {
      hasStopped = true;
      window.removeEventListener('message', hear);
      askers.clear();
    },
  };
}

function requireOrigins(origins) {
  if (!Array.isArray(origins) || origins.length === 0)
    throw new TypeError(`portalOrigins must be a list of at least one origin, such as ['${example}'].`);
  for (const origin of origins) {
    const exact = exactOrigin(origin);
    if (origin !== exact)
      throw new TypeError(`portalOrigins: '${origin}' is not an exact origin. Write scheme, host and port only, `
        + `such as '${exact ?? example}'.`);
  }
}

/** The origin of a web address as browsers write it; null where the text is not one. */
function exactOrigin(text) {
  try {
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

// A frame may be gone before its message is handled: then Firefox and WebKit give no window, Chromium a closed one.
function isGone(window) {
  try {
    return !window || window.closed;
  } catch {
    return true;
  }
}

// Once: the portal repeats its question, and any page can ask.
function warnOnce() {
  let hasWarned = false;
  return (words) => {
    if (!hasWarned) console.warn(`portal-session: ${words}`);
    hasWarned = true;
  };
}

const kinds = ['order', 'parcel', 'invoice', 'subscription', 'task'];

const isAskable = ({ kind, ref, reason }) => kinds.includes(kind)
  && typeof ref === 'string' && ref.length <= 200 && !/\p{Cc}/u.test(ref)
  && typeof reason === 'string' && /^[a-z_]{1,40}$/.test(reason);

async function isNoted(onAsk, question) {
  let limit;
  try {
    await Promise.race([onAsk(question), new Promise((_, reject) => {
      limit = setTimeout(() => reject(new Error(`onAsk took longer than ${longestNote / 1000} s.`)), longestNote);
    })]);
    return true;
  } catch (error) {
    reportError(error);
    return false;
  } finally {
    clearTimeout(limit);
  }
}

async function mint(requestToken, warn) {
  try {
    const response = await requestToken(AbortSignal.timeout(longestMint));
    const answer = response.ok && await response.json().catch(() => null);
    if (answer?.token) return { ok: true, token: answer.token, expires_in: answer.expires_in };
    if (!errors[response.status])
      warn(`your backend answered ${response.status} without a token. It must answer 200 with {token, expires_in} as `
        + 'JSON, 401 where no customer is signed in, or 429 where it was asked too often.');
    return { ok: false, error: errors[response.status] ?? 'unavailable' };
  } catch {
    return { ok: false, error: 'unavailable' };
  }
}

const errors = { 401: 'signed_out', 429: 'rate_limited' };
