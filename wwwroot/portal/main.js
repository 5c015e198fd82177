// The portal page as a state machine: what happens outside (a claim, a sign-out, a hidden panel) decides what is shown.
import { prove, read, readClaim, readSite } from './account.js';
import { age, back, countDown, footer, notice, show, skeleton } from './page.js';

const FRESH = 60_000;
const WAIT = 3_000;
const views = {
  account: () => import('./summary.js'),
  orders: () => import('./orders.js'),
  billing: () => import('./billing.js'),
  onboarding: () => import('./onboarding.js'),
};
const framed = window.top !== window;
const wanted = new URLSearchParams(location.search).get('view');
let view = Object.hasOwn(views, wanted ?? '') ? wanted : 'account';
// A view reached from the summary has a way back; an app that was published as that view has none.
const focused = view !== 'account' && !history.state?.inside;

let claim = null; // what the messenger said last
let shown = null; // { data, subject, at, stale }: what the customer sees
let work = null; //  the lookup on the way; a change aborts it, so that its late answer is dropped
let notBefore = 0; // the portal asked for patience until then
let onScreen = true;

const usable = () => claim !== null && (claim.identifier ?? claim.id) !== null;
const state = () => document.querySelector('main').dataset.state;

function begin() {
  if (!framed) tell('standalone');
  else if (claim) start();
  else setTimeout(() => claim ?? tell('standalone'), WAIT);
}

function start() {
  wipe('loading');
  if (usable()) check();
  else tell('anonymous');
}

/** Forgets the customer before anything else happens: page, answer, token and requests on the way. */
function wipe(next) {
  work?.abort();
  work = null;
  clear(next);
}

function clear(next) {
  shown = null;
  show(next, view, skeleton);
}

function tell(next, name = next) {
  shown = null;
  show(next, view, notice(name, view));
}

/** Asks for proof; then for the account if none is shown, it is old, or somebody else is signed in by now. */
async function check() {
  work?.abort();
  work = new AbortController();
  const { signal } = work;
  const answer = await look(signal);
  if (signal.aborted) return;
  if (answer) await conclude(answer);
  if (!signal.aborted) work = null;
}

async function look(signal) {
  for (let attempt = 1; ; attempt++) {
    const proof = await prove(signal);
    if (signal.aborted || proof.error) return proof;
    if (shown && shown.subject !== proof.subject) clear('loading');
    if (shown && !shown.stale && Date.now() - shown.at < FRESH && attempt === 1) return null;
    if (!shown && state() !== 'loading') clear('loading');

    const answer = await read(claim, proof.token, signal);
    if (signal.aborted || answer.error !== 'refused' || attempt === 2) return settle({ ...proof, ...answer });
  }
}

// Messenger and site tell of a new customer in two messages: a mismatch that mends itself meanwhile is not worth showing.
async function settle(answer) {
  if (answer.error === 'mismatch') {
    clear('loading');
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  return answer;
}

function conclude({ data, subject, error, wait = 0 }) {
  notBefore = Date.now() + wait * 1000;
  if (data && isEmpty(data)) return tell('empty');
  if (data) {
    shown = { data, subject, at: Date.now() };
    return draw();
  }
  if (error === 'empty' || error === 'mismatch') return tell(error);
  if (error === 'signed_out' || (error === 'none' && !shown)) return unproved();
  if (shown && error !== 'refused') {
    shown.stale = true;
    return age(shown);
  }
  tell('error', error);
  if (wait) countDown(notBefore);
}

const unproved = () => tell(claim.identifier === null ? 'anonymous' : 'unverified');
const isEmpty = ({ billing, orders, onboarding }) => !billing && !orders?.items.length && !onboarding?.tasks.length;

async function draw(from) {
  const mine = shown;
  try {
    const { default: render } = await views[view]();
    if (shown !== mine) return;
    show('account', view, view !== 'account' && !focused && back(), ...render(shown.data), footer(shown));
    if (from) document.querySelector(from)?.focus();
  } catch {
    if (shown === mine) tell('error', navigator.onLine ? 'unavailable' : 'offline');
  }
}

function go(next) {
  const from = next === 'account' ? `[data-open=${view}]` : 'h1';
  view = next;
  history.replaceState({ inside: true }, '', `?view=${next}`); // pushState would grow the website's own history
  scrollTo(0, 0);
  draw(from);
}

// Closing the panel fires no visibilitychange in here; only the observer notices.
function wake() {
  if (!work && usable() && onScreen && !document.hidden && Date.now() >= notBefore) check();
}

function hear(event) {
  const next = readClaim(event);
  if (next && next.identifier === claim?.identifier && next.id === claim.id) return;
  if (next) {
    claim = next;
    return start();
  }
  const said = usable() && readSite(event)?.type;
  if (said === 'portal.signed_in') check();
  if (said === 'portal.signed_out') {
    wipe('loading');
    unproved();
  }
}

function click({ target }) {
  const { do: act, open } = target.closest('[data-do], [data-open]')?.dataset ?? {};
  if (open) go(open);
  if (act === 'back') go('account');
  if (act !== 'retry' || Date.now() < notBefore) return;
  if (!shown) clear('loading');
  check();
}

// Before any await: the messenger posts the claim on this frame's load event, which this module delays.
addEventListener('message', hear);
addEventListener('load', () => claim ?? begin());
addEventListener('pagehide', () => wipe('waiting'));
addEventListener('pageshow', (event) => event.persisted && begin());
addEventListener('online', wake);
addEventListener('focus', () => ['anonymous', 'unverified'].includes(state()) && wake());
document.addEventListener('visibilitychange', wake);
document.addEventListener('click', click);
new IntersectionObserver(([entry]) => {
  onScreen = entry.isIntersecting;
  wake();
}).observe(document.querySelector('main'));
setInterval(() => shown && age(shown), 30_000);
if (framed) views[view]().catch(() => {}); // fetched while the claim is on its way; draw() reports a failure
show('waiting', view, skeleton);
