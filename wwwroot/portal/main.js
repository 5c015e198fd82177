// The state machine: what happens outside decides what is shown.
import { prove, read, readClaim, readSite } from './account.js';
import { age, back, countDown, footer, main, notice, show, skeleton } from './page.js';

const framed = window.top !== window;
const views = {
  __proto__: null,
  account: () => import('./summary.js'),
  orders: () => import('./orders.js'),
  billing: () => import('./billing.js'),
  onboarding: () => import('./onboarding.js'),
};
const wanted = new URLSearchParams(location.search).get('view');
let view = views[wanted] ? wanted : 'account';
const home = history.state?.inside ? 'account' : view; // an app published as one view has no way up

let claim = null;
let shown = null;
let told = null;
let work = null; // a change aborts it, and its late answer is dropped
let notBefore = 0;
let onScreen = true;

const usable = () => claim && (claim.identifier ?? claim.id) !== null;

function put(state, node = skeleton) {
  shown = told = null;
  show(state, view, node);
}
function tell(state, name = state) {
  if (told === name) return; // or a press on its link is lost: it focuses the frame
  put(state, notice(name, view));
  told = name;
}
const unproved = () => tell(claim.identifier === null ? 'anonymous' : 'unverified');

/** Forgets the customer, and whatever is on the way for them. */
function wipe(state) {
  work?.abort();
  work = null;
  put(state);
}

function begin() {
  if (!framed) tell('standalone');
  else if (claim) start();
  else setTimeout(() => claim ?? tell('standalone'), 3_000);
}

function start() {
  wipe('loading');
  if (usable()) check();
  else tell('anonymous');
}

/** Asks for proof; then for data, if there is none, it is old, or another customer's. */
async function check() {
  work?.abort();
  const { signal } = work = new AbortController();
  const answer = await look(signal);
  if (signal.aborted) return;
  if (answer) await conclude(answer);
  if (!signal.aborted) work = null;
}

async function look(signal, again = false) {
  const proof = await prove(signal);
  if (signal.aborted || proof.error) return proof;
  if (shown?.subject === proof.subject && !shown.stale && Date.now() - shown.at < 60_000 && !again) return null;
  if (shown?.subject !== proof.subject) put('loading');

  const answer = await read(claim, proof.token, signal);
  if (answer.error === 'refused' && !again && !signal.aborted) return look(signal, true);
  if (answer.error === 'mismatch' && !signal.aborted) {
    // A change of customer comes in two messages: this may mend itself.
    put('loading');
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  return { ...proof, ...answer };
}

function conclude({ data, subject, error, wait = 0 }) {
  notBefore = Date.now() + wait * 1000;
  if (data?.billing || data?.orders?.items[0] || data?.onboarding?.tasks[0]) {
    shown = { data, subject, at: Date.now() };
    return draw();
  }
  if (data || error === 'empty' || error === 'mismatch') return tell(error ?? 'empty');
  if (error === 'signed_out' || (error === 'none' && !shown)) return unproved();
  if (shown && error !== 'refused') age(Object.assign(shown, { stale: true }));
  else fail(error);
  if (wait) countDown(notBefore);
}

const fail = (error) => tell('error', error === 'unavailable' && !navigator.onLine ? 'offline' : error);

async function draw(from) {
  const mine = shown;
  try {
    const { default: render } = await views[view]();
    if (shown !== mine) return;
    told = null;
    show('account', view, view !== home && back(), ...render(shown.data), footer(shown));
    if (from) main.querySelector(from)?.focus();
  } catch (error) {
    reportError(error); // for those who edit a view
    if (shown === mine) fail('unavailable');
  }
}

function go(next) {
  const from = next === home && `[data-open=${view}]`;
  view = next;
  history.replaceState({ inside: true }, '', `?view=${next}`); // pushState would grow the website's history
  scrollTo(0, 0);
  draw(from);
}

function wake() {
  if (!work && usable() && onScreen && !document.hidden && Date.now() >= notBefore) check();
}

function hear(event) {
  const next = readClaim(event);
  if (next && (next.identifier !== claim?.identifier || next.id !== claim.id)) {
    claim = next;
    start();
  }
  const { type } = readSite(event);
  if (!usable()) return;
  if (type === 'portal.signed_in') check();
  if (type === 'portal.signed_out') {
    wipe('loading');
    unproved();
  }
}

function click({ target }) {
  const { do: act, open } = target.closest('[data-do], [data-open]')?.dataset ?? {};
  if (open) go(open);
  if (act === 'back') go(home);
  if (act !== 'retry' || Date.now() < notBefore) return;
  if (!shown) put('loading');
  check();
}

// Before any await: the messenger posts as soon as this frame has loaded.
addEventListener('message', hear);
addEventListener('load', () => claim ?? begin());
addEventListener('pagehide', () => wipe('waiting'));
addEventListener('pageshow', (event) => event.persisted && begin());
addEventListener('online', () => {
  wake();
  setTimeout(() => (!shown || shown.stale) && wake(), 3_000); // at first the connection may carry nothing
});
addEventListener('focus', () => ['anonymous', 'unverified'].includes(main.dataset.state) && wake());
document.addEventListener('visibilitychange', wake);
document.addEventListener('click', click);
// Closing the panel changes no visibility here.
new IntersectionObserver(([entry]) => {
  onScreen = entry.isIntersecting;
  wake();
}).observe(main);
setInterval(() => shown && age(shown), 30_000);
if (framed) views[view]().catch(() => {});
show('waiting', view, skeleton);
