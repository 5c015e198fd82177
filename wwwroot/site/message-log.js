// The messages that this page and the messenger saw, as a table: the pattern explained by what happens.

import { messageRow } from './message-row.js';

const rows = document.querySelector('#messages tbody');
const scroll = document.querySelector('#messages-scroll');
const counter = document.querySelector('#message-count');
const names = { A: 'Acme', B: 'OXVO', C: 'App', S: 'App’s server' };
const longest = 200;
const families = ['oxvo-sdk', 'oxvo-frame', 'oxvo-app', 'portal', 'portal-site'];

export function createMessageLog() {
  let total = 0;
  let following = null; // the frame in which the end comes into view
  const judged = new Set(); // tokens whose verdict is asked for
  let waiting = 0; // for verdicts

  function add({ at = Date.now(), from, to, type, outcome, why, data }) {
    follow();
    rows.append(messageRow({ at, from, to, type, outcome, why, data }, names));
    if (rows.children.length > longest) rows.firstElementChild.remove();
    counter.textContent = String(++total);
    document.querySelector('#messages-none').hidden = true;
  }

  // Once a frame: to measure the table after each of many messages takes as long as to draw it.
  function follow() {
    if (following) return;
    const isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
    following = requestAnimationFrame(() => {
      following = null;
      if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
    });
  }

  document.querySelector('#messages-panel').addEventListener('shown', () => {
    scroll.scrollTop = scroll.scrollHeight;
  });
  // What is opened below the edge comes into view; the event does not bubble.
  rows.addEventListener('toggle', ({ target }) => {
    if (target.open) target.scrollIntoView({ block: 'nearest' });
  }, true);
  window.addEventListener('oxvo:mock-message', ({ detail }) => add(detail));
  window.addEventListener('message', ({ data, origin }) => {
    if (!families.includes(data?.source))
      add({
        from: '?', to: 'A', type: String(data?.type ?? typeof data).slice(0, 60), outcome: 'ignored',
        why: `From ${origin}: not a message of this pattern.`,
      });
  });
  document.querySelector('#messages-clear').addEventListener('click', () => {
    rows.replaceChildren();
    counter.textContent = String(total = 0);
    document.querySelector('#messages-none').hidden = false;
  });

  return {
    /** For startPortalSession's observe. The token itself stays out of the page's text: its claims explain it. */
    portalMessage({ way: direction, origin, message, outcome, why }) {
      const { token, source, ...rest } = message;
      const isIn = direction === 'in';
      add({
        from: isIn ? (outcome === 'accepted' ? 'C' : '?') : 'A', to: isIn ? 'A' : 'C',
        type: String(message.type), outcome,
        why: outcome === 'ignored' ? `From ${origin}: ${why}.` : explain(message, origin),
        data: token ? { ...rest, claims: claims(token) } : rest,
      });
      if (token) addVerdict(claims(token));
    },
  };

  // The end of the story, which no message tells: the demo sees it in front of the app's server. The server answers when
  // it has seen it, and a browser has six connections, which tokens need too.
  async function addVerdict({ jti, sub }) {
    if (judged.has(jti) || waiting === 3) return;
    judged.add(jti);
    waiting++;
    const response = await fetch(`/demo/verdict/${jti}`).catch(() => null);
    waiting--;
    if (response?.status !== 200) return;
    const { status, claim } = await response.json();
    add({
      from: 'C', to: 'S', type: 'GET /api/widget-portal', outcome: status === 200 ? 'accepted' : 'refused',
      why: `${status}: ${judge(status, claim, sub)}`, data: { claim, proof: sub, status },
    });
  }
}

function judge(status, claim, proof) {
  switch (status) {
    case 200: return `claim and proof are both ${proof}, so ${proof}’s account is shown.`;
    case 401: return 'the proof is not valid, so nothing is shown.';
    case 403: return `the claim is ${claim ?? 'another contact'}, the proof is ${proof}: nothing is shown.`;
    case 404: return `${proof} has no account here.`;
    case 429: return 'asked too often; the page waits.';
    default: return 'the accounts cannot be read right now.';
  }
}

function explain({ type, ok, error, token, kind, ref, reason }, origin) {
  switch (type) {
    case 'portal.token.request': return `From the portal’s origin, ${origin}: asks who is really signed in.`;
    case 'portal.ask':
      return `The customer asks about ${kind} ${ref}: ${reason}. A claim, with nothing else of the account in it.`;
    case 'portal.ask.response':
      return ok ? 'Noted: Acme gave it to the messenger.' : 'Not noted: the messenger did not take it.';
    case 'portal.token.pending': return 'Heard. Acme’s backend is asked for a token.';
    case 'portal.signed_in': return 'Somebody signed in on Acme: ask again.';
    case 'portal.signed_out': return 'Signed out on Acme: wipe everything.';
    default: return ok
      ? `Proof: signed for ${claims(token).sub}, good for 60 s. To the asking window at ${origin} only.`
      : failures[error];
  }
}

const failures = {
  signed_out: 'Nobody is signed in on Acme: there is nothing to prove.',
  rate_limited: 'Asked too often: 30 tokens a minute for a session.',
  unavailable: 'Acme’s backend could not answer.',
};

function claims(token) {
  try {
    const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (character) => character.charCodeAt(0))));
  } catch {
    return {};
  }
}
