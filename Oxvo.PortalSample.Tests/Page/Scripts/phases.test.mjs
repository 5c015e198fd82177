// Which phase the page is in after what has happened, and when it lets go of a customer.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { open, pass, tokenOf } from './browser.mjs';
import { settle } from './settle.mjs';
import { website } from './window.mjs';
import { desk } from '../portal/account.js';
import { inWords } from '../portal/own.js';

const mira = { id: 7, identifier: 'mira' };
const noor = { id: 8, identifier: 'noor' };
const visitor = { id: 42, identifier: null };
const unusable = { id: null, identifier: null };
const accountOf = (name) => ({
  asOf: '2026-03-10T12:00:00Z', customer: { name, locale: 'en-GB', timeZone: 'UTC' }, attention: [],
  billing: null, orders: null,
  onboarding: { done: 0, total: 1, tasks: [{ title: `Task of ${name}`, status: 'open', dueOn: null, url: null }] },
});
const gives = (body, status = 200, headers = {}) => async () => Response.json(body, { status, headers });

/** Answers only when it is let go. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers();
  return { portal: () => promise, release: (body) => { resolve(Response.json(body)); return settle(); } };
};

let page;
const phase = () => page.main.dataset.state;
const text = () => page.main.textContent;

beforeEach(async () => {
  page = await open();
  page.portal = gives(accountOf('Mira'));
});

async function show(claim = mira) {
  await page.claims(claim);
  await page.proves(claim.identifier);
  assert.equal(phase(), 'account');
}

// Step by step from an open page to the phase that it is in then.
const leads = (name, expected, ...steps) => test(name, async () => {
  for (const step of steps) await step();

  assert.equal(phase(), expected);
});
const load = () => page.happens('load');
const claim = (payload) => () => page.claims(payload);
const prove = (subject) => () => page.proves(subject);
const answer = (said) => () => page.answers(said);
const signedOut = answer({ ok: false, error: 'signed_out' });
const time = (seconds) => () => pass(seconds);
const portal = (...given) => async () => { page.portal = gives(...given); };
const goOffline = async () => { navigator.onLine = false; };

leads('before any message the page waits', 'waiting', load, time(4));
leads('without a message the page stands alone after five seconds', 'standalone', load, time(5));
leads('a message that comes late still counts', 'loading', load, time(6), claim(mira));
leads('a claim that cannot be used is anonymous', 'anonymous', claim(mira), claim(unusable));
leads('a claim is loading until it is proved', 'loading', claim(mira));
leads('an identifier that the website does not prove is unverified', 'unverified', claim(mira), time(2));
leads('an id that the website does not prove is anonymous', 'anonymous', claim(visitor), time(2));
leads('an identifier is unverified after a sign-out', 'unverified', claim(mira), signedOut);
leads('an id is anonymous after a sign-out', 'anonymous', claim(visitor), signedOut);
leads('a proof and data show the account', 'account', claim(mira), prove('mira'));
leads('no account is nothing yet', 'empty',
  portal({ type: 'urn:oxvo-portal:no_account' }, 404), claim(mira), prove('mira'));
leads('a 404 that is not the portal’s is an error', 'error', portal({}, 404), claim(mira), prove('mira'));
leads('an account with nothing in it is nothing yet', 'empty',
  portal({ ...accountOf('Mira'), orders: { items: [] }, onboarding: { tasks: [] } }), claim(mira), prove('mira'));
leads('a key of another customer is a mismatch after a moment', 'mismatch',
  portal({}, 403), claim(mira), prove('mira'), time(1));
leads('a sign-out that ends at the website after the messenger has forgotten is no mismatch', 'anonymous',
  portal({}, 403), claim(visitor), prove('mira'), time(3), signedOut);
leads('a customer whom the messenger is never told of is a mismatch in the end', 'mismatch',
  portal({}, 403), claim(visitor), prove('mira'), time(3), prove('mira'), time(1));
leads('a token that is refused once is asked for again', 'loading', portal({}, 401), claim(mira), prove('mira'));
leads('a token that is refused twice is an error', 'error', portal({}, 401), claim(mira), prove('mira'), prove('mira'));
leads('a portal that is busy is an error', 'error', portal({}, 429), claim(mira), prove('mira'));
leads('a portal that cannot read is an error', 'error', portal({}, 503), claim(mira), prove('mira'));
leads('a website that was asked too often is an error', 'error',
  claim(mira), answer({ ok: false, error: 'rate_limited' }));
leads('a website that cannot answer is an error', 'error', claim(mira), answer({ ok: false, error: 'unavailable' }));

test('a page in a window of its own stands alone at once', async () => {
  page = await open({ isFramed: false });

  await page.happens('load');

  assert.equal(phase(), 'standalone');
});

const told = (name, words, ...steps) => test(name, async () => {
  for (const step of steps) await step();

  assert.match(text(), words);
});
const cutOff = async () => { page.portal = () => { throw new TypeError('Failed to fetch'); }; };
const unavailable = answer({ ok: false, error: 'unavailable' });
told('without a connection an error says so', /You're offline/, claim(mira), goOffline, unavailable);
told('an account that cannot be asked for without a connection is offline', /You're offline/,
  cutOff, goOffline, claim(mira), prove('mira'));
told('an answer that came is not offline, whatever the browser says', /We can't show your account right now/,
  portal({}, 503), goOffline, claim(mira), prove('mira'));
told('a chat that tells nothing is to be opened again', /Your account didn't load.*Try again/, load, time(5));
told('an account without orders says what will be there', /No orders yet/,
  async () => { page = await open({ search: '?view=orders' }); },
  portal({ type: 'urn:oxvo-portal:no_account' }, 404), claim(mira), prove('mira'));

test('a frame that was told nothing is loaded again', async () => {
  await page.happens('load');
  await pass(5);
  await page.presses('do', 'retry');

  assert.equal(page.isLoadedAgain, true);
});

test('a window of its own leads to the website', async () => {
  page = await open({ isFramed: false });
  await page.happens('load');

  assert.match(text(), /Open this from the chat on Acme.*Go to Acme/);
});

test('nothing is asked for a claim that cannot be used', async () => {
  await page.claims(mira);
  const before = page.questions();
  await page.claims(unusable);
  await page.happens('focus');
  await page.says({ type: 'portal.signed_in' });

  assert.equal(page.questions(), before);
});

test('a claim that is repeated loads nothing', async () => {
  await show();
  await page.claims({ ...mira, has_email: true });

  assert.equal(page.asked.length, 1);
  assert.equal(phase(), 'account');
});

test('another claim clears the page before anything is proved', async () => {
  await show();
  await page.claims(noor);

  assert.equal(phase(), 'loading');
  assert.doesNotMatch(text(), /Mira/);
});

test('a claim that changes its id alone is another customer', async () => {
  await show();
  await page.claims({ ...mira, id: 9 });

  assert.equal(phase(), 'loading');
});

test('five changes of customer in a minute are asked for at once and a sixth only when it stays', async () => {
  for (const id of [1, 2, 3, 4, 5]) await page.claims({ ...mira, id });
  const before = page.questions();
  await page.claims({ ...mira, id: 6 });
  await pass(2);
  await page.claims(noor);
  await pass(2);
  assert.equal(page.questions(), before);
  assert.equal(phase(), 'loading');

  await pass(1);
  await page.proves('noor');

  assert.equal(before, 5);
  assert.equal(page.questions(), 6);
  assert.equal(phase(), 'account');
});

test('a messenger that flutters leaves the customer enough questions for the minute', async () => {
  for (let seconds = 0; seconds < 60; seconds++) {
    await page.claims(seconds % 2 ? mira : noor);
    await pass(1);
  }
  assert.ok(page.questions() < 10, `${page.questions()} questions`);
});

test('after a minute a change of customer is asked for at once again', async () => {
  for (const id of [1, 2, 3, 4, 5]) await page.claims({ ...mira, id });
  await pass(61);
  const before = page.questions();
  await page.claims(noor);

  assert.equal(page.questions(), before + 1);
});

test('a late answer of the customer before is not drawn', async () => {
  const late = held();
  page.portal = late.portal;
  await page.claims(mira);
  await page.proves('mira');
  page.portal = gives(accountOf('Noor'));
  await page.claims(noor);
  await page.proves('noor');

  await late.release(accountOf('Mira'));

  assert.match(text(), /Noor/);
  assert.doesNotMatch(text(), /Mira/);
});

test('an answer on its way when the customer signs out is not drawn', async () => {
  const late = held();
  page.portal = late.portal;
  await page.claims(mira);
  await page.proves('mira');
  await page.says({ type: 'portal.signed_out' });

  await late.release(accountOf('Mira'));

  assert.equal(phase(), 'unverified');
  assert.doesNotMatch(text(), /Mira/);
});

test('a sign-out clears the page', async () => {
  await show();
  await page.says({ type: 'portal.signed_out' });

  assert.equal(phase(), 'unverified');
  assert.doesNotMatch(text(), /Mira/);
});

test('a page that is left waits with nothing on it and starts over when it is restored', async () => {
  await show();
  await page.happens('pagehide');
  assert.equal(phase(), 'waiting');
  assert.doesNotMatch(text(), /Mira/);

  await page.happens('pageshow', { persisted: true });
  assert.equal(phase(), 'loading');
});

test('a page that is shown for the first time is not started over', async () => {
  await show();
  await page.happens('pageshow', { persisted: false });

  assert.equal(phase(), 'account');
});

test('a proof of another customer clears the page before their data is there', async () => {
  await show();
  page.portal = held().portal;
  await page.says({ type: 'portal.signed_in' });
  await page.proves('noor');

  assert.equal(phase(), 'loading');
  assert.doesNotMatch(text(), /Mira/);
});

test('a proof of the same customer keeps an account that is fresh', async () => {
  await show();
  await pass(59);
  await page.says({ type: 'portal.signed_in' });
  await page.proves('mira');

  assert.equal(page.asked.length, 1);
});

test('an account of a minute is asked for again and stays meanwhile', async () => {
  await show();
  await pass(60);
  page.portal = held().portal;
  await page.says({ type: 'portal.signed_in' });
  await page.proves('mira');

  assert.equal(page.asked.length, 2);
  assert.equal(phase(), 'account');
});

// A refresh of an account that is a minute old.
const refreshed = (name, expected, steps, words) => test(name, async () => {
  await show();
  await pass(60);
  await page.says({ type: 'portal.signed_in' });
  for (const step of steps) await step();

  assert.equal(phase(), expected);
  assert.match(text(), words);
  assert.equal(/Mira/.test(text()), expected === 'account');
});
const stale = /Couldn't refresh. Updated \d minutes? ago/;
refreshed('a refresh that no website answers keeps the account with its age', 'account', [time(2)], stale);
refreshed('a refresh that is busy keeps the account with its age', 'account', [portal({}, 429), prove('mira')], stale);
refreshed('a refresh that fails keeps the account with its age', 'account', [portal({}, 503), prove('mira')], stale);
refreshed('a refresh that is refused twice keeps nothing', 'error', [portal({}, 401), prove('mira'), prove('mira')],
  /We couldn't confirm it's you/);
refreshed('a refresh that is a mismatch keeps nothing', 'mismatch', [portal({}, 403), prove('mira'), time(1)],
  /You're signed in to Acme with another account/);
refreshed('a refresh after a sign-out keeps nothing', 'unverified', [signedOut],
  /Confirm it's you/);

test('a mismatch leaves nothing while it may still mend itself', async () => {
  await show();
  await pass(60);
  page.portal = gives({}, 403);
  await page.says({ type: 'portal.signed_in' });
  await page.proves('mira');

  assert.equal(phase(), 'loading');
  assert.doesNotMatch(text(), /Mira/);
});

test('after a refresh that failed the next one asks again however fresh the account is', async () => {
  await show();
  await pass(60);
  page.portal = gives({}, 503);
  await page.says({ type: 'portal.signed_in' });
  await page.proves('mira');
  page.portal = gives(accountOf('Mira'));
  await page.presses('do', 'retry');
  await page.proves('mira');

  assert.equal(page.asked.length, 3);
  assert.match(text(), /Updated just now/);
});

test('a retry waits as long as the portal tells', async () => {
  page.portal = gives({}, 429, { 'Retry-After': '17' });
  await page.claims(mira);
  await page.proves('mira');
  await page.presses('do', 'retry');
  const early = phase();
  assert.match(text(), /Trying again in 17 s/);

  await pass(17);
  await page.presses('do', 'retry');

  assert.deepEqual([early, phase()], ['error', 'loading']);
});

test('after the wait the page asks by itself, but once', async () => {
  page.portal = gives({}, 429, { 'Retry-After': '17' });
  await page.claims(mira);
  await page.proves('mira');
  await pass(18);
  const again = page.questions();
  await page.proves('mira');
  const second = text();
  await pass(60);

  assert.deepEqual([again, page.questions()], [2, 2]);
  assert.match(second, /Try again in 17 s/);
});

test('who comes back to a page that needs a proof is asked for it', async () => {
  await page.claims(mira);
  await pass(2);
  await page.happens('focus');

  assert.equal(page.questions(), 2);
  assert.equal(phase(), 'unverified');
});

test('the focus asks nothing where an account is shown', async () => {
  await show();
  await page.happens('focus');

  assert.equal(page.questions(), 1);
});

test('a page that is seen again asks for proof', async () => {
  await show();
  await page.isSeen(false);
  await page.happens('visibilitychange');
  const unseen = page.questions();
  await page.isSeen(true);

  assert.deepEqual([unseen, page.questions()], [1, 2]);
});

test('a hidden page asks nothing', async () => {
  await show();
  document.hidden = true;
  await page.happens('visibilitychange');

  assert.equal(page.questions(), 1);
});

test('who comes online is asked again after three seconds', async () => {
  await page.claims(mira);
  await page.answers({ ok: false, error: 'unavailable' });
  await page.happens('online');
  await page.answers({ ok: false, error: 'unavailable' });
  await pass(2);
  const before = page.questions();
  await pass(1);

  assert.deepEqual([before, page.questions()], [2, 3]);
});

test('a notice that stays is not drawn again', async () => {
  await page.claims(mira);
  await pass(2);
  const [drawn] = page.main.children;
  await page.happens('focus');
  await pass(2);

  assert.equal(page.main.children[0], drawn);
});

test('a fault in a view reaches the console and leads to an error', async () => {
  page.portal = gives({ ...accountOf('Mira'), attention: null });
  await page.claims(mira);
  await page.proves('mira');

  assert.equal(phase(), 'error');
  assert.match(text(), /We can't show your account right now/);
  assert.equal(page.faults[0] instanceof TypeError, true);
});

test('an app of one view shows that view and no way up', async () => {
  page = await open({ search: '?view=onboarding' });
  page.portal = gives(accountOf('Mira'));
  await show();

  assert.equal(page.main.dataset.view, 'onboarding');
  assert.match(text(), /Task of Mira/);
  assert.equal(page.main.querySelector('[data-do=back]'), null);
});

test('a view that is not known is the summary', async () => {
  page = await open({ search: '?view=constructor' });

  assert.equal(page.main.dataset.view, 'account');
});

test('a view opens and its way up leads back to the button that opened it', async () => {
  await show();
  await page.presses('open', 'onboarding');
  const opened = [page.main.dataset.view, page.address, page.questions()];
  await page.presses('do', 'back');

  assert.deepEqual(opened, ['onboarding', '?view=onboarding', 1]);
  assert.equal(page.main.dataset.view, 'account');
  assert.equal(document.activeElement.attributes['data-open'], 'onboarding');
});

test('a screen reader hears of every phase once', async () => {
  const heard = [page.status.textContent];
  await page.claims(mira);
  await page.proves('mira');
  heard.push(page.status.textContent);
  await page.says({ type: 'portal.signed_out' });
  heard.push(page.status.textContent);

  assert.deepEqual(heard, ['Loading your account', 'Your account', "Confirm it's you"]);
});

// The messenger in a window of its own: a popout, whose opener is the website, or a web view.
const detach = (opener) => async () => {
  page = await open({ opener });
  page.portal = gives(accountOf('Mira'));
};
leads('in a popout the page that opened it proves the account', 'account',
  detach(website), claim(mira), prove('mira'));
leads('in a popout who has signed out is invited to sign in', 'unverified', detach(website), claim(mira), signedOut);
leads('in a popout that no page answers the website is needed', 'standalone', detach(website), claim(mira), time(2));
leads('in a web view the website is needed to prove an identifier', 'standalone', detach(null), claim(mira));
leads('in a web view the website is needed to prove an id', 'standalone', detach(null), claim(visitor));
leads('in a web view the website is needed whatever is claimed', 'standalone', detach(null), claim(unusable));

test('where no website can be asked nothing is promised and the website is where the way on leads', async () => {
  await detach(null)();
  await page.claims(mira);

  assert.match(text(), /Your account needs the Acme website/);
  assert.doesNotMatch(text(), /come back|appear/);
  assert.equal(page.main.querySelector('a').attributes.href, website.origin);
});

test('a popout asks for proof each half minute and drops an account that is not proved any more', async () => {
  await detach(website)();
  await show();
  await pass(30);
  const questions = page.questions();
  await page.answers({ ok: false, error: 'signed_out' });

  assert.equal(questions, 2);
  assert.equal(phase(), 'unverified');
  assert.doesNotMatch(text(), /Mira/);
});

test('below a website nothing is asked each half minute', async () => {
  await show();
  await pass(60);

  assert.equal(page.questions(), 1);
});

test('a popout whose website is loading keeps the account with its age', async () => {
  await detach(website)();
  await show();
  await pass(32);

  assert.equal(phase(), 'account');
  assert.match(text(), /Couldn't refresh/);
});

test('a popout whose website is closed keeps nothing', async () => {
  await detach(website)();
  await show();
  website.closed = true;
  await pass(30);

  assert.equal(phase(), 'standalone');
  assert.doesNotMatch(text(), /Mira/);
});

test('who comes back to a popout that needs the website is proved again', async () => {
  await detach(website)();
  await page.claims(mira);
  await pass(2);
  await page.happens('focus');
  await page.proves('mira');

  assert.equal(phase(), 'account');
});

test('a sign-out of the page that opened it clears a popout', async () => {
  await detach(website)();
  await show();
  await page.says({ type: 'portal.signed_out' });

  assert.equal(phase(), 'unverified');
  assert.doesNotMatch(text(), /Mira/);
});

test('the website can be asked about what is shown and about nothing after that', async () => {
  await page.claims(mira);
  await page.answers({ ok: true, token: tokenOf('mira'), can: ['ask'] });
  const { origin, noted } = desk;
  await page.claims(noor);

  assert.equal(origin, website.origin);
  assert.equal(desk.origin, null);
  assert.notEqual(desk.noted, noted);
});

test('the window and the page’s content are named as the view', async () => {
  await show();
  await page.presses('open', 'onboarding');

  assert.deepEqual([document.title, page.main.ariaLabel], ['Getting started', 'Getting started']);
});

// Whose language the page speaks: the account's once it is known, the visitor's before and after.
const german = { ...accountOf('Anneliese'), customer: { name: 'Anneliese', locale: 'de-AT', timeZone: 'UTC' } };
const spoken = () => document.documentElement.lang;

test('the page speaks the first of the visitor’s languages that it has', async () => {
  page = await open({ languages: ['pl-PL', 'fr-CA', 'en'] });
  await page.claims(visitor);
  await pass(2);

  assert.equal(spoken(), 'fr');
  assert.match(text(), /Voyez ici vos commandes/);
});

test('the page’s address can say the language', async () => {
  page = await open({ search: '?lang=ar', languages: ['fr'] });

  assert.deepEqual([spoken(), document.documentElement.dir], ['ar', 'rtl']);
});

test('a language without a file is English', async () => {
  page = await open({ search: '?lang=tlh', languages: ['pl'] });

  assert.equal(spoken(), 'en-GB');
});

test('an account is in its own language and leaves none of it behind', async () => {
  page.portal = gives(german);
  const heard = [];
  for (const step of [claim(mira), prove('mira'), claim(noor), signedOut]) {
    await step();
    heard.push([phase(), spoken()]);
  }

  assert.deepEqual(heard,
    [['loading', 'en-GB'], ['account', 'de'], ['loading', 'en-GB'], ['unverified', 'en-GB']]);
  assert.match(text(), /Confirm it's you/);
});

test('an account with nothing in it says so in its own language', async () => {
  page.portal = gives({ ...german, onboarding: null });
  await page.claims(mira);
  await page.proves('mira');

  assert.match(text(), /Noch nichts da/);
});

test('a view that is opened keeps the language of the page’s address', async () => {
  page = await open({ search: '?lang=de' });
  page.portal = gives(accountOf('Mira'));
  await show();
  await page.presses('open', 'onboarding');

  assert.equal(page.address, '?lang=de&view=onboarding');
});

// A section of one's own, as docs/own-data.md shows it.
const withLoyalty = (points, expiresOn = null) =>
  ({ ...accountOf('Mira'), onboarding: null, loyalty: { points, expiresOn } });

test('an account with a section of its own only is not empty, and the overview tells it', async () => {
  page.portal = gives(withLoyalty(1200));

  await show();

  assert.match(text(), /Loyalty points1,200 points/);
});

// What its need, its row in the overview and its view say, of one point that expires in two days.
const speaks = (name, locale, ...words) => test(name, async () => {
  const attention = [{ kind: 'points_expire', view: 'loyalty', ref: null }];
  const customer = { name: 'Mira', locale, timeZone: 'UTC' };
  page.portal = gives({ ...withLoyalty(1, '2026-03-12'), attention, customer });
  await show();
  const overview = text();

  await page.presses('open', 'loyalty');

  const found = [overview, overview, text()].map((shown, n) => shown.includes(words[n]));
  assert.deepEqual(found, [true, true, true], overview + text());
});
speaks('a section of its own speaks the page’s language', 'de-AT',
  'Ihre Punkte verfallen baldSie verfallen am Donnerstag', 'Treuepunkte1 Punkt',
  'Treuepunkte1 PunktSie verfallen am Donnerstag');
speaks('a section of its own without words in the page’s language speaks English', 'fr-FR',
  'Your points expire soonThey expire jeudi', 'Loyalty points1 point', 'Loyalty points1 pointThey expire jeudi');

test('a text of an own section may be the same in every language', async () => {
  page.portal = gives(withLoyalty(1));
  await show();

  assert.equal(inWords('Punkte'), 'Punkte');
});

leads('an account whose own section is empty too is empty', 'empty', portal(withLoyalty(0)), claim(mira), prove('mira'));
leads('a section of its own that is not offered is nothing', 'empty',
  portal({ ...withLoyalty(1), loyalty: null }), claim(mira), prove('mira'));

test('a need of a section of its own reads as its view says', async () => {
  const attention = [{ kind: 'points_expire', view: 'loyalty', ref: null }];
  page.portal = gives({ ...withLoyalty(1200, '2026-03-11'), attention });

  await show();

  assert.match(text(), /Your points expire soonThey expire tomorrowShow/);
});

test('a view of one’s own opens from the overview', async () => {
  page.portal = gives(withLoyalty(1200, '2026-03-11'));
  await show();

  await page.presses('open', 'loyalty');

  assert.equal(page.main.dataset.view, 'loyalty');
  assert.match(text(), /1,200 pointsThey expire tomorrow/);
});

test('a view of one’s own can be published as an app', async () => {
  page = await open({ search: '?view=loyalty' });
  page.portal = gives(withLoyalty(1200));

  await show();

  assert.equal(page.main.dataset.view, 'loyalty');
});

test('a view of one’s own needs no heading, and its name may have a digit', async () => {
  page.portal = gives({ ...accountOf('Mira'), moons2: { count: 2 } });
  await show();

  await page.presses('open', 'moons2');

  assert.deepEqual([page.main.dataset.view, page.main.dataset.state], ['moons2', 'account']);
  assert.match(text(), /2 moons/);
});

test('a section without a module leaves the others as they are', async () => {
  page.portal = gives({ ...accountOf('Mira'), moon: { phase: 'full' }, '../evil': {} });

  await show();

  assert.match(text(), /0 of 1 done/);
  assert.equal(page.faults.length, 1);
});
