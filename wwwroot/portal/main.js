// The page is in one phase at a time. What happens outside leads to a phase, and the phase decides what is drawn.
import { findSite, isApart, openDesk, prove, readAccount, readClaim, readSite } from './account.js';
import { languageOf, words } from './format.js';
import { countDown, footer, makeNotice, placed, show, showAge, speak } from './page.js';

const FRESH_FOR = 60_000; // milliseconds; older data is asked for again
const CHANGES = 5; // of the claim in a minute, that are asked for at once
const STILL_FOR = 3_000; // how long a claim has to stay after that
const TOLD_WITHIN = 5_000; // how long the messenger has to claim anybody

// Cells of the table that depend on more than their row.
const unproved = () => (state.claim.identifier === null ? 'anonymous' : 'unverified');
const unreached = () => (navigator.onLine ? 'unavailable' : 'offline');

/**
 * Every situation, and the phase (`data-state`) that it leads to. The errors of account.js are situations too.
 *
 *   notice        what is read there, a name in the words. Without one the skeleton is drawn, or the account.
 *   stopsWork     gives up the questions that are on their way, so that a late answer is dropped.
 *   keepsAccount  an account that is shown stays in its phase, with its age: only a refresh has failed.
 *
 * Only the phase `account` holds an account. Whatever leads to another phase forgets it.
 */
const situations = {
  __proto__: null,
  left: { phase: 'waiting', stopsWork: true },
  unclaimed: { phase: 'standalone', notice: 'standalone' }, // a top-level window
  untold: { phase: 'standalone', notice: 'untold' }, // framed, and no message in time
  changed: { phase: 'loading', stopsWork: true }, // another customer is claimed, or the customer has signed out
  unusable: { phase: 'anonymous', notice: 'anonymous' }, // neither a usable identifier nor a usable id
  asking: { phase: 'loading' }, // a token or data for a customer who is not shown
  alone: { phase: 'standalone', notice: 'apart' }, // a window of the messenger alone, without a website to ask
  silent: { phase: 'standalone', notice: 'apart', keepsAccount: true }, // or with one that does not answer
  none: { phase: unproved, notice: unproved, keepsAccount: true }, // the website does not answer
  signed_out: { phase: unproved, notice: unproved },
  answered: { phase: 'account' },
  empty: { phase: 'empty', notice: 'empty' }, // 404, or nothing in any section
  mismatch: { phase: 'mismatch', notice: 'mismatch' }, // 403
  refused: { phase: 'error', notice: 'refused' }, // 401 twice
  busy: { phase: 'error', notice: 'busy', keepsAccount: true }, // 429, or rate_limited of the website
  unavailable: { phase: 'error', notice: 'unavailable', keepsAccount: true }, // 503
  offline: { phase: 'error', notice: 'offline', keepsAccount: true }, // no answer came, and there is no network
  broken: { phase: 'error', notice: unreached }, // a fault in a view
};

const viewModules = {
  __proto__: null,
  account: () => import('./summary.js'),
  orders: () => import('./orders.js'),
  billing: () => import('./billing.js'),
  onboarding: () => import('./onboarding.js'),
};
const search = new URLSearchParams(location.search);
let wanted = search.get('view');

const languages = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'nl', 'pt']; // of which words/ has a file
const hasWords = (locale) => languages.includes(languageOf(locale));

// Asked for at once, beside the view's module. A customer's own words come with the account, and go with it.
const visitor = {
  locale: [search.get('lang') ?? '', ...navigator.languages].find(hasWords) ?? 'en',
  words: undefined, // while they are on their way; null where none can be loaded
};
const greeting = loadWords(visitor.locale).then((words) => {
  visitor.words = words;
  draw();
});

// Which of these go together is in the table. Work is on its way only for a claim that can be used.
const state = {
  phase: 'waiting',
  notice: null, // its name, where one is drawn
  account: null, // { data, own, subject, desk, at, isStale }, in the phase of that name
  spoken: visitor, // whose words the page speaks
  view: viewModules[wanted] ? wanted : 'account',
  claim: null, // { identifier, id } as the messenger said last; both null if neither can be used
  work: null, // the AbortController of the questions on their way
  retryAt: 0, // nothing is asked before this instant
  isOnScreen: true,
};

let changes = []; // when the claim changed last
let waiting; // for a claim to stay, or to ask again
let hasWaited = false; // to ask again

// An app that is published as one view has no way up.
let home = history.state?.inside ? 'account' : state.view;
const isFramed = window.top !== window;
const main = document.querySelector('main');
const skeleton = main.firstElementChild;

/** The one way from phase to phase. Resolves when the new one is drawn: a notice and the skeleton are at once. */
async function transition(situation, account = null, spoken = visitor) {
  const row = situations[situation];
  if (row.keepsAccount && state.account) {
    state.account.isStale = true;
    showAge(state.account);
    return;
  }
  if (row.stopsWork) stopWork();
  const notice = valueOf(row.notice);
  // Drawn again under a press, a notice would lose it: the press on its link focuses the frame first.
  if (notice !== null && notice === state.notice) return;
  Object.assign(state, { phase: valueOf(row.phase), notice, account, spoken });
  openDesk(account?.desk ?? null);
  await draw();
}

function valueOf(cell = null) {
  return typeof cell === 'function' ? cell() : cell;
}

async function draw() {
  const { phase, view, notice, spoken } = state;
  if (spoken.words) speak(spoken);
  skeleton.firstElementChild.textContent = words?.page.loading ?? '';
  if (phase === 'account') await drawAccount();
  else show(phase, view, notice === null || spoken.words === undefined ? skeleton : makeNotice(notice, view));
}

/** Draws the account in its view, and then gives the focus to what the selector finds. */
async function drawAccount(focused = null) {
  const { account } = state;
  try {
    const { default: render } = await viewModules[state.view]();
    if (state.account !== account) return;
    const drawn = render(account.data, account.own);
    const nodes = state.view === 'account' ? drawn : placed(drawn, state.view !== home);
    show('account', state.view, ...nodes, footer(account));
    if (focused !== null) main.querySelector(focused)?.focus();
  } catch (error) {
    console.error(error); // for those who edit a view
    if (state.account === account) transition('broken');
  }
}

function openView(view) {
  const opener = view === home ? `[data-open=${state.view}]` : null;
  state.view = view;
  search.set('view', view);
  history.replaceState({ inside: true }, '', `?${search}`); // pushState would grow the history of the website
  scrollTo(0, 0);
  drawAccount(opener);
}

const isClaimUsable = () => state.claim !== null && (state.claim.identifier ?? state.claim.id) !== null;

function begin() {
  if (!isFramed) transition('unclaimed');
  else if (state.claim) startOver();
  else setTimeout(() => { if (!state.claim) transition('untold'); }, TOLD_WITHIN);
}

/** Forgets the customer before, then asks for the one who is claimed. */
function startOver() {
  transition('changed');
  if (!isClaimUsable()) transition(findSite() ? 'unusable' : 'alone');
  else if (mayAskNow()) refresh();
  else waiting = setTimeout(refresh, STILL_FOR);
}

// A messenger that flutters would use up the questions that its customer has in a minute, at the website and here.
function mayAskNow() {
  changes = [...changes.filter((at) => Date.now() - at < 60_000), Date.now()].slice(-CHANGES - 1);
  return changes.length <= CHANGES;
}

function stopWork() {
  clearTimeout(waiting);
  state.work?.abort();
  state.work = null;
}

/** Asks for proof; then for data, if there is none, it is old, or another customer's. */
async function refresh() {
  stopWork();
  const work = new AbortController();
  state.work = work;
  const answer = await ask(work.signal);
  if (work.signal.aborted) return;
  if (answer) await conclude(answer, work.signal);
  if (!work.signal.aborted) state.work = null;
}

async function ask(signal, isSecondTry = false) {
  const proof = await prove(signal);
  if (signal.aborted || proof.error) return proof;
  const shown = state.account?.subject === proof.subject ? state.account : null;
  if (shown && !shown.isStale && Date.now() - shown.at < FRESH_FOR && !isSecondTry) return null;
  if (!shown) transition('asking');

  const answer = await readAccount(state.claim, proof.token, signal);
  if (signal.aborted) return answer;
  if (answer.error === 'refused' && !isSecondTry) return ask(signal, true);
  if (answer.error === 'mismatch') {
    // This may mend itself: a change of customer comes in two messages, and at a sign-out the messenger often forgets
    // whom it had before the website does.
    transition('asking');
    const isForgotten = state.claim.identifier === null && !isSecondTry;
    await new Promise((resolve) => setTimeout(resolve, isForgotten ? STILL_FOR : 600));
    if (isForgotten && !signal.aborted) return ask(signal, true);
  }
  return { ...proof, ...answer };
}

async function conclude({ data, subject, desk, error, wait }, signal) {
  await greeting; // nothing is said before it
  if (signal.aborted) return;
  state.retryAt = Date.now() + (wait ?? 0) * 1000;
  // An answer that came has a wait, be it none.
  if (error === 'unavailable' && wait === undefined) transition(unreached());
  else if (error) transition(error);
  else await receive(data, { subject, desk }, signal);
  // Who was too quick is asked for again without a press, but once.
  const isByItself = error === 'busy' && !hasWaited;
  if (wait > 0) countDown(state.retryAt, isByItself ? 'retryingIn' : 'retryIn');
  if (isByItself) waiting = setTimeout(refreshIfSeen, wait * 1000 + 100);
  hasWaited = isByItself;
}

/** Shows an account, in its customer's words. */
async function receive(data, proof, signal) {
  const locale = data?.customer?.locale ?? '';
  const spoken = { locale, words: await loadWords(locale) };
  const own = spoken.words ? await findOwnSections(data ?? {}, spoken.words) : [];
  if (signal.aborted) return;
  if (!spoken.words) transition('unavailable');
  else if (isEmpty(data) && own.length === 0) transition('empty', null, spoken);
  else await transition('answered', { data, own, ...proof, at: Date.now(), isStale: false }, spoken);
}

/** The words of a locale's language; English where it has no file, or none that loads; null where nothing does. */
async function loadWords(locale) {
  const name = hasWords(locale) ? languageOf(locale) : 'en';
  const file = await import(`./words/${name}.js`).catch(() => import('./words/en.js')).catch(() => null);
  return file && file.default;
}

function isEmpty(data) {
  return !data?.billing && !data?.orders?.hidden && !data?.orders?.items.length && !data?.onboarding?.tasks.length;
}

// Most answers have no sections of an integrator's own, and need no module for them.
async function findOwnSections({ asOf, customer, attention, billing, orders, onboarding, ...others }, words) {
  const isNone = Object.keys(others).length === 0;
  const own = isNone ? []
    : await import('./own.js').then(({ default: load }) => load(others, words, viewModules), () => []);
  // Asked for by ?view=, which only now is known to be there.
  if (viewModules[wanted] && state.view === 'account') state.view = wanted;
  if (!history.state?.inside) home = state.view;
  wanted = null;
  return own;
}

function refreshIfSeen() {
  const isSeen = state.isOnScreen && !document.hidden;
  if (isSeen && !state.work && isClaimUsable() && Date.now() >= state.retryAt) refresh();
}

function onMessage(event) {
  const claim = readClaim(event);
  if (claim && (claim.identifier !== state.claim?.identifier || claim.id !== state.claim.id)) {
    state.claim = claim;
    startOver();
  }
  const { type } = readSite(event);
  if (!isClaimUsable()) return;
  if (type === 'portal.signed_in') refresh();
  if (type === 'portal.signed_out') {
    transition('changed');
    transition('signed_out');
  }
}

function onClick({ target }) {
  const { do: action, open } = target.closest('[data-do], [data-open]')?.dataset ?? {};
  if (open) openView(open);
  if (action === 'back') openView(home);
  if (action === 'retry' && !state.claim) location.reload(); // the messenger tells when a frame has loaded
  else if (action === 'retry' && Date.now() >= state.retryAt) {
    if (!state.account) transition('asking');
    refresh();
  }
}

function onOnline() {
  refreshIfSeen();
  // At first the connection may carry nothing.
  setTimeout(() => { if (!state.account || state.account.isStale) refreshIfSeen(); }, 3_000);
}

// Before any await: the messenger posts as soon as this frame has loaded.
addEventListener('message', onMessage);
addEventListener('load', () => { if (!state.claim) begin(); });
addEventListener('pagehide', () => { transition('left'); });
addEventListener('pageshow', ({ persisted }) => { if (persisted) begin(); });
addEventListener('online', onOnline);
addEventListener('focus', () => {
  if (['anonymous', 'unverified', 'standalone'].includes(state.phase)) refreshIfSeen();
});
document.addEventListener('visibilitychange', refreshIfSeen);
document.addEventListener('click', onClick);
// Closing the panel changes no visibility here.
new IntersectionObserver(([entry]) => {
  state.isOnScreen = entry.isIntersecting;
  refreshIfSeen();
}).observe(main);
setInterval(() => {
  if (state.account) showAge(state.account);
  // The page that opened the messenger's window may be another one by now, which tells it of no sign-out.
  if (isApart()) refreshIfSeen();
}, 30_000);
draw();
if (isFramed) viewModules[state.view]().catch(() => {}); // what is wrong with it is told when it is drawn
